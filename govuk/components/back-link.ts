import { attrs, classes, html, isPresent, type Content, type Html } from '#platform/html.ts'
import { more, type Classed } from './words.ts'

export type BackLinkOptions = Classed & { href: string; text?: Content | undefined }

/** Back to the page before, above the main part of the page. "Back" unless told. */
export const backLink = (options: BackLinkOptions): Html =>
  html`<a${attrs({ href: options.href || '#', class: classes('govuk-back-link', options.classes) })}${more(
    options.attributes,
  )}>${isPresent(options.text) ? options.text : 'Back'}</a>`
