import type { Reading, Span } from '../../reading.ts'
import { sumsIn, type StatedSum } from './money-in-text.ts'
import { aNumber, matchesOf, numberOf, placeOf, plainText } from './plain-text.ts'

export type Often = 'day' | 'week' | 'month' | 'year'
/** Hours of care stated for so often, the people they go to, and what a year of them costs. */
export type CareVolumes = {
  hours: { count: number; often: Often; at: Span }
  people: { count: number; at: Span } | null
  yearly: StatedSum | null
}

/** How often each comes round in a year of 365 days, as a fraction: weeks are 365/7. */
export const timesAYear: Record<Often, readonly [bigint, bigint]> = {
  day: [365n, 1n],
  week: [365n, 7n],
  month: [12n, 1n],
  year: [1n, 1n],
}

const often = '(?<often>day|week|month|year|daily|weekly|annually)'
const hoursStated = new RegExp(
  String.raw`\b(?<count>${aNumber}) hours?(?: of [a-z ]{2,40}?)?,? (?:(?:each|per|a|every) )?${often}\b`,
  'giu',
)
const peopleStated = new RegExp(
  String.raw`\b(?<count>\d{1,3}(?:,\d{3})?|\d{1,6}) (?:[a-z-]+ ){0,2}?(?:people|adults|residents|service users|`
    + String.raw`clients|customers|individuals|persons)\b`,
  'giu',
)

/**
 * The volumes of home care that a record states, when it states them once and without doubt: null when it is not about
 * home care, names no hours, or names several different hours.
 */
export function careVolumesIn(reading: Reading): CareVolumes | null {
  const plain = plainText(reading)
  if (!placeOf(plain, /home ?care|care at home|domiciliary/iu)) return null
  const hours = matchesOf(plain, hoursStated).flatMap(({ groups, at }) => {
    const count = numberOf(groups['count'])
    const word = (groups['often'] ?? '').toLowerCase()
    const named = ({ daily: 'day', weekly: 'week', annually: 'year' } as const)[word] ?? (word as Often)
    return count !== null && count >= 50 ? [{ count, often: named, at }] : []
  })
  const [one] = hours
  if (!one || hours.some(({ count, often: other }) => count !== one.count || other !== one.often)) return null
  return { hours: one, people: peopleNear(plain, one.at), yearly: yearlySpend(plain) }
}

/** The people named in the same breath as the hours. */
function peopleNear(plain: string, hours: Span): { count: number; at: Span } | null {
  const near = matchesOf(plain, peopleStated).filter(({ at }) => Math.abs(at[0] - hours[0]) < 200)
  const count = numberOf(near[0]?.groups['count'])
  return near.length === 1 && near[0] && count !== null && count > 0 ? { count, at: near[0].at } : null
}

/**
 * What a year costs: the most exact figure said to be spent in a named year or a year. Null when two differ by much.
 */
function yearlySpend(plain: string): StatedSum | null {
  const spends = sumsIn(plain).filter(
    ({ per, at }) =>
      (per === 'year' && /\bspen[dt]s?\b|\bbudget\b|\bcosts?\b/iu.test(plain.slice(Math.max(0, at[0] - 80), at[0])))
      || /\bspen[dt]\b[^.£]{0,60}\b20\d\d\s?[/-]\s?(?:20)?\d\d\b[^.£]{0,20}$/iu.test(
        plain.slice(Math.max(0, at[0] - 120), at[0]),
      ),
  )
  const exact = spends.toSorted((one, other) => Number(one.step - other.step))[0]
  if (!exact) return null
  const agree = spends.every(({ pence }) => pence * 2n > exact.pence && pence < exact.pence * 2n)
  return agree ? exact : null
}
