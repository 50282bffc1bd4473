import { asking, questionPage } from '#govuk'
import { plainDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import { dayBoxes, type Typed } from '#platform/typed.ts'
import type { Outcome } from '#platform/use-case.ts'
import { appoint, leavePost, listPeople } from '../ends/appoint.ts'
import { appointPath, leavePostPath, postPath } from '../paths.ts'
import { readPost } from '../read-post.ts'
import { administrator } from '../roles.ts'
import { asPanel, dayIn, shownRefusal, wrongWith, type Wrong } from './typed-input.ts'

/** Who holds this post from now on? */
export const appointPage: Page = {
  path: appointPath.pattern,
  may: [administrator],
  get: (visit) => showAppoint(visit, { ...dayBoxes('from', visit.today), acting: 'no' }, {}, null),
  async post(visit, form) {
    const wrong: Wrong = {}
    const { values } = form
    const last = dayIn(values, 'until', wrong, null)
    const input = {
      post: visit.params['post'],
      email: values['email'] ?? '',
      from: dayIn(values, 'from', wrong, 'Enter the first day.'),
      until: last?.add({ days: 1 }) ?? null,
      acting: values['acting'] ?? 'no',
    }
    const all = wrongWith(appoint.input, input, wrong, (path) => path)
    if (Object.keys(all).length) return showAppoint(visit, values, all, null)
    const outcome = await visit.perform(appoint, input, form)
    return outcome.ok ? { redirect: postPath({ post: outcome.value.post }) } : showAppoint(visit, values, {}, outcome)
  },
}

async function showAppoint(
  visit: Visit,
  values: Typed,
  wrong: Wrong,
  outcome: Outcome<unknown> | null,
): Promise<Reply> {
  const post = visit.params['post'] ?? ''
  const found = await visit.ask(readPost, { post })
  const people = await visit.ask(listPeople, {})
  if (!found.ok) return { refusal: found.refusal }
  if (!people.ok) return { refusal: people.refusal }
  const shown = shownRefusal(outcome, (path) => path)
  const ask = asking({ values, errors: { ...wrong, ...shown.errors } })
  const fields = [
    ask.select({
      name: 'email',
      label: 'Who?',
      items: [
        { text: 'Choose a person', value: '' },
        ...people.value.people.map(({ name, email }) => ({ text: `${name} (${email})`, value: email })),
      ],
    }),
    ask.radios({
      name: 'acting',
      legend: 'How?',
      items: [
        { value: 'no', text: 'For good' },
        { value: 'yes', text: 'For the time being, acting until the post is filled' },
      ],
    }),
    ask.dateInput({ name: 'from', legend: 'From which day?' }),
    ask.dateInput({
      name: 'until',
      legend: 'Until which day?',
      hint: 'The last day. Leave it empty if no end is settled',
    }),
  ]
  const {
    post: { title, holders },
  } = found.value
  return framed(
    visit,
    {
      title: `Appoint somebody as ${title}`,
      lead: holders.length
        ? `It is held by ${holders.join(' and ')} today. They go on holding it unless they leave.`
        : 'Nobody holds it today: a vacant post cannot act.',
      button: 'Appoint',
    },
    ask,
    shown,
    fields,
    outcome,
  )
}

/** Who leaves this post, and when? */
export const leavePostPage: Page = {
  path: leavePostPath.pattern,
  may: [administrator],
  get: (visit) => showLeave(visit, {}, {}, null),
  async post(visit, form) {
    const wrong: Wrong = {}
    const { values } = form
    const last = dayIn(values, 'last', wrong, 'Enter their last day.')
    const [from = '', ...name] = (values['who'] ?? '').split(' ')
    if (!values['who']) wrong['who'] = 'Choose who leaves.'
    const input = { post: visit.params['post'], name: name.join(' '), from, on: last?.add({ days: 1 }) }
    const all = wrongWith(leavePost.input, input, wrong, leaveName)
    if (Object.keys(all).length) return showLeave(visit, values, all, null)
    const outcome = await visit.perform(leavePost, input, form)
    return outcome.ok ? { redirect: postPath({ post: outcome.value.post }) } : showLeave(visit, values, {}, outcome)
  },
}

const leaveName = (path: string): string => (path === 'on' ? 'last' : path === 'name' || path === 'from' ? 'who' : path)

async function showLeave(visit: Visit, values: Typed, wrong: Wrong, outcome: Outcome<unknown> | null): Promise<Reply> {
  const post = visit.params['post'] ?? ''
  const found = await visit.ask(readPost, { post })
  if (!found.ok) return { refusal: found.refusal }
  const {
    holdings,
    post: { title },
  } = found.value
  const standing = holdings.filter(({ until }) => until === null || Temporal.PlainDate.compare(until, visit.today) > 0)
  const shown = shownRefusal(outcome, leaveName)
  const ask = asking({ values, errors: { ...wrong, ...shown.errors } })
  const fields = standing.length
    ? [
        ask.radios({
          name: 'who',
          legend: 'Who?',
          items: standing.map(({ name, from, acting }) => ({
            value: `${from.toString()} ${name}`,
            text: `${name}${acting ? ' (acting)' : ''}, from ${plainDay(from)}`,
          })),
        }),
        ask.dateInput({ name: 'last', legend: 'Which is their last day?' }),
      ]
    : [html`<p class="govuk-body">Nobody holds this post.</p>`]
  return framed(
    visit,
    {
      title: `Somebody leaves the post of ${title}`,
      lead: 'From the day after nothing can be done by this post, unless somebody else holds it too.',
      button: 'End it',
    },
    ask,
    shown,
    fields,
    outcome,
  )
}

function framed(
  visit: Visit,
  words: { title: string; lead: string; button: string },
  ask: ReturnType<typeof asking>,
  shown: ReturnType<typeof shownRefusal>,
  fields: readonly ReturnType<typeof html>[],
  outcome: Outcome<unknown> | null,
): Reply {
  const back = postPath({ post: visit.params['post'] ?? '' })
  return {
    status: outcome || ask.hasErrors ? 422 : 200,
    view: {
      title: words.title,
      back,
      hasErrors: ask.hasErrors || shown.refusal !== null,
      body: questionPage({
        ask,
        heading: words.title,
        lead: html`<p class="govuk-body">${words.lead}</p>`,
        refusal: asPanel(shown.refusal),
        fields,
        hidden: visit.formFields(),
        buttonText: words.button,
        cancel: { text: 'Cancel', href: back },
      }),
    },
  }
}
