import { attrs, classes, html, type Content, type Html } from '#platform/html.ts'
import { more, type Classed } from './words.ts'

/** Text set apart from what surrounds it: a quotation, an example, something to notice. */
export const insetText = (options: Classed & { text: Content; id?: string | undefined }): Html =>
  html`<div${attrs({ id: options.id, class: classes('govuk-inset-text', options.classes) })}${more(
    options.attributes,
  )}>${options.text}</div>`
