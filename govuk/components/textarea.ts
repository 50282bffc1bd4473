import { attrs, classes, html, type Html } from '#platform/html.ts'
import { field, type FieldOptions } from './field.ts'
import { more } from './words.ts'

export type TextareaOptions = FieldOptions & {
  value?: string | undefined
  /** 5 unless told. */
  rows?: number | string | undefined
  autocomplete?: string | undefined
  spellcheck?: boolean | undefined
}

/** Several lines of text. */
export const textarea = (options: TextareaOptions): Html =>
  field(
    options,
    (id, describedBy) =>
      html`${options.formGroup?.before}<textarea${attrs({
        class: classes(
          'govuk-textarea',
          options.errorMessage !== undefined && 'govuk-textarea--error',
          options.classes,
        ),
        id,
        name: options.name,
        rows: options.rows || 5,
        spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
        disabled: options.disabled,
        'aria-describedby': describedBy,
        autocomplete: options.autocomplete,
      })}${more(options.attributes)}>${asTyped(options.value)}</textarea>${options.formGroup?.after}`,
  )

/** A browser drops one line break straight after the opening tag; a text that begins with one would lose it. */
const asTyped = (value: string | undefined): string | undefined => (value?.startsWith('\n') ? `\n${value}` : value)
