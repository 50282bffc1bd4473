import { democraticServices, officer } from '#authority'
import type { Asking } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Form } from '#platform/page.ts'
import { dayBoxes, typedDay } from '#platform/typed.ts'
import { done } from '#platform/use-case.ts'
import { viewChoices } from '../../choices.ts'
import { viewRecord } from '../../queries.ts'
import type { Decision } from '../../decision.ts'
import type { Choices } from '../../pages/draft-question.ts'
import { deskPath } from '../../pages/paths.ts'
import { enterPlannedPath, noticesOfPath, plannedPath, planPath } from '../paths.ts'
import { enterPlanned } from '../plan/enter-planned.ts'
import { formPage, linesOf } from './form-page.ts'

type Seen = { choices: Choices; decision: Decision | null }

/** What is planned, by whom and for when? */
export const enterPlannedPage = formPage<Seen, typeof enterPlanned.input, { ref: string }>({
  path: enterPlannedPath,
  may: [officer, democraticServices],
  does: enterPlanned,
  see: async (visit) => {
    const choices = await visit.ask(viewChoices, {})
    if (!choices.ok) return choices
    const record = visit.query['decision'] ? await visit.ask(viewRecord, { ref: visit.query['decision'] }) : null
    if (record && !record.ok) return record
    return done({ choices: choices.value, decision: record?.value.decision ?? null })
  },
  heading: () => 'Enter a decision in the forward plan',
  caption: ({ decision }) => (decision ? `${decision.ref} · ${decision.title}` : ''),
  lead: () =>
    html`<p class="govuk-body">
      It is public as soon as it is entered, and remembers every day that it has. Leave out what must stay confidential,
      but say enough for people to know what it is about.
    </p>`,
  typed: ({ decision }) => ({
    matter: decision?.title ?? '',
    maker: decision?.maker ?? '',
    subject: decision?.subject ?? '',
    about: decision?.purpose ?? '',
    leadOfficer: decision?.author ?? '',
    restriction: 'open',
    ...(decision?.isKey !== null && decision !== null && { isKey: decision.isKey ? 'yes' : 'no' }),
  }),
  fields: boxes,
  read: (form, visit, errors) => {
    const { values } = form
    const { dueFrom, dueUntil } = dueRead(form, errors)
    return {
      matter: values['matter'],
      about: values['about'],
      maker: values['maker'],
      subject: values['subject'],
      isKey: values['isKey'] ?? '',
      leadOfficer: values['leadOfficer'],
      documents: linesOf(values['documents']),
      restriction: values['restriction'],
      dueFrom,
      dueUntil,
      decision: visit.query['decision'] || null,
    }
  },
  leadsTo: (visit, { ref }) =>
    visit.query['decision'] ? noticesOfPath({ ref: visit.query['decision'] }) : plannedPath({ ref }),
  back: (visit) =>
    visit.query['decision']
      ? noticesOfPath({ ref: visit.query['decision'] })
      : visit.actor.account === null
        ? planPath()
        : deskPath(),
  button: 'Enter it in the forward plan',
})

function boxes(ask: Asking, { choices: { posts, subjects } }: Seen): Html[] {
  const choose = { value: '', text: 'Choose' }
  return [
    ask.input({ name: 'matter', label: 'What is to be decided?' }),
    ask.textarea({ name: 'about', label: 'What it is about (optional)', rows: 4 }),
    ask.select({
      name: 'maker',
      label: 'Who decides?',
      items: [choose, ...posts.map(({ post, title }) => ({ value: post, text: title }))],
    }),
    ask.select({
      name: 'subject',
      label: 'Subject',
      items: [choose, ...subjects.map(({ subject, title }) => ({ value: subject, text: title }))],
    }),
    ask.radios({
      name: 'isKey',
      legend: { text: 'Is it a key decision?', classes: 'govuk-fieldset__legend--s' },
      classes: 'govuk-radios--inline',
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
    }),
    ...dueBoxes(ask),
    ask.input({
      name: 'leadOfficer',
      label: 'Lead officer (optional)',
      hint: 'Name and post, as they are to be published',
    }),
    ask.textarea({ name: 'documents', label: 'Documents to be considered (optional)', hint: 'One a line', rows: 3 }),
    ask.radios({
      name: 'restriction',
      legend: { text: 'Will the report be open?', classes: 'govuk-fieldset__legend--s' },
      items: [
        { value: 'open', text: 'Open' },
        { value: 'part-exempt', text: 'Part exempt' },
        { value: 'exempt', text: 'Fully exempt' },
      ],
    }),
  ]
}

/** The boxes for a day or a period. */
export const dueBoxes = (ask: Asking): Html[] => [
  ask.dateInput({
    name: 'dueFrom',
    legend: { text: 'On which day, or from when?', classes: 'govuk-fieldset__legend--s' },
  }),
  ask.dateInput({
    name: 'dueUntil',
    legend: { text: 'Until when, if it is a period?', classes: 'govuk-fieldset__legend--s' },
    hint: 'Leave it empty for a single day',
  }),
]

/** A day or a period as it was typed; a single day is a period of one. */
export function dueRead(
  { values }: Form,
  errors: Record<string, string>,
): { dueFrom: string | undefined; dueUntil: string | undefined } {
  const [from, until] = [typedDay(values, 'dueFrom'), typedDay(values, 'dueUntil')]
  if (!from) errors['dueFrom'] = 'Say when it is due.'
  else if ('error' in from) errors['dueFrom'] = from.error
  if (until && 'error' in until) errors['dueUntil'] = until.error
  const first = from && 'value' in from ? from.value.toString() : undefined
  return { dueFrom: first, dueUntil: until && 'value' in until ? until.value.toString() : first }
}

/** The boxes of a day or a period that is known. */
export const dueTyped = (from: Temporal.PlainDate, until: Temporal.PlainDate): Record<string, string> => ({
  ...dayBoxes('dueFrom', from),
  ...(from.equals(until) ? {} : dayBoxes('dueUntil', until)),
})
