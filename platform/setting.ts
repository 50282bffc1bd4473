import type { z } from 'zod'
import { row, rows, sql, type Tx } from './database.ts'
import { toJson } from './json.ts'

/** A value that a council has chosen for how it is served, from a day, and who chose it when. */
export type Chosen<Value = unknown> = {
  version: number
  from: Temporal.PlainDate
  value: Value
  setAt: Temporal.Instant
  setBy: string
}

const columns = sql`version, from_day as "from", value, set_at as "setAt", set_by as "setBy"`

/**
 * What holds on a day: of what began by then, the latest day, and of one day the last that was set. Null when nothing
 * has.
 */
export async function chosenOn<Schema extends z.ZodType>(
  tx: Tx,
  council: string,
  key: string,
  shape: Schema,
  day: Temporal.PlainDate,
): Promise<Chosen<z.output<Schema>> | null> {
  const found = await row<Chosen>(
    tx,
    sql`select ${columns} from platform.setting
    where council = ${council} and key = ${key} and from_day <= ${day}::date order by from_day desc, version desc
      limit 1`,
  )
  return found && { ...found, value: shape.parse(found.value) }
}

/** All that was ever chosen, the last first. */
export const everChosen = (tx: Tx, council: string, key: string): Promise<Chosen[]> =>
  rows<Chosen>(
    tx,
    sql`select ${columns} from platform.setting
    where council = ${council} and key = ${key} order by version desc limit 200`,
  )

/** Chooses a value from a day on. The versions of a key are counted; what stood before stays. */
export async function choose(tx: Tx, council: string, key: string, given: Omit<Chosen, 'version'>): Promise<number> {
  const { from, value, setAt, setBy } = given
  const written = await row<{ version: number }>(
    tx,
    sql`
    insert into platform.setting (council, key, version, from_day, value, set_at, set_by)
    select ${council}, ${key}, coalesce(max(version), 0) + 1, ${from}::date, ${toJson(value)}::jsonb,
      ${setAt}::timestamptz, ${setBy}
    from platform.setting where council = ${council} and key = ${key} returning version`,
  )
  return written?.version ?? 0
}
