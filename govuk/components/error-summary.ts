import { attrs, classes, html, isPresent, type Content, type Html } from '#platform/html.ts'
import { kept, more, type Classed, type Perhaps } from './words.ts'

export type ErrorSummaryItem = Omit<Classed, 'classes'> & {
  text: Content
  /** `#id` of the field that is wrong. */
  href?: string | undefined
}

export type ErrorSummaryOptions = Classed & {
  /** "There is a problem" unless told. */
  title?: Content | undefined
  description?: Content | undefined
  errorList?: readonly Perhaps<ErrorSummaryItem>[] | undefined
  /** Takes the focus when the page loads unless this is true. */
  disableAutoFocus?: boolean | undefined
}

/** Everything that is wrong with the page, first thing on it, each a link to its field. */
export function errorSummary(options: ErrorSummaryOptions): Html {
  const errors = kept(options.errorList)
  return html`<div${attrs({
    class: classes('govuk-error-summary', options.classes),
    'data-disable-auto-focus': options.disableAutoFocus === undefined ? undefined : String(options.disableAutoFocus),
  })}${more(options.attributes)} data-module="govuk-error-summary"><div role="alert">
  <h2 class="govuk-error-summary__title">${options.title ?? 'There is a problem'}</h2>
  <div class="govuk-error-summary__body">${isPresent(options.description) && html`<p>${options.description}</p>`}${
    errors.length > 0
    && html`<ul class="govuk-list govuk-error-summary__list">${errors.map(
      (error) =>
        html`<li>${
          error.href ? html`<a href="${error.href}"${more(error.attributes)}>${error.text}</a>` : error.text
        }</li>`,
    )}</ul>`
  }</div></div></div>`
}
