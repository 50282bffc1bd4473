import { democraticServices, monitoringOfficer, scrutiny } from '#authority'
import { pager } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { decisionPath, deskPath } from '../../pages/paths.ts'
import { againstTheTestPath } from '../paths.ts'
import { viewAgainstTheTest } from '../queries.ts'

/** What was said not to be key, although the test suggests that it is? */
export const againstTheTestPage: Page = {
  path: againstTheTestPath.pattern,
  may: [scrutiny, democraticServices, monitoringOfficer],
  get: async (visit) => {
    const { after } = visit.query
    const outcome = await visit.ask(viewAgainstTheTest, { after })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { decisions, next } = outcome.value
    return {
      view: {
        title: 'Not key against the test',
        back: deskPath(),
        body: html`<h1 class="govuk-heading-l">Not key against the test</h1>
          <p class="govuk-body">
            Published decisions that were marked as not key although the test suggests that they are, the latest first.
            Scrutiny may require a report on a decision that it thinks should have been key (SI 2012/2089, reg 18).
          </p>
          ${
            decisions.length === 0
              ? html`<p class="govuk-inset-text">There is none.</p>`
              : html`<ul class="remit-entries">
                  ${decisions.map(
                    ({ ref, title, makerTitle, publishedOn, reasoning, because }) =>
                      html`<li class="remit-entry">
                        <p class="govuk-body">
                          <a class="govuk-link govuk-!-font-weight-bold" href="${decisionPath({ ref })}">${title}</a
                          ><span class="remit-ref">${ref} · ${makerTitle} · published ${longDay(publishedOn)}</span>
                        </p>
                        <p class="govuk-body">${because.join(' ')}</p>
                        <p class="govuk-body">Reasons given for not treating it as key: ${reasoning ?? 'none'}</p>
                      </li>`,
                  )}
                </ul>`
          }
          ${(after !== undefined || next !== null) && pager({ label: `${decisions.length} shown`, of: 'decisions', previous: after === undefined ? undefined : againstTheTestPath(), next: next === null ? undefined : withQuery(againstTheTestPath(), { after: next }) })}`,
      },
    }
  },
}
