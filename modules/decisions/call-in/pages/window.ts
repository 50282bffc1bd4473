import { democraticServices, scrutiny } from '#authority'
import { pager, sortableTable, statusTag } from '#govuk'
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

/** Decisions in the window as a table: until when, and how far each clock has run. */
export function windowTable(decisions: readonly InWindow[], today: Temporal.PlainDate, mayCall: boolean): Html {
  if (decisions.length === 0) return html`<p class="govuk-inset-text">Nothing is in the call-in window today.</p>`
  return sortableTable({
    caption: 'Decisions in the call-in window',
    hideCaption: true,
    columns: [
      { key: 'decision', text: 'Decision' },
      { key: 'maker', text: 'Who decided' },
      { key: 'until', text: 'Until' },
      { key: 'effect', text: 'Takes effect' },
      ...(mayCall ? [{ key: 'call', text: 'Call-in' }] : []),
    ],
    rows: decisions.map((one) => [
      html`<a class="govuk-link" href="${decisionPath(one)}">${one.title}</a><span class="remit-ref">${one.ref}</span>`,
      one.makerTitle,
      html`<span class="remit-day">${shortDay(one.lastDay)}${one.closesAt !== null && `, ${one.closesAt}`}</span
        ><span class="remit-ref">${left(one, today)}</span>`,
      html`<span class="remit-day">${shortDay(one.effectiveOn)}</span>${
          one.calledIn && html` ${statusTag('Partly called in', 'bad')}`
        }`,
      ...(mayCall
        ? [
            html`<a class="govuk-link remit-day" href="${callInPath(one)}"
              >Call in<span class="govuk-visually-hidden"> ${one.title}</span></a
            >`,
          ]
        : []),
    ]),
  })
}

const left = ({ lastDay }: InWindow, today: Temporal.PlainDate): string => {
  const days = today.until(lastDay).days
  return days === 0 ? 'today is the last day' : days === 1 ? 'one day after today' : `${days} days after today`
}
