import { rows, sql, type Tx } from '#platform/database.ts'

export type WindowRow = {
  ref: string
  lastDay: Temporal.PlainDate
  closesAt: string | null
  effectiveOn: Temporal.PlainDate
  clauses: number
  sequence: number
  changedAt: Temporal.Instant
}

export type InWindow = WindowRow & {
  title: string
  makerTitle: string
  publishedOn: Temporal.PlainDate
  calledIn: boolean
  isKey: boolean
}

/** Writes until when how many clauses of a decision may be called in; a calendar that has an older state takes this one. */
export const putWindow = (
  tx: Tx,
  council: string,
  decision: string,
  w: Omit<WindowRow, 'sequence' | 'changedAt'>,
  at: Temporal.Instant,
) =>
  sql`insert into decisions.call_in_window (council, decision, ref, last_day, closes_at, effective_on, clauses,
    changed_at)
    values (${council}, ${decision}, ${w.ref}, ${w.lastDay}, ${w.closesAt}, ${w.effectiveOn}, ${w.clauses}, ${at})
    on conflict (council, decision) do update set last_day = excluded.last_day, clauses = excluded.clauses,
      sequence = decisions.call_in_window.sequence + 1, changed_at = excluded.changed_at`.execute(tx)

const columns = sql`w.ref, w.last_day as "lastDay", w.closes_at as "closesAt", w.effective_on as "effectiveOn",
  w.clauses, w.sequence, w.changed_at as "changedAt",
  r.title, r.maker_title as "makerTitle", r.published_on as "publishedOn", r.called_in as "calledIn",
    r.is_key as "isKey"`

/**
 * Decisions of which some clauses may still be called in on a day, the first to close first; `after` is the last of the page
 * before. The public role may ask this: titles are those of the register.
 */
export const windowPage = (
  tx: Tx,
  council: string,
  today: Temporal.PlainDate,
  page: { after: { day: string; ref: string } | null; size: number },
): Promise<InWindow[]> =>
  rows<InWindow>(
    tx,
    sql`select ${columns} from decisions.call_in_window w join decisions.register r on r.council = w.council
      and r.decision = w.decision
    where w.council = ${council} and w.last_day >= ${today}::date and w.clauses > 0 and r.superseded_by is null
      and (${page.after?.day ?? null}::date is null
        or (w.last_day, w.ref) > (${page.after?.day ?? null}::date, ${page.after?.ref ?? null}::text))
    order by w.last_day, w.ref limit ${page.size}`,
  )

/** Every window that was open at some time from a day on, whatever became of it, the newest 500. The public role may ask this. */
export const windowsSince = (tx: Tx, council: string, from: Temporal.PlainDate): Promise<InWindow[]> =>
  rows<InWindow>(
    tx,
    sql`select ${columns} from decisions.call_in_window w join decisions.register r on r.council = w.council
      and r.decision = w.decision
    where w.council = ${council} and w.last_day >= ${from}::date order by w.last_day desc, w.ref desc limit 500`,
  )
