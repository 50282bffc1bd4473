import { html, type Html } from '#platform/html.ts'

/** A text as it was written, its paragraphs kept; each on the side from which it is written. */
export const prose = (text: string): Html =>
  html`${text
    .split(/\n{2,}/u)
    .map(
      (paragraph) =>
        html`<p class="govuk-body" dir="auto">
          ${paragraph.split('\n').map((line, at) => html`${at > 0 && html`<br />`}${line}`)}
        </p>`,
    )}`
