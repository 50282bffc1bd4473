import { button, facts, pager, sortableTable, type Asking } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { explain } from '#platform/law.ts'
import type { Form, Page, Visit } from '#platform/page.ts'
import { dayBoxes } from '#platform/typed.ts'
import { addMember, changeMember, leave } from '../membership.ts'
import { connections, consents, contacts, needs, payments, type NeedKind } from '../network.ts'
import { askOntoPanel } from '../participation.ts'
import type { Member } from '../people-store.ts'
import { listMembers, viewMember, viewRun } from '../queries.ts'
import { endWaysPath, letterPath } from '../own/paths.ts'
import { describe, notSaid } from '../representation.ts'
import { needsAskedAgain } from '../rules/needs-asked-again.ts'
import { runners } from '../the-network.ts'
import { formPage, reading } from './form-page.ts'
import {
  changeMemberPath,
  describePath,
  leavePath,
  memberPath,
  membersPath,
  newMemberPath,
  panelPath,
  runPath,
} from './paths.ts'
import { doneBanner } from './run.ts'

export const needWords = (all: Member['needs']): string =>
  all.map(({ need, words }) => (words ? `${needs[need]} (${words})` : needs[need])).join('; ')

/** Who is a member? A name that is looked for is sent in the form and never stands in an address. */
export const membersPage: Page = {
  path: membersPath.pattern,
  may: runners,
  get: (visit) => show(visit, undefined),
  post: (visit, form) => show(visit, form.values['q']),
}

async function show(visit: Visit, q: string | undefined) {
  const { left, again, after } = visit.query
  const outcome = await visit.ask(listMembers, {
    ref: visit.params['ref'],
    left,
    askAgain: again,
    ...(after !== undefined && q === undefined && { after }),
    q,
  })
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { network, members, next } = outcome.value
  const { ref } = network
  const here = membersPath({ ref })
  return {
    view: {
      title: 'Members',
      back: runPath({ ref }),
      wide: true,
      body: html`${doneBanner(visit)}<span class="govuk-caption-l">${network.title}</span>
        <h1 class="govuk-heading-l">Members</h1>
        ${again === 'yes' && html`<p class="govuk-body">Those who are to be asked again what they need. <a class="govuk-link" href="${here}">Show all</a></p>`}
        <form method="post" action="${here}" role="search">
          ${visit.formFields()}
          <div class="govuk-form-group">
            <label class="govuk-label" for="q">Name</label
            ><input
              class="govuk-input govuk-input--width-20"
              id="q"
              name="q"
              type="search"
              value="${q ?? ''}"
              autocomplete="off"
            />
          </div>
          <div class="govuk-button-group">
            ${button({ text: 'Search', classes: 'govuk-button--secondary' })}${q !== undefined && html`<a class="govuk-link" href="${here}">Show all</a>`}
          </div>
        </form>
        <div class="govuk-button-group">
          ${button({ text: 'Add a member', href: newMemberPath({ ref }) })}<a
            class="govuk-link"
            href="${left === 'yes' ? here : withQuery(here, { left: 'yes' })}"
            >${left === 'yes' ? 'Those who are members' : 'Those who have left'}</a
          >
        </div>
        ${
          members.length === 0
            ? html`<p class="govuk-body">Nobody.</p>`
            : sortableTable({
                caption: 'Members',
                hideCaption: true,
                columns: [
                  { key: 'name', text: 'Name' },
                  { key: 'connection', text: 'Connection' },
                  { key: 'needs', text: 'Access needs' },
                  { key: 'joined', text: 'Joined' },
                ],
                rows: members.map((one) => [
                  html`<a class="govuk-link" href="${memberPath({ ref, member: one.member })}">${one.name}</a>`,
                  connections[one.connection],
                  needWords(one.needs) || 'None',
                  plainDay(one.joinedOn),
                ]),
              })
        }${pager({ label: 'Members', next: next === null || q !== undefined ? undefined : withQuery(here, { left, again, after: next }) })}`,
    },
  }
}

/** One member: how to reach them, what they need, what they agreed to. */
export const memberPage: Page = {
  path: memberPath.pattern,
  may: runners,
  async get(visit) {
    const outcome = await visit.ask(viewMember, { ref: visit.params['ref'], member: visit.params['member'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const {
      network: { ref, title },
      member: m,
      measures,
      ways,
    } = outcome.value
    const at = { ref, member: m.member }
    return {
      view: {
        title: m.name,
        back: membersPath({ ref }),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${title}</span>
          <h1 class="govuk-heading-l">${m.name}</h1>
          ${m.leftOn && html`<div class="govuk-inset-text">Left on ${longDay(m.leftOn)}. How to reach them and what they needed was taken out.</div>`}
          ${facts({
            rows: [
              { key: 'Connection', value: connections[m.connection] },
              { key: 'In their words', value: m.describes ?? 'Nothing said' },
              {
                key: 'Reach by',
                value: [contacts[m.contactBy], ...[m.email, m.phone, m.postAddress].flatMap((one) => one ?? [])],
              },
              { key: 'Access needs', value: needWords(m.needs) || 'None' },
              {
                key: 'Asked about needs',
                value: [
                  m.accessReviewedOn ? longDay(m.accessReviewedOn) : 'Never',
                  ...(m.leftOn === null ? askedAgainWords(m, visit.today) : []),
                ],
              },
              { key: 'Agreed to', value: m.consents.length ? m.consents.map((one) => consents[one]) : 'Nothing yet' },
              { key: 'Agreed on', value: longDay(m.consentedOn) },
              { key: 'Payment', value: payments[m.payment] },
              { key: 'Heard of it from', value: m.source },
              { key: 'Joined', value: longDay(m.joinedOn) },
              m.leftOn === null && {
                key: 'Their own way in',
                value:
                  ways.length === 0
                    ? 'No link or code is good'
                    : `${ways.length} good ${ways.length === 1 ? 'link or code' : 'links or codes'}`,
                change: { href: endWaysPath(at), text: 'Send or take back' },
              },
            ],
          })}
          ${
            m.leftOn === null
            && html`<div class="govuk-button-group">
              ${button({ text: 'Change', href: changeMemberPath(at) })}${measures.length > 0 && button({ text: `How they describe themselves in ${visit.today.year}`, href: describePath(at), classes: 'govuk-button--secondary' })}${
                m.consents.includes('panels')
                && button({ text: 'Ask onto a panel', href: panelPath(at), classes: 'govuk-button--secondary' })
              }${button({ text: 'Write a letter with a code', href: letterPath(at), classes: 'govuk-button--secondary' })}<a
                class="govuk-link"
                href="${leavePath(at)}"
                >They leave</a
              >
            </div>`
          }`,
      },
    }
  },
}

const askedAgainWords = (m: Member, today: Temporal.PlainDate): string[] =>
  explain([needsAskedAgain], { askedOn: m.accessReviewedOn, askAgainBy: m.accessReviewBy, today }, today).flatMap(
    ({ says }) => says ?? [],
  )

export const items = (of: Record<string, string>) => Object.entries(of).map(([value, text]) => ({ value, text }))

const personFields = (ask: Asking) => [
  ask.input({ name: 'name', label: 'Name', hint: 'As they want to be called', autocomplete: 'off' }),
  ask.radios({ name: 'connection', legend: 'How are they connected?', items: items(connections) }),
  ask.textarea({
    name: 'describes',
    label: 'How do they describe themselves?',
    hint: 'In their own words. Leave empty if they would rather not',
    rows: 2,
  }),
  ask.radios({ name: 'contactBy', legend: 'How do they want to be reached?', items: items(contacts) }),
  ask.input({ name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'off' }),
  ask.input({ name: 'phone', label: 'Telephone number', classes: 'govuk-input--width-20', autocomplete: 'off' }),
  ask.textarea({ name: 'postAddress', label: 'Postal address', rows: 3 }),
  ask.checkboxes({
    name: 'needs',
    legend: 'What do they need to take part?',
    hint: 'Ask everybody, and ask again each year',
    items: items(needs),
  }),
  ask.input({ name: 'needWords', label: 'More about what they need' }),
  ask.checkboxes({
    name: 'consents',
    legend: 'What have they agreed to?',
    hint: 'Each by itself. Nothing is taken as agreed that was not asked',
    items: items(consents),
  }),
  ask.dateInput({ name: 'consentedOn', legend: 'On which day did they agree?' }),
  ask.radios({ name: 'payment', legend: 'How do they want to be paid?', items: items(payments) }),
  ask.select({
    name: 'benefit',
    label: 'Have they said that they have a benefit with a limit?',
    hint: 'So that they can be warned before an offer. Nobody has to say',
    items: [
      { value: '', text: 'Not said, or none' },
      { value: 'esa', text: 'Employment and Support Allowance' },
      { value: 'uc', text: 'Universal Credit' },
    ],
  }),
]

/** Reads the needs that were ticked, and what was written about them. */
export function needsIn({ values, lists }: Form, tickAsWell: string) {
  const wanted = (lists['needs'] ?? []) as NeedKind[]
  const words = values['needWords']?.trim() || null
  // The words belong to "something else" where that is ticked, and to the last need otherwise.
  const bearer = wanted.includes('other') ? 'other' : wanted.at(-1)
  const wrong: Record<string, string> = words !== null && bearer === undefined ? { needs: tickAsWell } : {}
  return { wrong, needs: wanted.map((need) => ({ need, words: need === bearer ? words : null })) }
}

function personIn(form: Form) {
  const { wrong, day } = reading(form)
  const { values, lists } = form
  const read = needsIn(form, 'Tick what they need as well.')
  Object.assign(wrong, read.wrong)
  for (const [name, says] of [
    ['connection', 'Say how they are connected.'],
    ['contactBy', 'Say how they want to be reached.'],
    ['payment', 'Say how they want to be paid, or not.'],
  ] as const)
    if (!values[name]) wrong[name] = says
  return {
    wrong,
    input: {
      ...values,
      needs: read.needs,
      consents: lists['consents'] ?? [],
      consentedOn: day('consentedOn', 'Enter the day on which they agreed.'),
    },
  }
}

/** Who joins? */
export const newMemberPage: Page = formPage({
  path: newMemberPath,
  may: runners,
  does: addMember,
  button: 'Add the member',
  seen: (visit) => visit.ask(viewRun, { ref: visit.params['ref'] }),
  heading: () => 'Add a member',
  caption: ({ network }) => network.title,
  lead: ({ network }) =>
    html`<p class="govuk-body">
      Whoever lives in ${network.area} and is ${network.connectedBy} can join. Ask for nothing more than they want to
      say.
    </p>`,
  before: (_, visit) => ({ values: { ...dayBoxes('consentedOn', visit.today), contactBy: 'email' } }),
  fields: (ask, { network }) => [
    ask.radios({
      name: 'livesInArea',
      legend: `Do they live in ${network.area}?`,
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
      classes: 'govuk-radios--inline',
    }),
    ...personFields(ask),
    ask.input({
      name: 'source',
      label: 'Where did they hear of it?',
      hint: 'For example the library, a friend, their surgery',
    }),
  ],
  read(form, visit) {
    const { wrong, input } = personIn(form)
    if (!form.values['livesInArea']) wrong['livesInArea'] = 'Say where they live.'
    return { wrong, input: { ...input, ref: visit.params['ref'] } }
  },
  back: (_, { network }) => membersPath({ ref: network.ref }),
  leadsTo: (_, { network }, value) =>
    `${memberPath({ ref: network.ref, member: (value as { member: string }).member })}?done=joined`,
})

export const seenMember = (visit: Visit) =>
  visit.ask(viewMember, { ref: visit.params['ref'], member: visit.params['member'] })
export const backToMember = (visit: Visit) =>
  memberPath({ ref: visit.params['ref'] ?? '', member: visit.params['member'] ?? '' })

/** What has changed about a member? */
export const changeMemberPage: Page = formPage({
  path: changeMemberPath,
  may: runners,
  does: changeMember,
  button: 'Save',
  seen: seenMember,
  heading: ({ member }) => `Change the record of ${member.name}`,
  caption: ({ network }) => network.title,
  before: ({ member: m }) => ({
    values: {
      ...dayBoxes('consentedOn', m.consentedOn),
      name: m.name,
      email: m.email ?? '',
      phone: m.phone ?? '',
      postAddress: m.postAddress ?? '',
      contactBy: m.contactBy,
      connection: m.connection,
      describes: m.describes ?? '',
      payment: m.payment,
      benefit: m.benefit ?? '',
      needWords: m.needs.find(({ words }) => words !== null)?.words ?? '',
    },
    lists: { needs: m.needs.map(({ need }) => need), consents: m.consents },
  }),
  fields: (ask) => personFields(ask),
  read(form, visit) {
    const { wrong, input } = personIn(form)
    return { wrong, input: { ...input, ref: visit.params['ref'], member: visit.params['member'] } }
  },
  back: backToMember,
  leadsTo: (visit) => `${backToMember(visit)}?done=saved`,
})

/** Do they leave? */
export const leavePage: Page = formPage({
  path: leavePath,
  may: runners,
  does: leave,
  button: 'They leave',
  warning: true,
  seen: seenMember,
  heading: ({ member }) => `Does ${member.name} leave the network?`,
  lead: () =>
    html`<p class="govuk-body">
      How to reach them, what they need, what they agreed to and how they describe themselves is taken out. What they
      did, and that they were paid, stays. This cannot be undone.
    </p>`,
  fields: () => [],
  read: (_, visit) => ({ input: { ref: visit.params['ref'], member: visit.params['member'] }, wrong: {} }),
  back: backToMember,
  leadsTo: (visit) => `${membersPath({ ref: visit.params['ref'] ?? '' })}?done=left`,
})

/** Which panel? */
export const panelPage: Page = formPage({
  path: panelPath,
  may: runners,
  does: askOntoPanel,
  button: 'They were asked',
  seen: seenMember,
  heading: ({ member }) => `What is ${member.name} asked onto?`,
  fields: (ask) => [
    ask.input({
      name: 'what',
      label: 'The panel or body',
      hint: 'For example: evaluation panel for the host organisation',
    }),
  ],
  read: ({ values }, visit) => ({
    input: { ref: visit.params['ref'], member: visit.params['member'], what: values['what'] },
    wrong: {},
  }),
  back: backToMember,
  leadsTo: (visit) => `${runPath({ ref: visit.params['ref'] ?? '' })}?done=saved`,
})

const unlinked = (): Html =>
  html`<p class="govuk-body">
    Hand this page to them, or read it out. Only a number goes up under each answer: who gave it is written down
    nowhere, so it cannot be looked up or changed. Once a year.
  </p>`

/** How do they describe themselves? */
export const describePage: Page = formPage({
  path: describePath,
  may: runners,
  does: describe,
  button: 'Count it',
  seen: seenMember,
  heading: () => 'About you',
  caption: ({ network }) => network.title,
  lead: unlinked,
  fields: (ask, { measures }) =>
    measures.map(({ measure, title, answers }) =>
      ask.radios({
        name: `m-${measure}`,
        legend: title,
        items: [
          ...answers.map(({ answer, title: words }) => ({ value: answer, text: words })),
          { value: notSaid, text: 'Rather not say' },
        ],
      }),
    ),
  read: ({ values }, visit, { measures }) => ({
    wrong: {},
    input: {
      ref: visit.params['ref'],
      member: visit.params['member'],
      answers: measures.map(({ measure }) => ({ measure, answer: values[`m-${measure}`] || notSaid })),
    },
  }),
  back: backToMember,
  leadsTo: (visit) => `${backToMember(visit)}?done=counted`,
})
