import { rows, sql } from '#platform/database.ts'
import type { Work } from '#platform/use-case.ts'
import { mendEnds } from './ends/conditional-end.ts'
import { endMandate, releaseHold } from './store.ts'

/**
 * Ends, from a day on, all that a clause gave and all that was passed on from it: the clause was amended or rescinded. Returns the
 * references of what ended.
 */
export async function endClause(
  { tx, council }: Work,
  clause: string,
  on: Temporal.PlainDate,
  because: string,
): Promise<string[]> {
  const standing = await rows<{ mandate: string; ref: string }>(
    tx,
    sql`select mandate, ref from authority.mandate
    where council = ${council} and clause = ${clause} and (until_day is null or until_day > ${on})
      order by mandate for update`,
  )
  for (const { mandate } of standing) await endMandate(tx, council, mandate, on, because)
  return standing.map(({ ref }) => ref).sort()
}

/** Releases a hold from a day on that may be tomorrow, where the council's own rule says so. Until then it stands. */
export async function releaseClauseFrom(
  { tx, council, today }: Work,
  hold: string,
  on: Temporal.PlainDate,
): Promise<void> {
  await releaseHold(tx, council, hold, on)
  await mendEnds(tx, council, today)
}
