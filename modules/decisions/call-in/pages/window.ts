import { democraticServices, scrutiny } from '#authority'
import { pager, statusTag } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { decisionPath, deskPath } from '../../pages/paths.ts'
import type { InWindow } from '../window-store.ts'
import { callInPath, callInWindowPath } from '../paths.ts'
import { viewCallInWindow } from '../queries.ts'

/** What can be called in? */
export const callInWindowPage: Page = {
  path: callInWindowPath.pattern,
  may: [scrutiny, democraticServices],
  get: async (visit) => {
    const { after } = visit.query
    const outcome = await visit.ask(viewCallInWindow, { after })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { decisions, next } = outcome.value
    return {
      view: {
        title: 'What can be called in',
        back: deskPath(),
        body: html`<h1 class="govuk-heading-l">What can be called in</h1>
          <p class="govuk-body">
            Published and still open to call-in on ${longDay(visit.today)}, with all of its clauses or some; the first
            to close comes first.
          </p>
          ${windowTable(decisions, visit.today, visit.actor.roles.includes(scrutiny))}
          ${(after !== undefined || next !== null) && pager({ label: `${decisions.length} shown`, of: 'the window', previous: after === undefined ? undefined : callInWindowPath(), next: next === null ? undefined : withQuery(callInWindowPath(), { after: next }) })}`,
      },
    }
  },
}

const head = (text: string): Html => html`<th scope="col" class="govuk-table__header">${text}</th>`

/** Decisions in the window as a table: until when, and how far each clock has run. */
export function windowTable(decisions: readonly InWindow[], today: Temporal.PlainDate, mayCall: boolean): Html {
  if (decisions.length === 0) return html`<p class="govuk-inset-text">Nothing is in the call-in window today.</p>`
  return html`<div class="remit-scroll" role="region" tabindex="0" aria-label="Decisions in the call-in window">
    <table class="govuk-table remit-window">
      <caption class="govuk-table__caption govuk-visually-hidden">
        Decisions in the call-in window
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${head('Decision')}${head('Who decided')}${head('Until')}${head('Takes effect')}${mayCall && head('Call-in')}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${decisions.map(
          (one) =>
            html`<tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href="${decisionPath(one)}">${one.title}</a
                ><span class="remit-ref">${one.ref}</span>
              </th>
              <td class="govuk-table__cell">${one.makerTitle}</td>
              <td class="govuk-table__cell remit-day">
                ${shortDay(one.lastDay)}${one.closesAt !== null && `, ${one.closesAt}`}<span class="remit-ref"
                  >${left(one, today)}</span
                >
              </td>
              <td class="govuk-table__cell remit-day">
                ${shortDay(one.effectiveOn)}${one.calledIn && html`<br />${statusTag('Partly called in', 'bad')}`}
              </td>
              ${
                mayCall
                && html`<td class="govuk-table__cell">
                  <a class="govuk-link" href="${callInPath(one)}"
                    >Call in<span class="govuk-visually-hidden"> ${one.title}</span></a
                  >
                </td>`
              }
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

const left = ({ lastDay }: InWindow, today: Temporal.PlainDate): string => {
  const days = today.until(lastDay).days
  return days === 0 ? 'today is the last day' : days === 1 ? 'one day after today' : `${days} days after today`
}
