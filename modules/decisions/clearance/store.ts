import { row, rows, sql, type Tx } from '#platform/database.ts'
import type { Clearance } from './clearance.ts'

export type Outcome = 'cleared' | 'cleared-with-comments' | 'refused'

const columns = sql`c.clearance, c.key, c.title, c.post, c.post_title as "postTitle", c.asked_at as "askedAt",
  c.asked_by as "askedBy",
  c.asked_by_name as "askedByName", c.note, c.due, c.hash, c.text, c.outcome, c.says, c.answered_at as "answeredAt",
    c.answered_by as "answeredBy",
  c.withdrawn_at as "withdrawnAt", c.withdrawn_by as "withdrawnBy", c.withdrawn_because as "withdrawnBecause",
    c.voided_at as "voidedAt", c.voided_by as "voidedBy"`

/** What was asked for a decision, the oldest first. */
export const clearancesOf = (tx: Tx, council: string, decision: string): Promise<Clearance[]> =>
  rows<Clearance>(
    tx,
    sql`select ${columns} from decisions.clearance c where c.council = ${council} and c.decision = ${decision}
      order by c.asked`,
  )

export type NewClearance = Pick<
  Clearance,
  'clearance' | 'key' | 'title' | 'post' | 'postTitle' | 'note' | 'due' | 'hash' | 'text'
> & { decision: string; by: string; byName: string }

export const insertClearance = (tx: Tx, council: string, c: NewClearance, at: Temporal.Instant) =>
  sql`insert into decisions.clearance (council, clearance, decision, key, title, post, post_title, asked_at, asked_by,
    asked_by_name, note, due, hash, text)
    values (${council}, ${c.clearance}, ${c.decision}, ${c.key}, ${c.title}, ${c.post}, ${c.postTitle}, ${at}, ${c.by},
      ${c.byName}, ${c.note}, ${c.due}, ${c.hash}, ${c.text})`.execute(tx)

export const answer = (
  tx: Tx,
  council: string,
  clearance: string,
  a: { outcome: Outcome; says: string | null; by: string; at: Temporal.Instant },
) =>
  sql`update decisions.clearance set outcome = ${a.outcome}, says = ${a.says}, answered_at = ${a.at},
    answered_by = ${a.by}
    where council = ${council} and clearance = ${clearance}`.execute(tx)

export const withdraw = (
  tx: Tx,
  council: string,
  clearance: string,
  w: { at: Temporal.Instant; by: string; because: string },
) =>
  sql`update decisions.clearance set withdrawn_at = ${w.at}, withdrawn_by = ${w.by}, withdrawn_because = ${w.because}
    where council = ${council} and clearance = ${clearance}`.execute(tx)

/** Notes that the text went away from what was asked or cleared, or came back to it. */
export const setVoid = (
  tx: Tx,
  council: string,
  clearance: string,
  since: { at: Temporal.Instant; by: string } | null,
) =>
  sql`update decisions.clearance set voided_at = ${since?.at ?? null}::timestamptz, voided_by = ${since?.by ?? null}
    where council = ${council} and clearance = ${clearance}`.execute(tx)

export type Waiting = {
  clearance: string
  ref: string
  decision: string
  recordTitle: string
  title: string
  post: string
  postTitle: string
  askedByName: string
  askedAt: Temporal.Instant
  due: Temporal.PlainDate
  hash: string
}

/** Requests on drafts that nobody has answered, for these posts or for all, the first due first. */
export const waitingClearances = (
  tx: Tx,
  council: string,
  posts: readonly string[] | null,
  size: number,
): Promise<Waiting[]> =>
  rows<Waiting>(
    tx,
    sql`select c.clearance, d.ref, d.decision, d.title as "recordTitle", c.title, c.post, c.post_title as "postTitle",
      c.asked_by_name as "askedByName",
      c.asked_at as "askedAt", c.due, c.hash
    from decisions.clearance c join decisions.decision d using (council, decision)
    where c.council = ${council} and c.outcome is null and c.withdrawn_at is null and c.voided_at is null
      and d.state = 'draft'
      and (${posts}::text[] is null or c.post = any (${posts}::text[]))
    order by c.due, c.asked limit ${size}`,
  )

/** What the journal sealed of each: what was asked, of whom, for which text, and what was answered. */
export async function sealedClearances(tx: Tx, council: string, ids: string[]): Promise<Map<string, unknown>> {
  const found = await rows<Clearance & { ref: string }>(
    tx,
    sql`select d.ref, ${columns} from decisions.clearance c join decisions.decision d using (council, decision)
    where c.council = ${council} and c.clearance = any (${ids}::uuid[])`,
  )
  return new Map(found.map((one) => [one.clearance, sealedClearance(one)]))
}

export const sealedClearance = (c: Clearance & { ref: string }) => ({
  ref: c.ref,
  key: c.key,
  title: c.title,
  post: c.post,
  askedAt: c.askedAt.toString(),
  askedBy: c.askedByName,
  note: c.note,
  due: c.due.toString(),
  hash: c.hash,
  text: c.text,
  outcome: c.outcome,
  says: c.says,
  answeredAt: c.answeredAt?.toString() ?? null,
  answeredBy: c.answeredBy,
  withdrawnAt: c.withdrawnAt?.toString() ?? null,
  withdrawnBy: c.withdrawnBy,
  withdrawnBecause: c.withdrawnBecause,
})

export const clearanceById = (
  tx: Tx,
  council: string,
  decision: string,
  clearance: string,
): Promise<Clearance | null> =>
  row<Clearance>(
    tx,
    sql`select ${columns} from decisions.clearance c where c.council = ${council} and c.decision = ${decision}
      and c.clearance = ${clearance}`,
  )
