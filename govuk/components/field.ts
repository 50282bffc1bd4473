import { attrs, classes, html, type Content, type Html } from '#platform/html.ts'
import { errorMessage, type ErrorWords } from './error-message.ts'
import { hint } from './hint.ts'
import { label, type LabelWords } from './label.ts'
import { ids, more, type Classed, type Words } from './words.ts'

/** What surrounds the control or controls of a field. */
export type FormGroup = Classed & {
  /** Goes straight before, or after, the control. */
  before?: Content | undefined
  after?: Content | undefined
}

/** What every field with one control takes. */
export type FieldOptions = Classed & {
  /** The name under which the answer is sent. */
  name: string
  /** Same as the name unless told. The error summary links to it. */
  id?: string | undefined
  label: LabelWords
  hint?: Words | undefined
  errorMessage?: ErrorWords | undefined
  /** Ids of other things that describe the control. */
  describedBy?: string | undefined
  disabled?: boolean | undefined
  formGroup?: FormGroup | undefined
}

/** A hint and an error, each with its id, and the `aria-describedby` that names them after what was there before. */
export function describing(
  id: string,
  hintWords: Words | undefined,
  error: ErrorWords | undefined,
  before?: string,
): { shown: Html; describedBy: string | undefined } {
  const hintId = hintWords !== undefined && `${id}-hint`
  const errorId = error !== undefined && `${id}-error`
  return {
    shown: html`${hintWords !== undefined && hint(hintWords, `${id}-hint`)}${
      error !== undefined && errorMessage(error, `${id}-error`)
    }`,
    describedBy: ids(before, hintId, errorId),
  }
}

/** The group around a field, red at its side when something is wrong. */
export const formGroup = (options: FormGroup | undefined, hasError: boolean, content: Content): Html =>
  html`<div${attrs({
    class: classes('govuk-form-group', hasError && 'govuk-form-group--error', options?.classes),
  })}${more(options?.attributes)}>${content}</div>`

/** A whole field: label, hint, error and one control, which is given its id and what describes it. */
export function field(options: FieldOptions, control: (id: string, describedBy: string | undefined) => Html): Html {
  const id = options.id || options.name
  const { shown, describedBy } = describing(id, options.hint, options.errorMessage, options.describedBy)
  return formGroup(
    options.formGroup,
    options.errorMessage !== undefined,
    html`${label(options.label, id)}${shown}${control(id, describedBy)}`,
  )
}
