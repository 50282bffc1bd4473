import {
  clearDays,
  eachDay,
  isWorkingDay,
  longDay,
  whyNotWorking,
  type Calendar,
  type DayUnit,
} from '#platform/days.ts'

/**
 * How clear days are counted: how many, which count, and whether the days at either end are left out. With a rule in working
 * days goes the council's own calendar as it stood, where it has one.
 */
export type ClearDayRule = {
  n: number
  unit: DayUnit
  excludeStart: boolean
  excludeEnd: boolean
  calendar?: Calendar | undefined
}

/** "28 clear calendar days" and "5 clear working days" as most read them: neither end is counted. */
export const clear = (n: number, unit: DayUnit): ClearDayRule => ({ n, unit, excludeStart: true, excludeEnd: true })

const counts = ({ unit, calendar }: ClearDayRule, day: Temporal.PlainDate): boolean =>
  unit === 'calendar' || isWorkingDay(day, calendar)

/** How many days count between the day of a notice and the day of what it announces; none when that comes first. */
export function daysRun(rule: ClearDayRule, given: Temporal.PlainDate, on: Temporal.PlainDate): number {
  const order = Temporal.PlainDate.compare(given, on)
  if (order > 0) return 0
  // Notice and event on one day: that day counts once where a rule counts either end, and only where it counts both.
  if (order === 0) return !rule.excludeStart && !rule.excludeEnd && counts(rule, on) ? 1 : 0
  return (
    clearDays(given, on, rule.unit, rule.calendar)
    + (!rule.excludeStart && counts(rule, given) ? 1 : 0)
    + (!rule.excludeEnd && counts(rule, on) ? 1 : 0)
  )
}

/** The first day on which what a notice announces may happen. Throws beyond the years of the bank-holiday table. */
export function firstDayAfter(rule: ClearDayRule, given: Temporal.PlainDate): Temporal.PlainDate {
  // No day counts without having passed, so that the search may start n days on.
  let day = given.add({ days: Math.max(0, rule.n - 1) })
  while (daysRun(rule, given, day) < rule.n) day = day.add({ days: 1 })
  return day
}

/** The last day on which a notice can be given of something on a day. */
export function lastDayFor(rule: ClearDayRule, on: Temporal.PlainDate): Temporal.PlainDate {
  let day = on.subtract({ days: Math.max(0, rule.n - 1) })
  while (daysRun(rule, day, on) < rule.n) day = day.subtract({ days: 1 })
  return day
}

export type NoticeDay = { day: Temporal.PlainDate; counts: boolean; why: string }

/** Every day from the notice to the event, and why each counts or does not. */
export function daysCounted(rule: ClearDayRule, given: Temporal.PlainDate, on: Temporal.PlainDate): NoticeDay[] {
  if (Temporal.PlainDate.compare(given, on) > 0) return []
  return [...eachDay(given, on.add({ days: 1 }))].map((day) => {
    const [start, end] = [day.equals(given), day.equals(on)]
    if (start && (rule.excludeStart || (end && rule.excludeEnd)))
      return { day, counts: false, why: 'the day of the notice' }
    if (end && rule.excludeEnd) return { day, counts: false, why: 'the day of the event' }
    const idle = rule.unit === 'working' ? whyNotWorking(day, rule.calendar) : null
    return { day, counts: idle === null, why: idle ?? 'a day that counts' }
  })
}

/** The count in steps that a person can follow. */
export function working(rule: ClearDayRule, given: Temporal.PlainDate, on: Temporal.PlainDate): string[] {
  const run = daysRun(rule, given, on)
  const skipped =
    rule.unit === 'calendar' || Temporal.PlainDate.compare(given, on) > 0
      ? []
      : daysCounted(rule, given, on).filter((one) => !one.counts && !one.day.equals(given) && !one.day.equals(on))
  return [
    `Given on ${longDay(given)}, which ${rule.excludeStart ? 'is not counted' : 'is counted'}.`,
    ...(skipped.length ? [`Not counted between: ${skippedWords(skipped)}.`] : []),
    `To be decided on ${longDay(on)}, which ${rule.excludeEnd ? 'is not counted' : 'is counted'}.`,
    `${run} clear ${rule.unit} ${run === 1 ? 'day' : 'days'}; ${rule.n} ${rule.n === 1 ? 'is' : 'are'} needed.`,
    `The first day that has them is ${longDay(firstDayAfter(rule, given))}.`,
  ]
}

/** Each day that does not count; over many weeks weekends are only numbered, and in years also the rest. */
function skippedWords(skipped: readonly NoticeDay[]): string {
  const named = (days: readonly NoticeDay[]) => days.map(({ day, why }) => `${longDay(day)} (${why})`).join(', ')
  if (skipped.length <= 12) return named(skipped)
  const others = skipped.filter(({ day }) => day.dayOfWeek <= 5)
  if (others.length > 12)
    return `${skipped.length} days at weekends, on bank holidays and on which the council is closed`
  const weekends = `${skipped.length - others.length} days at weekends`
  return others.length === 0 ? weekends : `${weekends}, and ${named(others)}`
}
