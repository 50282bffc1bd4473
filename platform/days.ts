import { bankHolidays, bankHolidaysUntil } from './bank-holidays.ts'

/** Which days count when days are counted: every one, or Monday to Friday without bank holidays. */
export type DayUnit = 'calendar' | 'working'

/** A span of days: `from` is in it, `until` is not. */
export type DaySpan = { from: Temporal.PlainDate; until: Temporal.PlainDate }

const firstKnown = bankHolidays[0]?.day.slice(0, 4)
const byDay = new Map<string, string>(bankHolidays.map(({ day, name }) => [day, name]))
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const

/**
 * A day from its ISO form, `day('2022-08-05')`. Throws on anything else: for a day that a person typed use `parseDay`.
 */
export function day(iso: string): Temporal.PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(iso)) throw new RangeError(`"${iso}" is not a day written like 2022-08-05`)
  return Temporal.PlainDate.from(iso, { overflow: 'reject' })
}

/** The name of the England and Wales bank holiday on this day, or null. Throws outside the years the table covers. */
export function bankHoliday(on: Temporal.PlainDate): string | null {
  const iso = on.toString()
  if (iso < `${firstKnown}-01-01` || iso >= bankHolidaysUntil) {
    throw new RangeError(
      `Bank holidays are known from ${firstKnown} to ${Number(bankHolidaysUntil.slice(0, 4)) - 1}; ` +
        `${longDay(on)} is outside, so working days there cannot be counted`,
    )
  }
  return byDay.get(iso) ?? null
}

/** Whether offices work: Monday to Friday and no bank holiday. Throws outside the years of the bank-holiday table. */
export function isWorkingDay(on: Temporal.PlainDate): boolean {
  return bankHoliday(on) === null && on.dayOfWeek <= 5
}

/** Why a day is not a working one: `a Saturday`, `Good Friday`; null for a working day. */
export function whyNotWorking(on: Temporal.PlainDate): string | null {
  return bankHoliday(on) ?? (on.dayOfWeek > 5 ? `a ${weekdayName(on)}` : null)
}

/** Calendar days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'day' }).days
}

/**
 * Working days that pass from one day to another: the days after `from`, up to and including `to`. Monday to Tuesday is
 * 1. Negative when `to` is the earlier.
 */
export function workingDays(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  if (Temporal.PlainDate.compare(from, to) > 0) return -workingDays(to, from)
  let count = 0
  for (const one of eachDay(from.add({ days: 1 }), to.add({ days: 1 }))) if (isWorkingDay(one)) count++
  return count
}

/**
 * Clear days between two events: neither day is counted. A notice of 12 September and a decision of 11 October have 28
 * clear calendar days between them. 0 when the days are neighbours, the same, or the wrong way round.
 */
export function clearDays(from: Temporal.PlainDate, to: Temporal.PlainDate, unit: DayUnit): number {
  const between = daysBetween(from, to) - 1
  if (between <= 0) return 0
  if (unit === 'calendar') return between
  let count = 0
  for (const one of eachDay(from.add({ days: 1 }), to)) if (isWorkingDay(one)) count++
  return count
}

/**
 * The earliest day with `count` clear days between it and `from`: the day after the last of them, whatever day that is.
 */
export function addClearDays(from: Temporal.PlainDate, count: number, unit: DayUnit): Temporal.PlainDate {
  return lastClearDay(from, count, unit).add({ days: 1 })
}

/** The last of `count` clear days after `from`; `from` itself when `count` is 0. */
export function lastClearDay(from: Temporal.PlainDate, count: number, unit: DayUnit): Temporal.PlainDate {
  return step(from, count, unit, 1)
}

/** The latest day with `count` clear days between it and `to`: the last day to publish a notice of an event on `to`. */
export function subtractClearDays(to: Temporal.PlainDate, count: number, unit: DayUnit): Temporal.PlainDate {
  return step(to, count, unit, -1).subtract({ days: 1 })
}

/** The first working day on or after this one. */
export function workingDayFrom(on: Temporal.PlainDate): Temporal.PlainDate {
  let found = on
  while (!isWorkingDay(found)) found = found.add({ days: 1 })
  return found
}

/** Every day from `from` up to, and without, `until`. */
export function* eachDay(from: Temporal.PlainDate, until: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  for (let one = from; Temporal.PlainDate.compare(one, until) < 0; one = one.add({ days: 1 })) yield one
}

/** Whether the day lies in the span; a span without an end goes on. */
export function within(on: Temporal.PlainDate, from: Temporal.PlainDate, until: Temporal.PlainDate | null): boolean {
  return Temporal.PlainDate.compare(on, from) >= 0 && (until === null || Temporal.PlainDate.compare(on, until) < 0)
}

/** `Monday` to `Sunday`. */
export function weekdayName(on: Temporal.PlainDate): string {
  return weekdays[on.dayOfWeek - 1] ?? ''
}

/** `Friday 5 August 2022`. */
export function longDay(on: Temporal.PlainDate): string {
  return `${weekdayName(on)} ${plainDay(on)}`
}

/** `5 August 2022`. */
export function plainDay(on: Temporal.PlainDate): string {
  return `${on.day} ${months[on.month - 1] ?? ''} ${on.year}`
}

/** `5 Aug 2022`, for tables. */
export function shortDay(on: Temporal.PlainDate): string {
  return `${on.day} ${(months[on.month - 1] ?? '').slice(0, 3)} ${on.year}`
}

/** The day it is in a place at an instant. London is an hour ahead of universal time in summer: 23:30Z is tomorrow. */
export function todayIn(zone: string, instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate()
}

/**
 * Reads a day that a person typed: `5/8/2022`, `05.08.2022`, `5 August 2022`, `Friday, 5th Aug 2022`, `August 5, 2022`,
 * `2022-08-05`. Day before month, as in Britain; the year in full. Null when it is not a day, when there is no such day
 * (31/02/2022), or when the weekday named is not that day's.
 */
export function parseDay(typed: string): Temporal.PlainDate | null {
  const text = typed.trim().replace(/\s+/gu, ' ')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const numbers = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/u.exec(text)
  if (numbers) return dayOf(numbers[3], numbers[2], numbers[1])
  const named =
    /^(?:(?<weekday>[a-z]+),? )?(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>[a-z]+)\.?,? (?<year>\d{4})$/iu
  const turned = /^(?:(?<weekday>[a-z]+),? )?(?<month>[a-z]+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/iu
  const groups = (named.exec(text) ?? turned.exec(text))?.groups
  if (!groups) return null
  const found = dayOf(groups['year'], String(monthNumber(groups['month'] ?? '')), groups['day'])
  const weekday = groups['weekday']
  if (found && weekday && !startsLike(weekdayName(found), weekday)) return null
  return found
}

function dayOf(
  year: string | undefined, month: string | undefined, date: string | undefined,
): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(date) }, {
      overflow: 'reject',
    })
  } catch {
    return null
  }
}

/** 1 to 12 for a month's name or an abbreviation of three letters or more; 0 when it is none. */
function monthNumber(name: string): number {
  return months.findIndex((month) => startsLike(month, name)) + 1
}

function startsLike(whole: string, start: string): boolean {
  return start.length >= 3 && whole.toLowerCase().startsWith(start.toLowerCase())
}

function step(from: Temporal.PlainDate, count: number, unit: DayUnit, direction: 1 | -1): Temporal.PlainDate {
  if (!Number.isInteger(count)
    || count < 0) throw new RangeError(`${count} is not a number of clear days: give 0 or more`)
  let found = from
  for (let left = count; left > 0; ) {
    found = found.add({ days: direction })
    if (unit === 'calendar' || isWorkingDay(found)) left--
  }
  return found
}
