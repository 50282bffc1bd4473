import { attrs, classes, html, type Html } from '#platform/html.ts'
import { more, worded, type Worded, type Words } from './words.ts'

export type ErrorWords =
  | Words
  | (Worded & {
      /** What a screen reader says first; "Error" unless told, nothing when empty. */
      visuallyHiddenText?: string | undefined
    })

/** What is wrong with a field and how to put it right, in its own place above the field. */
export function errorMessage(words: ErrorWords, id?: string): Html {
  const given: Worded & { visuallyHiddenText?: string | undefined } = worded(words)
  const spoken = given.visuallyHiddenText ?? 'Error'
  return html`<p${attrs({ id, class: classes('govuk-error-message', given.classes) })}${more(given.attributes)}>${
    spoken !== '' && html`<span class="govuk-visually-hidden">${spoken}:</span> `
  }${given.text}</p>`
}
