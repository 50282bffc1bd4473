import { dutySource, type Duty } from '#authority'
import { digestOf } from '#platform/journal.ts'
import type { Citation } from '#platform/law.ts'

/** The nine of the Equality Act 2010, s4, and those that many councils look at besides. */
export const characteristics = {
  age: 'Age',
  disability: 'Disability',
  'gender-reassignment': 'Gender reassignment',
  marriage: 'Marriage and civil partnership',
  pregnancy: 'Pregnancy and maternity',
  race: 'Race',
  religion: 'Religion or belief',
  sex: 'Sex',
  'sexual-orientation': 'Sexual orientation',
  carers: 'Carers',
  'care-experience': 'People with care experience',
} as const
export type Characteristic = keyof typeof characteristics
export const protectedOnes = (Object.keys(characteristics) as Characteristic[]).filter(
  (one) => one !== 'carers' && one !== 'care-experience',
)

export const impacts = ['positive', 'negative', 'none', 'unknown'] as const
export type Impact = {
  characteristic: Characteristic
  impact: (typeof impacts)[number]
  evidence: string
  mitigation: string | null
}

export const impactWords: Record<Impact['impact'], string> = {
  positive: 'Good',
  negative: 'Bad',
  none: 'None',
  unknown: 'Not known',
}

/** How one duty was considered, in one version. */
export type Considered = {
  duty: string
  version: number
  title: string
  source: Duty['source']
  how: string
  writtenIn: string
  paragraph: string | null
  on: Temporal.PlainDate
  impacts: Impact[]
  recordedByName: string
  recordedAt: Temporal.Instant
}

/** A duty of a decision, required or taken up besides, with the last version of how it was considered. */
export type DutyLine = {
  duty: string
  title: string
  source: Citation
  required: boolean
  byCharacteristic: boolean
  entry: Considered | null
}

/** What the journal seals of an entry, and what a reading receipt is for. */
export const sealedDuty = (ref: string, c: Considered) => ({
  ref,
  duty: c.duty,
  version: c.version,
  title: c.title,
  source: dutySource(c).words,
  how: c.how,
  writtenIn: c.writtenIn,
  paragraph: c.paragraph,
  on: c.on.toString(),
  impacts: c.impacts,
  recordedBy: c.recordedByName,
  recordedAt: c.recordedAt.toString(),
})

/** The digest of everything that was considered, as it now stands: a receipt for it holds while nothing changes. */
export const digestOfDuties = (ref: string, entries: readonly Considered[]): string =>
  digestOf(entries.map((one) => sealedDuty(ref, one)).toSorted((a, b) => (a.duty < b.duty ? -1 : 1)))
