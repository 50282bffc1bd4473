import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Power } from '../powers.ts'
import type { HoldLaw } from './hold-clock.ts'
import type { Hold, Reach, Section } from './statutory-hold.ts'

type HoldRow = Omit<Hold, 'reach'> & {
  kind: Reach['kind']
  decision: string | null
  labels: string[] | null
  subject: string | null
  law: HeldLaw
}
export type HeldLaw = { value: HoldLaw | null; source: string; working: string[] }
export type KeptHold = Hold & { law: HeldLaw }

const columns = sql`s.hold, s.ref, s.section, s.reach as kind, s.decision_ref as decision, s.labels, s.subject,
  s.powers, s.consent, s.reason,
  s.issued_by as "issuedBy", s.issued_post as "issuedPost", s.issued_on as "issuedOn", s.consider_by as "considerBy",
    s.law,
  s.considered_on as "consideredOn", s.considered_says as "consideredSays", s.considered_by as "consideredBy",
    s.until_day as until,
  s.released_by as "releasedBy", s.released_because as "releasedBecause"`

const kept = ({ kind, decision, labels, subject, ...rest }: HoldRow): KeptHold => ({
  ...rest,
  reach: reachOf(kind, decision, labels, subject),
})

function reachOf(kind: Reach['kind'], decision: string | null, labels: string[] | null, subject: string | null): Reach {
  switch (kind) {
    case 'clauses':
      return { kind, decision: decision ?? '', labels: labels ?? [] }
    case 'decision':
      return { kind, decision: decision ?? '' }
    case 'subject':
      return { kind, subject: subject ?? '' }
    case 'council':
      return { kind }
  }
}

export type NewHold = Pick<
  Hold,
  | 'hold'
  | 'ref'
  | 'section'
  | 'reach'
  | 'powers'
  | 'consent'
  | 'reason'
  | 'issuedBy'
  | 'issuedPost'
  | 'issuedOn'
  | 'considerBy'
> & { law: HeldLaw }

export const insertHold = (tx: Tx, council: string, { reach, ...h }: NewHold, at: Temporal.Instant) =>
  sql`insert into authority.statutory_hold (council, hold, ref, section, reach, decision_ref, labels, subject, powers,
    consent, reason,
      issued_by, issued_post, issued_on, consider_by, law, issued_at)
    values (${council}, ${h.hold}, ${h.ref}, ${h.section}, ${reach.kind},
      ${'decision' in reach ? reach.decision : null},
      ${'labels' in reach ? reach.labels : null}::text[], ${'subject' in reach ? reach.subject : null},
        ${h.powers}::text[], ${h.consent}, ${h.reason},
      ${h.issuedBy}, ${h.issuedPost}, ${h.issuedOn}, ${h.considerBy}, ${toJson(h.law)}::jsonb, ${at})`.execute(tx)

/** Finds a hold, its row locked until the end of the transaction when it is about to change. */
export async function findHold(
  tx: Tx,
  council: string,
  ref: string,
  lock: 'lock' | 'look' = 'look',
): Promise<KeptHold | null> {
  const found = await row<HoldRow>(
    tx,
    sql`select ${columns} from authority.statutory_hold s where s.council = ${council} and s.ref = ${ref}
    ${lock === 'lock' ? sql`for update` : sql``}`,
  )
  return found && kept(found)
}

export const markConsidered = (
  tx: Tx,
  council: string,
  hold: string,
  c: { on: Temporal.PlainDate; says: string; by: string },
) =>
  sql`update authority.statutory_hold set considered_on = ${c.on}, considered_says = ${c.says}, considered_by = ${c.by}
    where council = ${council} and hold = ${hold}`.execute(tx)

export const markReleased = (
  tx: Tx,
  council: string,
  hold: string,
  r: { on: Temporal.PlainDate; because: string; by: string },
) =>
  sql`update authority.statutory_hold set until_day = ${r.on}, released_because = ${r.because}, released_by = ${r.by}
    where council = ${council} and hold = ${hold}`.execute(tx)

/** Holds of a council, the newest first; a page starts after a day and a reference. */
export async function holdRows(
  tx: Tx,
  council: string,
  search: {
    running?: Temporal.PlainDate | undefined
    decision?: string | undefined
    after?: string[] | undefined
    size: number
  },
): Promise<KeptHold[]> {
  const { running = null, decision = null, after } = search
  const found = await rows<HoldRow>(
    tx,
    sql`select ${columns} from authority.statutory_hold s where s.council = ${council}
    and (${running}::date is null or (s.issued_on <= ${running}::date
      and (s.until_day is null or s.until_day > ${running}::date)))
    and (${decision}::text is null or s.decision_ref = ${decision})
    and (${after?.[0] ?? null}::date is null
      or (s.issued_on, s.ref) < (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::text))
    order by s.issued_on desc, s.ref desc limit ${search.size}`,
  )
  return found.map(kept)
}

/** What the journal sealed of a hold: how it was issued. */
export const heldAsIssued = async (tx: Tx, council: string, refs: string[]): Promise<KeptHold[]> =>
  (
    await rows<HoldRow>(
      tx,
      sql`select ${columns} from authority.statutory_hold s
        where s.council = ${council} and s.ref = any (${refs}::text[])`,
    )
  ).map(kept)

/**
 * Where a hold reaches an attempt under a mandate `m`: by its subject, also in part; by the clause or decision that gave the
 * mandate; or by the decision that the act is recorded under.
 */
export const reachesAttempt = ({
  subject,
  recordRef,
}: {
  subject: string
  recordRef?: string | undefined
}) => sql`(s.reach = 'council'
  or s.reach = 'subject' and (s.subject = ${subject}::text or ${subject}::text like s.subject || '/%'
    or ${subject}::text = '' or s.subject like ${subject}::text || '/%')
  or s.reach = 'decision' and (s.decision_ref = m.decision_ref or s.decision_ref = ${recordRef ?? null}::text)
  or s.reach = 'clauses' and s.decision_ref = m.decision_ref and coalesce(m.clause_label, '') = any (s.labels))`

/** Where a hold reaches all of a mandate `m`, in a statement that reads mandates: for lists, which have no attempt to weigh. */
export const reachesMandate = sql`((s.powers is null or s.powers && m.powers) and (s.reach = 'council'
  or s.reach = 'subject' and (s.subject = '' or m.scope = s.subject or m.scope like s.subject || '/%')
  or s.reach = 'decision' and s.decision_ref = m.decision_ref
  or s.reach = 'clauses' and s.decision_ref = m.decision_ref and coalesce(m.clause_label, '') = any (s.labels)))`

/** Up to 500 mandates in effect on a day that a hold freezes, with their posts. */
export const frozenBy = (
  tx: Tx,
  council: string,
  hold: string,
  day: Temporal.PlainDate,
  size = 500,
): Promise<{ ref: string; holder: string; holderTitle: string; powers: Power[] }[]> =>
  rows(
    tx,
    sql`select m.ref, m.holder, p.title as "holderTitle", m.powers
    from authority.statutory_hold s join authority.mandate m on m.council = s.council and ${reachesMandate}
    join authority.post p on p.council = m.council and p.post = m.holder
    where s.council = ${council} and s.hold = ${hold} and m.from_day <= ${day}::date
      and (m.until_day is null or m.until_day > ${day}::date)
    order by p.title, m.ref limit ${size}`,
  )

export const countFrozen = async (tx: Tx, council: string, hold: string, day: Temporal.PlainDate): Promise<number> =>
  Number(
    (
      await row<{ n: bigint }>(
        tx,
        sql`select count(*) as n from authority.statutory_hold s join authority.mandate m on m.council = s.council
          and ${reachesMandate}
    where s.council = ${council} and s.hold = ${hold} and m.from_day <= ${day}::date
      and (m.until_day is null or m.until_day > ${day}::date)`,
      )
    )?.n ?? 0n,
  )

/** Everybody who holds a post that a hold freezes something of. */
export const accountsFrozen = async (
  tx: Tx,
  council: string,
  hold: string,
  day: Temporal.PlainDate,
): Promise<string[]> =>
  (
    await rows<{ account: string }>(
      tx,
      sql`select distinct h.account from authority.statutory_hold s
    join authority.mandate m on m.council = s.council and ${reachesMandate} and m.from_day <= ${day}::date
      and (m.until_day is null or m.until_day > ${day}::date)
    join authority.holding h on h.council = m.council and h.post = m.holder and h.from_day <= ${day}::date
      and (h.until_day is null or h.until_day > ${day}::date)
    where s.council = ${council} and s.hold = ${hold}`,
    )
  ).map(({ account }) => account)

/** The decision that a hold names is one that the council has granted something by, or has acted on. */
export const knowsDecision = async (tx: Tx, council: string, decision: string): Promise<boolean> =>
  (await row(
    tx,
    sql`select 1 where exists (select from authority.mandate where council = ${council} and decision_ref = ${decision})
    or exists (select from authority.act where council = ${council} and record_ref = ${decision})`,
  )) !== null

/** The letters of a decision's clauses that gave something. */
export const labelsOf = async (tx: Tx, council: string, decision: string): Promise<string[]> =>
  (
    await rows<{ label: string }>(
      tx,
      sql`select distinct coalesce(clause_label, '') as label from authority.mandate
    where council = ${council} and decision_ref = ${decision} order by label`,
    )
  ).map(({ label }) => label)

export type { Section }
