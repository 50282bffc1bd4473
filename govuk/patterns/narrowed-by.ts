import { html, type Html } from '#platform/html.ts'

/** What a list is narrowed by at present, each a link that takes it away; nothing where it is not narrowed. */
export const narrowedBy = (chosen: readonly { text: string; href: string }[]): Html =>
  html`${
    chosen.length > 0
    && html`<ul class="remit-search__chosen" aria-label="Narrowed by">
      ${chosen.map(
        ({ text, href }) =>
          html`<li class="govuk-body-s govuk-!-margin-bottom-0">
            <a class="govuk-link" href="${href}"
              ><span class="govuk-visually-hidden">Remove </span>${text} <span aria-hidden="true">✕</span></a
            >
          </li>`,
      )}
    </ul>`
  }`
