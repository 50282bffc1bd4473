import { formFields } from '../../record-settings.ts'
import { powerNames } from '../../powers.ts'
import { settings } from '../../constitution.ts'

/** The tables that a constitution is kept in, one file each. Settings that are tables of their own have files of their own. */
export const sheetNames = [
  'posts',
  'holders',
  'scheme',
  'conditions',
  'subjects',
  'settings',
  'forms',
  'calendar',
] as const
export type SheetName = (typeof sheetNames)[number]

/** A column: its name in the first row, what goes into it, and an example. A cell of one that is needed may not be empty. */
export type Column = { name: string; says: string; example: string; needed?: true }

export type Sheet = { title: string; says: string; columns: readonly Column[]; once: readonly string[] }

/** Settings that have a sheet of their own. */
export const ownSheets = ['forms', 'calendar'] as const

/** Between several things in one cell. */
export const between = '; '
/** Between choices, whose words may hold anything else. */
export const betweenChoices = ' | '

const day = 'A day: 2026-04-01 or 1/4/2026'
const source = 'Where the council’s constitution says so'

/** Each file, column by column. `once` names the columns that tell one row from another. */
export const sheets: Record<SheetName, Sheet> = {
  posts: {
    title: 'Posts and bodies',
    says: 'What powers are given to: officers, members, Cabinet, committees, Council.',
    once: ['post'],
    columns: [
      {
        name: 'post',
        says: 'A short name for use elsewhere: small letters, digits, hyphens',
        example: 'director-adults',
        needed: true,
      },
      { name: 'title', says: 'As people know it', example: 'Director of Adult Social Care', needed: true },
      { name: 'kind', says: 'officer, member, cabinet, committee or council', example: 'officer', needed: true },
      { name: 'from', says: day, example: '2026-04-01', needed: true },
      { name: 'until', says: 'The first day on which the post is no more; empty where it goes on', example: '' },
      { name: 'agreement of', says: 'How many of its holders have to agree, where they act together', example: '' },
    ],
  },
  holders: {
    title: 'Who holds each post',
    says: 'Somebody who holds two posts has two rows. Seats of a body are rows too.',
    once: ['post', 'email', 'from'],
    columns: [
      { name: 'post', says: 'The short name of the post', example: 'director-adults', needed: true },
      {
        name: 'email',
        says: 'The address with which this person signs in',
        example: 'name@larkshire.example',
        needed: true,
      },
      { name: 'from', says: day, example: '2026-04-01', needed: true },
      { name: 'until', says: 'The first day on which they hold it no more', example: '' },
      { name: 'acting', says: 'yes or no', example: 'no' },
    ],
  },
  scheme: {
    title: 'Scheme of delegation',
    says: 'Which powers each post has of itself, entry by entry.',
    once: ['entry'],
    columns: [
      { name: 'entry', says: 'Its number in the constitution, once each', example: '4.3', needed: true },
      { name: 'post', says: 'The short name of the post', example: 'director-adults', needed: true },
      {
        name: 'powers',
        says: `One or more of ${powerNames.join(', ')}, with semicolons between them`,
        example: 'contract; extend',
        needed: true,
      },
      { name: 'subject', says: 'The path of a subject; empty stands for everything', example: 'adults' },
      { name: 'words', says: 'As the constitution says it', example: 'Contracts up to £250,000 each', needed: true },
      {
        name: 'limit counted',
        says: 'whole life, financial year, each act or no limit; empty gives no money of its own',
        example: 'each act',
      },
      { name: 'limit in pounds', says: 'Empty where there is no limit', example: '250,000' },
      { name: 'may be passed on', says: 'yes or no', example: 'no' },
    ],
  },
  conditions: {
    title: 'Conditions of the scheme',
    says: 'What has to be done before or after an act under an entry, a row each.',
    once: ['entry', 'key'],
    columns: [
      { name: 'entry', says: 'The number of the entry', example: '4.3', needed: true },
      { name: 'kind', says: 'consult, procedure or report back', example: 'procedure', needed: true },
      { name: 'key', says: 'A short name of its own', example: 'contract-rules', needed: true },
      { name: 'post', says: 'For consult: the post that is consulted', example: '' },
      {
        name: 'words',
        says: 'As the constitution says it',
        example: 'in accordance with the Contract Procedure Rules',
        needed: true,
      },
      { name: 'within days', says: 'For report back: within how many days', example: '' },
    ],
  },
  subjects: {
    title: 'Subjects',
    says: 'What powers are about, as paths: adults/care-at-home lies within adults.',
    once: ['subject'],
    columns: [
      { name: 'subject', says: 'Its path', example: 'adults/care-at-home', needed: true },
      { name: 'title', says: 'As people know it', example: 'Care at home', needed: true },
    ],
  },
  settings: {
    title: 'Thresholds and other rules',
    says: 'What the council settles for itself, a row for each figure or word: the rows of one rule have the same rule, day and source.',
    once: ['rule', 'from', 'what'],
    columns: [
      {
        name: 'rule',
        says: `One of ${Object.keys(settings)
          .filter((key) => !(ownSheets as readonly string[]).includes(key))
          .join(', ')}`,
        example: 'key-decision-threshold',
        needed: true,
      },
      {
        name: 'from',
        says: `${day}. A rule that changes is given again from a later day`,
        example: '2026-04-01',
        needed: true,
      },
      { name: 'source', says: source, example: 'Part 2, article 13', needed: true },
      {
        name: 'what',
        says: 'Which part of the rule; things in a list are numbered: callers.1.all.1.who',
        example: 'pounds',
        needed: true,
      },
      {
        name: 'value',
        says: 'The figure or word; yes or no; (none) for an empty list',
        example: '500,000',
        needed: true,
      },
    ],
  },
  forms: {
    title: 'Forms for records',
    says: 'The council’s own forms, a row for each thing asked, in the order in which it is asked.',
    once: ['from', 'form', 'field', 'question'],
    columns: [
      { name: 'from', says: day, example: '2026-04-01', needed: true },
      { name: 'source', says: source, example: 'Officer decision form, version 4', needed: true },
      { name: 'form', says: 'A short name for the form', example: 'officer', needed: true },
      { name: 'form title', says: 'As people know it', example: 'Record of an officer’s decision', needed: true },
      {
        name: 'makers',
        says: 'Who decides on it: officer, member, cabinet, committee, council; empty stands for all',
        example: 'officer',
      },
      { name: 'section', says: 'The heading that it stands under', example: 'The decision', needed: true },
      { name: 'field', says: `What every record has: ${formFields.join(', ')}`, example: 'reasons' },
      { name: 'question', says: 'Or a question of the form’s own, by a short name', example: '' },
      { name: 'label', says: 'Its words', example: 'Reasons for the decision' },
      { name: 'hint', says: 'Help below the words', example: '' },
      { name: 'kind', says: 'For a question: text, long-text, yes-no or choice', example: '' },
      { name: 'choices', says: 'For a choice, with | between them', example: '' },
      { name: 'needed', says: 'For a question: yes or no', example: '' },
    ],
  },
  calendar: {
    title: 'Calendar',
    says: 'Days on which the council is closed, and bank holidays of years that Remit does not know yet. Rows stay: later ones add to them.',
    once: ['from', 'day'],
    columns: [
      { name: 'day', says: `${day}; or a year, where the kind is whole year`, example: '2026-12-29', needed: true },
      { name: 'name', says: 'What day it is', example: 'Christmas closure', needed: true },
      {
        name: 'kind',
        says: 'bank holiday, closed (the council alone), no holiday (a bank holiday that was moved), or whole year: every bank holiday of that year is listed',
        example: 'closed',
        needed: true,
      },
      { name: 'from', says: `From when on it is counted with. ${day}`, example: '2026-04-01', needed: true },
      { name: 'source', says: 'Who says so, and where', example: 'Cabinet, 3 March 2026, minute 41', needed: true },
    ],
  },
}
