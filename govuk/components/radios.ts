import type { Html } from '#platform/html.ts'
import { choices, type Choice, type ChoicesOptions, type Divider } from './choices.ts'

export type RadioItem = Choice

export type RadiosOptions = ChoicesOptions<RadioItem> & {
  /** The value of the item that is chosen. */
  value?: string | undefined
}

export type { Divider }

/** Choose one. For side by side, `classes: 'govuk-radios--inline'`; for less weight, `'govuk-radios--small'`. */
export const radios = (options: RadiosOptions): Html =>
  choices(options, {
    kind: 'radios',
    isChecked: (item) =>
      item.checked === true || (item.checked !== false && Boolean(options.value) && item.value === options.value),
    attributesOf: () => ({}),
  })
