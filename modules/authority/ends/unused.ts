import { row, sql, type Tx } from '#platform/database.ts'
import type { Ceiling } from '../mandate.ts'

/**
 * What of a mandate is neither used nor passed on nor taken back, so that it can be taken back for good: for a yearly ceiling what
 * is left of the fullest year, because a year that was used up stays used up. Null where no sum is stated. Also what its giver set
 * aside for it and still does.
 */
export async function unusedOf(
  tx: Tx,
  council: string,
  mandate: string,
): Promise<{ basis: Ceiling['basis'] | null; unused: bigint | null; setAside: bigint }> {
  const found = await row<{ basis: Ceiling['basis'] | null; unused: bigint | null; setAside: bigint }>(
    tx,
    sql`
    select c.basis, case c.basis
        when 'whole-life' then c.pence - m.passed_on_pence - m.recalled_pence - m.exercised_pence
        when 'financial-year' then c.pence - m.passed_on_pence - m.recalled_pence
          - coalesce((select max(y.exercised_pence) from authority.year_use y
            where y.council = m.council and y.mandate = m.mandate), 0)
        when 'each-act' then c.pence - m.recalled_pence end as unused,
      coalesce((select sum(l.pence) from authority.ledger l where l.council = m.council and l.mandate = m.parent
        and l.child = m.mandate and l.kind = 'passed-on'), 0)::bigint as "setAside"
    from authority.mandate m left join lateral (select c.basis, c.pence from authority.ceiling c
      where c.council = m.council and c.mandate = m.mandate
      order by c.from_day desc limit 1) c on true
    where m.council = ${council} and m.mandate = ${mandate}`,
  )
  if (!found) throw new Error(`The mandate ${mandate} vanished.`)
  return { ...found, unused: found.unused !== null && found.unused < 0n ? 0n : found.unused }
}

/** Takes a sum back from a locked mandate to the locked one that passed it on: exactly what was set aside comes back, and no more. */
export async function takeBack(
  tx: Tx,
  council: string,
  child: string,
  parent: string,
  pence: bigint,
  setAside: bigint,
  day: Temporal.PlainDate,
): Promise<bigint> {
  const back = pence < setAside ? pence : setAside
  await sql`with moved as (
      insert into authority.ledger (council, mandate, kind, pence, day)
        values (${council}, ${child}::uuid, 'recalled', ${pence}::bigint, ${day}::date))
    update authority.mandate set recalled_pence = recalled_pence + ${pence}::bigint
      where council = ${council} and mandate = ${child}::uuid`.execute(tx)
  if (back > 0n) {
    await sql`with moved as (
        insert into authority.ledger (council, mandate, kind, pence, day, child)
          values (${council}, ${parent}::uuid, 'passed-on', ${-back}::bigint, ${day}::date, ${child}::uuid))
      update authority.mandate set passed_on_pence = passed_on_pence - ${back}::bigint
        where council = ${council} and mandate = ${parent}::uuid`.execute(tx)
  }
  return back
}
