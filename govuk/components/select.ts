import { attrs, classes, html, type Html } from '#platform/html.ts'
import { field, type FieldOptions } from './field.ts'
import { kept, more, type Classed, type Perhaps } from './words.ts'

export type SelectItem = Omit<Classed, 'classes'> & {
  text: string
  /** What is sent; the text itself when there is none. */
  value?: string | number | undefined
  /** `false` keeps an item unselected whatever `value` says. */
  selected?: boolean | undefined
  disabled?: boolean | undefined
}

export type SelectOptions = FieldOptions & {
  items: readonly Perhaps<SelectItem>[]
  /** The value of the selected item. */
  value?: string | number | undefined
}

/** A drop-down list. Radios are easier for most people; use this when there are too many to read. */
export const select = (options: SelectOptions): Html =>
  field(
    options,
    (id, describedBy) =>
      html`${options.formGroup?.before}<select${attrs({
        class: classes('govuk-select', options.classes, options.errorMessage !== undefined && 'govuk-select--error'),
        id,
        name: options.name,
        disabled: options.disabled,
        'aria-describedby': describedBy,
      })}${more(options.attributes)}>${kept(options.items).map(
        (item) =>
          html`<option${attrs({
            value: item.value === undefined ? undefined : String(item.value),
            selected: item.selected === true || (item.selected !== false && isChosen(item, options.value)),
            disabled: item.disabled,
          })}${more(item.attributes)}>${item.text}</option>`,
      )}</select>${options.formGroup?.after}`,
  )

const isChosen = (item: SelectItem, value: string | number | undefined): boolean =>
  Boolean(value) && String(item.value ?? item.text) === String(value)
