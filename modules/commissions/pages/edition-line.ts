import { plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'

/** Which edition of a part stands on the page, who made it, when and why. */
export const editionLine = (edition: { n: number; madeBy: string; madeOn: Temporal.PlainDate; why: string }): Html =>
  html`<p class="govuk-body-s">
    Edition ${edition.n}, made by ${edition.madeBy} on ${plainDay(edition.madeOn)}: ${edition.why}
  </p>`
