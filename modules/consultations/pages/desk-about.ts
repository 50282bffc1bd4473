import { decisionMaker, officer } from '#authority'
import { typedDay, type Typed } from '#platform/typed.ts'
import { html } from '#platform/html.ts'
import { longDay } from '#platform/days.ts'
import { missing } from '#platform/use-case.ts'
import type { Visit } from '#platform/page.ts'
import { analysisPath } from '../analysis/paths.ts'
import { closeEarly, extendConsultation } from '../change-days.ts'
import { editConsultation } from '../edit-consultation.ts'
import { closeConsultation, markAnalysed, markReported, withdrawConsultation } from '../finish.ts'
import { openConsultation } from '../open-consultation.ts'
import { viewDraft } from '../queries.ts'
import { saidBy, type OnDesk } from './desk.ts'
import { deskForm } from './desk-form.ts'
import {
  aboutPath,
  closeEarlyPath,
  daysPath,
  deskConsultationPath,
  extendPath,
  finishPath,
  groupsPath,
  openPath,
  reconciliationPath,
  withdrawPath,
} from './paths.ts'

export const onDesk = (visit: Visit) => visit.ask(viewDraft, { ref: visit.params['ref'] })
export const backToDesk = (_: unknown, { params }: Visit) => deskConsultationPath({ ref: params['ref'] ?? '' })
export const savedOnDesk =
  (said: string) =>
  (_value: unknown, _seen: unknown, { params }: Visit) =>
    `${deskConsultationPath({ ref: params['ref'] ?? '' })}?done=${said}`
export const captionOf = ({ consultation: { ref, title } }: OnDesk) => `${ref} · ${title}`
export const versionField = ({ consultation: { version } }: OnDesk) =>
  html`<input type="hidden" name="version" value="${version}" />`

const dayBoxes = (name: string, day: Temporal.PlainDate | null): Record<string, string> =>
  day
    ? { [`${name}-day`]: String(day.day), [`${name}-month`]: String(day.month), [`${name}-year`]: String(day.year) }
    : {}

/** A day from its boxes as the input wants it; what is wrong with it is noted. */
export function dayIn(values: Typed, name: string, errors: Record<string, string>): string | null {
  const read = typedDay(values, name)
  if (read && 'error' in read) errors[name] = read.error
  return read && 'value' in read ? read.value.toString() : null
}

/** What is it about, why, and whom can people ask? */
export const aboutPage = deskForm<OnDesk>({
  path: aboutPath,
  see: onDesk,
  back: backToDesk,
  caption: captionOf,
  hidden: versionField,
  heading: () => 'What is it about, and why do we ask?',
  typed: ({ consultation: c }) => ({
    values: {
      title: c.title,
      subject: c.subject ?? '',
      why: c.why ?? '',
      affected: c.affected ?? '',
      contact: c.contact ?? '',
      serves: c.serves.join('\n'),
      secondKeyed: String(c.secondKeyed),
    },
  }),
  fields: (ask, { subjects }) => [
    ask.input({ name: 'title', label: 'Title' }),
    ask.select({
      name: 'subject',
      label: 'Subject',
      items: [
        { value: '', text: 'Choose' },
        ...subjects.map(({ subject, title }) => ({ value: subject, text: title })),
      ],
    }),
    ask.textarea({
      name: 'why',
      label: 'Why do we ask?',
      hint: 'What is proposed in a few words, why now, and what people’s answers can still change',
      rows: 8,
    }),
    ask.textarea({ name: 'affected', label: 'Whom does it affect, in words? (optional)', rows: 3 }),
    ask.textarea({
      name: 'contact',
      label: 'Whom can people ask?',
      hint: 'Telephone, address, and how to get a paper form or another format',
      rows: 3,
    }),
    ask.textarea({
      name: 'serves',
      label: 'Which decisions or commissions is it for? (optional)',
      hint: 'One reference a line: D-2026-0001',
      rows: 2,
    }),
    ask.input({
      name: 'secondKeyed',
      label: 'Of a hundred paper forms, how many does a second person key in?',
      classes: 'govuk-input--width-3',
      inputmode: 'numeric',
    }),
  ],
  button: 'Save and return',
  send: (visit, { values: v, once }, { consultation: { ref } }) =>
    visit.perform(
      editConsultation,
      {
        ref,
        version: v['version'],
        changes: {
          title: v['title'],
          subject: v['subject'],
          why: v['why'],
          affected: v['affected'],
          contact: v['contact'],
          secondKeyed: v['secondKeyed'],
          serves: lines(v['serves']),
        },
      },
      { values: v, lists: {}, files: [], once },
    ),
  done: savedOnDesk('saved'),
})

const lines = (typed: string | undefined): string[] =>
  (typed ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

/** From when to when can people answer? */
export const daysPage = deskForm<OnDesk>({
  path: daysPath,
  see: onDesk,
  back: backToDesk,
  caption: captionOf,
  hidden: versionField,
  heading: () => 'From when to when can people answer?',
  lead: ({ timeToAnswer, findings }) =>
    html`${timeToAnswer !== null && html`<p class="govuk-body">Now: ${timeToAnswer}.</p>`}${saidBy(findings.fair.filter(({ rule }) => rule === 'consultation-time-is-enough'))}`,
  typed: ({ consultation: c }) => ({
    values: { ...dayBoxes('opensOn', c.opensOn), ...dayBoxes('closesOn', c.closesOn) },
  }),
  fields: (ask) => [
    ask.dateInput({ name: 'opensOn', legend: { text: 'First day', classes: 'govuk-fieldset__legend--s' } }),
    ask.dateInput({
      name: 'closesOn',
      legend: { text: 'Last day', classes: 'govuk-fieldset__legend--s' },
      hint: 'Six weeks are 42 days, both included. Holidays in between make it shorter than it looks.',
    }),
  ],
  button: 'Save and return',
  send: async (visit, form, { consultation: { ref } }) => {
    const errors: Record<string, string> = {}
    const changes = { opensOn: dayIn(form.values, 'opensOn', errors), closesOn: dayIn(form.values, 'closesOn', errors) }
    return Object.keys(errors).length
      ? { errors }
      : visit.perform(editConsultation, { ref, version: form.values['version'], changes }, form)
  },
  done: savedOnDesk('saved'),
})

/** Whom does it affect? */
export const groupsPage = deskForm<OnDesk>({
  path: groupsPath,
  see: onDesk,
  back: backToDesk,
  caption: captionOf,
  hidden: versionField,
  heading: () => 'Which groups does it affect?',
  lead: () =>
    'Say how many are in each group, so that it is seen later whether a group has not been heard. One group a line: who they are, how many, and where the figure comes from, with an upright stroke (|) in between.',
  typed: ({ consultation: { groups } }) => ({
    values: {
      groups: groups
        .map(({ name, population, source }) => [name, population ?? '', source ?? ''].join(' | '))
        .join('\n'),
    },
  }),
  fields: (ask) =>
    ask.textarea({
      name: 'groups',
      label: 'Groups',
      hint: 'Families who have short breaks | 1250 | Service records',
      rows: 8,
      spellcheck: false,
    }),
  button: 'Save and return',
  send: async (visit, form, { consultation: { ref } }) => {
    const groups = lines(form.values['groups']).map((line) => {
      const [name = '', population = '', source = ''] = line.split('|').map((one) => one.trim())
      return { name, population: population.replaceAll(',', ''), source }
    })
    const wrong = groups.find(({ population, name }) => !/^\d{0,9}$/u.test(population) || name === '')
    if (wrong)
      return {
        errors: {
          groups: `“${wrong.name} | ${wrong.population}”: write the group first, then how many as a number, or nothing.`,
        },
      }
    return visit.perform(editConsultation, { ref, version: form.values['version'], changes: { groups } }, form)
  },
  done: savedOnDesk('saved'),
})

/** Shall it open? */
export const openPage = deskForm<OnDesk>({
  path: openPath,
  may: [officer, decisionMaker],
  see: onDesk,
  back: backToDesk,
  caption: captionOf,
  hidden: versionField,
  heading: () => 'Open the consultation',
  lead: ({ findings, consultation: { opensOn, closesOn, wordings }, timeToAnswer, held }) =>
    html`<h2 class="govuk-heading-m">What was found</h2>
      ${saidBy([...findings.needed, ...findings.fair])}
      <p class="govuk-body">
        ${opensOn && closesOn ? `It is open from ${longDay(opensOn)} to ${longDay(closesOn)}: ${timeToAnswer}.` : ''}
        ${wordings.length ? 'Wordings that say everything are published with it.' : ''} You open it as
        ${held.map(({ title }) => title).join(' or ') || 'nobody: you hold no post today'}. From then on its questions
        do not change.
      </p>`,
  fields: (ask, { findings }) =>
    findings.fair.some(({ outcome }) => outcome === 'not-met')
      ? ask.textarea({
          name: 'because',
          label: { text: 'Why does it open all the same?', classes: 'govuk-label--s' },
          hint: 'This is published on its page.',
          rows: 4,
        })
      : html``,
  button: 'Open it',
  send: (visit, form, { consultation: { ref } }) =>
    visit.perform(
      openConsultation,
      { ref, version: form.values['version'], because: form.values['because']?.trim() || null },
      form,
    ),
  done: savedOnDesk('opened'),
})

/** How much more time do people get? */
export const extendPage = deskForm<OnDesk>({
  path: extendPath,
  see: onDesk,
  back: backToDesk,
  caption: captionOf,
  heading: () => 'Extend the consultation',
  lead: ({ consultation: { closesOn }, findings }) =>
    html`<p class="govuk-body">It ends on ${closesOn ? longDay(closesOn) : ''}.</p>
      ${findings.open.length > 0 && saidBy(findings.open)}`,
  fields: (ask) => [
    ask.dateInput({ name: 'closesOn', legend: { text: 'New last day', classes: 'govuk-fieldset__legend--s' } }),
    ask.textarea({
      name: 'because',
      label: { text: 'Why?', classes: 'govuk-label--s' },
      hint: 'This is published.',
      rows: 3,
    }),
  ],
  button: 'Extend it',
  send: async (visit, form, { consultation: { ref } }) => {
    const errors: Record<string, string> = {}
    const closesOn = dayIn(form.values, 'closesOn', errors)
    if (closesOn === null) errors['closesOn'] ??= 'Enter the new last day.'
    return Object.keys(errors).length
      ? { errors }
      : visit.perform(extendConsultation, { ref, closesOn, because: form.values['because'] }, form)
  },
  done: savedOnDesk('extended'),
})

const reason = {
  name: 'because',
  label: { text: 'Why?', classes: 'govuk-label--s' },
  hint: 'This is published.',
  rows: 4,
}

/** Why does it end early? */
export const closeEarlyPage = deskForm<OnDesk>({
  path: closeEarlyPath,
  see: onDesk,
  back: backToDesk,
  caption: captionOf,
  heading: () => 'Close the consultation early',
  warning: true,
  lead: () => 'Today is then the last day. People who meant to answer later can write, and count as late.',
  fields: (ask) => ask.textarea(reason),
  button: 'Close it today',
  send: (visit, form, { consultation: { ref } }) =>
    visit.perform(closeEarly, { ref, because: form.values['because'] }, form),
  done: savedOnDesk('closed'),
})

/** Why does it not go on? */
export const withdrawPage = deskForm<OnDesk>({
  path: withdrawPath,
  see: onDesk,
  back: backToDesk,
  caption: captionOf,
  heading: () => 'Withdraw the consultation',
  warning: true,
  lead: () => 'What came in is kept. It cannot be opened again.',
  fields: (ask) => ask.textarea(reason),
  button: 'Withdraw it',
  send: (visit, form, { consultation: { ref } }) =>
    visit.perform(withdrawConsultation, { ref, because: form.values['because'] }, form),
  done: savedOnDesk('withdrawn'),
})

const steps = {
  open: {
    heading: 'Close the consultation',
    does: closeConsultation,
    says: 'Its last day is over. From now on its days no longer change, and the answers about who people are get sealed.',
  },
  closed: {
    heading: 'Say that it is analysed',
    does: markAnalysed,
    says: 'Everything that was received has been analysed, or excluded for a reason.',
  },
  analysed: {
    heading: 'Say that it is reported',
    does: null,
    says: 'The report is out, and every theme has its answer.',
  },
} as const

/** What comes next? */
export const finishPage = deskForm<OnDesk>({
  path: finishPath,
  back: backToDesk,
  caption: captionOf,
  see: async (visit) => {
    const outcome = await onDesk(visit)
    return !outcome.ok || stepOf(outcome.value)
      ? outcome
      : missing(`${outcome.value.consultation.ref} is ${outcome.value.consultation.state}: nothing comes next.`)
  },
  heading: (seen) => stepOf(seen)?.heading ?? '',
  lead: (seen) => {
    const { ref, state } = seen.consultation
    return html`<p class="govuk-body">${stepOf(seen)?.says ?? ''}</p>
      ${state !== 'open' && html`<p class="govuk-body">See <a class="govuk-link" href="${reconciliationPath({ ref })}">what waits</a> and <a class="govuk-link" href="${analysisPath({ ref })}">what is still to be done in the analysis</a>.</p>`}`
  },
  fields: (ask, seen) =>
    stepOf(seen)?.does === null
      ? ask.input({ name: 'where', label: 'Where can the report be read?', hint: 'An address or a reference' })
      : html``,
  button: 'Confirm',
  send: (visit, form, seen) => {
    const { ref } = seen.consultation
    const does = stepOf(seen)?.does ?? null
    return does === null
      ? visit.perform(markReported, { ref, where: form.values['where'] }, form)
      : visit.perform(does, { ref }, form)
  },
  done: savedOnDesk('moved'),
})

const stepOf = ({ consultation: { state } }: OnDesk) =>
  state === 'open' || state === 'closed' || state === 'analysed' ? steps[state] : null
