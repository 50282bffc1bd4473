import { rows, sql, type Tx } from '#platform/database.ts'
import { covers, type Basis, type Ceiling } from './mandate.ts'
import type { Power } from './powers.ts'
import type { Post } from './store.ts'

/** One entry of the scheme of delegation as it stands on a day, with who holds it. */
export type SchemeEntry = {
  mandate: string
  entry: string
  holder: string
  holderTitle: string
  holderKind: Post['kind']
  powers: Power[]
  scope: string
  scopeTitle: string
  words: string
  ceiling: Ceiling | null
}

/** The scheme of delegation in force on a day. */
export async function schemeOn(tx: Tx, council: string, day: Temporal.PlainDate): Promise<SchemeEntry[]> {
  const found = await rows<Omit<SchemeEntry, 'ceiling'> & { basis: Basis | null; pence: bigint | null }>(
    tx,
    sql`
    select m.ref as mandate, m.scheme_entry as entry, m.holder, p.title as "holderTitle", p.kind as "holderKind",
      m.powers, m.scope,
      case when m.scope = '' then 'everything'
        else coalesce((select s.title from authority.subject s where s.council = m.council and s.subject = m.scope),
        m.scope) end as "scopeTitle",
      m.words, c.basis, c.pence
    from authority.mandate m join authority.post p on p.council = m.council and p.post = m.holder
    left join lateral (select c.basis, c.pence from authority.ceiling c
      where c.council = m.council and c.mandate = m.mandate
      and c.from_day <= ${day}::date order by c.from_day desc limit 1) c on true
    where m.council = ${council} and m.source = 'scheme' and m.from_day <= ${day}::date
      and (m.until_day is null or m.until_day > ${day}::date)
    order by p.title, m.scheme_entry limit 5000`,
  )
  return found.map(({ basis, pence, ...one }) => ({
    ...one,
    ceiling:
      basis === null
        ? null
        : basis === 'no-limit' || pence === null
          ? { basis: 'no-limit', pence: null }
          : { basis, pence },
  }))
}

/** A post's own limit for a power and subject: the narrowest entry that states one. Where a grant states no ceiling, this counts. */
export const ownLimitIn = (
  scheme: readonly SchemeEntry[],
  asked: { post: string; power: Power; subject: string },
): { ceiling: Ceiling; entry: string } | null =>
  scheme
    .filter(
      ({ holder, powers, scope, ceiling }) =>
        ceiling !== null && holder === asked.post && powers.includes(asked.power) && covers(scope, asked.subject),
    )
    .sort((a, b) => b.scope.length - a.scope.length || (a.mandate < b.mandate ? -1 : 1))
    .flatMap(({ ceiling, entry }) => (ceiling ? [{ ceiling, entry }] : []))[0] ?? null
