import type { Html } from '#platform/html.ts'
import { choices, type Choice, type ChoicesOptions } from './choices.ts'

export type CheckboxItem = Choice & {
  /** A name of its own, when it is not the name of the whole. */
  name?: string | undefined
  /** `exclusive`: choosing it clears the others, as for "None of these". */
  behaviour?: 'exclusive' | undefined
}

export type CheckboxesOptions = ChoicesOptions<CheckboxItem> & {
  /** The values of the items that are chosen. */
  values?: readonly string[] | undefined
  describedBy?: string | undefined
}

/** Choose any number, or none. */
export const checkboxes = (options: CheckboxesOptions): Html =>
  choices(options, {
    kind: 'checkboxes',
    describedBy: options.describedBy,
    isChecked: (item) =>
      item.checked === true || (item.checked !== false && (options.values ?? []).includes(item.value)),
    attributesOf: (item) => ({ 'data-behaviour': item.behaviour, ...(item.name ? { name: item.name } : {}) }),
  })
