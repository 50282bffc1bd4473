import { attrs, classes, html, type Content, type Html } from '#platform/html.ts'
import { tag } from './tag.ts'
import { more, textOf, worded, type Classed, type Words } from './words.ts'

/** Says that a service is still being tried: alpha or beta. */
export const phaseBanner = (options: Classed & { tag?: Words | undefined; text: Content }): Html =>
  html`<div${attrs({ class: classes('govuk-phase-banner govuk-width-container', options.classes) })}${more(
    options.attributes,
  )}><p class="govuk-phase-banner__content">${tag({
    text: textOf(options.tag) ?? '',
    classes: classes('govuk-phase-banner__content__tag', worded(options.tag).classes),
  })} <span class="govuk-phase-banner__text">${options.text}</span></p></div>`
