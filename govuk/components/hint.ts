import { attrs, classes, html, type Html } from '#platform/html.ts'
import { more, worded, type Words } from './words.ts'

/** Help that is always needed, under a label or legend. */
export function hint(words: Words, id?: string): Html {
  const { text, classes: own, attributes } = worded(words)
  return html`<div${attrs({ id, class: classes('govuk-hint', own) })}${more(attributes)}>${text}</div>`
}
