import { details, facts, pager, statusTag } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { decisionPath } from '../../pages/paths.ts'
import type { PublicPart } from '../../pages/parts.ts'
import { prose } from '../../pages/prose.ts'
import type { PublicMeeting } from '../meeting.ts'
import { meetingPath, meetingsPath } from '../paths.ts'
import { listMeetings, viewMeeting } from '../queries.ts'

const on = (iso: string): string => longDay(Temporal.PlainDate.from(iso))
const stateTag = ({ state, day }: PublicMeeting, today: Temporal.PlainDate): Html =>
  state === 'cancelled'
    ? statusTag('Cancelled', 'bad')
    : state === 'held'
      ? statusTag('Minutes published', 'good')
      : Temporal.PlainDate.compare(Temporal.PlainDate.from(day), today) < 0
        ? statusTag('Minutes to come', 'waiting')
        : statusTag('Agenda published', 'information')

/** Which bodies meet, and when? */
export const meetingsPage: Page = {
  path: meetingsPath.pattern,
  may: [anyone],
  remembered: true,
  get: async (visit) => {
    const { after } = visit.query
    const outcome = await visit.ask(listMeetings, { after })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { meetings, next } = outcome.value
    return {
      view: {
        title: 'Meetings',
        back: '/forward-plan',
        body: html`<h1 class="govuk-heading-l">Meetings</h1>
          <p class="govuk-body">Meetings whose agendas are published, the latest first.</p>
          ${
            meetings.length === 0
              ? html`<p class="govuk-inset-text">No agenda has been published yet.</p>`
              : html`<ul class="remit-entries">
                  ${meetings.map(
                    (one) =>
                      html`<li class="remit-entry">
                        <p class="govuk-body">
                          <a class="govuk-link govuk-!-font-weight-bold" href="${meetingPath(one)}"
                            >${one.bodyTitle}, ${on(one.day)}</a
                          >
                          ${stateTag(one, visit.today)}<span class="remit-ref"
                            >${one.ref} · ${one.time} · ${one.place} · ${one.agenda?.items.length ?? 0}
                            ${one.agenda?.items.length === 1 ? 'item' : 'items'}${one.inPrivate && ' · in private'}</span
                          >
                        </p>
                      </li>`,
                  )}
                </ul>`
          }
          ${(after !== undefined || next !== null) && pager({ label: `${meetings.length} shown`, of: 'meetings', previous: after === undefined ? undefined : meetingsPath(), next: next === null ? undefined : withQuery(meetingsPath(), { after: next }) })}`,
      },
    }
  },
}

/** What is on the agenda, and what came of it? */
export const meetingPage: Page = {
  path: meetingPath.pattern,
  may: [anyone],
  remembered: true,
  get: async (visit) => {
    const outcome = await visit.ask(viewMeeting, { ref: visit.params['ref'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { meeting: m } = outcome.value
    return {
      view: {
        title: `${m.bodyTitle}, ${on(m.day)}`,
        back: meetingsPath(),
        body: html`<span class="govuk-caption-l">Meeting ${m.ref}</span>
          <h1 class="govuk-heading-l">${m.bodyTitle}, ${on(m.day)}</h1>
          <p class="govuk-body">${stateTag(m, visit.today)}</p>
          ${m.cancelledBecause !== null && html`<div class="govuk-inset-text">Cancelled: ${m.cancelledBecause}</div>`}
          ${facts({
            rows: [
              { key: 'Where', value: m.place },
              { key: 'When', value: `${m.time}, ${on(m.day)}` },
              {
                key: 'Open to the public',
                value: m.inPrivate
                  ? 'No'
                  : m.agenda?.items.some(({ inPrivate }) => inPrivate)
                    ? 'Yes, but for what is marked as private'
                    : 'Yes',
              },
            ],
          })}
          ${m.agenda && agendaShown(m.agenda)}${m.minutes && minutesShown(m.minutes)}`,
      },
    }
  },
}

const agendaShown = ({ publishedOn, days, items }: NonNullable<PublicMeeting['agenda']>): Html =>
  html`<h2 class="govuk-heading-m" id="agenda">What is on the agenda?</h2>
    <p class="govuk-body">
      Published on ${on(publishedOn)}: ${days.says}${!days.enough && html` ${statusTag('Published late', 'bad')}`}
    </p>
    ${details({
      summary: 'How the days were counted',
      text: html`<ol class="remit-working">
        ${days.working.map((step) => html`<li>${step}</li>`)}
      </ol>`,
    })}
    <ol class="remit-entries">
      ${items.map(
        ({ position, title, inPrivate, lateBecause, decision }) =>
          html`<li class="remit-entry">
            <p class="govuk-body">
              <strong>${position}. ${title}</strong>${inPrivate && html` ${statusTag('In private', 'waiting')}`}${
                lateBecause !== null && html`<br />${statusTag('Late item', 'bad')} ${lateBecause}`
              }${decision !== null && html`<br />Decided: <a class="govuk-link" href="${decisionPath({ ref: decision })}">${decision}</a>`}
            </p>
          </li>`,
      )}
    </ol>`

const minutesShown = ({ publishedOn, words, attendance }: NonNullable<PublicMeeting['minutes']>): Html =>
  html`<h2 class="govuk-heading-m" id="minutes">What do the minutes say?</h2>
    <p class="govuk-body-s">Published on ${on(publishedOn)}</p>
    ${prose(words)}
    <h3 class="govuk-heading-s">Who was there, and what did they declare?</h3>
    <div class="remit-scroll" role="region" tabindex="0" aria-label="Attendance">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-visually-hidden">
          Attendance, interests and dispensations
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            ${['Member', 'Attended', 'Interests', 'Dispensations'].map(
              (head) => html`<th scope="col" class="govuk-table__header">${head}</th>`,
            )}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          ${attendance.map(
            (one) =>
              html`<tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">${one.name}</th>
                <td class="govuk-table__cell">${one.present ? 'Present' : 'Apologies'}</td>
                <td class="govuk-table__cell">${one.interests}</td>
                <td class="govuk-table__cell">${one.dispensations}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`

/** At which meeting something was decided, on its public page. */
export const meetingInPublic: PublicPart = {
  section: (_, { decision: { decidedAt } }) =>
    decidedAt
      ? {
          id: 'meeting',
          heading: 'At which meeting was it decided?',
          body: html`<p class="govuk-body">
            <a class="govuk-link" href="${meetingPath({ ref: decidedAt.ref })}">The meeting of ${on(decidedAt.day)}</a>,
            ${decidedAt.place}.
          </p>`,
        }
      : null,
}
