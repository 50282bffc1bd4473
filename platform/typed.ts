import { parseDay } from './days.ts'
import { parsePounds } from './money.ts'

/** What people typed in the boxes of a form, before any schema sees it. */
export type Typed = Readonly<Record<string, string | undefined>>

/** A value read from a form, a sentence that says how to mend it, or neither where nothing was typed. */
export type Read<T> = { value: T } | { error: string } | null

/**
 * A day typed in three boxes, `until-day`, `until-month` and `until-year`, or whole in one, `until`. Months may be names.
 * Errors say which box is empty or why there is no such day.
 */
export function typedDay(values: Typed, name: string): Read<Temporal.PlainDate> {
  const boxes = (['day', 'month', 'year'] as const).map((part) => ({
    part,
    text: (values[`${name}-${part}`] ?? '').trim(),
  }))
  const filled = boxes.filter(({ text }) => text !== '')
  if (!filled.length) {
    const whole = (values[name] ?? '').trim()
    if (whole === '') return null
    const found = parseDay(whole)
    return found ? { value: found } : { error: `“${shortened(whole)}” is no day. Write it like 5 8 2022.` }
  }
  const empty = boxes.filter(({ text }) => text === '').map(({ part }) => part)
  if (empty.length) return { error: `The date must include a ${empty.join(' and a ')}.` }
  const [day = '', month = '', year = ''] = boxes.map(({ text }) => text)
  if (!/^\d{4}$/u.test(year)) return { error: 'The year must have four digits, for example 2022.' }
  const found = parseDay(/^\d+$/u.test(month) ? `${day}/${month}/${year}` : `${day} ${month} ${year}`)
  return found
    ? { value: found }
    : { error: `There is no such day as ${shortened(`${day} ${month} ${year}`)}. Check the day and the month.` }
}

/** An amount typed in pounds, as pence. */
export function typedPounds(values: Typed, name: string): Read<bigint> {
  const text = (values[name] ?? '').trim()
  if (text === '') return null
  const found = parsePounds(text)
  return found === null
    ? { error: `“${shortened(text)}” is no amount in pounds. Write it like 15,000 or 7,500.50.` }
    : { value: found }
}

/** The boxes that show a day again. */
export const dayBoxes = (name: string, day: Temporal.PlainDate | null): Record<string, string> =>
  day
    ? { [`${name}-day`]: String(day.day), [`${name}-month`]: String(day.month), [`${name}-year`]: String(day.year) }
    : {}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
