import { democraticServices, monitoringOfficer, officer } from '#authority'
import { statusTag, scrollRegion, stacking, table } from '#govuk'
import { plainDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { deskPath } from '../../pages/paths.ts'
import { restrictionsDuePath, restrictionsPath } from '../paths.ts'
import { listRestrictions } from '../queries.ts'

/** What is withheld, and which of it should be looked at again? */
export const restrictionsDuePage: Page = {
  path: restrictionsDuePath.pattern,
  may: [democraticServices, monitoringOfficer, officer],
  get: async (visit) => {
    const outcome = await visit.ask(listRestrictions, {})
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { restrictions, more } = outcome.value
    const soon = visit.today.add({ days: 28 })
    const due = (day: Temporal.PlainDate | null) =>
      day === null
        ? statusTag('Confidential', 'ended')
        : Temporal.PlainDate.compare(day, visit.today) <= 0
          ? statusTag('Due for review', 'bad')
          : Temporal.PlainDate.compare(day, soon) <= 0
            ? statusTag('Within four weeks', 'waiting')
            : statusTag('Later', 'ended')
    return {
      view: {
        title: 'What is withheld, and what is due for review?',
        back: deskPath(),
        wide: true,
        body: html`<h1 class="govuk-heading-l">What is withheld, and what is due for review?</h1>
          <p class="govuk-body">
            What is exempt stays so only for as long as the public interest in withholding it is the greater (Local
            Government Act 1972, Schedule 12A, paragraph 10).
          </p>
          ${
            restrictions.length === 0
              ? html`<p class="govuk-body">Nothing is withheld.</p>`
              : scrollRegion(
                  'What is withheld',
                  table(
                    stacking({
                      caption: `${restrictions.length} in force`,
                      captionClasses: 'govuk-visually-hidden',
                      head: ['Review', 'Decision', 'Where', 'Ground'].map((text) => ({ text })),
                      rows: restrictions.map((one) => [
                        { text: html`${one.reviewOn ? plainDay(one.reviewOn) : 'None'} ${due(one.reviewOn)}` },
                        {
                          text: html`<a class="govuk-link" href="${restrictionsPath({ ref: one.ref })}">${one.ref}</a>
                            ${one.title}`,
                        },
                        { text: one.where },
                        { text: one.says },
                      ]),
                    }),
                  ),
                  'narrow',
                )
          }${more && html`<p class="govuk-body">There are more: these are the first 500.</p>`}`,
      },
    }
  },
}
