import { attrs, classes, html, type Content, type Html } from '#platform/html.ts'
import { more, type Classed } from './words.ts'

export type TagOptions = Classed & { text: Content }

/** The state of a thing in a word. `classes: 'govuk-tag--green'` and other colours; the word alone must do. */
export const tag = (options: TagOptions): Html =>
  html`<strong${attrs({ class: classes('govuk-tag', options.classes) })}${more(options.attributes)}>${
    options.text
  }</strong>`
