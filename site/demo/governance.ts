import type { ConstitutionInput } from '#authority'
import { larkshireForms } from './forms.ts'
import { pounds } from './parts.ts'

/** The day from which Larkshire asks for clearances and for duties by name: a new version of its procedure rules. */
const from = '2026-09-01'
const always = '2012-09-10'

/** How Larkshire’s records are made: who clears them, which duties they speak of, on which forms, and how soon. */
export const larkshireRecords: ConstitutionInput['settings'] = [
  { key: 'forms', from: always, source: 'Part 5, forms', value: larkshireForms },
  { key: 'turns', from: always, source: 'Part 4, report timetable', value: { decide: 5, publish: 2, judge: 2 } },
  {
    key: 'clearances',
    from,
    source: 'Part 4, financial procedure rule 6 and legal procedure rule 2',
    value: [
      {
        key: 'finance',
        title: 'Finance',
        post: 'chief-finance-officer',
        when: { kind: 'value', pence: pounds(100_000) },
        workingDays: 5,
      },
      { key: 'legal', title: 'Legal', post: 'head-legal', when: { kind: 'key' }, workingDays: 5 },
    ],
  },
  {
    key: 'duties',
    from,
    source: 'Part 4, report template',
    value: [
      {
        key: 'equality',
        title: 'Public sector equality duty',
        source: { act: 'Equality Act 2010', part: 's149' },
        subjects: ['adults/care-at-home', 'children'],
        byCharacteristic: true,
      },
      {
        key: 'market',
        title: 'Diverse and sustainable services of high quality',
        source: { act: 'Care Act 2014', part: 's5' },
        subjects: ['adults/care-at-home'],
      },
      {
        key: 'breaks',
        title: 'Breaks for carers of disabled children',
        source: { si: '2011/707', part: 'reg 4' },
        subjects: ['children/short-breaks'],
      },
      {
        key: 'review',
        title: 'Keeping provision for disabled children under review',
        source: { act: 'Children and Families Act 2014', part: 's27' },
        subjects: ['children'],
      },
    ],
  },
]

/** What the demo’s reports say of each duty, in words of its own. */
export const dutyWords: Record<string, string> = {
  equality:
    'Most of those affected are older or disabled, and most unpaid carers are women. The service keeps its hours; who may move to another provider, and when, is agreed with each person.',
  market:
    'There are eleven providers, four of them small. Lots by town keep small ones in; fees are set from the cost of care as it was counted last year.',
  breaks:
    'Day care, overnight care, activities and holidays stay on offer, and the statement of short breaks is rewritten with families before the change.',
  review:
    'What is there and what is missing was reviewed in spring with parents, the parent carer forum and schools; the gaps at weekends are what this decision closes.',
}

/** The impact that they state, characteristic by characteristic. */
export const demoImpacts = [
  { characteristic: 'age', impact: 'positive', evidence: 'Four in five of those supported are over 65 or under 18' },
  {
    characteristic: 'disability',
    impact: 'negative',
    evidence: 'A change of provider is hard for some people',
    mitigation: 'Nobody moves before a review that they take part in',
  },
  ...['gender-reassignment', 'marriage', 'pregnancy', 'race', 'religion', 'sex', 'sexual-orientation'].map(
    (characteristic) => ({
      characteristic,
      impact: 'none',
      evidence: 'Service data of the last year show no difference',
    }),
  ),
]
