import { listChoices } from '#authority'
import { viewMyTurn } from '#decisions'
import type { Page } from '#platform/page.ts'
import { dayBoxes, typedDay } from '#platform/typed.ts'
import { done } from '#platform/use-case.ts'
import { showable, showableTitles } from '../commission.ts'
import { closeCommission, editCommission, reopenCommission, showCommission } from '../edit-commission.ts'
import { linkRecord, unlinkRecord } from '../link-record.ts'
import { openCommission } from '../open-commission.ts'
import { owe, settle } from '../owed/owe.ts'
import {
  closePath,
  deskCommissionsPath,
  editPath,
  linkPath,
  newCommissionPath,
  owePath,
  reopenPath,
  settlePath,
  showPath,
  unlinkPath,
  wholePath,
} from './paths.ts'
import { question, type Wrong } from './question.ts'
import { postItems, subjectItems, wholeSeen, type Whole } from './seen.ts'

/** What is to be commissioned, and why? */
export const newCommissionPage: Page = question({
  path: newCommissionPath,
  see: async (visit) => {
    const choices = await visit.ask(listChoices, {})
    if (!choices.ok) return choices
    const own = await visit.ask(viewMyTurn, {})
    return own.ok ? done({ choices: choices.value, own: own.value.held }) : own
  },
  heading: () => 'Open a commission',
  caption: () => 'Commissions',
  lead: () =>
    'It ties together what belongs to one undertaking: its timeline, options, risks and duties, and the decisions, consultations and contracts that follow. To open one commits nothing; it is an act under a mandate, and its title is published with that act.',
  first: ({ own }) => ({ values: { post: own[0]?.post } }),
  fields: (ask, { choices }) => [
    ask.input({ name: 'title', label: 'What is it called?', hint: 'For example: Care at home 2025. Name no person.' }),
    ask.select({ name: 'subject', label: 'What is it about?', items: subjectItems(choices) }),
    ask.textarea({
      name: 'why',
      label: 'Why is it there?',
      hint: 'What ends, what is missing, who needs it.',
      rows: 5,
    }),
    ask.select({ name: 'lead', label: 'Which post leads it?', items: postItems(choices) }),
    ask.select({
      name: 'post',
      label: 'Which post opens it?',
      hint: 'A post with the power to open a commission',
      items: postItems(choices),
    }),
  ],
  send: async (visit, form) => ({ outcome: await visit.perform(openCommission, form.values, form) }),
  back: () => deskCommissionsPath(),
  onward: (_, value) => wholePath(value as { ref: string }),
  done: 'opened',
  button: 'Open the commission',
})

const onCommission = {
  see: wholeSeen,
  caption: ({ commission }: Whole) => `${commission.ref} · ${commission.title}`,
  back: ({ commission: { ref } }: Whole) => wholePath({ ref }),
}
const versioned = (ask: string | undefined, { commission }: Whole) => ask ?? String(commission.version)

/** What is it called, who leads it, why is it there? */
export const editPage: Page = question<Whole>({
  ...onCommission,
  path: editPath,
  heading: () => 'Change the commission',
  edition: ({ commission }) => commission.version,
  first: ({ commission: { title, lead, why } }) => ({ values: { title, lead, why } }),
  fields: (ask, { choices }) => [
    ask.input({ name: 'title', label: 'What is it called?' }),
    ask.select({ name: 'lead', label: 'Which post leads it?', items: postItems(choices) }),
    ask.textarea({ name: 'why', label: 'Why is it there?', rows: 5 }),
  ],
  send: async (visit, form, seen) => ({
    outcome: await visit.perform(
      editCommission,
      { ...form.values, ref: seen.commission.ref, version: versioned(form.values['edition'], seen) },
      form,
    ),
  }),
  button: 'Save and return',
})

/** What may the public see of it? */
export const showPage: Page = question<Whole>({
  ...onCommission,
  path: showPath,
  heading: () => 'What may the public see?',
  edition: ({ commission }) => commission.version,
  lead: () =>
    'Options and scores may give bidders more than they should know before a tender: show them once that is over. Records are shown once they are published, whatever you choose here.',
  first: ({ commission: { isPublic, shows } }) => ({ values: { isPublic: isPublic ? 'yes' : 'no' }, lists: { shows } }),
  fields: (ask) => [
    ask.radios({
      name: 'isPublic',
      legend: { text: 'May the public see this commission?', classes: 'govuk-fieldset__legend--m' },
      classes: 'govuk-radios--inline',
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
    }),
    ask.checkboxes({
      name: 'shows',
      legend: { text: 'Which of its parts, besides its title and why?', classes: 'govuk-fieldset__legend--m' },
      items: showable.map((value) => ({ value, text: showableTitles[value] })),
    }),
  ],
  send: async (visit, form, seen) => ({
    outcome: await visit.perform(
      showCommission,
      {
        ref: seen.commission.ref,
        version: versioned(form.values['edition'], seen),
        isPublic: form.values['isPublic'],
        shows: form.lists['shows'] ?? [],
      },
      form,
    ),
  }),
  button: 'Save',
  done: 'shown',
})

/** Is it over? */
export const closePage: Page = question<Whole>({
  ...onCommission,
  path: closePath,
  heading: () => 'Close this commission?',
  edition: ({ commission }) => commission.version,
  lead: () => 'It stays whole and changes no more. It can be reopened, with the reason.',
  first: () => ({ values: {} }),
  fields: (ask) => ask.textarea({ name: 'because', label: 'Why is it closed?', rows: 4 }),
  send: async (visit, form, seen) => ({
    outcome: await visit.perform(
      closeCommission,
      { ref: seen.commission.ref, version: versioned(form.values['edition'], seen), because: form.values['because'] },
      form,
    ),
  }),
  button: 'Close it',
  done: 'closed',
  warning: true,
})

/** Should it be open again? */
export const reopenPage: Page = question<Whole>({
  ...onCommission,
  path: reopenPath,
  heading: () => 'Reopen this commission?',
  edition: ({ commission }) => commission.version,
  first: () => ({ values: {} }),
  fields: (ask) => ask.textarea({ name: 'because', label: 'Why is it reopened?', rows: 4 }),
  send: async (visit, form, seen) => ({
    outcome: await visit.perform(
      reopenCommission,
      { ref: seen.commission.ref, version: versioned(form.values['edition'], seen), because: form.values['because'] },
      form,
    ),
  }),
  button: 'Reopen it',
  done: 'reopened',
})

/** Which record belongs to it, and why? */
export const linkPage: Page = question<Whole>({
  ...onCommission,
  path: linkPath,
  heading: () => 'Which record belongs to it?',
  first: () => ({ values: { relies: 'no' } }),
  fields: (ask) => [
    ask.input({
      name: 'record',
      label: 'Its reference',
      hint: 'A decision (D-2025-0001), an act (A-), a mandate (M-), a consultation, or a number of another system',
      classes: 'govuk-input--width-20',
      spellcheck: false,
    }),
    ask.input({
      name: 'says',
      label: 'Why does it belong here?',
      hint: 'For example: Cabinet’s approval of the specification and the tender',
    }),
    ask.input({
      name: 'kind',
      label: 'What is it? (only for records of another system)',
      hint: 'For example: Contract',
      classes: 'govuk-input--width-20',
    }),
    ask.radios({
      name: 'relies',
      legend: {
        text: 'Does this decision rely on what is written here of equality and duties?',
        classes: 'govuk-fieldset__legend--s',
      },
      hint: 'Then it cannot be signed before that is written.',
      classes: 'govuk-radios--inline',
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
    }),
  ],
  send: async (visit, form, seen) => ({
    outcome: await visit.perform(
      linkRecord,
      {
        ref: seen.commission.ref,
        record: form.values['record'],
        says: form.values['says'],
        kind: form.values['kind'] || undefined,
        relies: form.values['relies'] === 'yes',
      },
      form,
    ),
  }),
  button: 'Link it',
  done: 'linked',
})

/** Why was the link wrong? */
export const unlinkPage: Page = question<Whole>({
  ...onCommission,
  path: unlinkPath,
  heading: () => 'End this link?',
  lead: () => 'That the record was linked stays to be seen, with the reason why it is not any more.',
  first: () => ({ values: {} }),
  fields: (ask) => ask.input({ name: 'because', label: 'Why was it wrong?' }),
  send: async (visit, form, seen) => ({
    outcome: await visit.perform(
      unlinkRecord,
      { ref: seen.commission.ref, link: visit.params['link'], because: form.values['because'] },
      form,
    ),
  }),
  button: 'End the link',
  done: 'ended',
})

/** What is owed, by whom and when? */
export const owePage: Page = question<Whole>({
  ...onCommission,
  path: owePath,
  heading: () => 'What is owed by when?',
  lead: () =>
    'What a decision, a report or a promise asks of a post by a day: a review within two years, for example. The post is told now, and again when it is due.',
  first: () => ({ values: {} }),
  fields: (ask, { choices }) => [
    ask.input({ name: 'words', label: 'What is to be done?' }),
    ask.input({ name: 'source', label: 'What asks for it?', hint: 'For example: clause (d) of D-2021-0003' }),
    ask.select({ name: 'owner', label: 'Which post owes it?', items: postItems(choices) }),
    ask.dateInput({ name: 'due', legend: 'By which day?', hint: 'For example 31 3 2024' }),
  ],
  send: async (visit, form, seen) => {
    const due = typedDay(form.values, 'due')
    const wrong: Wrong =
      due === null ? { due: 'Enter the day by which it is due.' } : 'error' in due ? { due: due.error } : {}
    if (Object.keys(wrong).length || !due || !('value' in due)) return { wrong }
    return {
      outcome: await visit.perform(
        owe,
        {
          ref: seen.commission.ref,
          words: form.values['words'],
          source: form.values['source'],
          owner: form.values['owner'],
          due: due.value,
        },
        form,
      ),
    }
  },
  button: 'Note it',
  done: 'owed',
})

/** When was it done, and what shows it? */
export const settlePage: Page = question<Whole>({
  ...onCommission,
  path: settlePath,
  heading: () => 'Is it done?',
  first: (_, { today }) => ({ values: dayBoxes('on', today) }),
  fields: (ask) => [
    ask.dateInput({ name: 'on', legend: 'On which day was it done?' }),
    ask.textarea({
      name: 'evidence',
      label: 'What shows it?',
      hint: 'For example: the report and where it is',
      rows: 3,
    }),
  ],
  send: async (visit, form, seen) => {
    const on = typedDay(form.values, 'on')
    if (!on || 'error' in on) return { wrong: { on: on?.error ?? 'Enter the day on which it was done.' } }
    return {
      outcome: await visit.perform(
        settle,
        { ref: seen.commission.ref, owed: visit.params['owed'], on: on.value, evidence: form.values['evidence'] },
        form,
      ),
    }
  },
  button: 'Note it as done',
  done: 'settled',
})
