import type { DeskPart } from '#decisions'
import { withQuery } from '#platform/address.ts'
import { html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import { forecast } from '../rules/forecast.ts'
import { forecastPath } from './paths.ts'

const speaksOfIt = /\b(?:co-?production|networks?|workshops?)\b/iu

// What is usual: quarterly, a room full of people, a morning. Whoever drafts changes it on the page that this leads to.
const usual = { workshops: 4, people: 15, minutes: 180, hourlyFee: 15_00n, venue: 0n, access: 0n, travel: 0n, host: 0n }

/** Beside a draft that speaks of a network or of workshops: what a year of them would cost, and which part of the sum that is. */
export const costOfTakingPart: DeskPart = {
  section(_, { decision: d }) {
    const words = [d.title, d.purpose, d.reasons, ...d.clauses.map((one) => one.words)]
      .filter((one) => one !== null)
      .join('\n')
    if (d.state !== 'draft' || !speaksOfIt.test(words)) return Promise.resolve(null)
    const of = d.value?.kind === 'stated' ? d.value.pence : null
    const { fees, feesPerCent } = forecast({ ...usual, yearlyBudget: of ?? 0n })
    return Promise.resolve(
      html`<h2 class="govuk-heading-m">What people’s time costs</h2>
        <p class="govuk-body">
          It speaks of a network or of workshops. ${usual.workshops} workshops a year of three hours for ${usual.people}
          people at ${pounds(usual.hourlyFee)} an hour come to <strong>${pounds(fees)}</strong> in each
          year${
            of !== null
            && feesPerCent !== null
            && html`: ${feesPerCent}% of the ${pounds(of)} stated here for its whole life`
          }.
          <a
            class="govuk-link"
            href="${withQuery(forecastPath(), {
              workshops: String(usual.workshops),
              people: String(usual.people),
              minutes: String(usual.minutes),
              hourlyFee: '15',
              yearlyBudget: of === null ? '' : pounds(of).replaceAll(/[£,]/gu, ''),
            })}"
            >Work out what you plan</a
          >
          before the sum is fixed.
        </p>`,
    )
  },
}
