/** How the parts of a reading are put to people, the same on screen and in a terminal. */
import { months } from '#platform/days.ts'
import type { Day, MakerKind, Per, ReadingFinding, Verb } from './reading.ts'

export const verbWords: Record<Verb, string> = {
  approve: 'approve',
  authorise: 'authorise',
  delegate: 'delegate',
  agree: 'agree',
  note: 'note',
  consider: 'consider',
  recommend: 'recommend',
  refuse: 'refuse',
  defer: 'defer',
  other: 'other',
}

export const kindWords: Record<MakerKind, string> = {
  cabinet: 'cabinet',
  member: 'a member',
  officer: 'an officer',
  committee: 'a committee',
  council: 'full council',
}

export const perWords: Record<Per, string> = {
  year: 'a year',
  week: 'a week',
  day: 'a day',
  hour: 'an hour',
  visit: 'a visit',
  total: 'in total',
}

export const weightWords: Record<ReadingFinding['weight'], string> = {
  error: 'put right',
  warning: 'look at this',
  note: 'note',
}

/** "£9,647,321", with pence only where there are any. */
export function amountWords(pence: number): string {
  const pounds = Math.trunc(Math.abs(pence) / 100)
  const rest = Math.abs(pence) % 100
  return `${pence < 0 ? '-' : ''}£${pounds.toLocaleString('en-GB')}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

/** "4 August 2022"; what is not an ISO day is left as it is. */
export function dayWords(day: Day): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(day) ?? []
  const name = months[Number(month) - 1]
  return year && name ? `${Number(date)} ${name} ${year}` : day
}
