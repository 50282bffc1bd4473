import { rows, sql, type Tx } from '#platform/database.ts'
import { reachesMandate } from '../hold/store.ts'
import { covers, type Mandate } from '../mandate.ts'
import { mandatesOfDecision } from '../store.ts'

/** Whether one mandate takes the place of another: they share a power, and one reaches what the other does. */
export const replaces = (newer: Pick<Mandate, 'powers' | 'scope'>, older: Pick<Mandate, 'powers' | 'scope'>): boolean =>
  newer.powers.some((power) => older.powers.includes(power))
  && (covers(newer.scope, older.scope) || covers(older.scope, newer.scope))

/** The clauses of a newer decision that take an older mandate's place. */
export async function replacing(tx: Tx, council: string, newer: string, older: Mandate): Promise<string[]> {
  const found = (await mandatesOfDecision(tx, council, newer)).filter(
    (one) => one.source === 'clause' && replaces(one, older),
  )
  return [...new Set(found.flatMap(({ clause }) => (clause ? [clause] : [])))]
}

/** Ends a mandate on a day, unless one of these clauses, which take its place, is suspended by then: see `mendEnds`. */
export const endUnlessHeld = (
  tx: Tx,
  council: string,
  mandate: string,
  on: Temporal.PlainDate,
  because: string,
  clauses: string[],
) =>
  sql`update authority.mandate set until_before = until_day, until_day = ${on}, ends_on = ${on},
    ends_unless = ${clauses}::uuid[], ended_because = ${because}
    where council = ${council} and mandate = ${mandate} and (until_day is null or until_day > ${on})`.execute(tx)

/**
 * Brings every end that waits up to date, whenever something was suspended or released. While a clause that takes a mandate's
 * place is suspended the mandate stands, so that nobody is left without; from the day on which it is released the mandate ends, at
 * the earliest on the day it was to end. An end that has come is final: a newer mandate that has run does not give way again.
 */
export const mendEnds = (tx: Tx, council: string, today: Temporal.PlainDate): Promise<{ ref: string }[]> =>
  rows(
    tx,
    sql`
  with waiting as (
    select w.mandate, w.until_before, w.ends_on, (
        select max(coalesce(held.until_day, 'infinity'::date)) from authority.mandate m
        cross join lateral (
          select h.until_day from authority.hold h where h.council = m.council and h.mandate = m.mandate
            and h.from_day <= ${today}::date
          union all
          select s.until_day from authority.statutory_hold s
            where s.council = m.council and s.issued_on <= ${today}::date and ${reachesMandate}) held
        where m.council = w.council and m.clause = any (w.ends_unless) and m.source = 'clause'
          and (held.until_day is null or held.until_day > ${today}::date)) as held_until
    from authority.mandate w
    where w.council = ${council} and w.ends_unless is not null
      and (w.until_day is null or w.until_day > ${today}::date)),
  mended as (
    select mandate, case when held_until = 'infinity' then until_before
      else least(until_before, greatest(ends_on, coalesce(held_until, ${today}::date))) end as until_day from waiting)
  update authority.mandate o set until_day = mended.until_day
  from mended where o.council = ${council} and o.mandate = mended.mandate and o.until_day is distinct
    from mended.until_day
  returning o.ref`,
  )
