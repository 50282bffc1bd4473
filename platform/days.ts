import { bankHolidays, bankHolidaysUntil } from './bank-holidays.ts'

/** Which days count when days are counted: every one, or Monday to Friday without bank holidays. */
export type DayUnit = 'calendar' | 'working'

/** A span of days: `from` is in it, `until` is not. */
export type DaySpan = { from: Temporal.PlainDate; until: Temporal.PlainDate }

/**
 * What a council adds to the bank holidays that are known here: more of them, days on which it alone is closed, days that are no
 * bank holiday after all (one was moved by proclamation), and until which day they are known where that is later than the
 * table's end.
 */
export type Calendar = {
  days: readonly { day: string; name: string; kind: 'bank-holiday' | 'closed' | 'no-holiday' }[]
  knownUntil?: string | undefined
}

const firstKnown = bankHolidays[0]?.day.slice(0, 4)
const byDay = new Map<string, string>(bankHolidays.map(({ day, name }) => [day, name]))
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/**
 * A day from its ISO form, `day('2022-08-05')`. Throws on anything else: for a day that a person typed use `parseDay`.
 */
export function day(iso: string): Temporal.PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(iso)) throw new RangeError(`"${iso}" is not a day written like 2022-08-05`)
  return Temporal.PlainDate.from(iso, { overflow: 'reject' })
}

/** The first day whose bank holidays are not known. */
const unknownFrom = ({ knownUntil = bankHolidaysUntil }: Calendar): string =>
  knownUntil > bankHolidaysUntil ? knownUntil : bankHolidaysUntil

/** That of a council that is closed on no days of its own. */
export const noCalendar: Calendar = { days: [] }

/**
 * The name of the England and Wales bank holiday on this day, or null. Throws outside the years that the table and the council's
 * own calendar cover.
 */
export function bankHoliday(on: Temporal.PlainDate, calendar: Calendar = noCalendar): string | null {
  const iso = on.toString()
  const until = unknownFrom(calendar)
  if (iso < `${firstKnown}-01-01` || iso >= until) {
    throw new RangeError(
      `Bank holidays are known from ${firstKnown} to ${Number(until.slice(0, 4)) - 1}; `
        + `${longDay(on)} is outside, so working days there cannot be counted`,
    )
  }
  const own = calendar.days.find(({ day: one }) => one === iso)
  if (own?.kind === 'no-holiday') return null
  return (own?.kind === 'bank-holiday' ? own.name : undefined) ?? byDay.get(iso) ?? null
}

/** A calendar without the days on which a council alone is closed: statutes count business days, and know bank holidays only. */
export const statutoryDaysOf = ({ days, ...calendar }: Calendar): Calendar => ({
  ...calendar,
  days: days.filter(({ kind }) => kind !== 'closed'),
})

/** The part of a calendar that a clock started on this day can meet, to be kept with it; nothing where there is none. */
export function calendarFrom(calendar: Calendar, started: Temporal.PlainDate): Calendar | undefined {
  const [from, until] = [started.subtract({ months: 1 }).toString(), started.add({ years: 2 }).toString()]
  const days = calendar.days.filter(({ day: one }) => one >= from && one < until)
  return days.length === 0 && calendar.knownUntil === undefined ? undefined : { ...calendar, days }
}

/**
 * Whether offices work: Monday to Friday, no bank holiday, and no day on which the council says that it is closed. Throws outside
 * the years whose bank holidays are known.
 */
export function isWorkingDay(on: Temporal.PlainDate, calendar: Calendar = noCalendar): boolean {
  return whyNotWorking(on, calendar) === null
}

/** Why a day is not a working one: `a Saturday`, `Good Friday`, `the council is closed: …`; null for a working day. */
export function whyNotWorking(on: Temporal.PlainDate, calendar: Calendar = noCalendar): string | null {
  const holiday = bankHoliday(on, calendar)
  if (holiday !== null) return holiday
  const own = calendar.days.find(({ day: one }) => one === on.toString())
  if (own?.kind === 'closed') return `the council is closed: ${own.name}`
  return on.dayOfWeek > 5 ? `a ${weekdayName(on)}` : null
}

/** Calendar days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'day' }).days
}

/**
 * Working days that pass from one day to another: the days after `from`, up to and including `to`. Monday to Tuesday is
 * 1. Negative when `to` is the earlier.
 */
export function workingDays(from: Temporal.PlainDate, to: Temporal.PlainDate, calendar: Calendar = noCalendar): number {
  if (Temporal.PlainDate.compare(from, to) > 0) return -workingDays(to, from, calendar)
  let count = 0
  for (const one of eachDay(from.add({ days: 1 }), to.add({ days: 1 }))) if (isWorkingDay(one, calendar)) count++
  return count
}

/**
 * Clear days between two events: neither day is counted. A notice of 12 September and a decision of 11 October have 28
 * clear calendar days between them. 0 when the days are neighbours, the same, or the wrong way round.
 */
export function clearDays(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  unit: DayUnit,
  calendar: Calendar = noCalendar,
): number {
  const between = daysBetween(from, to) - 1
  if (between <= 0) return 0
  if (unit === 'calendar') return between
  let count = 0
  for (const one of eachDay(from.add({ days: 1 }), to)) if (isWorkingDay(one, calendar)) count++
  return count
}

/**
 * The earliest day with `count` clear days between it and `from`: the day after the last of them, whatever day that is.
 */
export function addClearDays(
  from: Temporal.PlainDate,
  count: number,
  unit: DayUnit,
  calendar: Calendar = noCalendar,
): Temporal.PlainDate {
  return lastClearDay(from, count, unit, calendar).add({ days: 1 })
}

/** The last of `count` clear days after `from`; `from` itself when `count` is 0. */
export function lastClearDay(
  from: Temporal.PlainDate,
  count: number,
  unit: DayUnit,
  calendar: Calendar = noCalendar,
): Temporal.PlainDate {
  return step(from, count, unit, 1, calendar)
}

/** The latest day with `count` clear days between it and `to`: the last day to publish a notice of an event on `to`. */
export function subtractClearDays(
  to: Temporal.PlainDate,
  count: number,
  unit: DayUnit,
  calendar: Calendar = noCalendar,
): Temporal.PlainDate {
  return step(to, count, unit, -1, calendar).subtract({ days: 1 })
}

/** The first working day on or after this one. */
export function workingDayFrom(on: Temporal.PlainDate, calendar: Calendar = noCalendar): Temporal.PlainDate {
  let found = on
  while (!isWorkingDay(found, calendar)) found = found.add({ days: 1 })
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
  year: string | undefined,
  month: string | undefined,
  date: string | undefined,
): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(date) },
      { overflow: 'reject' },
    )
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

function step(
  from: Temporal.PlainDate,
  count: number,
  unit: DayUnit,
  direction: 1 | -1,
  calendar: Calendar,
): Temporal.PlainDate {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError(`${count} is not a number of clear days: give 0 or more`)
  let found = from
  for (let left = count; left > 0;) {
    found = found.add({ days: direction })
    if (unit === 'calendar' || isWorkingDay(found, calendar)) left--
  }
  return found
}
