import { button, facts, refusalPanel, sortableTable, warningText, type Asking } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { dayBoxes } from '#platform/typed.ts'
import { done, missing, type Refusal } from '#platform/use-case.ts'
import { offerPayment, movePayment } from '../participation.ts'
import { viewOffer, viewRun, viewWorkshop } from '../queries.ts'
import { runners } from '../the-network.ts'
import { answerInvitation, cancelWorkshop, changeWorkshop, holdWorkshop, invite, planWorkshop } from '../workshops.ts'
import { formPage, reading } from './form-page.ts'
import { clockWords, payments as paidAs, wants, type Want } from '../network.ts'
import { items, needWords } from './members.ts'
import {
  answerForPath,
  cancelWorkshopPath,
  changeWorkshopPath,
  holdWorkshopPath,
  newWorkshopPath,
  payPath,
  runPath,
  workshopPath,
} from './paths.ts'
import { workshopWords } from './public.ts'
import { doneBanner } from './run.ts'

/** When, where, about what, and how can everybody take part? */
export const newWorkshopPage: Page = formPage({
  path: newWorkshopPath,
  may: runners,
  does: planWorkshop,
  button: 'Plan the workshop',
  seen: (visit) => visit.ask(viewRun, { ref: visit.params['ref'] }),
  heading: () => 'Plan a workshop',
  caption: ({ network }) => network.title,
  before: () => ({ values: { from: '10:00', until: '13:00', places: '15' } }),
  fields: (ask, { withNeeds, members }) =>
    planFields(ask, `${withNeeds} of ${members} members have said what they need. These words are public`),
  read: (form, visit) => planIn(form, { ref: visit.params['ref'] }),
  back: (_, { network }) => runPath({ ref: network.ref }),
  leadsTo: (_, __, value) => `${workshopPath({ workshop: (value as { workshop: string }).workshop })}?done=planned`,
})

const planFields = (ask: Asking, accessHint: string) => [
  ask.input({ name: 'title', label: 'What is it called?' }),
  ask.dateInput({ name: 'day', legend: 'On which day?' }),
  ask.input({ name: 'from', label: 'From', hint: 'For example 10:00', classes: 'govuk-input--width-5' }),
  ask.input({ name: 'until', label: 'Until', classes: 'govuk-input--width-5' }),
  ask.textarea({ name: 'place', label: 'Where?', rows: 2 }),
  ask.input({ name: 'online', label: 'How can one take part online?', hint: 'Leave empty if one cannot' }),
  ask.textarea({ name: 'agenda', label: 'What is it about?', rows: 4 }),
  ask.textarea({
    name: 'accessPlan',
    label: 'What is done so that everybody can take part?',
    hint: accessHint,
    rows: 4,
  }),
  ask.input({
    name: 'places',
    label: 'How many places are there?',
    classes: 'govuk-input--width-3',
    inputmode: 'numeric',
  }),
]

function planIn(form: Form, about: Record<string, string | undefined>) {
  const { wrong, day } = reading(form)
  return { wrong, input: { ...form.values, ...about, day: day('day', 'Enter the day of the workshop.') } }
}

const seenWorkshop = (visit: Visit) => visit.ask(viewWorkshop, { workshop: visit.params['workshop'] })

/** Who comes, what do they need, and what was said? */
export const workshopPage: Page = {
  path: workshopPath.pattern,
  may: runners,
  get: (visit) => show(visit, null),
  async post(visit, form) {
    const { workshop = '' } = visit.params
    const { member, answer, payment, to } = form.values
    const outcome =
      payment !== undefined
        ? await visit.perform(movePayment, { payment, to }, form)
        : member !== undefined
          ? await visit.perform(answerInvitation, { workshop, member, answer }, form)
          : await visit.perform(invite, { workshop }, form)
    return outcome.ok
      ? {
          redirect: `${workshopPath({ workshop })}?done=${member === undefined && payment === undefined ? 'invited' : 'saved'}`,
        }
      : show(visit, outcome.refusal)
  },
}

async function show(visit: Visit, refusal: Refusal | null): Promise<Reply> {
  const outcome = await seenWorkshop(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { network, workshop: w, invited, notes, payments } = outcome.value
  const at = { workshop: w.ref }
  const planned = w.state === 'planned'
  const held = !planned && w.state === 'held'
  const sharing = invited.filter(({ answer, needs }) => answer !== 'no' && needs.length > 0)
  const wanting = invited.filter((one) => one.answer === 'yes' && wantWords(one) !== '')
  return {
    status: refusal ? 422 : 200,
    view: {
      title: w.title,
      back: runPath({ ref: network.ref }),
      wide: true,
      hasErrors: refusal !== null,
      body: html`${refusal && refusalPanel(refusal)}${doneBanner(visit)}<span class="govuk-caption-l"
          >${network.title} · ${w.ref}</span
        >
        <h1 class="govuk-heading-l">${w.title}</h1>
        ${facts({
          rows: [
            { key: 'When', value: workshopWords(w) },
            { key: 'Where', value: [w.place, ...(w.online === null ? [] : [w.online])] },
            { key: 'About', value: w.agenda },
            { key: 'So that all can take part', value: w.accessPlan },
            { key: 'Places', value: `${invited.filter(({ answer }) => answer === 'yes').length} of ${w.places} taken` },
            w.cancelledBecause !== null && { key: 'Cancelled', value: w.cancelledBecause },
          ],
        })}
        ${
          planned
          && html`<form method="post">
            ${visit.formFields()}
            <div class="govuk-button-group">
              ${button({ text: 'Invite everybody who agreed to be', preventDoubleClick: true })}<a
                class="govuk-link"
                href="${changeWorkshopPath(at)}"
                >Change it</a
              >
              <a class="govuk-link" href="${holdWorkshopPath(at)}">Write it down</a>
              <a class="govuk-link" href="${cancelWorkshopPath(at)}">Cancel it</a>
            </div>
          </form>`
        }
        ${
          sharing.length > 0
          && html`<h2 class="govuk-heading-m">What those invited need</h2>
            <ul class="govuk-list govuk-list--bullet">
              ${sharing.map((one) => html`<li><strong>${one.name}</strong>: ${needWords(one.needs)}${!one.sharesNeeds && html` <span class="remit-quiet">(not to be passed on)</span>`}</li>`)}
            </ul>`
        }
        ${
          wanting.length > 0
          && html`<h2 class="govuk-heading-m">What those who come want for the day</h2>
            <ul class="govuk-list govuk-list--bullet">
              ${wanting.map((one) => html`<li><strong>${one.name}</strong>: ${wantWords(one)}</li>`)}
            </ul>`
        }
        <h2 class="govuk-heading-m">Invited</h2>
        ${
          invited.length === 0
            ? html`<p class="govuk-body">Nobody yet.</p>`
            : sortableTable({
                caption: 'Invited',
                hideCaption: true,
                columns: [
                  { key: 'name', text: 'Name' },
                  { key: 'answer', text: held ? 'Came' : 'Comes' },
                  { key: 'what', text: held ? 'Payment' : 'Answer' },
                ],
                rows: invited.map((one) => [
                  one.name,
                  held ? came(one) : (one.answer ?? 'Not answered'),
                  held
                    ? paid(
                        visit,
                        w.ref,
                        one,
                        payments.find(({ member }) => member === one.member),
                      )
                    : planned
                      ? answers(visit, w.ref, one)
                      : '',
                ]),
              })
        }
        ${
          notes !== null
          && html`<h2 class="govuk-heading-m">What was said</h2>
            ${notes.split(/\n+/u).map((one) => html`<p class="govuk-body">${one}</p>`)}`
        }`,
    },
  }
}

type Invited = {
  member: string
  name: string
  attended: boolean | null
  needsMet: boolean | null
  needsWords: string | null
}
const came = ({ attended, needsMet, needsWords }: Invited): string =>
  !attended ? 'No' : needsMet === false ? `Yes; not what they need${needsWords ? `: ${needsWords}` : ''}` : 'Yes'

const wantWords = ({ wants: all, wantsWords }: { wants: Want[]; wantsWords: string | null }): string =>
  [...all.map((one) => wants[one]), ...(wantsWords === null ? [] : [wantsWords])].join('; ')

const answers = (visit: Visit, workshop: string, { member, name }: { member: string; name: string }): Html =>
  html`<a class="govuk-link" href="${answerForPath({ workshop, member })}"
      >With what they want<span class="govuk-visually-hidden">: ${name}</span></a
    >
    <form class="remit-inline" method="post">
      ${visit.formFields()}<input type="hidden" name="member" value="${member}" />${button({
        text: 'Yes',
        name: 'answer',
        value: 'yes',
        classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
      })}
      ${button({ text: 'No', name: 'answer', value: 'no', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
    </form>`

function paid(
  visit: Visit,
  workshop: string,
  one: Invited,
  payment: { payment: string; fee: bigint; expenses: bigint; carerCover: bigint; state: string } | undefined,
): Html | string {
  if (!one.attended) return ''
  if (!payment)
    return html`<a class="govuk-link" href="${payPath({ workshop, member: one.member })}"
      >Offer payment<span class="govuk-visually-hidden"> to ${one.name}</span></a
    >`
  const sum = pounds(payment.fee + payment.expenses + payment.carerCover)
  const next: [string, string][] =
    payment.state === 'offered'
      ? [
          ['accepted', 'Accepted'],
          ['declined', 'Declined'],
        ]
      : payment.state === 'accepted'
        ? [
            ['paid', 'Paid'],
            ['declined', 'Declined'],
          ]
        : []
  return html`${sum},
  ${payment.state}${next.length > 0 && html`<form class="remit-inline" method="post">${visit.formFields()}<input type="hidden" name="payment" value="${payment.payment}" />${next.map(([value, text]) => button({ text, name: 'to', value, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' }))}</form>`}`
}

/** Who came, was what they need there, and what was said? */
export const holdWorkshopPage: Page = formPage({
  path: holdWorkshopPath,
  may: runners,
  does: holdWorkshop,
  button: 'Write it down',
  seen: seenWorkshop,
  heading: () => 'Write the workshop down',
  caption: ({ workshop }) => workshop.title,
  lead: () =>
    html`<p class="govuk-body">
      Once written down it stays as it is. Ask everybody who came whether what they need was there.
    </p>`,
  fields: (ask, { invited }) => [
    invited.length === 0
      ? html`<p class="govuk-inset-text">Nobody was invited to it here, so there is nobody to tick.</p>`
      : ask.checkboxes({
          name: 'attended',
          legend: 'Who came?',
          items: invited.map(({ member, name, needs }) => ({
            value: member,
            text: name,
            ...(needs.length > 0 && { hint: `Needs: ${needWords(needs)}` }),
          })),
        }),
    ...invited
      .filter(({ needs }) => needs.length > 0)
      .map(
        ({ member, name }) =>
          html`${ask.radios({
            name: `met-${member}`,
            legend: `Was what ${name} needs there?`,
            items: [
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
              { value: '', text: 'Did not come' },
            ],
            classes: 'govuk-radios--inline',
          })}${ask.input({ name: `words-${member}`, label: 'What was missing?' })}`,
      ),
    ask.textarea({
      name: 'notes',
      label: 'What was said?',
      hint: 'For those who run the network. Take down each issue by itself afterwards',
      rows: 10,
    }),
  ],
  read({ values, lists }, visit, { invited }) {
    const here = new Set(lists['attended'] ?? [])
    const attendance = invited.map(({ member }) => ({
      member,
      attended: here.has(member),
      needsMet: values[`met-${member}`] ? values[`met-${member}`] === 'yes' : null,
      needsWords: values[`words-${member}`] ?? '',
    }))
    return { input: { workshop: visit.params['workshop'], notes: values['notes'], attendance }, wrong: {} }
  },
  back: (_, { workshop }) => workshopPath({ workshop: workshop.ref }),
  leadsTo: (_, { workshop }) => `${workshopPath({ workshop: workshop.ref })}?done=held`,
})

/** What has changed about it? */
export const changeWorkshopPage: Page = formPage({
  path: changeWorkshopPath,
  may: runners,
  does: changeWorkshop,
  button: 'Save and tell those invited',
  seen: seenWorkshop,
  heading: () => 'Change the workshop',
  caption: ({ workshop }) => workshop.title,
  lead: () =>
    html`<p class="govuk-body">
      Whoever was invited and has not said no is told. Where the day or the hours change, those who said yes are asked
      anew.
    </p>`,
  before: ({ workshop: w }) => ({
    values: {
      ...dayBoxes('day', w.day),
      title: w.title,
      from: clockWords(w.fromMinute),
      until: clockWords(w.untilMinute),
      place: w.place,
      online: w.online ?? '',
      agenda: w.agenda,
      accessPlan: w.accessPlan,
      places: String(w.places),
    },
  }),
  fields: (ask) => planFields(ask, 'These words are public'),
  read: (form, visit) => planIn(form, { workshop: visit.params['workshop'] }),
  back: (_, { workshop }) => workshopPath({ workshop: workshop.ref }),
  leadsTo: (_, { workshop }) => `${workshopPath({ workshop: workshop.ref })}?done=changed`,
})

/** Are they coming, and what do they want for the day? For whoever answers in person, by telephone or on paper. */
export const answerForPage: Page = formPage({
  path: answerForPath,
  may: runners,
  does: answerInvitation,
  button: 'Save the answer',
  seen: async (visit) => {
    const outcome = await seenWorkshop(visit)
    if (!outcome.ok) return outcome
    const one = outcome.value.invited.find(({ member }) => member === visit.params['member'])
    return one ? done({ ...outcome.value, one }) : missing('They were not invited.')
  },
  heading: ({ one }) => `Is ${one.name} coming?`,
  caption: ({ workshop }) => workshop.title,
  before: ({ one }) => ({
    values: { answer: one.answer ?? '', wantsWords: one.wantsWords ?? '' },
    lists: { wants: one.wants },
  }),
  fields: (ask) => [
    ask.radios({
      name: 'answer',
      legend: 'Their answer',
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
    }),
    ask.checkboxes({ name: 'wants', legend: 'What do they want for the day? (optional)', items: items(wants) }),
    ask.textarea({ name: 'wantsWords', label: 'More about it (optional)', rows: 3 }),
  ],
  read: ({ values, lists }, { params }) => ({
    input: { ...params, answer: values['answer'], wants: lists['wants'] ?? [], wantsWords: values['wantsWords'] },
    wrong: values['answer'] ? {} : { answer: 'Say whether they are coming.' },
  }),
  back: (_, { workshop }) => workshopPath({ workshop: workshop.ref }),
  leadsTo: (_, { workshop }) => `${workshopPath({ workshop: workshop.ref })}?done=saved`,
})

/** Why is it cancelled? */
export const cancelWorkshopPage: Page = formPage({
  path: cancelWorkshopPath,
  may: runners,
  does: cancelWorkshop,
  button: 'Cancel the workshop',
  warning: true,
  seen: seenWorkshop,
  heading: () => 'Cancel the workshop?',
  caption: ({ workshop }) => workshop.title,
  fields: (ask) => [
    ask.textarea({ name: 'because', label: 'Why?', hint: 'Those invited are told these words', rows: 3 }),
  ],
  read: ({ values }, visit) => ({
    input: { workshop: visit.params['workshop'], because: values['because'] },
    wrong: {},
  }),
  back: (_, { workshop }) => workshopPath({ workshop: workshop.ref }),
  leadsTo: (_, { workshop }) => `${workshopPath({ workshop: workshop.ref })}?done=cancelled`,
})

/** What is somebody offered? */
export const payPage: Page = formPage({
  path: payPath,
  may: runners,
  does: offerPayment,
  button: 'Offer it',
  seen: (visit) => visit.ask(viewOffer, { workshop: visit.params['workshop'], member: visit.params['member'] }),
  heading: () => 'Offer payment',
  caption: ({ workshop }) => workshop.title,
  lead: ({ network, name, preference, fee, warnings }) =>
    html`<p class="govuk-body">
        ${name} is offered ${pounds(network.hourlyFee)} an hour, besides what they spent. They asked for:
        <strong>${paidAs[preference].toLowerCase()}</strong
        >${fee > 0n && html`, which is ${pounds(fee)} for the whole workshop`}.
      </p>
      ${warnings.length > 0 && warningText({ text: warnings.join(' ') })}`,
  before: ({ minutes }) => ({ values: { minutes: String(minutes) } }),
  fields: (ask) => [
    ask.input({ name: 'minutes', label: 'How many minutes?', classes: 'govuk-input--width-4', inputmode: 'numeric' }),
    ask.input({
      name: 'expenses',
      label: 'What they spent',
      hint: 'Travel, food. Leave empty if nothing',
      prefix: { text: '£' },
      classes: 'govuk-input--width-5',
    }),
    ask.input({
      name: 'carerCover',
      label: 'What cover for those they care for cost',
      prefix: { text: '£' },
      classes: 'govuk-input--width-5',
    }),
    ask.checkboxes({
      name: 'wereTold',
      legend: 'Their benefit',
      items: [{ value: 'yes', text: 'Where it is near its limit, they were told before this offer' }],
    }),
  ],
  read(form, visit) {
    const { wrong, pounds: sum } = reading(form)
    return {
      wrong,
      input: {
        workshop: visit.params['workshop'],
        member: visit.params['member'],
        minutes: form.values['minutes'],
        expenses: sum('expenses') ?? 0n,
        carerCover: sum('carerCover') ?? 0n,
        wereTold: form.values['wereTold'] === 'yes',
      },
    }
  },
  back: (_, { workshop }) => workshopPath({ workshop: workshop.ref }),
  leadsTo: (_, { workshop }) => `${workshopPath({ workshop: workshop.ref })}?done=offered`,
})
