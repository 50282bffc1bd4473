import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Restriction } from './restriction.ts'

const columns = sql`r.restriction, r.place, r.clause, r.paper, r.clause_grant as "grant", r.passage, r.kind,
  r.paragraphs, r.public_interest as "publicInterest",
  r.decided_by as "decidedBy", r.decided_on as "decidedOn", r.review_on as "reviewOn",
    r.public_version as "publicVersion", r.added_by as "addedBy",
  r.lifted_on as "liftedOn", r.lifted_by as "liftedBy", r.lifted_because as "liftedBecause"`

/** What is withheld of a decision, in the order in which it was decided; what was lifted comes along only when it is asked for. */
export const restrictionsOf = (
  tx: Tx,
  council: string,
  decision: string,
  also: 'in force' | 'and lifted' = 'in force',
): Promise<Restriction[]> =>
  rows<Restriction>(
    tx,
    sql`select ${columns} from decisions.restriction r where r.council = ${council} and r.decision = ${decision}
    ${also === 'in force' ? sql`and r.lifted_on is null` : sql``} order by r.added_at, r.restriction`,
  )

export type NewRestriction = Omit<Restriction, 'liftedOn' | 'liftedBy' | 'liftedBecause'> & {
  decision: string
  at: Temporal.Instant
}

export const insertRestriction = (tx: Tx, council: string, r: NewRestriction) =>
  sql`insert into decisions.restriction (council, restriction, decision, place, clause, paper, clause_grant, passage,
    kind, paragraphs, public_interest, decided_by,
      decided_on, review_on, public_version, added_by, added_at)
    values (${council}, ${r.restriction}, ${r.decision}, ${r.place}, ${r.clause}, ${r.paper}, ${r.grant}, ${r.passage},
      ${r.kind}, ${toJson(r.paragraphs)}::jsonb,
      ${r.publicInterest}, ${r.decidedBy}, ${r.decidedOn}, ${r.reviewOn},
        ${r.publicVersion === null ? null : toJson(r.publicVersion)}::jsonb, ${r.addedBy}, ${r.at})`.execute(tx)

export const markLifted = (
  tx: Tx,
  council: string,
  restriction: string,
  l: { on: Temporal.PlainDate; by: string; because: string },
) =>
  sql`update decisions.restriction set lifted_on = ${l.on}, lifted_by = ${l.by}, lifted_because = ${l.because}
    where council = ${council} and restriction = ${restriction}`.execute(tx)

export type DueRestriction = Restriction & { ref: string; title: string }

/** What is withheld across the council, the earliest review first; what is never reviewed comes last. */
export const allRestrictions = (
  tx: Tx,
  council: string,
  page: { until: Temporal.PlainDate | null; size: number },
): Promise<DueRestriction[]> =>
  rows<DueRestriction>(
    tx,
    sql`select d.ref, d.title, ${columns} from decisions.restriction r
      join decisions.decision d using (council, decision)
    where r.council = ${council} and r.lifted_on is null and d.state not in ('withdrawn', 'refused')
      and (${page.until}::date is null or r.review_on <= ${page.until}::date)
    order by r.review_on nulls last, d.ref, r.restriction limit ${page.size}`,
  )

export const insertReading = (
  tx: Tx,
  council: string,
  r: {
    reading: string
    decision: string
    account: string
    byName: string
    paper: string | null
    restrictions: string[]
    at: Temporal.Instant
  },
) =>
  sql`insert into decisions.withheld_reading (council, reading, decision, account, by_name, paper, restrictions,
    read_at)
    values (${council}, ${r.reading}, ${r.decision}, ${r.account}, ${r.byName}, ${r.paper}, ${r.restrictions}::uuid[],
      ${r.at})`.execute(tx)

export type WithheldReading = { byName: string; paper: string | null; passages: number; readAt: Temporal.Instant }

/** Who read what is withheld of a decision, the latest first. */
export const readingsOf = (tx: Tx, council: string, decision: string): Promise<WithheldReading[]> =>
  rows<WithheldReading>(
    tx,
    sql`select by_name as "byName", paper, cardinality(restrictions) as passages, read_at as "readAt"
    from decisions.withheld_reading where council = ${council} and decision = ${decision} order by read_at desc, reading
      limit 200`,
  )

export const insertConsidered = (
  tx: Tx,
  council: string,
  c: {
    considered: string
    decision: string
    digest: string
    because: string
    byName: string
    on: Temporal.PlainDate
    at: Temporal.Instant
  },
) =>
  sql`insert into decisions.identification_considered (council, considered, decision, digest, because, by_name, on_day,
    considered_at)
    values (${council}, ${c.considered}, ${c.decision}, ${c.digest}, ${c.because}, ${c.byName}, ${c.on},
      ${c.at})`.execute(tx)

export type Considered = { digest: string; because: string; byName: string; on: Temporal.PlainDate }

/** The last time that somebody considered whether a person could be recognised, or null. */
export const lastConsidered = (tx: Tx, council: string, decision: string): Promise<Considered | null> =>
  row<Considered>(
    tx,
    sql`select digest, because, by_name as "byName", on_day as "on" from decisions.identification_considered
    where council = ${council} and decision = ${decision} order by considered_at desc limit 1`,
  )

export const insertLooked = (
  tx: Tx,
  council: string,
  l: {
    looked: string
    decision: string
    sha256: string
    says: string
    by: string
    byName: string
    on: Temporal.PlainDate
    at: Temporal.Instant
  },
) =>
  sql`insert into decisions.paper_looked_at (council, looked, decision, sha256, says, by_account, by_name, on_day,
    looked_at)
    values (${council}, ${l.looked}, ${l.decision}, ${l.sha256}, ${l.says}, ${l.by}, ${l.byName}, ${l.on},
      ${l.at})`.execute(tx)

/** Who has looked at which file of a record, the last first. */
export const lookedAt = (
  tx: Tx,
  council: string,
  decision: string,
): Promise<{ sha256: string; by: string; says: string }[]> =>
  rows(
    tx,
    sql`select sha256, by_name as by, says from decisions.paper_looked_at
    where council = ${council} and decision = ${decision} order by looked_at desc`,
  )
