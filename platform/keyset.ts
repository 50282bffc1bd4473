import { Buffer } from 'node:buffer'
import { isoDay } from './input.ts'

/**
 * Where a page of a list ended, so that the next can start right after it however the list has grown meanwhile. It is opaque
 * to whoever holds it, and nothing in it is trusted when it comes back.
 */
export const cursorAt = (values: readonly string[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

/** What a list is ordered by, and so what a cursor holds in each place. */
export type CursorPart = 'text' | 'day' | 'whole'

/** What `cursorAt` was given, or null for anything that it was not, so that the database is never asked for 31 February. */
export function readCursor(cursor: string, parts: readonly CursorPart[]): string[] | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(values) || values.length !== parts.length) return null
    return values.every((one, at) => typeof one === 'string' && fits(one, parts[at] ?? 'text'))
      ? (values as string[])
      : null
  } catch {
    return null
  }
}

function fits(value: string, part: CursorPart): boolean {
  switch (part) {
    case 'day':
      return isoDay.safeParse(value).success
    case 'whole':
      return /^-?\d{1,18}$/u.test(value)
    case 'text':
      // oxlint-disable-next-line no-control-regex -- no text in the database can hold a null
      return !/\u0000/u.test(value) && value.isWellFormed()
  }
}

/** From where a page of a list is read, and which way; `values` null is the list's own beginning. */
export type Place = { values: string[] | null; backwards: boolean }

/** Where every list begins. */
export const start: Place = { values: null, backwards: false }

/** The place that somebody gave, as `after` or `before`; null when it is no place in this list. */
export function placeIn(
  { after, before }: { after?: string | undefined; before?: string | undefined },
  parts: readonly CursorPart[],
): Place | null {
  const given = after ?? before
  if (given === undefined) return start
  const values = readCursor(given, parts)
  return values && { values, backwards: after === undefined }
}

/** A page made of the lines that were read, one more than fit on it, in the order in which they were read. */
export function pageFrom<Line>(
  read: readonly Line[],
  size: number,
  place: Place,
  valuesOf: (line: Line) => string[],
): { lines: Line[]; next: string | null; previous: string | null } {
  const beyond = read.length > size
  const lines = read.slice(0, size)
  if (place.backwards) lines.reverse()
  const [first, last] = [lines[0], lines.at(-1)]
  return {
    lines,
    next: last && (place.backwards || beyond) ? cursorAt(valuesOf(last)) : null,
    previous: first && (place.backwards ? beyond : place.values !== null) ? cursorAt(valuesOf(first)) : null,
  }
}
