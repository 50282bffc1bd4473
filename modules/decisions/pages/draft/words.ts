import { nil } from '../../decision.ts'
import { draftQuestion, orNothing } from '../draft-question.ts'
import { prose } from '../prose.ts'
import { alternativesPath, authorPath, purposePath, reasonsPath, supersedesPath } from '../paths.ts'

/** What is it for? */
export const purposePage = draftQuestion({
  path: purposePath,
  heading: 'What is it for?',
  lead: () =>
    'What will be different for people when it has been carried out, and what they need to know to follow the rest. It may be left out.',
  typed: ({ purpose }) => ({ values: { purpose: purpose ?? undefined } }),
  fields: (ask) => [
    ask.textarea({
      name: 'purpose',
      label: { text: 'Purpose and background', classes: 'govuk-visually-hidden' },
      rows: 12,
    }),
  ],
  read: ({ values }) => ({ changes: { purpose: values['purpose'] ?? '' } }),
  now: ({ purpose }) => prose(orNothing(purpose)),
})

/** Why? */
export const reasonsPage = draftQuestion({
  path: reasonsPath,
  heading: 'Why is this decided?',
  lead: () => 'The reasons for the decision, as the record must give them (SI 2012/2089, reg 12 and 13).',
  typed: ({ reasons }) => ({ values: { reasons: reasons ?? undefined } }),
  fields: (ask) => [
    ask.textarea({ name: 'reasons', label: { text: 'Reasons', classes: 'govuk-visually-hidden' }, rows: 12 }),
  ],
  read: ({ values }) => ({ changes: { reasons: values['reasons'] ?? '' } }),
  now: ({ reasons }) => prose(orNothing(reasons)),
})

/** What else was considered? */
export const alternativesPage = draftQuestion({
  path: alternativesPath,
  heading: 'Which alternatives were considered and rejected?',
  lead: () => 'To do nothing is one. If there were none, the record says so: a blank is not the same.',
  typed: ({ alternatives }) => ({
    values:
      alternatives === null
        ? {}
        : alternatives === nil.alternatives
          ? { kind: 'none' }
          : { kind: 'some', alternatives },
  }),
  fields: (ask) => {
    const words = ask.textarea({ name: 'alternatives', label: 'Each alternative, and why it was rejected', rows: 8 })
    return [
      ask.radios({
        name: 'kind',
        legend: { text: 'Alternatives', classes: 'govuk-visually-hidden' },
        items: [
          { value: 'some', text: 'These were considered and rejected', conditional: words },
          { value: 'none', text: 'None were considered', hint: `The record will say: “${nil.alternatives}”` },
        ],
      }),
    ]
  },
  read: ({ values }) => {
    if (values['kind'] === 'none') return { changes: { alternatives: nil.alternatives } }
    if (values['kind'] !== 'some') return { errors: { kind: 'Say whether alternatives were considered.' } }
    return values['alternatives']?.trim()
      ? { changes: { alternatives: values['alternatives'] } }
      : { errors: { alternatives: 'Give the alternatives, or choose that none were considered.' } }
  },
  now: ({ alternatives }) => prose(orNothing(alternatives)),
})

/** Who wrote the report, and where does it apply? */
export const authorPage = draftQuestion({
  path: authorPath,
  heading: 'Who wrote the report, and which wards does it affect?',
  typed: ({ author, wards }) => ({ values: { author: author ?? undefined, wards: wards ?? undefined } }),
  fields: (ask) => [
    ask.input({
      name: 'author',
      label: 'Author of the report (optional)',
      hint: 'Name and post, as they are to be published',
    }),
    ask.input({ name: 'wards', label: 'Wards affected (optional)', hint: 'For example All wards' }),
  ],
  read: ({ values }) => ({ changes: { author: values['author'] ?? '', wards: values['wards'] ?? '' } }),
  now: ({ author, wards }) => `Author: ${orNothing(author)} Wards: ${orNothing(wards)}`,
})

/** Does it stand in the place of another? */
export const supersedesPage = draftQuestion({
  path: supersedesPath,
  heading: 'Does it supersede another decision?',
  lead: () => 'The authority that the older decision gave ends on the day on which this one takes effect.',
  typed: ({ supersedes }) => ({ values: { supersedes: supersedes ?? undefined } }),
  fields: (ask) => [
    ask.input({
      name: 'supersedes',
      label: 'Reference of the older decision',
      hint: 'For example D-2022-0001. Leave it empty if there is none.',
      classes: 'govuk-input--width-10',
      spellcheck: false,
    }),
  ],
  read: ({ values }) => ({ changes: { supersedes: values['supersedes']?.trim() || null } }),
  now: ({ supersedes }) => supersedes ?? 'It supersedes none.',
})
