import { covers, dutySource, settingOn } from '#authority'
import type { Tx } from '#platform/database.ts'
import { act, si, type Citation } from '#platform/law.ts'

/** A duty of which a decision maker must be told by name, not by formula. */
export type AskedDuty = { duty: string; title: string; source: Citation }
/** One of the list of the house; `subject` is the part of the council's work that it binds. */
type SpecificDuty = AskedDuty & { subject: 'all' | 'adults' | 'children' }

/**
 * The duties that a commission in social care asks about. That members were not led to the specific duties, and that the general
 * one was paraphrased by formula, made a decision unlawful in R (DAT) v West Berkshire [2016] EWHC 1876 (Admin). Which of them
 * bind is for a lawyer to say; the list only asks (verify).
 */
export const specificDuties: readonly SpecificDuty[] = [
  { duty: 'equality', title: 'Due regard to equality', source: act('Equality Act 2010', 's149'), subject: 'all' },
  {
    duty: 'best-value',
    title: 'Best value, and consulting those affected',
    source: act('Local Government Act 1999', 's3'),
    subject: 'all',
  },
  {
    duty: 'social-value',
    title: 'How what is bought may improve the area',
    source: act('Public Services (Social Value) Act 2012', 's1'),
    subject: 'all',
  },
  {
    duty: 'human-rights',
    title: 'Acting compatibly with Convention rights',
    source: act('Human Rights Act 1998', 's6'),
    subject: 'all',
  },
  { duty: 'wellbeing', title: 'Promoting individual wellbeing', source: act('Care Act 2014', 's1'), subject: 'adults' },
  {
    duty: 'prevention',
    title: 'Preventing needs for care and support',
    source: act('Care Act 2014', 's2'),
    subject: 'adults',
  },
  {
    duty: 'market',
    title: 'A diverse and sustainable market of good care',
    source: act('Care Act 2014', 's5'),
    subject: 'adults',
  },
  {
    duty: 'children-in-need',
    title: 'Services for disabled children, and breaks for those who care for them',
    source: act('Children Act 1989', 'Sch 2 para 6'),
    subject: 'children',
  },
  {
    duty: 'carers-breaks',
    title: 'Breaks for carers of disabled children',
    source: si('2011/707', 'reg 4'),
    subject: 'children',
  },
  {
    duty: 'safeguarding',
    title: 'Safeguarding and promoting the welfare of children',
    source: act('Children Act 2004', 's11'),
    subject: 'children',
  },
  {
    duty: 'provision-review',
    title: 'Keeping education and care provision under review',
    source: act('Children and Families Act 2014', 's27'),
    subject: 'children',
  },
]

/**
 * The duties to ask about for a subject on a day: those that the council settled, the same list as its decisions are held to;
 * where it settled none, those of the house.
 */
export async function dutiesFor(
  tx: Tx,
  council: string,
  subject: string,
  on: Temporal.PlainDate,
): Promise<AskedDuty[]> {
  const settled = (await settingOn(tx, council, 'duties', on))?.value ?? []
  if (settled.length === 0) return specificDuties.filter((one) => one.subject === 'all' || covers(one.subject, subject))
  return settled
    .filter(({ subjects }) => subjects.length === 0 || subjects.some((scope) => covers(scope, subject)))
    .map((one) => ({ duty: one.key, title: one.title, source: dutySource(one) }))
}

/** The protected characteristics (Equality Act 2010, s4), and two that councils add. */
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
  carers: 'Carers (the council’s own)',
  'care-experienced': 'Care-experienced people (the council’s own)',
} as const
export type Characteristic = keyof typeof characteristics
export const characteristicNames = Object.keys(characteristics) as [Characteristic, ...Characteristic[]]
