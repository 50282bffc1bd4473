import { z } from 'zod'
import { bankHolidaysUntil } from '#platform/bank-holidays.ts'
import { longDay, type Calendar } from '#platform/days.ts'
import { isoDay, text } from '#platform/input.ts'

/** England and Wales have eight bank holidays in a year, and now and then one more: Banking and Financial Dealings Act 1971, s1 and Sch 1. */
const usualHolidays = 8
const firstUnknownYear = Number(bankHolidaysUntil.slice(0, 4))

/**
 * Days of a council's own, each with where it is written. Its calendar on a day is all that it settled by then: a later value adds
 * to the earlier ones, and of one day says the last word.
 */
export const settingsOfCalendar = {
  calendar: z
    .object({
      days: z
        .array(
          z.object({
            day: isoDay,
            name: text(120),
            /**
             * `bank-holiday`: for everybody, statutes included. `closed`: the council alone is closed, which its own clocks leave
             * out. `no-holiday`: a bank holiday that was moved to another day.
             */
            kind: z.enum(['bank-holiday', 'closed', 'no-holiday']),
            source: text(300),
          }),
        )
        .max(500)
        .default([]),
      /** Years after the table’s last of which every bank holiday stands here. */
      wholeYears: z.array(z.int().min(firstUnknownYear).max(2199)).max(50).default([]),
    })
    .superRefine(({ days, wholeYears }, context) => {
      const seen = new Set<string>()
      days.forEach(({ day, kind }, at) => {
        const wrong = (message: string) => {
          context.addIssue({ code: 'custom', path: ['days', at, 'day'], message })
        }
        if (seen.has(day.toString())) wrong(`${longDay(day)} stands twice. Say once what it is.`)
        seen.add(day.toString())
        if (kind === 'bank-holiday' && day.dayOfWeek > 5)
          wrong(`${longDay(day)} is no working day anyway. Give the day that stands in for it.`)
      })
      wholeYears.forEach((year, at) => {
        const listed = days.filter(({ day, kind }) => kind === 'bank-holiday' && day.year === year).length
        if (listed < usualHolidays)
          context.addIssue({
            code: 'custom',
            path: ['wholeYears', at],
            message: `${listed} bank holidays of ${year} are listed; a year has at least ${usualHolidays}. List them all, or leave out that the year is whole.`,
          })
      })
    }),
} as const

export type CalendarValue = z.output<(typeof settingsOfCalendar)['calendar']>

/** A calendar as it is kept with a clock that was counted by it. */
export const calendarShape = z.object({
  days: z.array(
    z.object({ day: z.string(), name: z.string(), kind: z.enum(['bank-holiday', 'closed', 'no-holiday']) }),
  ),
  knownUntil: z.string().optional(),
})

/** What several values come to, the earlier first. Bank holidays are known for as long as whole years follow on each other. */
export function calendarOf(values: readonly CalendarValue[]): Calendar {
  const days = new Map<string, Calendar['days'][number]>()
  for (const { day, name, kind } of values.flatMap((one) => one.days))
    days.set(day.toString(), { day: day.toString(), name, kind })
  const whole = new Set(values.flatMap(({ wholeYears }) => wholeYears))
  let year = firstUnknownYear
  while (whole.has(year)) year++
  return {
    days: [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    ...(year === firstUnknownYear ? {} : { knownUntil: `${year}-01-01` }),
  }
}

export const titlesOfCalendar = { calendar: 'Days on which the council does not work, beside weekends' } as const

export const kindWords: Record<CalendarValue['days'][number]['kind'], string> = {
  'bank-holiday': 'bank holiday',
  closed: 'closed',
  'no-holiday': 'no bank holiday',
}

export const wordsOfCalendar = {
  calendar: (value: unknown): string => {
    const { days, wholeYears } = settingsOfCalendar.calendar.parse(value)
    return [
      ...days.map(({ day, name, kind }) => `${longDay(day)}: ${kindWords[kind]} (${name})`),
      ...(wholeYears.length ? [`every bank holiday of ${wholeYears.join(', ')} is listed`] : []),
    ].join('; ')
  },
}
