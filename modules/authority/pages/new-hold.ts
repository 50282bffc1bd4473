import { asking, details, questionPage, type Asking } from '#govuk'
import { html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { dayBoxes, type Typed } from '#platform/typed.ts'
import type { Outcome } from '#platform/use-case.ts'
import { issueHold } from '../hold/issue-hold.ts'
import { sections, sectionWords } from '../hold/statutory-hold.ts'
import { listChoices } from '../list-choices.ts'
import { holdPath, holdsPath, newHoldPath } from '../paths.ts'
import { financeOfficer, monitoringOfficer } from '../roles.ts'
import { subjectItems, type Choices } from './choices.ts'
import { asPanel, dayIn, shownRefusal, wrongWith, type Wrong } from './typed-input.ts'

/** What is stopped, under what, and why? */
export const newHoldPage: Page = {
  path: newHoldPath.pattern,
  may: [monitoringOfficer, financeOfficer],
  get: (visit) =>
    show(
      visit,
      {
        ...dayBoxes('issuedOn', visit.today),
        decision: visit.query['decision'],
        reach: visit.query['decision'] ? 'decision' : undefined,
      },
      {},
      null,
    ),
  async post(visit, form) {
    const { input, wrong } = read(form.values)
    if (Object.keys(wrong).length) return show(visit, form.values, wrong, null)
    const outcome = await visit.perform(issueHold, input, form)
    return outcome.ok ? { redirect: holdPath({ ref: outcome.value.ref }) } : show(visit, form.values, {}, outcome)
  },
}

function read(values: Form['values']): { input: unknown; wrong: Wrong } {
  const wrong: Wrong = {}
  const kind = values['reach']
  const issuedOn = dayIn(values, 'issuedOn', wrong, 'Enter the day on which it was issued.')
  const decision = values['decision'] ?? ''
  const labels = (values['labels'] ?? '').split(/[\s,;()]+/u).filter(Boolean)
  if (!kind) wrong['reach'] = 'Say how far it reaches.'
  if (!values['section']) wrong['section'] = 'Choose what it is issued under.'
  if ((kind === 'decision' || kind === 'clauses') && decision.trim() === '')
    wrong['decision'] = 'Enter the reference of the decision.'
  if (kind === 'clauses' && !labels.length) wrong['labels'] = 'Name at least one clause, for example b, c.'
  if (kind === 'subject' && !values['subject']) wrong['subject'] = 'Choose a subject.'
  const reach =
    kind === 'clauses'
      ? { kind, decision, labels }
      : kind === 'decision'
        ? { kind, decision }
        : kind === 'subject'
          ? { kind, subject: values['subject'] }
          : { kind: 'council' }
  const input = { section: values['section'], reach, reason: values['reason'], issuedOn }
  return { input, wrong: wrongWith(issueHold.input, input, wrong, nameOf) }
}

const nameOf = (path: string): string => (path.startsWith('reach.') ? (path.split('.')[1] ?? 'reach') : path)

async function show(visit: Visit, values: Typed, wrong: Wrong, outcome: Outcome<unknown> | null): Promise<Reply> {
  const choices = await visit.ask(listChoices, {})
  if (!choices.ok) return { refusal: choices.refusal }
  const shown = shownRefusal(outcome, nameOf)
  const ask = asking({ values, errors: { ...wrong, ...shown.errors } })
  const fields = fieldsOf(ask, visit, choices.value)
  return {
    status: outcome || ask.hasErrors ? 422 : 200,
    view: {
      title: 'Put something on hold',
      back: holdsPath(),
      hasErrors: ask.hasErrors || shown.refusal !== null,
      body: questionPage({
        ask,
        heading: 'Put something on hold',
        lead: html`<p class="govuk-body">
          From the day of issue nothing that this reaches can be done, sub-delegations and whatever is granted meanwhile
          included. Everybody who holds a post that it reaches is told by mail. It is public.
        </p>`,
        refusal: asPanel(shown.refusal),
        fields,
        hidden: visit.formFields(),
        buttonText: 'Put it on hold',
        warning: true,
        cancel: { text: 'Cancel', href: holdsPath() },
      }),
    },
  }
}

const fieldsOf = (ask: Asking, { actor }: Visit, choices: Choices) => [
  ask.radios({
    name: 'section',
    legend: 'What is it issued under?',
    items: sections
      .filter((section) =>
        actor.roles.includes(
          sectionWords[section].issuer === 'monitoring officer' ? monitoringOfficer : financeOfficer,
        ),
      )
      .map((value) => ({ value, text: sectionWords[value].title })),
  }),
  ask.radios({
    name: 'reach',
    legend: 'How far does it reach?',
    items: [
      { value: 'clauses', text: 'Some clauses of a decision' },
      { value: 'decision', text: 'All of a decision' },
      { value: 'subject', text: 'Everything about a subject' },
      { value: 'council', text: 'The whole council' },
    ],
  }),
  ask.input({
    name: 'decision',
    label: 'Which decision?',
    hint: 'For a decision or its clauses. For example D-2022-0007',
    classes: 'govuk-input--width-20',
  }),
  ask.input({
    name: 'labels',
    label: 'Which clauses?',
    hint: 'For some clauses only. For example b, c',
    classes: 'govuk-input--width-10',
  }),
  ask.select({
    name: 'subject',
    label: 'Which subject?',
    hint: 'For a subject only',
    items: subjectItems(choices, 'Choose a subject'),
  }),
  ask.textarea({
    name: 'reason',
    label: 'Why?',
    hint: 'These words are published, and stand in every refusal. Leave out the names of people who hold no post',
    rows: 6,
  }),
  ask.dateInput({ name: 'issuedOn', legend: 'On which day was it issued?' }),
  details({
    summary: 'What happens next',
    text: 'A meeting has to consider a report within its days. Record what it resolved; the hold can be released after the first business day that follows.',
  }),
]
