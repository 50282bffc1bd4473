import { listChoices, officer } from '#authority'
import { details } from '#govuk'
import { html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { answerPanel } from '../participation.ts'
import { nameHost, openNetwork } from '../open-network.ts'
import { viewRun } from '../queries.ts'
import { runners } from '../the-network.ts'
import { formPage, reading } from './form-page.ts'
import { forecastPath, hostPath, newNetworkPath, runPath, runsPath, seatPath } from './paths.ts'

/** What is the network for, and by which authority? */
export const newNetworkPage: Page = formPage({
  path: newNetworkPath,
  may: [officer],
  does: openNetwork,
  button: 'Open the network',
  seen: (visit) => visit.ask(listChoices, {}),
  heading: () => 'Open a co-production network',
  lead: () =>
    html`<p class="govuk-body">
      It is opened under a power that somebody holds. Before you set the budget,
      <a class="govuk-link" href="${forecastPath()}">work out what a year of workshops costs</a>.
    </p>`,
  before: () => ({ values: { topics: 'Housing\nHealth\nEmployment\nCommunity' } }),
  fields: (ask, { posts, subjects }) => [
    ask.input({ name: 'title', label: 'What is it called?' }),
    ask.textarea({ name: 'purpose', label: 'What is it for?', hint: 'These words stand on its public page', rows: 4 }),
    ask.select({
      name: 'subject',
      label: 'What is it about?',
      items: [
        { value: '', text: 'Choose a subject' },
        ...subjects.map(({ subject, title }) => ({ value: subject, text: title })),
      ],
    }),
    ask.select({
      name: 'post',
      label: 'Who opens it?',
      hint: 'The post that holds the power',
      items: [{ value: '', text: 'Choose a post' }, ...posts.map(({ post, title }) => ({ value: post, text: title }))],
    }),
    ask.input({
      name: 'serves',
      label: 'Which decision or commission does it serve?',
      hint: 'Leave empty if none. For example D-2022-0007',
      classes: 'govuk-input--width-20',
    }),
    ask.input({
      name: 'area',
      label: 'Where do members live?',
      hint: 'For example Larkshire',
      classes: 'govuk-input--width-20',
    }),
    ask.input({
      name: 'connectedBy',
      label: 'What connects them?',
      hint: 'For example: autistic, or connected to an autistic person',
    }),
    ask.textarea({ name: 'topics', label: 'Topics, one a line', rows: 5 }),
    ask.input({
      name: 'yearlyBudget',
      label: 'Budget of a year',
      prefix: { text: '£' },
      classes: 'govuk-input--width-10',
    }),
    ask.input({
      name: 'hourlyFee',
      label: 'What is paid for an hour of somebody’s time',
      prefix: { text: '£' },
      classes: 'govuk-input--width-5',
    }),
    details({
      summary: 'Which power does it need?',
      text: 'The power to open a consultation, for the subject, on the day. If a decision delegates it, choose the post that it names.',
    }),
  ],
  read(form) {
    const { wrong, pounds } = reading(form)
    const { values } = form
    const topics = (values['topics'] ?? '')
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean)
      .map((title) => ({
        topic: title
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/gu, '-')
          .replaceAll(/^-|-$/gu, '')
          .slice(0, 40),
        title,
      }))
    if (!values['post']) wrong['post'] = 'Choose the post that opens it.'
    if (!values['subject']) wrong['subject'] = 'Choose a subject.'
    return {
      wrong,
      input: {
        ...values,
        topics,
        yearlyBudget: pounds('yearlyBudget') ?? values['yearlyBudget'],
        hourlyFee: pounds('hourlyFee') ?? values['hourlyFee'],
      },
    }
  },
  back: () => runsPath(),
  leadsTo: (_, __, value) => `${runPath({ ref: (value as { ref: string }).ref })}?done=opened`,
})

/** Who hosts it? */
export const hostPage: Page = formPage({
  path: hostPath,
  may: [officer],
  does: nameHost,
  button: 'Save',
  seen: (visit) => visit.ask(viewRun, { ref: visit.params['ref'] }),
  heading: () => 'Who hosts the network?',
  caption: ({ network }) => network.title,
  before: ({ network }) => ({ values: { name: network.hostName ?? '' } }),
  fields: (ask) => [
    ask.input({ name: 'name', label: 'The organisation' }),
    ask.input({
      name: 'email',
      label: 'Who of it keeps the records?',
      hint: 'The e-mail address that they sign in with. They see this network and nothing else of the desk. Leave empty if nobody does',
      type: 'email',
    }),
  ],
  read: ({ values }, visit) => ({
    input: { ref: visit.params['ref'], name: values['name'], email: values['email'] ?? '' },
    wrong: {},
  }),
  back: (_, { network }) => runPath({ ref: network.ref }),
  leadsTo: (_, { network }) => `${runPath({ ref: network.ref })}?done=saved`,
})

/** Takes a member's answer about a panel and goes back. */
export const seatPage: Page = {
  path: seatPath.pattern,
  may: runners,
  get: (visit) => Promise.resolve({ redirect: runPath({ ref: visit.params['ref'] ?? '' }) }),
  async post(visit, form) {
    const { ref = '', seat } = visit.params
    const outcome = await visit.perform(answerPanel, { ref, seat, answer: form.values['answer'] }, form)
    return outcome.ok ? { redirect: `${runPath({ ref })}?done=saved` } : { refusal: outcome.refusal }
  },
}
