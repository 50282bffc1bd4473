import { facts } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Page, Visit } from '#platform/page.ts'
import { anyone, done, missing, type Outcome } from '#platform/use-case.ts'
import { outcomes, payments, wants } from '../../network.ts'
import { formPage, type FormPage } from '../../pages/form-page.ts'
import { items, needWords } from '../../pages/members.ts'
import { standingTag, workshopWords } from '../../pages/public.ts'
import { answerOwnInvitation, answerOwnPanel, answerOwnPayment, raiseOwnIssue, readOwnAnswer } from '../act.ts'
import { ownIssuePath, ownNewIssuePath, ownPath, ownPaymentPath, ownSeatPath, ownWorkshopPath } from '../paths.ts'
import type { OwnPage } from '../read-own.ts'
import { seenOwn, sumOf, tokenOf } from './own-page.ts'

/** What the page is about, out of what is the member's own. */
const one =
  <T>(pick: (own: OwnPage, visit: Visit) => T | undefined, otherwise: string) =>
  async (visit: Visit): Promise<Outcome<T>> => {
    const outcome = await seenOwn(visit)
    if (!outcome.ok) return outcome
    const found = pick(outcome.value, visit)
    return found === undefined ? missing(otherwise) : done(found)
  }

const back = (visit: Visit) => ownPath({ token: tokenOf(visit) })
const answered = (words: string) => (visit: Visit) => `${back(visit)}?done=${words}`
export const own = <Seen>(of: Omit<FormPage<Seen>, 'may' | 'back'>): Page => ({
  ...formPage({ ...of, may: [anyone], back }),
  counts: { get: 'answer', post: 'answer' },
})

export const yesNoItems = (yes: string, no: string) => [
  { value: 'yes', text: yes },
  { value: 'no', text: no },
]

const theWorkshop = one(({ workshops, member }, { params }) => {
  const found = workshops.find(({ ref, coming }) => coming && ref === params['workshop'])
  return found && { workshop: found, member }
}, 'You were not invited to such a workshop, or it is over.')

/** Are you coming, and what do you want for the day? */
export const ownWorkshopPage = own({
  path: ownWorkshopPath,
  does: answerOwnInvitation,
  button: 'Send your answer',
  seen: theWorkshop,
  heading: ({ workshop }) => `Are you coming to ${workshop.title}?`,
  lead: ({ workshop: w, member }) =>
    html`${facts({
      rows: [
        { key: 'When', value: workshopWords(w) },
        { key: 'Where', value: [w.place, ...(w.online === null ? [] : [w.online])] },
        { key: 'About', value: w.agenda },
        { key: 'So that all can take part', value: w.accessPlan },
        { key: 'What we know that you need', value: needWords(member.needs) || 'Nothing' },
        {
          key: 'What you are offered',
          value:
            member.payment === 'none'
              ? 'You asked for no payment. What you spend is still paid back.'
              : `${pounds(w.fee)} for your time (${payments[member.payment].toLowerCase()}), and what you spend`,
        },
      ],
    })}${
      w.warnings.length > 0
      && html`<div class="govuk-inset-text">
        <p class="govuk-body"><strong>Your benefit:</strong> ${w.warnings.join(' ')}</p>
      </div>`
    }`,
  before: ({ workshop: w }) => ({
    values: { answer: w.answer ?? '', wantsWords: w.wantsWords ?? '' },
    lists: { wants: w.wants },
  }),
  fields: (ask) => [
    ask.radios({ name: 'answer', legend: 'Are you coming?', items: yesNoItems('Yes', 'No') }),
    ask.checkboxes({ name: 'wants', legend: 'What do you want for the day? (optional)', items: items(wants) }),
    ask.textarea({
      name: 'wantsWords',
      label: 'More about it (optional)',
      hint: 'For example: two hours’ cover for my son, a seat by the door',
      rows: 3,
    }),
  ],
  read: ({ values, lists }, { params }) => ({
    input: { ...params, answer: values['answer'], wants: lists['wants'] ?? [], wantsWords: values['wantsWords'] },
    wrong: values['answer'] ? {} : { answer: 'Say whether you are coming.' },
  }),
  leadsTo: answered('answered'),
})

const thePayment = one(
  ({ payments: all }, { params }) => all.find(({ payment }) => payment === params['payment']),
  'There is no such payment.',
)

/** Do you accept this payment? */
export const ownPaymentPage = own({
  path: ownPaymentPath,
  does: answerOwnPayment,
  button: 'Send your answer',
  seen: thePayment,
  heading: (p) => `${pounds(sumOf(p))} for ${p.title}`,
  lead: (p) =>
    html`${facts({
      rows: [
        { key: 'For your time', value: `${pounds(p.fee)} for ${p.minutes} minutes on ${longDay(p.day)}` },
        { key: 'What you spent', value: pounds(p.expenses) },
        { key: 'Cover for somebody you care for', value: pounds(p.carerCover) },
        { key: 'As', value: payments[p.preference] },
        { key: 'Stands', value: p.state },
      ],
    })}${
      p.warnings.length > 0
      && html`<div class="govuk-inset-text">
        <p class="govuk-body"><strong>Your benefit:</strong> ${p.warnings.join(' ')}</p>
      </div>`
    }`,
  before: (p) => ({ values: { paidBy: p.preference } }),
  fields: (ask) => [
    ask.radios({
      name: 'to',
      legend: 'Do you accept it?',
      items: [
        { value: 'accepted', text: 'Yes' },
        { value: 'declined', text: 'No, I want no payment' },
      ],
    }),
    ask.radios({
      name: 'paidBy',
      legend: 'How do you want it?',
      items: [
        { value: 'money', text: payments.money },
        { value: 'voucher', text: payments.voucher, hint: 'Vouchers count like money for benefits' },
        { value: 'donate', text: payments.donate },
      ],
    }),
    ask.checkboxes({
      name: 'read',
      legend: 'Your benefit',
      items: [{ value: 'yes', text: 'Where it is near its limit, I have read what this payment does to it' }],
    }),
  ],
  read: ({ values }, { params }) => ({
    input: { ...params, to: values['to'], paidBy: values['paidBy'] ?? null, read: values['read'] === 'yes' },
    wrong: values['to'] ? {} : { to: 'Say whether you accept it.' },
  }),
  leadsTo: answered('answered'),
})

/** What do you want to raise? */
export const ownNewIssuePage = own({
  path: ownNewIssuePath,
  does: raiseOwnIssue,
  button: 'Send it',
  seen: seenOwn,
  heading: () => 'What do you want to raise?',
  caption: ({ network }) => network.title,
  lead: () =>
    html`<p class="govuk-body">
      It goes to whoever can do something about it, with a day by which they answer, and you are told what they say.
      Your name goes no further than whoever runs the network.
    </p>`,
  fields: (ask, { network }) => [
    ask.radios({
      name: 'topic',
      legend: 'What is it about?',
      items: network.topics.map(({ topic, title }) => ({ value: topic, text: title })),
    }),
    ask.textarea({ name: 'says', label: 'Your words', rows: 6 }),
  ],
  read: ({ values }, { params }) => ({
    input: { ...params, topic: values['topic'] ?? '', says: values['says'] },
    wrong: values['topic'] ? {} : { topic: 'Choose what it is about.' },
  }),
  leadsTo: answered('raised'),
})

const theIssue = one(({ issues, network }, { params }) => {
  const issue = issues.find(({ ref }) => ref === params['issue'])
  return issue && { issue, topic: network.topics.find(({ topic }) => topic === issue.topic)?.title ?? issue.topic }
}, 'You have raised nothing of that number.')

/** What came of what you raised? */
export const ownIssuePage = own({
  path: ownIssuePath,
  does: readOwnAnswer,
  button: 'I have read it',
  seen: theIssue,
  heading: ({ issue }) => `What you raised on ${longDay(issue.raisedOn)}`,
  caption: ({ issue }) => issue.ref,
  lead: ({ issue: i, topic }) =>
    facts({
      rows: [
        { key: 'Stands', value: standingTag(i.standing) },
        { key: 'About', value: topic },
        { key: 'You said', value: i.says },
        { key: 'With', value: i.ownerBody ?? 'Nobody yet: it is being passed on' },
        { key: 'They answer by', value: i.answerBy ? longDay(i.answerBy) : 'No day yet' },
        {
          key: 'What they say',
          value: i.outcome === null ? 'Nothing yet' : `${outcomes[i.outcome]}: ${i.answer ?? ''}`,
        },
        { key: 'Answered on', value: i.answeredOn ? longDay(i.answeredOn) : 'Not yet' },
        { key: 'You were told on', value: i.toldOn ? longDay(i.toldOn) : 'Not yet' },
      ],
    }),
  fields: () => [],
  read: (_, { params }) => ({ input: params, wrong: {} }),
  leadsTo: answered('read'),
})

const theSeat = one(
  ({ seats }, { params }) => seats.find(({ seat }) => seat === params['seat']),
  'There is no such question.',
)

/** Would you like to be on this panel? */
export const ownSeatPage = own({
  path: ownSeatPath,
  does: answerOwnPanel,
  button: 'Send your answer',
  seen: theSeat,
  heading: ({ what }) => `Would you like to join: ${what}?`,
  lead: ({ askedOn }) =>
    html`<p class="govuk-body">
      You were asked on ${longDay(askedOn)}. You may say yes or no; nothing hangs on your answer.
    </p>`,
  before: ({ answer }) => ({ values: { answer: answer ?? '' } }),
  fields: (ask) => [ask.radios({ name: 'answer', legend: 'Your answer', items: yesNoItems('Yes', 'No') })],
  read: ({ values }, { params }) => ({
    input: { ...params, answer: values['answer'] },
    wrong: values['answer'] ? {} : { answer: 'Say yes or no.' },
  }),
  leadsTo: answered('answered'),
})
