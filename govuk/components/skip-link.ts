import { attrs, classes, html, type Content, type Html } from '#platform/html.ts'
import { more, type Classed } from './words.ts'

/** The first link of a page: past the header, straight to what the page is about. */
export const skipLink = (options: Classed & { text: Content; href?: string | undefined }): Html =>
  html`<a${attrs({ href: options.href || '#content', class: classes('govuk-skip-link', options.classes) })}${more(
    options.attributes,
  )} data-module="govuk-skip-link">${options.text}</a>`
