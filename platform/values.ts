import pg from 'pg'
import { types as pgliteTypes } from '@electric-sql/pglite'

/**
 * One meaning for each Postgres type, whichever engine answers: `int8` is bigint, `date` is Temporal.PlainDate,
 * `timestamptz` is Temporal.Instant. Left alone the two drivers disagree: node-postgres gives int8 as text and a summer
 * `date` as the day before; PGlite gives int8 as a number or a bigint depending on its size.
 */
const oid = { int8: 20, date: 1082, timestamptz: 1184, dateArray: 1182 } as const

// "2024-07-01 09:00:00.12+00" is almost ISO; Temporal wants a T and minutes in the offset.
const instant = (text: string) => Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/u, '$1:00'))

// PGlite passes two arguments to a parser; Temporal.PlainDate.from would read the second as its options.
const day = (text: string) => Temporal.PlainDate.from(text)
const days = (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(day))

const parsers: Record<number, (text: string) => unknown> = {
  [oid.int8]: (text) => BigInt(text),
  [oid.date]: day,
  [oid.timestamptz]: instant,
  [oid.dateArray]: days,
}

export const pgliteParsers = parsers

/** PGlite picks a serializer by the parameter's type; these accept what our parsers give back. */
export const pgliteSerializers = {
  [oid.date]: (value: unknown) => String(value),
  [oid.timestamptz]: (value: unknown) => (value instanceof Date ? value.toISOString() : String(value)),
  [pgliteTypes.NUMERIC]: (value: unknown) => String(value),
}

/** Parser table for node-postgres: ours first, then the driver's own. */
export const pgTypes: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    format !== 'binary' && parsers[id]
      ? parsers[id]
      : pg.types.getTypeParser(id, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
}

/** What goes out: Temporal values and bigints as text; everything else as the driver likes it. */
export function outgoing(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant) return value.toString()
  if (Array.isArray(value)) return value.map(outgoing)
  return value
}
