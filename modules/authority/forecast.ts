import { daysBetween, longDay } from '#platform/days.ts'
import { pounds, type Pence } from '#platform/money.ts'
import { financialYear, yearWords, type Ceiling } from './mandate.ts'

/** What is known of a mandate's use; `acts` counts as far as two. */
export type Use = {
  ceiling: Ceiling | null
  exercised: Pence
  exercisedThisYear: Pence
  passedOn: Pence
  recalled: Pence
  from: Temporal.PlainDate
  until: Temporal.PlainDate | null
  acts: number
}

/** What would be used if it went on as so far: a straight line, with its working. */
export type Forecast =
  | { enough: false; says: string }
  | {
      enough: true
      more: Pence | null
      runsOutOn: Temporal.PlainDate | null
      tooSoon: boolean
      says: string
      working: string[]
    }

/** The fewest days and acts from which a line is drawn. */
export const leastDays = 28
export const leastActs = 2

/**
 * Draws the line of a ceiling that is used up, over its whole life or its financial year, from the acts so far. `more` is what would
 * be used until its end, null where no end is stated; `tooSoon` that it would run out before that. Null for what is not used up.
 */
export function forecastOf(use: Use, day: Temporal.PlainDate): Forecast | null {
  const { ceiling } = use
  if (!ceiling || ceiling.basis === 'no-limit' || ceiling.basis === 'each-act') return null
  const { spent, start, end, span } = lineOf(use, day, ceiling.basis)
  const elapsed = daysBetween(start, day) + 1
  if (elapsed < leastDays || use.acts < leastActs || spent <= 0n) {
    return {
      enough: false,
      says: `Not enough to tell: ${use.acts === 0 ? 'no act' : use.acts === 1 ? 'one act' : `${pounds(spent)} used`} in ${Math.max(elapsed, 0)} ${elapsed === 1 ? 'day' : 'days'} of ${span}; a line is drawn from ${leastActs} acts and ${leastDays} days.`,
    }
  }
  const ahead = end ? BigInt(Math.max(0, daysBetween(day, end) - 1)) : null
  const days = BigInt(elapsed)
  const left = atLeastZero(ceiling.pence - use.passedOn - use.recalled - spent)
  const more = ahead === null ? null : (spent * ahead + days - 1n) / days
  const lasts = (left * days) / spent
  const runsOutOn = lasts > 36_500n ? null : day.add({ days: Number(lasts) + 1 })
  const tooSoon = ahead !== null && spent * ahead > left * days
  const working = [
    `${pounds(spent)} was used in the ${elapsed} days from ${longDay(start)} to ${longDay(day)}.`,
    `At that pace the ${pounds(left)} that is left lasts ${lasts.toString()} more days.`,
    ...(end && more !== null
      ? [`${ahead} days are left until the end of ${span}; they would take ${pounds(more)}.`]
      : ['No end is stated.']),
  ]
  return { enough: true, more, runsOutOn, tooSoon, working, says: sentence({ tooSoon, runsOutOn, more, left, span }) }
}

function sentence({
  tooSoon,
  runsOutOn,
  more,
  left,
  span,
}: {
  tooSoon: boolean
  runsOutOn: Temporal.PlainDate | null
  more: Pence | null
  left: Pence
  span: string
}): string {
  if (left === 0n) return 'Nothing is left.'
  if (tooSoon && runsOutOn)
    return `If it goes on like this, it runs out on ${longDay(runsOutOn)}, before the end of ${span}.`
  if (more !== null) return `If it goes on like this, ${pounds(left - more)} is left at the end of ${span}.`
  return runsOutOn
    ? `If it goes on like this, it runs out on ${longDay(runsOutOn)}. No end is stated.`
    : 'If it goes on like this, it lasts for more than a hundred years.'
}

/** What the line is drawn over: the mandate's whole life, or its part of the financial year. */
function lineOf(
  { exercised, exercisedThisYear, from, until }: Use,
  day: Temporal.PlainDate,
  basis: 'whole-life' | 'financial-year',
) {
  if (basis === 'whole-life') return { spent: exercised, start: from, end: until, span: 'its whole life' }
  const year = financialYear(day)
  const first = new Temporal.PlainDate(year, 4, 1)
  const next = new Temporal.PlainDate(year + 1, 4, 1)
  return {
    spent: exercisedThisYear,
    start: later(first, from),
    end: until && Temporal.PlainDate.compare(until, next) < 0 ? until : next,
    span: `the financial year ${yearWords(year)}`,
  }
}

/** How much of a ceiling that is used up is gone, in whole per cent; null for what is not used up. */
export function usedPercent({
  ceiling,
  exercised,
  exercisedThisYear,
  passedOn,
  recalled,
}: Pick<Use, 'ceiling' | 'exercised' | 'exercisedThisYear' | 'passedOn' | 'recalled'>): number | null {
  if (!ceiling || ceiling.basis === 'no-limit' || ceiling.basis === 'each-act') return null
  const whole = ceiling.pence - recalled
  const gone = passedOn + (ceiling.basis === 'whole-life' ? exercised : exercisedThisYear)
  return whole <= 0n ? 100 : Number((gone * 100n) / whole)
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a)
const atLeastZero = (pence: Pence) => (pence < 0n ? 0n : pence)
