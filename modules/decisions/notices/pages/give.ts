import { democraticServices, officer } from '#authority'
import { html } from '#platform/html.ts'
import { longDay } from '#platform/days.ts'
import type { Visit } from '#platform/page.ts'
import { dayBoxes, typedDay } from '#platform/typed.ts'
import { done, type Answer } from '#platform/use-case.ts'
import { firstDayAfter, lastDayFor } from '../clear-days.ts'
import { dueWords, giveKeyNotice } from '../give-key-notice.ts'
import { giveGeneralException } from '../give-general-exception.ts'
import {
  askUrgencyPath,
  elsewherePath,
  exceptionPath,
  giveKeyNoticePath,
  noticePath,
  noticesOfPath,
  plannedPath,
} from '../paths.ts'
import { viewPlanned } from '../plan/queries.ts'
import { viewNoticesOf, viewNoticeToGive } from '../queries.ts'
import { recordNoticeElsewhere } from '../record-elsewhere.ts'
import { askUrgency } from '../urgency.ts'
import { formPage, linesOf } from './form-page.ts'

type Planned = Answer<typeof viewPlanned> & Answer<typeof viewNoticeToGive>

/** What does the notice of a key decision say? */
export const giveKeyNoticePage = formPage<
  Planned,
  typeof giveKeyNotice.input,
  { ref: string; earliest: Temporal.PlainDate }
>({
  path: giveKeyNoticePath,
  may: [democraticServices],
  does: giveKeyNotice,
  see: async (visit) => {
    const planned = await visit.ask(viewPlanned, { ref: visit.params['ref'] })
    if (!planned.ok) return planned
    const said = await visit.ask(viewNoticeToGive, { maker: planned.value.planned.maker })
    return said.ok ? done({ ...planned.value, ...said.value }) : said
  },
  heading: () => 'Give notice of a key decision',
  caption: ({ planned }) => `${planned.ref} · ${planned.matter}`,
  lead: ({ planned, who, days }, { today }) => {
    const first = firstDayAfter(days.rule, today)
    return html`<p class="govuk-body">
        Published today, the decision can be taken from <strong>${longDay(first)}</strong>: ${days.words}
        (${days.source}). It is due
        ${dueWords(planned.dueFrom, planned.dueUntil)}.${
          Temporal.PlainDate.compare(planned.dueUntil, first) < 0
          && html` <strong
            >That is too soon: notice had to be given by ${longDay(lastDayFor(days.rule, planned.dueUntil))}.</strong
          >`
        }
      </p>
      <p class="govuk-body">A notice must say eight things (SI 2012/2089, reg 9(2)). These stand in the plan:</p>
      <dl class="govuk-body remit-definitions">
        <dt>(a) What</dt>
        <dd>
          ${planned.isKey ? 'A key decision is to be made' : html`<strong>The plan does not say that it is a key decision</strong>`}
        </dd>
        <dt>(b) Matter</dt>
        <dd>${planned.matter}</dd>
        <dt>(c) Who decides</dt>
        <dd>
          ${who.isBody ? html`${who.title}: ${who.names.length ? who.names.join(', ') : html`<strong>nobody is known to sit on it</strong>`}` : `${who.names.join(', ') || 'Nobody holds the post'}, ${who.title}`}
        </dd>
        <dt>(d) When</dt>
        <dd>${dueWords(planned.dueFrom, planned.dueUntil)}</dd>
      </dl>`
  },
  typed: ({ planned }) => ({
    documents: planned.documents.join('\n'),
    otherDocuments: 'Other documents relevant to the matter may be submitted to the decision maker.',
    howToRequest: 'Ask at the same address for details of those documents, if any, as they become available.',
  }),
  fields: (ask) => [
    ask.textarea({
      name: 'documents',
      label: '(e) Documents submitted for consideration',
      hint: 'One a line. If there are none yet, write so.',
      rows: 4,
    }),
    ask.textarea({ name: 'address', label: '(f) The address from which copies can be had', rows: 3 }),
    ask.textarea({ name: 'otherDocuments', label: '(g) That other documents may be submitted', rows: 2 }),
    ask.textarea({ name: 'howToRequest', label: '(h) How to ask for details of them', rows: 2 }),
  ],
  read: ({ values }, visit) => ({
    ref: visit.params['ref'],
    documents: linesOf(values['documents']),
    address: values['address'],
    otherDocuments: values['otherDocuments'],
    howToRequest: values['howToRequest'],
    replaces: visit.query['replaces'] || null,
  }),
  leadsTo: (_, { ref }) => noticePath({ ref }),
  back: (visit) => plannedPath({ ref: visit.params['ref'] ?? '' }),
  button: 'Publish the notice today',
})

type Seen = Answer<typeof viewNoticesOf>
const see = (visit: Visit) => visit.ask(viewNoticesOf, { ref: visit.params['ref'] })
const back = (visit: Visit) => noticesOfPath({ ref: visit.params['ref'] ?? '' })
const common = { see, back, leadsTo: back, caption: ({ decision }: Seen) => `${decision.ref} · ${decision.title}` }

/** Why are 28 days impracticable, and who was told? */
export const exceptionPage = formPage({
  ...common,
  path: exceptionPath,
  may: [democraticServices],
  does: giveGeneralException,
  heading: () => 'General exception',
  lead: ({ exception }, { today }) =>
    html`<p class="govuk-body">
      Where 28 clear days’ notice is impracticable, the scrutiny chair is told in writing, this notice is published, and
      ${exception.words} run (${exception.source}). Published today, the decision can be taken from
      <strong>${longDay(firstDayAfter(exception.rule, today))}</strong>.
    </p>`,
  typed: (_, { today }) => dayBoxes('toldOn', today),
  fields: (ask, { ladder }) => [
    ask.textarea({
      name: 'reasons',
      label: { text: 'Why is 28 clear days’ notice impracticable?', classes: 'govuk-label--s' },
      hint: 'It is published.',
      rows: 4,
    }),
    ask.radios({
      name: 'told',
      legend: { text: 'Who was told in writing?', classes: 'govuk-fieldset__legend--s' },
      items: [
        { value: 'chair', text: ladder[0]?.title ?? 'The chair of the overview and scrutiny committee' },
        { value: 'members', text: 'Every member of the committee, because it has no chair' },
      ],
    }),
    ask.dateInput({ name: 'toldOn', legend: { text: 'On which day?', classes: 'govuk-fieldset__legend--s' } }),
    ask.input({ name: 'how', label: 'How?', hint: 'For example by letter and e-mail' }),
  ],
  read: ({ values }, visit, errors) => {
    const day = typedDay(values, 'toldOn')
    if (!day || 'error' in day) errors['toldOn'] = day?.error ?? 'Say on which day they were told.'
    return {
      ref: visit.params['ref'],
      reasons: values['reasons'],
      told: values['told'],
      toldOn: day && 'value' in day ? day.value.toString() : '',
      how: values['how'],
    }
  },
  button: 'Publish the notice today',
})

/** Why can it not wait, and who is asked to agree? */
export const askUrgencyPage = formPage({
  ...common,
  path: askUrgencyPath,
  may: [democraticServices],
  does: askUrgency,
  heading: () => 'Special urgency',
  lead: ({ ladder }) =>
    html`<p class="govuk-body">
      Where not even five clear days can run, whoever is asked must <strong>agree</strong> that the decision is urgent
      and cannot reasonably be deferred (SI 2012/2089, reg 11). They are asked in this order:
      ${ladder.map(({ title }) => title).join(', else ') || 'the council has settled nobody'}.
    </p>`,
  typed: ({ ladder }) => ({ post: ladder[0]?.post ?? '' }),
  fields: (ask, { ladder }) => [
    ask.textarea({
      name: 'reasons',
      label: { text: 'Why is it urgent, and why can it not be deferred?', classes: 'govuk-label--s' },
      hint: 'It is published once it is agreed.',
      rows: 4,
    }),
    ask.radios({
      name: 'post',
      legend: { text: 'Who is asked to agree?', classes: 'govuk-fieldset__legend--s' },
      items: ladder.map(({ post, title }) => ({ value: post, text: title })),
    }),
    ...ladder
      .slice(0, -1)
      .map(({ post, title }) =>
        ask.input({
          name: `over-${post}`,
          label: `Why could the ${title} not be asked?`,
          hint: 'Only if somebody after them is asked',
        }),
      ),
  ],
  read: ({ values }, visit) => ({
    ref: visit.params['ref'],
    reasons: values['reasons'],
    post: values['post'] ?? '',
    passedOver: Object.entries(values).flatMap(([name, why]) =>
      name.startsWith('over-') && why.trim() ? [{ post: name.slice(5), why }] : [],
    ),
  }),
  button: 'Ask for agreement',
})

/** Where and when was notice given? */
export const elsewherePage = formPage({
  ...common,
  path: elsewherePath,
  may: [democraticServices, officer],
  does: recordNoticeElsewhere,
  heading: () => 'Record a notice given elsewhere',
  lead: () =>
    html`<p class="govuk-body">
      For a notice that was published before the council used Remit, or on its democracy website. Its days count from
      the day on which it was given there, and it is marked as given elsewhere wherever it is shown.
    </p>`,
  typed: () => ({ kind: 'key-decision' }),
  fields: (ask) => [
    ask.radios({
      name: 'kind',
      legend: { text: 'Which notice was it?', classes: 'govuk-fieldset__legend--s' },
      items: [
        { value: 'key-decision', text: 'Notice of a key decision' },
        { value: 'general-exception', text: 'General exception' },
        { value: 'special-urgency', text: 'Special urgency, agreed on that day' },
      ],
    }),
    ask.dateInput({
      name: 'givenOn',
      legend: { text: 'On which day was it given?', classes: 'govuk-fieldset__legend--s' },
    }),
    ask.input({ name: 'address', label: 'Address of the page (optional)', type: 'url', spellcheck: false }),
    ask.textarea({ name: 'said', label: 'What did it say?', rows: 5 }),
  ],
  read: ({ values }, visit, errors) => {
    const day = typedDay(values, 'givenOn')
    if (!day || 'error' in day) errors['givenOn'] = day?.error ?? 'Say on which day it was given.'
    return {
      ref: visit.params['ref'],
      kind: values['kind'],
      givenOn: day && 'value' in day ? day.value.toString() : '',
      address: values['address'],
      said: values['said'],
    }
  },
  button: 'Record the notice',
})
