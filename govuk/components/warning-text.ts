import { attrs, classes, html, type Content, type Html } from '#platform/html.ts'
import { more, type Classed } from './words.ts'

/** What will follow if people do, or do not do, something. */
export const warningText = (options: Classed & { text: Content; iconFallbackText?: string | undefined }): Html =>
  html`<div${attrs({ class: classes('govuk-warning-text', options.classes) })}${more(options.attributes)}>
    <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
    <strong class="govuk-warning-text__text">
    <span class="govuk-visually-hidden">${options.iconFallbackText || 'Warning'}</span> ${options.text}</strong></div>`
