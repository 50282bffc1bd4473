import type { ConstitutionInput } from '#authority'

/** The parts that the example constitutions share: what every English council has under some name. */
export type Entry = ConstitutionInput['scheme'][number]

/** Working days in words and figures, for the five that most councils count. */
export const fiveClearWorkingDays = {
  lengthDays: 5,
  unit: 'clear-working',
  start: 'publication',
  countStartDay: false,
  effective: 'day-after',
} as const

export const subjects: ConstitutionInput['subjects'] = [
  { subject: 'adults', title: 'Adult social care' },
  { subject: 'adults/care-at-home', title: 'Care at home' },
  { subject: 'adults/autism', title: 'Support for autistic people' },
  { subject: 'adults/everyday-life', title: 'Everyday life activities' },
  { subject: 'children', title: 'Children’s social care' },
  { subject: 'children/short-breaks', title: 'Short breaks' },
  { subject: 'children/community-support', title: 'Community support for disabled children' },
  { subject: 'everyday-life', title: 'Everyday life activities for all ages' },
]

/** Pence from pounds, for readers of a scheme of delegation. */
export const pounds = (amount: number): number => amount * 100
