import { day, daysBetween, parseDay, workingDays } from '#platform/days.ts'
import type { Day, Field, Reading, Span } from '../../reading.ts'
import { matchesOf } from './plain-text.ts'

/** A day as printed in full; `day` is null when there is no such day. */
export type PrintedDay = { day: Temporal.PlainDate | null; words: string; at: Span }

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|'
  + 'aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const year = String.raw`(?:19|20)\d\d`

/**
 * A day in words or in figures, for use inside a pattern. Years are printed in full; short ones are too easily
 * something else.
 */
export const aDay =
  String.raw`(?:(?:${weekday},?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?${month},?\s+${year}`
  + String.raw`|(?:${weekday},?\s+)?${month}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+${year}`
  + String.raw`|(?:${weekday},?\s+)?(?<![\d/])\d{1,2}/\d{1,2}/${year}(?![\d/]))`

/** Every day printed in full, in order. The weekday named with it is not weighed here. */
export function daysIn(plain: string): readonly PrintedDay[] {
  if (latest.plain !== plain) {
    latest = {
      plain,
      days: matchesOf(plain, new RegExp(aDay, 'giu')).map(({ words, at }) => ({ day: readDay(words), words, at })),
    }
  }
  return latest.days
}

// Three rules ask for the days of one text.
let latest: { plain: string; days: readonly PrintedDay[] } = { plain: '', days: [] }

/** The day that printed words name, whatever weekday stands before it. */
export function readDay(words: string): Temporal.PlainDate | null {
  return parseDay(words.replace(new RegExp(String.raw`^${weekday},?\s+`, 'iu'), ''))
}

/** A field's day with its place. */
export function dayIn(field: Field<Day> | null): { day: Temporal.PlainDate; at: Span } | null {
  return field ? { day: day(field.value), at: field.at } : null
}

/** "31 days (23 working)", or the days alone where no bank holidays are known. */
export function lapse(from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  const days = daysBetween(from, to)
  const working = ifKnown(() => workingDays(from, to))
  return `${days} ${days === 1 ? 'day' : 'days'}${working === null ? '' : ` (${working} working)`}`
}

/**
 * A reckoning over working days, or null where it leaves the bank holidays that are known: then nothing can be said.
 */
export function ifKnown<T>(reckon: () => T): T | null {
  try {
    return reckon()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The day a record speaks of, for looking up dated figures: decided, else published, else the form's own. */
export function dayOf(reading: Reading): Temporal.PlainDate | null {
  const stated = reading.decidedOn ?? reading.publishedOn ?? reading.formDate
  return stated ? day(stated.value) : null
}
