import { attrs, classes, html, type Content, type Html } from '#platform/html.ts'
import { more, type Classed } from './words.ts'

export type GenericHeaderOptions = Classed & {
  /** The council's name, or its own mark. */
  logo?: Content | undefined
  /** The home page unless told. */
  url?: string | undefined
  containerClasses?: string | undefined
}

/** The top band of a page for organisations other than GOV.UK. */
export const genericHeader = (options: GenericHeaderOptions): Html =>
  html`<div${attrs({ class: classes('govuk-generic-header', options.classes) })}${more(options.attributes)}><div${attrs(
    { class: classes('govuk-generic-header__container', options.containerClasses || 'govuk-width-container') },
  )}><div class="govuk-generic-header__logo"><a${attrs({
    href: options.url || '/',
    class: 'govuk-generic-header__homepage-link',
  })}>${options.logo}</a></div></div></div>`
