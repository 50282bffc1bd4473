import { attrs, classes, html, type Html } from '#platform/html.ts'
import type { ErrorWords } from './error-message.ts'
import { describing, formGroup, type FormGroup } from './field.ts'
import { fieldset, type FieldsetOptions } from './fieldset.ts'
import { input } from './input.ts'
import { kept, more, type Classed, type Perhaps, type Words } from './words.ts'

/** One box of a date. */
export type DateInputItem = Classed & {
  name?: string | undefined
  id?: string | undefined
  /** The name with a capital unless told. */
  label?: string | undefined
  value?: string | number | undefined
  /** Which boxes are wrong. With none named, an error message marks them all; `false` leaves this one out of that. */
  error?: boolean | undefined
  inputmode?: string | undefined
  autocomplete?: string | undefined
  pattern?: string | undefined
}

export type DateInputOptions = Classed & {
  id: string
  /** `until` makes `until-day`, `until-month`, `until-year`. */
  namePrefix?: string | undefined
  /** What was typed, by name: `{ day: '1', month: '4', year: '2026' }`. */
  values?: Readonly<Record<string, string | number | undefined>> | undefined
  /** `false` leaves a box out, as for a month and year. */
  day?: DateInputItem | false | undefined
  month?: DateInputItem | false | undefined
  year?: DateInputItem | false | undefined
  /** Instead of day, month and year: boxes of your own. */
  items?: readonly Perhaps<DateInputItem>[] | undefined
  /** Nearly always wanted: its legend is the question. */
  fieldset?: FieldsetOptions | undefined
  hint?: Words | undefined
  errorMessage?: ErrorWords | undefined
  formGroup?: FormGroup | undefined
}

type Part = 'day' | 'month' | 'year'
const parts: readonly Part[] = ['day', 'month', 'year']

/** A date that people know by heart, typed in three boxes. */
export function dateInput(options: DateInputOptions): Html {
  const { id } = options
  const { shown, describedBy } = describing(id, options.hint, options.errorMessage, options.fieldset?.describedBy)
  const own = new Map(
    parts.map(
      (part) =>
        [
          part,
          options[part] ?? {
            name: part,
            value: options.values?.[part],
            classes: `govuk-input--width-${part === 'year' ? 4 : 2}`,
          },
        ] as const,
    ),
  )
  const items = kept(options.items?.length ? options.items : [...own.values()])
  const someNamedWrong = items.some(isNamedWrong)

  const boxes = items.map((item) => {
    const part = parts.find((candidate) => {
      const ownItem = own.get(candidate)
      return item === ownItem || (item.name && [candidate, ownItem && ownItem.name].includes(item.name))
    })
    const ownItem = part && own.get(part)
    const name = item.name ?? part ?? ''
    const fullName = options.namePrefix ? `${options.namePrefix}-${name}` : name
    const wrong = isNamedWrong(item) || (item.error !== false && options.errorMessage !== undefined && !someNamedWrong)
    return html`<div class="govuk-date-input__item">${input({
      label: { text: item.label || capitalised(name), classes: 'govuk-date-input__label' },
      id: item.id || `${id}-${name}`,
      name: fullName,
      classes: classes(
        'govuk-date-input__input',
        wrong && !item.classes?.includes('govuk-input--error') && 'govuk-input--error',
        !item.classes?.includes('govuk-input--width-') && `govuk-input--width-${part === 'year' ? 4 : 2}`,
        item.classes,
      ),
      value: item.value ?? (ownItem ? ownItem.value : undefined) ?? options.values?.[fullName],
      inputmode: item.inputmode || 'numeric',
      autocomplete: item.autocomplete,
      pattern: item.pattern,
      attributes: item.attributes,
    })}</div>`
  })

  const inner = html`${shown}<div${attrs({ class: classes('govuk-date-input', options.classes) })}${more(
    options.attributes,
  )}${attrs({ id: id || undefined })}>${options.formGroup?.before}${boxes}${options.formGroup?.after}</div>`

  // `role="group"`, or some screen readers do not read the description of a group of text boxes.
  return formGroup(
    options.formGroup,
    options.errorMessage !== undefined,
    options.fieldset === undefined ? inner : fieldset({ ...options.fieldset, describedBy, role: 'group' }, inner),
  )
}

const isNamedWrong = (item: DateInputItem): boolean =>
  item.error === true || (item.classes ?? '').includes('govuk-input--error')

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()
