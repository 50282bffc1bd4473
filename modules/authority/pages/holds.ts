import { button, insetText, sortableTable, statusTag } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { listHolds, type HoldLine } from '../hold/list-holds.ts'
import { holdPath, holdsPath, newHoldPath } from '../paths.ts'
import { everybody, financeOfficer, monitoringOfficer } from '../roles.ts'

export const mayIssue = ({ actor }: Pick<Visit, 'actor'>): boolean =>
  [monitoringOfficer, financeOfficer].some((role) => actor.roles.includes(role))

/** What is frozen here, by whom, until when? */
export const holdsPage: Page = {
  path: holdsPath.pattern,
  may: everybody,
  async get(visit) {
    const { after } = visit.query
    const running = await visit.ask(listHolds, { running: 'yes', size: 200 })
    const all = await visit.ask(listHolds, { after })
    if (!running.ok) return { refusal: running.refusal }
    if (!all.ok) return { refusal: all.refusal }
    const over = all.value.lines.filter((line) => !line.running)
    return {
      view: {
        title: 'What is on hold',
        body: html`<h1 class="govuk-heading-l">What is on hold</h1>
          <p class="govuk-body-l">
            The monitoring officer, the chief finance officer or a court can stop the council from going on with
            something. While that lasts, nothing that it reaches can be done.
          </p>
          ${mayIssue(visit) && button({ text: 'Issue a report or record an order', href: newHoldPath() })}
          ${
            running.value.lines.length === 0
              ? insetText({ text: 'Nothing is on hold today.' })
              : html`<h2 class="govuk-heading-m">On hold today</h2>
                  ${holdTable(running.value.lines, 'On hold today')}`
          }
          ${
            over.length > 0
            && html`<h2 class="govuk-heading-m">Released</h2>
              ${holdTable(over, 'Released')}`
          }
          ${all.value.next !== null && html`<p class="govuk-body"><a class="govuk-link" href="${withQuery(holdsPath(), { after: all.value.next })}">Older ones</a></p>`}`,
      },
    }
  },
}

const holdTable = (lines: readonly HoldLine[], caption: string): Html =>
  html`<div class="remit-lines">
    ${sortableTable({
      caption,
      hideCaption: true,
      columns: [
        { key: 'ref', text: 'Hold' },
        { key: 'reach', text: 'What it reaches' },
        { key: 'from', text: 'Issued' },
        { key: 'state', text: 'How it stands' },
      ],
      rows: lines.map((line) => [
        html`<a class="govuk-link remit-day" href="${holdPath({ ref: line.ref })}">${line.ref}</a>`,
        html`${capital(line.reach)}<span class="remit-ref">${line.short}; stops ${line.stops}</span>`,
        html`<span class="remit-day">${plainDay(line.issuedOn)}</span
          ><span class="remit-ref">${line.issuedPost}</span>`,
        html`${holdTag(line)}<span class="remit-ref">${standsWords(line)}</span>`,
      ]),
    })}
  </div>`

export const holdTag = ({ running }: Pick<HoldLine, 'running'>): Html =>
  running ? statusTag('On hold', 'bad') : statusTag('Released', 'ended')

/** How far it is, in words: "to be considered by …", "may be released from …". */
export function standsWords({ considerBy, consideredOn, releasableFrom, until }: HoldLine): string {
  if (until) return `Released on ${longDay(until)}`
  if (releasableFrom)
    return `Considered on ${longDay(consideredOn ?? releasableFrom)}; may be released from ${longDay(releasableFrom)}`
  return considerBy ? `To be considered by ${longDay(considerBy)}` : 'Until the court orders otherwise'
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
