import { attrs, classes, Html, html, isPresent, type Content } from '#platform/html.ts'
import { heading, type HeadingLevel } from './heading.ts'
import { more, type Classed } from './words.ts'

export type FeedbackOptions = Classed & {
  title: Content
  /** Text becomes a paragraph; markup stays as it is. */
  text?: Content | undefined
  headingLevel?: HeadingLevel | undefined
}

/** A band under the page that asks what people think of it. */
export const feedback = (options: FeedbackOptions): Html =>
  html`<div${attrs({ class: classes('govuk-feedback govuk-width-container', options.classes) })}${more(
    options.attributes,
  )}><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${heading(
    options.headingLevel ?? 2,
    { class: 'govuk-feedback__title' },
    options.title,
  )}${
    isPresent(options.text)
    && html`<div class="govuk-feedback__body">${
      options.text instanceof Html ? options.text : html`<p class="govuk-body">${options.text}</p>`
    }</div>`
  }</div></div></div>`
