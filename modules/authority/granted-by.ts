import { rows, sql, type Tx } from '#platform/database.ts'
import { withoutSums } from '#platform/sums.ts'
import { start } from '#platform/keyset.ts'
import { actHidden, valueHidden } from './amounts-store.ts'
import type { Sees } from './amounts.ts'
import type { Ceiling, Condition } from './mandate.ts'
import { mandateLine } from './mandate-line.ts'
import { mandateRows } from './lists-store.ts'
import type { Power } from './powers.ts'
import type { MandateLine } from './shapes.ts'
import { mandatesOfDecision } from './store.ts'

/** An act as a decision's page shows it beside the mandate that it used. */
export type ActUnder = {
  ref: string
  what: string
  power: Power
  value: bigint | null
  day: Temporal.PlainDate
  undoneBy: string | null
  daysLate: number | null
}

/** What a decision gave to a post, or what was passed on from that, with its use as it stands on a day. */
export type Granted = Omit<MandateLine, 'ceiling'> & {
  ceiling: Ceiling | null
  parentRef: string | null
  conditions: Condition[]
  acts: ActUnder[]
}

/** Everything that a decision granted, clause by clause, with the acts done under it, the newest 200 of them. Open to all. */
export async function grantedBy(
  tx: Tx,
  council: string,
  decisionRef: string,
  day: Temporal.PlainDate,
  sees: Sees,
): Promise<Granted[]> {
  const mandates = await mandatesOfDecision(tx, council, decisionRef)
  if (!mandates.length) return []
  const refs = mandates.map(({ ref }) => ref)
  const found = await mandateRows(
    tx,
    council,
    { refs, sees },
    { order: 'newest', place: start, size: refs.length, day },
  )
  const acts = await rows<ActUnder & { mandate: string; valueWithheld: boolean }>(
    tx,
    sql`select m.ref as mandate, a.ref, a.what, a.power, a.value_pence as value, a.day,
      (select u.ref from authority.act u where u.council = a.council and u.undoes = a.act) as "undoneBy",
      case when a.retrospective is not null then m.from_day - a.day end as "daysLate",
        ${valueHidden(sees)} as "valueWithheld"
    from authority.act a join authority.mandate m on m.council = a.council and m.mandate = a.mandate
    where m.council = ${council} and m.decision_ref = ${decisionRef} and not ${actHidden(sees)} order by a.day desc, a.ref desc limit 200`,
  )
  const byRef = new Map(found.map((one) => [one.ref, one]))
  const refOf = new Map(mandates.map(({ mandate, ref }) => [mandate, ref]))
  return mandates.flatMap(({ ref, parent }) => {
    const one = byRef.get(ref)
    return one
      ? [
          {
            ...mandateLine(one, day),
            ceiling: one.ceilingWithheld ? null : ceilingOf(one),
            parentRef: refOf.get(parent ?? '') ?? null,
            conditions: one.conditions,
            acts: acts
              .filter(({ mandate }) => mandate === ref)
              .map(({ mandate: _, valueWithheld, ...act }) =>
                valueWithheld ? { ...act, value: null, what: withoutSums(act.what) } : act,
              ),
          },
        ]
      : []
  })
}

const ceilingOf = ({ basis, pence }: { basis: Ceiling['basis'] | null; pence: bigint | null }): Ceiling | null =>
  basis === null ? null : basis === 'no-limit' || pence === null ? { basis: 'no-limit', pence: null } : { basis, pence }
