import { rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import { sealedDuty, type Considered } from './duty.ts'

const columns = sql`c.duty, c.version, c.title, c.source, c.how, c.written_in as "writtenIn", c.paragraph,
  c.on_day as "on", c.impacts,
  c.recorded_by_name as "recordedByName", c.recorded_at as "recordedAt"`

/** How the duties of a decision were considered, every version, the last of each duty first. */
export const consideredOf = (tx: Tx, council: string, decision: string): Promise<Considered[]> =>
  rows<Considered>(
    tx,
    sql`select ${columns} from decisions.duty_considered c where c.council = ${council} and c.decision = ${decision}
    order by c.duty, c.version desc`,
  )

/** The last version of each. */
export const lastOfEach = (all: readonly Considered[]): Considered[] =>
  all.filter((one, at) => all[at - 1]?.duty !== one.duty)

export const insertConsidered = (tx: Tx, council: string, c: Considered & { decision: string; by: string }) =>
  sql`insert into decisions.duty_considered (council, decision, duty, version, title, source, how, written_in,
    paragraph, on_day, impacts,
      recorded_by, recorded_by_name, recorded_at)
    values (${council}, ${c.decision}, ${c.duty}, ${c.version}, ${c.title}, ${toJson(c.source)}::jsonb, ${c.how},
      ${c.writtenIn}, ${c.paragraph},
      ${c.on}, ${toJson(c.impacts)}::jsonb, ${c.by}, ${c.recordedByName}, ${c.recordedAt})`.execute(tx)

/** A reading receipt. */
export type Seen = {
  seen: string
  post: string
  postTitle: string
  account: string
  name: string
  seenAt: Temporal.Instant
  digest: string
  versions: Record<string, number>
}

export const seenOf = (tx: Tx, council: string, decision: string): Promise<Seen[]> =>
  rows<Seen>(
    tx,
    sql`select seen, post, post_title as "postTitle", account, name, seen_at as "seenAt", digest, versions
    from decisions.duties_seen where council = ${council} and decision = ${decision} order by seen_at, post, account`,
  )

export const insertSeen = (tx: Tx, council: string, decision: string, s: Seen) =>
  sql`insert into decisions.duties_seen (council, seen, decision, post, post_title, account, name, seen_at, digest,
    versions)
    values (${council}, ${s.seen}, ${decision}, ${s.post}, ${s.postTitle}, ${s.account}, ${s.name}, ${s.seenAt},
      ${s.digest}, ${toJson(s.versions)}::jsonb)
    on conflict do nothing`.execute(tx)

/** Entries as the journal sealed them, by "reference/duty/version". */
export async function sealedDuties(tx: Tx, council: string, ids: string[]): Promise<Map<string, unknown>> {
  const found = await rows<Considered & { ref: string }>(
    tx,
    sql`select d.ref, ${columns} from decisions.duty_considered c join decisions.decision d using (council, decision)
    where c.council = ${council} and d.ref || '/' || c.duty || '/' || c.version = any (${ids}::text[])`,
  )
  return new Map(found.map((one) => [`${one.ref}/${one.duty}/${one.version}`, sealedDuty(one.ref, one)]))
}

export const sealedReceipt = (ref: string, { post, name, seenAt, digest, versions }: Seen) => ({
  ref,
  post,
  name,
  seenAt: seenAt.toString(),
  digest,
  versions,
})

export async function sealedReceipts(tx: Tx, council: string, ids: string[]): Promise<Map<string, unknown>> {
  const found = await rows<Seen & { ref: string }>(
    tx,
    sql`select d.ref, s.seen, s.post, s.post_title as "postTitle", s.account, s.name, s.seen_at as "seenAt", s.digest,
      s.versions
    from decisions.duties_seen s join decisions.decision d using (council, decision)
      where s.council = ${council} and s.seen = any (${ids}::uuid[])`,
  )
  return new Map(found.map((one) => [one.seen, sealedReceipt(one.ref, one)]))
}
