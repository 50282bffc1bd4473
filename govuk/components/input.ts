import { attrs, classes, html, isPresent, type Html } from '#platform/html.ts'
import { field, type FieldOptions } from './field.ts'
import { more, worded, type Classed, type Words } from './words.ts'

export type InputOptions = FieldOptions & {
  /** "text" unless told. For money and numbers stay with text and say `inputmode: 'numeric'`. */
  type?: string | undefined
  value?: string | number | undefined
  inputmode?: string | undefined
  /** As WCAG 1.3.5 wants for anything about the person: `email`, `name`, `postal-code` … */
  autocomplete?: string | undefined
  autocapitalize?: string | undefined
  pattern?: string | undefined
  spellcheck?: boolean | undefined
  /** A unit before or after the box, such as "£"; a screen reader skips it, so the label says it too. */
  prefix?: Words | undefined
  suffix?: Words | undefined
  inputWrapper?: Classed | undefined
}

/** One line of text. */
export const input = (options: InputOptions): Html =>
  field(options, (id, describedBy) => {
    const { prefix, suffix, formGroup } = options
    const box = html`<input${attrs({
      class: classes('govuk-input', options.classes, options.errorMessage !== undefined && 'govuk-input--error'),
      id,
      name: options.name,
      type: options.type || 'text',
      spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
      value: options.value,
      disabled: options.disabled,
      'aria-describedby': describedBy,
      autocomplete: options.autocomplete,
      autocapitalize: options.autocapitalize,
      pattern: options.pattern,
      inputmode: options.inputmode,
    })}${more(options.attributes)}>`
    const beside = [affix('prefix', prefix), affix('suffix', suffix), formGroup?.before, formGroup?.after]
    if (!beside.some(isPresent)) return box
    return html`<div${attrs({ class: classes('govuk-input__wrapper', options.inputWrapper?.classes) })}${more(
      options.inputWrapper?.attributes,
    )}>${formGroup?.before}${affix('prefix', prefix)}${box}${affix('suffix', suffix)}${formGroup?.after}</div>`
  })

function affix(place: 'prefix' | 'suffix', words: Words | undefined): Html | undefined {
  const { text, classes: own, attributes } = worded(words)
  if (!isPresent(text)) return undefined
  return html`<div${attrs({ class: classes(`govuk-input__${place}`, own), 'aria-hidden': 'true' })}${more(
    attributes,
  )}>${text}</div>`
}
