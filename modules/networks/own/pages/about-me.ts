import { html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'
import { consents, contacts, needs, payments } from '../../network.ts'
import { items, needsIn } from '../../pages/members.ts'
import { changeOwnConsents, changeOwnContact, changeOwnMoney, changeOwnNeeds, leaveOwn } from '../change-own.ts'
import {
  doorPath,
  ownConsentsPath,
  ownContactPath,
  ownLeavePath,
  ownMoneyPath,
  ownNeedsPath,
  ownPath,
} from '../paths.ts'
import { own } from './answers.ts'
import { seenOwn, tokenOf } from './own-page.ts'

const saved = (visit: Visit) => `${ownPath({ token: tokenOf(visit) })}?done=saved`

/** What do you need to take part? */
export const ownNeedsPage = own({
  path: ownNeedsPath,
  does: changeOwnNeeds,
  button: 'Save',
  seen: seenOwn,
  heading: () => 'What do you need to take part?',
  caption: ({ network }) => network.title,
  lead: ({ needsDue }) =>
    html`${needsDue && html`<div class="govuk-inset-text">It is time to ask you again. If nothing has changed, save it as it is.</div>`}
      <p class="govuk-body">
        It stands beside your name whenever you are invited, and you are asked again in a year. Afterwards we ask
        whether it was there.
      </p>`,
  before: ({ member: m }) => ({
    values: { needWords: m.needs.find(({ words }) => words !== null)?.words ?? '' },
    lists: { needs: m.needs.map(({ need }) => need) },
  }),
  fields: (ask) => [
    ask.checkboxes({ name: 'needs', legend: 'Tick what you need', items: items(needs) }),
    ask.input({ name: 'needWords', label: 'More about what you need' }),
  ],
  read: (form, { params }) => {
    const { needs: wanted, wrong } = needsIn(form, 'Tick what you need as well.')
    return { input: { ...params, needs: wanted }, wrong }
  },
  leadsTo: saved,
})

/** How do you want to be reached? */
export const ownContactPage = own({
  path: ownContactPath,
  does: changeOwnContact,
  button: 'Save',
  seen: seenOwn,
  heading: () => 'How do you want to be reached?',
  caption: ({ network }) => network.title,
  before: ({ member: m }) => ({
    values: {
      name: m.name,
      contactBy: m.contactBy,
      email: m.email ?? '',
      phone: m.phone ?? '',
      postAddress: m.postAddress ?? '',
    },
  }),
  fields: (ask) => [
    ask.input({ name: 'name', label: 'Your name', hint: 'As you want to be called', autocomplete: 'name' }),
    ask.radios({ name: 'contactBy', legend: 'How do you want to be reached?', items: items(contacts) }),
    ask.input({ name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'email' }),
    ask.input({ name: 'phone', label: 'Telephone number', classes: 'govuk-input--width-20', autocomplete: 'tel' }),
    ask.textarea({ name: 'postAddress', label: 'Postal address', rows: 3, autocomplete: 'street-address' }),
  ],
  read: ({ values }, { params }) => ({ input: { ...values, ...params }, wrong: {} }),
  leadsTo: (visit, _, value) =>
    `${ownPath({ token: tokenOf(visit) })}?done=${(value as { moved: boolean }).moved ? 'moved' : 'saved'}`,
})

/** What do you agree to? */
export const ownConsentsPage = own({
  path: ownConsentsPath,
  does: changeOwnConsents,
  button: 'Save',
  seen: seenOwn,
  heading: () => 'What do you agree to?',
  caption: ({ network }) => network.title,
  lead: () =>
    html`<p class="govuk-body">
      Each by itself. You stay a member whatever you tick, and can change it whenever you like.
    </p>`,
  before: ({ member: m }) => ({ lists: { consents: m.consents } }),
  fields: (ask) => [ask.checkboxes({ name: 'consents', legend: 'I agree to', items: items(consents) })],
  read: ({ lists }, { params }) => ({ input: { ...params, consents: lists['consents'] ?? [] }, wrong: {} }),
  leadsTo: saved,
})

/** How do you want to be paid? */
export const ownMoneyPage = own({
  path: ownMoneyPath,
  does: changeOwnMoney,
  button: 'Save',
  seen: seenOwn,
  heading: () => 'How do you want to be paid?',
  caption: ({ network }) => network.title,
  lead: () =>
    html`<p class="govuk-body">
      What you spend is paid back whatever you choose. If you have a benefit with a limit, say which: before each offer
      you are told what it would do. Vouchers count like money.
    </p>`,
  before: ({ member: m }) => ({ values: { payment: m.payment, benefit: m.benefit ?? '' } }),
  fields: (ask) => [
    ask.radios({ name: 'payment', legend: 'How do you want to be paid?', items: items(payments) }),
    ask.select({
      name: 'benefit',
      label: 'Do you have one of these benefits? (optional)',
      items: [
        { value: '', text: 'None, or I would rather not say' },
        { value: 'esa', text: 'Employment and Support Allowance' },
        { value: 'uc', text: 'Universal Credit' },
      ],
    }),
  ],
  read: ({ values }, { params }) => ({
    input: { ...params, payment: values['payment'], benefit: values['benefit'] ?? '' },
    wrong: values['payment'] ? {} : { payment: 'Say how you want to be paid, or not.' },
  }),
  leadsTo: saved,
})

/** Do you want to leave? */
export const ownLeavePage = own({
  path: ownLeavePath,
  does: leaveOwn,
  button: 'Leave the network',
  warning: true,
  seen: seenOwn,
  heading: () => 'Do you want to leave?',
  caption: ({ network }) => network.title,
  lead: () =>
    html`<p class="govuk-body">
      How to reach you, what you need, what you agreed to and how you describe yourself is taken out at once, with our
      letters to you. What you did, and that you were paid, stays. This cannot be undone; you can join again.
    </p>`,
  fields: () => [],
  read: (_, { params }) => ({ input: params, wrong: {} }),
  leadsTo: () => doorPath(),
})
