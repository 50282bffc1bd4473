import { attrs, classes, html, nothing, type Html } from '#platform/html.ts'
import { more, textOf, worded, type Worded, type Words } from './words.ts'

export type LabelWords =
  | Words
  | (Worded & {
      /** Wraps the label in the page's `<h1>`: for a page that asks one thing. */
      isPageHeading?: boolean | undefined
    })

/** The name of a field. Nothing when there are no words. */
export function label(words: LabelWords | undefined, forId?: string): Html {
  const text = textOf(words)
  if (text === undefined) return nothing
  const given: Worded & { isPageHeading?: boolean | undefined } = worded(words)
  const named = html`<label${attrs({ class: classes('govuk-label', given.classes) })}${more(given.attributes)}${attrs({
    for: forId || undefined,
  })}>${text}</label>`
  return given.isPageHeading ? html`<h1 class="govuk-label-wrapper">${named}</h1>` : named
}
