import { democraticServices, officer, staff } from '#authority'
import { button, facts, pager, statusTag, type Asking } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { typedDay } from '#platform/typed.ts'
import { deskPath, recordPath } from '../../pages/paths.ts'
import type { DeskPart } from '../../pages/parts.ts'
import type { Answer } from '#platform/use-case.ts'
import { daysRun, firstDayAfter, lastDayFor } from '../../notices/clear-days.ts'
import { noticeWords } from '../../notices/notice.ts'
import { formPage } from '../../notices/pages/form-page.ts'
import { noticePath } from '../../notices/paths.ts'
import { givePrivateNotice, givePrivateNoticeAgain } from '../give-private-notice.ts'
import {
  callMeeting,
  cancelMeeting,
  keepMinutes,
  publishAgenda,
  putAgendaItem,
  removeAgendaItem,
} from '../hold-meetings.ts'
import { nilDispensations, nilInterests } from '../meeting.ts'
import {
  agendaItemPath,
  callMeetingPath,
  cancelMeetingPath,
  meetingDeskPath,
  meetingPath,
  meetingsDeskPath,
  minutesPath,
  privateNoticeAgainPath,
  privateNoticePath,
} from '../paths.ts'
import { viewMeetingOf, viewMeetingOnDesk, viewMeetingsDesk } from '../queries.ts'

type Seen = Answer<typeof viewMeetingOnDesk>

/** Which meetings are there? */
export const meetingsDeskPage: Page = {
  path: meetingsDeskPath.pattern,
  may: staff,
  get: async (visit) => {
    const { after } = visit.query
    const outcome = await visit.ask(viewMeetingsDesk, { after })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { meetings, next } = outcome.value
    return {
      view: {
        title: 'Meetings',
        back: deskPath(),
        body: html`<h1 class="govuk-heading-l">Meetings</h1>
          ${visit.actor.roles.includes(democraticServices) && button({ text: 'Call a meeting', href: callMeetingPath() })}
          ${
            meetings.length === 0
              ? html`<p class="govuk-inset-text">No meeting has been called.</p>`
              : html`<ul class="remit-entries">
                  ${meetings.map(
                    (one) =>
                      html`<li class="remit-entry">
                        <p class="govuk-body">
                          <a class="govuk-link govuk-!-font-weight-bold" href="${meetingDeskPath(one)}"
                            >${one.bodyTitle}, ${longDay(one.day)}</a
                          ><span class="remit-ref"
                            >${one.ref} · ${one.time}, ${one.place} ·
                            ${one.state === 'called' ? (one.agendaOn ? `agenda published on ${shortDay(one.agendaOn)}` : 'agenda not published') : one.state}</span
                          >
                        </p>
                      </li>`,
                  )}
                </ul>`
          }
          ${(after !== undefined || next !== null) && pager({ label: `${meetings.length} shown`, of: 'meetings', previous: after === undefined ? undefined : meetingsDeskPath(), next: next === null ? undefined : withQuery(meetingsDeskPath(), { after: next }) })}`,
      },
    }
  },
}

/** Which body meets, when and where? */
export const callMeetingPage = formPage({
  path: callMeetingPath,
  may: [democraticServices],
  does: callMeeting,
  see: (visit) => visit.ask(viewMeetingsDesk, {}),
  heading: () => 'Call a meeting',
  fields: (ask, { bodies }) => [
    ask.select({
      name: 'body',
      label: 'Which body?',
      items: [{ value: '', text: 'Choose' }, ...bodies.map(({ post, title }) => ({ value: post, text: title }))],
    }),
    ask.dateInput({ name: 'day', legend: { text: 'On which day?', classes: 'govuk-fieldset__legend--s' } }),
    ask.input({ name: 'time', label: 'At what time?', hint: 'For example 14:30', classes: 'govuk-input--width-5' }),
    ask.input({ name: 'place', label: 'Where?' }),
    privately(ask, 'Is the whole meeting held in private?'),
  ],
  read: ({ values }, _, errors) => {
    const day = typedDay(values, 'day')
    if (!day || 'error' in day) errors['day'] = day?.error ?? 'Say on which day it meets.'
    return {
      body: values['body'],
      day: day && 'value' in day ? day.value.toString() : '',
      time: values['time'],
      place: values['place'],
      inPrivate: values['inPrivate'] ?? 'no',
    }
  },
  typed: () => ({ inPrivate: 'no' }),
  leadsTo: (_, { ref }) => meetingDeskPath({ ref }),
  back: () => meetingsDeskPath(),
  button: 'Call the meeting',
})

const privately = (ask: Asking, text: string): Html =>
  ask.radios({
    name: 'inPrivate',
    legend: { text, classes: 'govuk-fieldset__legend--s' },
    classes: 'govuk-radios--inline',
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  })

/** What is left to do for this meeting? */
export const meetingDeskPage: Page = {
  path: meetingDeskPath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await visit.ask(viewMeetingOnDesk, { ref: visit.params['ref'] })
    return outcome.ok
      ? {
          view: {
            title: `${outcome.value.bodyTitle}, ${longDay(outcome.value.meeting.day)}`,
            back: meetingsDeskPath(),
            body: shown(visit, outcome.value),
          },
        }
      : { refusal: outcome.refusal }
  },
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const outcome = form.values['remove']
      ? await visit.perform(removeAgendaItem, { ref, item: form.values['remove'] }, form)
      : await visit.perform(publishAgenda, { ref }, form)
    return outcome.ok ? { redirect: meetingDeskPath({ ref }) } : { refusal: outcome.refusal }
  },
}

function shown(visit: Visit, seen: Seen): Html {
  const { meeting: m, bodyTitle, agenda } = seen
  const closed = m.inPrivate || agenda.some(({ inPrivate }) => inPrivate)
  return html`<span class="govuk-caption-l">Meeting ${m.ref}</span>
    <h1 class="govuk-heading-l">${bodyTitle}, ${longDay(m.day)}</h1>
    ${facts({
      rows: [
        { key: 'When and where', value: `${m.time}, ${m.place}` },
        { key: 'Open to the public', value: m.inPrivate ? 'No' : closed ? 'But for what is marked as private' : 'Yes' },
        {
          key: 'Standing',
          value:
            m.state === 'called' ? 'Called' : m.state === 'held' ? 'Held' : `Cancelled: ${m.cancelledBecause ?? ''}`,
        },
        { key: 'Agenda', value: agendaDays(seen, visit.today) },
      ],
    })}
    <h2 class="govuk-heading-m">Agenda</h2>
    ${
      agenda.length === 0
        ? html`<p class="govuk-body">Nothing stands on it yet.</p>`
        : html`<ol class="remit-entries">
            ${agenda.map((one) => itemShown(visit, m, one))}
          </ol>`
    }
    ${closed && privacyShown(seen)}${visit.actor.roles.includes(democraticServices) && m.state === 'called' && toDo(visit, seen, closed)}`
}

/** When the agenda was published, or by when it has to be. */
function agendaDays({ meeting: { ref, day, agendaOn }, days }: Seen, today: Temporal.PlainDate): Html {
  if (agendaOn) {
    const late = daysRun(days.rule, agendaOn, day) < days.rule.n
    return html`<a class="govuk-link" href="${meetingPath({ ref })}">Published on ${longDay(agendaOn)}</a
      >${late && html` ${statusTag('Late', 'bad')}`}`
  }
  const last = lastDayFor(days.rule, day)
  const past = Temporal.PlainDate.compare(last, today) < 0
  return html`${days.words} (${days.source}): to be published by
  ${longDay(last)}${
    past
      ? `, which is past. Published today, the first day with enough is ${longDay(firstDayAfter(days.rule, today))}.`
      : '.'
  }`
}

function itemShown(visit: Visit, { agendaOn, state }: Seen['meeting'], one: Seen['agenda'][number]): Html {
  const mayGo = visit.actor.roles.includes(democraticServices) && !agendaOn && state === 'called'
  return html`<li class="remit-entry">
    <p class="govuk-body">
      <strong>${one.position}. ${one.title}</strong>${one.inPrivate && html` ${statusTag('In private', 'waiting')}`}${
        one.lateBecause !== null && html`<br />${statusTag('Late item', 'bad')} ${one.lateBecause}`
      }${
        one.decisionRef !== null
        && html`<br /><a class="govuk-link" href="${recordPath({ ref: one.decisionRef })}">${one.decisionRef}</a>`
      }
    </p>
    ${
      mayGo
      && html`<form method="post" novalidate>
        ${visit.formFields()}<button
          class="govuk-button govuk-button--secondary"
          name="remove"
          value="${one.agendaItem}"
        >
          Take off the agenda<span class="govuk-visually-hidden">: ${one.title}</span>
        </button>
      </form>`
    }
  </li>`
}

const privacyShown = ({ notices }: Seen): Html =>
  html`<h2 class="govuk-heading-m">Notices of what is held in private</h2>
    ${
      notices.length === 0
        ? html`<p class="govuk-body">None was given yet.</p>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${notices.map(
              (one) =>
                html`<li>
                  <a class="govuk-link" href="${noticePath(one)}">${noticeWords[one.kind]} ${one.ref}</a>,
                  ${longDay(
                    one.givenOn,
                  )}${one.endedOn ? ' (stands no more)' : `: enough days from ${longDay(one.earliest)}`}
                </li>`,
            )}
          </ul>`
    }`

function toDo(visit: Visit, { meeting: m, agenda }: Seen, closed: boolean): Html {
  const { ref } = m
  const second = (text: string, href: string) => button({ text, href, classes: 'govuk-button--secondary' })
  const held = m.agendaOn !== null && Temporal.PlainDate.compare(m.day, visit.today) <= 0
  return html`<h2 class="govuk-heading-m">What can be done</h2>
    <div class="govuk-button-group">
      ${second('Put an item onto the agenda', agendaItemPath({ ref }))}${
        closed
        && html`${second('First notice of privacy', privateNoticePath({ ref }))}${second('Second notice of privacy', privateNoticeAgainPath({ ref }))}`
      }${held && second('Keep the minutes', minutesPath({ ref }))}<a
        class="govuk-link"
        href="${cancelMeetingPath({ ref })}"
        >Cancel the meeting</a
      >
    </div>
    ${
      !m.agendaOn
      && agenda.length > 0
      && html`<form method="post" novalidate>
        ${visit.formFields()}${button({ text: 'Publish the agenda today', preventDoubleClick: true })}
      </form>`
    }`
}

const see = (visit: Visit) => visit.ask(viewMeetingOnDesk, { ref: visit.params['ref'] })
const back = (visit: Visit) => meetingDeskPath({ ref: visit.params['ref'] ?? '' })
const common = {
  may: [democraticServices],
  see,
  back,
  leadsTo: back,
  caption: ({ meeting, bodyTitle }: Seen) => `${meeting.ref} · ${bodyTitle}, ${longDay(meeting.day)}`,
}

/** What is put onto the agenda? */
export const agendaItemPage = formPage({
  ...common,
  path: agendaItemPath,
  does: putAgendaItem,
  heading: () => 'Put an item onto the agenda',
  typed: (_, visit) => ({ inPrivate: 'no', decision: visit.query['decision'] ?? '' }),
  fields: (ask, { meeting }) => [
    ask.input({
      name: 'decision',
      label: 'Reference of the record (optional)',
      hint: 'For example D-2022-0007',
      classes: 'govuk-input--width-10',
      spellcheck: false,
    }),
    ask.input({ name: 'title', label: 'Title on the agenda', hint: 'The title of the record, if it is left empty' }),
    ask.input({
      name: 'position',
      label: 'Number (optional)',
      hint: 'The last, if it is left empty',
      classes: 'govuk-input--width-2',
      inputmode: 'numeric',
    }),
    privately(ask, 'Is it taken in private?'),
    ...(meeting.agendaOn
      ? [
          ask.textarea({
            name: 'lateBecause',
            label: 'Why is it urgent, in the words of whoever presides?',
            hint: 'The agenda is published already; the reason is published with it.',
            rows: 3,
          }),
        ]
      : []),
  ],
  read: ({ values }, visit) => ({
    ref: visit.params['ref'],
    decision: values['decision']?.trim() || null,
    title: values['title'],
    ...(values['position']?.trim() && { position: values['position'] }),
    inPrivate: values['inPrivate'] ?? 'no',
    lateBecause: values['lateBecause'],
  }),
  button: 'Put it onto the agenda',
})

/** Why is the meeting cancelled? */
export const cancelMeetingPage = formPage({
  ...common,
  path: cancelMeetingPath,
  does: cancelMeeting,
  heading: () => 'Why is the meeting cancelled?',
  fields: (ask) => [ask.textarea({ name: 'because', label: 'Reasons', rows: 3 })],
  read: ({ values }, visit) => ({ ref: visit.params['ref'], because: values['because'] }),
  button: 'Cancel the meeting',
  warning: true,
})

/** Why is it held in private? */
export const privateNoticePage = formPage({
  ...common,
  path: privateNoticePath,
  does: givePrivateNotice,
  heading: () => 'Why is it held in private?',
  lead: () =>
    'At least 28 clear days before the executive meets in private it publishes why (SI 2012/2089, reg 5). Name the paragraphs of Schedule 12A. Anybody may then say why it should be open.',
  fields: (ask) => [ask.textarea({ name: 'reasons', label: 'Reasons', rows: 5 })],
  read: ({ values }, visit) => ({
    ref: visit.params['ref'],
    reasons: values['reasons'],
    replaces: visit.query['replaces'] || null,
  }),
  leadsTo: (_, { ref }) => noticePath({ ref }),
  button: 'Publish the notice today',
})

/** What was said against it, and why is it still held in private? */
export const privateNoticeAgainPage = formPage({
  ...common,
  path: privateNoticeAgainPath,
  does: givePrivateNoticeAgain,
  heading: () => 'Why is it still held in private?',
  lead: () =>
    'At least five clear days before the meeting a second notice repeats the reasons, with what was received against it and the answer to each. Both are put in by themselves.',
  fields: (ask) => [ask.textarea({ name: 'reasons', label: 'Reasons', rows: 5 })],
  read: ({ values }, visit) => ({ ref: visit.params['ref'], reasons: values['reasons'] }),
  leadsTo: (_, { ref }) => noticePath({ ref }),
  button: 'Publish the notice today',
})

const spare = 3

/** Who was there, what did they declare, and what was said? */
export const minutesPage = formPage({
  ...common,
  path: minutesPath,
  does: keepMinutes,
  heading: () => 'The minutes',
  lead: () =>
    html`<p class="govuk-body">
      They are published and sealed: they do not change afterwards. For whoever declared nothing the record says
      “${nilInterests}”, and “${nilDispensations}” where no dispensation was given.
    </p>`,
  typed: ({ members }) =>
    Object.fromEntries(
      members.flatMap((name, at) => [
        [`name-${at}`, name],
        [`present-${at}`, 'yes'],
      ]),
    ),
  fields: (ask, { members }) => [
    ...Array.from(
      { length: members.length + spare },
      (_, at) =>
        html`<fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
            ${members[at] ?? `Somebody else (${at - members.length + 1})`}
          </legend>
          ${ask.input({ name: `name-${at}`, label: 'Name' })}${ask.radios({
            name: `present-${at}`,
            legend: { text: 'Attended?', classes: 'govuk-visually-hidden' },
            classes: 'govuk-radios--inline',
            items: [
              { value: 'yes', text: 'Present' },
              { value: 'no', text: 'Apologies' },
            ],
          })}${ask.input({
            name: `interests-${at}`,
            label: 'Interests declared',
            hint: 'Leave it empty if none',
          })}${ask.input({ name: `dispensations-${at}`, label: 'Dispensations', hint: 'Leave it empty if none' })}
        </fieldset>`,
    ),
    ask.textarea({
      name: 'minutes',
      label: { text: 'What was said and resolved', classes: 'govuk-label--s' },
      rows: 12,
    }),
  ],
  read: ({ values }, visit, errors) => {
    const at = Object.keys(values)
      .flatMap((name) => /^name-(\d+)$/u.exec(name)?.[1] ?? [])
      .filter((n) => values[`name-${n}`]?.trim())
    for (const n of at)
      if (!values[`present-${n}`]) errors[`present-${n}`] = `Say whether ${values[`name-${n}`] ?? ''} was present.`
    return {
      ref: visit.params['ref'],
      minutes: values['minutes'],
      attendance: at.map((n) => ({
        name: values[`name-${n}`],
        present: values[`present-${n}`] ?? 'no',
        interests: values[`interests-${n}`],
        dispensations: values[`dispensations-${n}`],
      })),
    }
  },
  button: 'Publish the minutes',
})

/** The meeting of a record, on the desk. */
export const meetingOnDesk: DeskPart = {
  async section(visit, { decision: { ref, state } }) {
    const outcome = await visit.ask(viewMeetingOf, { ref })
    if (!outcome.ok) return null
    const { meeting, toCome } = outcome.value
    if (meeting)
      return html`<h2 class="govuk-heading-m">The meeting</h2>
        <p class="govuk-body">
          It stands on the agenda of
          <a class="govuk-link" href="${meetingDeskPath(meeting)}">${meeting.ref}, ${longDay(meeting.day)}</a
          >${meeting.agendaOn ? '' : ', which is not published yet'}.
        </p>`
    if (
      !visit.actor.roles.includes(democraticServices)
      || toCome.length === 0
      || (state !== 'draft' && state !== 'proposed')
    )
      return null
    return html`<h2 class="govuk-heading-m">The meeting</h2>
      <p class="govuk-body">It stands on no agenda. Put it on that of:</p>
      <ul class="govuk-list govuk-list--bullet">
        ${toCome.map((one) => html`<li><a class="govuk-link" href="${withQuery(agendaItemPath(one), { decision: ref })}">${longDay(one.day)}, ${one.place}</a></li>`)}
      </ul>`
  },
}

/** Whoever works with meetings finds them from the desk. */
export const meetingsLink = (roles: readonly string[]): Html | false =>
  [democraticServices, officer].some((role) => roles.includes(role))
  && button({ text: 'Meetings', href: meetingsDeskPath(), classes: 'govuk-button--secondary' })
