import { html, type Content, type Html } from '#platform/html.ts'

/** Terms and what they mean. */
export const definitionList = (items: readonly { term: Content; means: Content | readonly Content[] }[]): Html =>
  html`<dl class="govuk-body remit-definitions">
    ${items.map(
      ({ term, means }) =>
        html`<dt>${term}</dt>
          ${(Array.isArray(means) ? (means as readonly Content[]) : [means as Content]).map(
            (each) => html`<dd>${each}</dd>`,
          )}`,
    )}
  </dl>`
