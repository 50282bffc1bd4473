import { democraticServices, monitoringOfficer, scrutiny } from '#authority'
import { barChart, statusTag } from '#govuk'
import { longDay, plainDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { documentRequestPath, documentRequestsPath } from '../../requests/paths.ts'
import { listWords } from '../../pages/grants.ts'
import { deskPath, recordPath } from '../../pages/paths.ts'
import type { Answer } from '#platform/use-case.ts'
import { callInWindowPath, scrutinyPath } from '../paths.ts'
import { viewScrutinyDesk } from '../scrutiny.ts'
import { callInTag } from './shown.ts'
import { windowTable } from './window.ts'

type Seen = Answer<typeof viewScrutinyDesk>

/** What is before scrutiny? */
export const scrutinyPage: Page = {
  path: scrutinyPath.pattern,
  may: [scrutiny, democraticServices, monitoringOfficer],
  get: async (visit) => {
    const outcome = await visit.ask(viewScrutinyDesk, {})
    return outcome.ok
      ? { view: { title: 'What is before scrutiny', back: deskPath(), body: shown(visit, outcome.value) } }
      : { refusal: outcome.refusal }
  },
}

function shown(visit: Visit, seen: Seen): Html {
  const { window, more } = seen
  return html`<h1 class="govuk-heading-l">What is before scrutiny</h1>
    <p class="govuk-body">
      On ${longDay(visit.today)}. What is coming stands in the
      <a class="govuk-link" href="/forward-plan">forward plan</a>.
    </p>
    <h2 class="govuk-heading-m" id="window">In the window</h2>
    ${
      window.length > 0
      && barChart({
        id: 'days-left',
        title: 'How long each can still be called in',
        of: 'Decision',
        amount: 'Days with today',
        bars: window.map(({ title, lastDay, closesAt }) => ({
          label: title,
          value: visit.today.until(lastDay).days + 1,
          shown: `until ${shortDay(lastDay)}${closesAt === null ? '' : `, ${closesAt}`}`,
        })),
      })
    }${windowTable(window, visit.today, visit.actor.roles.includes(scrutiny))}${more && html`<p class="govuk-body"><a class="govuk-link" href="${callInWindowPath()}">All that can be called in</a></p>`}
    <h2 class="govuk-heading-m" id="running">Call-ins that run</h2>
    ${running(seen)}
    <h2 class="govuk-heading-m" id="challenges">Decisions that should have been key</h2>
    ${challenges(seen)}
    <h2 class="govuk-heading-m" id="requests">Documents asked for</h2>
    ${requests(seen)}`
}

const nothing = (words: string): Html => html`<p class="govuk-body">${words}</p>`
const late = (overdue: boolean): Html | false => overdue && statusTag('Late', 'bad')

const running = ({ running: all }: Seen): Html =>
  all.length === 0
    ? nothing('No call-in is open.')
    : html`<ul class="remit-entries">
        ${all.map(
          (one) =>
            html`<li class="remit-entry">
              <p class="govuk-body remit-entry__head">
                <a class="govuk-link govuk-!-font-weight-bold" href="${`${recordPath(one)}#call-ins`}">${one.title}</a>
                ${callInTag(one.state)} ${late(one.overdue)}
              </p>
              <p class="govuk-body">
                ${listWords(one.labels.map((label) => (label === null ? 'A clause' : `(${label})`)))}, called in on
                ${plainDay(one.calledOn)} by ${one.callers}.
                ${one.turn}${one.hearing !== null && one.state === 'valid' ? ` on ${plainDay(one.hearing)}` : one.due !== null && (one.state === 'received' ? `. It is to be heard by ${plainDay(one.due)}` : `, by ${plainDay(one.due)}`)}.
              </p>
            </li>`,
        )}
      </ul>`

const challenges = ({ challenges: all }: Seen): Html =>
  all.length === 0
    ? nothing('No report is asked for.')
    : html`<ul class="remit-entries">
        ${all.map(
          (one) =>
            html`<li class="remit-entry">
              <p class="govuk-body remit-entry__head">
                <a class="govuk-link govuk-!-font-weight-bold" href="${`${recordPath(one)}#should-be-key`}"
                  >${one.title}</a
                >
                ${one.answeredOn === null ? statusTag('Waits for the report', 'waiting') : statusTag('Reported', 'information')}
                ${late(one.overdue)}
              </p>
              <p class="govuk-body">
                ${one.committee} asked on ${plainDay(one.raisedOn)} for a report by ${plainDay(one.due)}.
              </p>
            </li>`,
        )}
      </ul>`

const requests = ({ requests: open, answered }: Seen): Html =>
  html`${
    open.length === 0
      ? nothing('Nothing waits for an answer.')
      : html`<ul class="remit-entries">
          ${open.map(
            (one) =>
              html`<li class="remit-entry">
                <p class="govuk-body remit-entry__head">
                  <a class="govuk-link govuk-!-font-weight-bold" href="${documentRequestPath(one)}"
                    >${one.request}: ${one.title}</a
                  >
                  ${late(one.overdue)}
                </p>
                <p class="govuk-body">
                  Asked on ${plainDay(one.askedOn)} by ${one.askedBy}, due by ${plainDay(one.due)}.
                </p>
              </li>`,
          )}
        </ul>`
  }${
    answered.length > 0
    && html`<p class="govuk-body">
      <a class="govuk-link" href="${documentRequestsPath()}">Those that were answered</a>
    </p>`
  }`
