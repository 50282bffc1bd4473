import { html, type Html } from '#platform/html.ts'

/** A text as it was written, its paragraphs kept. */
export const prose = (text: string): Html => html`${text.split(/\n{2,}/u).map((paragraph) => html`<p class="govuk-body">${
  paragraph.split('\n').map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</p>`)}`
