import { html, type Html } from '#platform/html.ts'

/** The parts of a long page, each a link to its heading. */
export const onThisPage = (parts: readonly (readonly [id: string, words: string])[]): Html =>
  html`<nav class="remit-parts" aria-label="On this page">
    <h2 class="govuk-heading-s">On this page</h2>
    <ul class="govuk-list">
      ${parts.map(([id, words]) => html`<li><a class="govuk-link" href="#${id}">${words}</a></li>`)}
    </ul>
  </nav>`
