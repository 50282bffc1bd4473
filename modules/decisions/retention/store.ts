import { rows, sql, type Tx } from '#platform/database.ts'

/** Somebody's word that a record must not be removed, whatever its day. */
export type LegalHold = {
  hold: string
  because: string
  placedBy: string
  placedOn: Temporal.PlainDate
  releasedOn: Temporal.PlainDate | null
  releasedBy: string | null
  releasedBecause: string | null
}

export const legalHoldsOf = (tx: Tx, council: string, decision: string): Promise<LegalHold[]> =>
  rows<LegalHold>(
    tx,
    sql`select hold, because, placed_by as "placedBy", placed_on as "placedOn", released_on as "releasedOn",
      released_by as "releasedBy",
      released_because as "releasedBecause" from decisions.legal_hold
        where council = ${council} and decision = ${decision} order by placed_on, hold`,
  )

export const insertLegalHold = (
  tx: Tx,
  council: string,
  h: { hold: string; decision: string; because: string; by: string; on: Temporal.PlainDate },
) =>
  sql`insert into decisions.legal_hold (council, hold, decision, because, placed_by, placed_on)
    values (${council}, ${h.hold}, ${h.decision}, ${h.because}, ${h.by}, ${h.on})`.execute(tx)

export const releaseHold = (
  tx: Tx,
  council: string,
  hold: string,
  r: { on: Temporal.PlainDate; by: string; because: string },
) =>
  sql`update decisions.legal_hold set released_on = ${r.on}, released_by = ${r.by}, released_because = ${r.because}
    where council = ${council} and hold = ${hold} and released_on is null`.execute(tx)

export type Aged = {
  ref: string
  title: string
  decidedOn: Temporal.PlainDate
  backgroundPapers: number
  holds: number
}

/** Published records that were decided on or before a day, the oldest first; a place is the day and reference to go on after. */
export const decidedBefore = (
  tx: Tx,
  council: string,
  page: { day: Temporal.PlainDate; after: { day: string; ref: string } | null; size: number },
): Promise<Aged[]> =>
  rows<Aged>(
    tx,
    sql`select r.ref, r.title, r.decided_on as "decidedOn",
      (select count(*)::int from decisions.paper p where p.council = r.council and p.decision = r.decision
        and p.kind = 'background') as "backgroundPapers",
      (select count(*)::int from decisions.legal_hold h where h.council = r.council and h.decision = r.decision
        and h.released_on is null) as holds
    from decisions.register r where r.council = ${council} and r.decided_on <= ${page.day}::date
      and (${page.after?.day ?? null}::date is null
        or (r.decided_on, r.ref) > (${page.after?.day ?? null}::date, ${page.after?.ref ?? null}))
    order by r.decided_on, r.ref limit ${page.size}`,
  )
