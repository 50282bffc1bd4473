import { day, isWorkingDay, noCalendar, type Calendar } from '#platform/days.ts'

/**
 * A working day of the Procurement Act 2023, s123: no Saturday or Sunday and no bank holiday in any part of the United
 * Kingdom. To those of England and Wales come Scotland's (2 January, the first Monday of August, 30 November) and Northern
 * Ireland's (17 March, 12 July), Banking and Financial Dealings Act 1971, Sch 1, each with its substitute after a weekend.
 * Holidays proclaimed for one nation alone are not known here.
 */
export const isUkWorkingDay = (on: Temporal.PlainDate, calendar: Calendar = noCalendar): boolean =>
  isWorkingDay(on, calendar) && !elsewhere(on.year).has(on.toString())

const known = new Map<number, Set<string>>()

function elsewhere(year: number): Set<string> {
  const before = known.get(year)
  if (before) return before
  const found = new Set<string>()
  for (const one of [`${year}-03-17`, `${year}-07-12`, `${year}-11-30`])
    found.add(mondayAfterWeekend(day(one)).toString())
  const august = day(`${year}-08-01`)
  found.add(august.add({ days: (8 - august.dayOfWeek) % 7 }).toString())
  for (const one of newYear(year)) found.add(one.toString())
  known.set(year, found)
  return found
}

const mondayAfterWeekend = (on: Temporal.PlainDate): Temporal.PlainDate =>
  on.dayOfWeek > 5 ? on.add({ days: 8 - on.dayOfWeek }) : on

// Scotland keeps two days: of those that fall on a weekend each has the next free weekday instead.
function newYear(year: number): Temporal.PlainDate[] {
  const both = [day(`${year}-01-01`), day(`${year}-01-02`)]
  const kept = both.filter((one) => one.dayOfWeek <= 5)
  for (const one of both) {
    if (one.dayOfWeek <= 5) continue
    let next = one
    while (next.dayOfWeek > 5 || kept.some((taken) => taken.equals(next))) next = next.add({ days: 1 })
    kept.push(next)
  }
  return kept
}
