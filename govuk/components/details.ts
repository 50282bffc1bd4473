import { attrs, classes, html, type Content, type Html } from '#platform/html.ts'
import { more, type Classed } from './words.ts'

export type DetailsOptions = Classed & {
  summary: Content
  text: Content
  id?: string | undefined
  open?: boolean | undefined
}

/** More, for the few who want it, behind a line they can open. */
export const details = (options: DetailsOptions): Html =>
  html`<details${attrs({ id: options.id, class: classes('govuk-details', options.classes) })}${more(
    options.attributes,
  )}${attrs({ open: options.open })}><summary class="govuk-details__summary">
    <span class="govuk-details__summary-text">${options.summary}</span></summary>
    <div class="govuk-details__text">${options.text}</div></details>`
