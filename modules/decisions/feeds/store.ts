import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { PublicDecision } from '../register.ts'

/** Public documents by their references, in the order in which they were asked for. */
export async function documentsOf(tx: Tx, council: string, refs: readonly string[]): Promise<PublicDecision[]> {
  const found = await rows<{ ref: string; document: PublicDecision }>(
    tx,
    sql`select ref, document from decisions.register
    where council = ${council} and ref = any (${[...refs]}::text[])`,
  )
  const byRef = new Map(found.map(({ ref, document }) => [ref, document]))
  return refs.flatMap((ref) => byRef.get(ref) ?? [])
}

/** Public documents of which something was called in, the latest change first. The public role may ask this. */
export const documentsCalledIn = async (tx: Tx, council: string, size: number): Promise<PublicDecision[]> =>
  (
    await rows<{ document: PublicDecision }>(
      tx,
      sql`select r.document from decisions.call_in_window w join decisions.register r on r.council = w.council
        and r.decision = w.decision
    where w.council = ${council} and w.sequence > 0 order by w.changed_at desc limit ${size}`,
    )
  ).map(({ document }) => document)

export const topics = ['all', 'subject', 'maker', 'call-ins', 'forward-plan'] as const
export type Topic = { topic: (typeof topics)[number]; value: string }

export const insertSubscriptionRequest = (
  tx: Tx,
  council: string,
  q: { digest: Uint8Array; address: string; topics: readonly Topic[] },
  at: Temporal.Instant,
) =>
  sql`insert into decisions.subscription_request (council, digest, address, topics, asked_at)
    values (${council}, ${q.digest}, ${q.address}, ${toJson(q.topics)}::jsonb, ${at})`.execute(tx)

/** How many letters an address was sent since an instant to be confirmed. */
export async function requestsSince(
  tx: Tx,
  council: string,
  address: string,
  since: Temporal.Instant,
): Promise<number> {
  const found = await row<{ n: bigint }>(
    tx,
    sql`select count(*) as n from decisions.subscription_request
    where council = ${council} and lower(address) = lower(${address}) and asked_at > ${since}`,
  )
  return Number(found?.n ?? 0n)
}

/** Takes a request out of the table and gives what it asked for; null where there is none, or none any more. */
export const takeRequest = (
  tx: Tx,
  council: string,
  digest: Uint8Array,
  since: Temporal.Instant,
): Promise<{ address: string; topics: Topic[] } | null> =>
  row(
    tx,
    sql`delete from decisions.subscription_request where council = ${council} and digest = ${digest}
      and asked_at > ${since} returning address, topics`,
  )

export const dropOldRequests = (tx: Tx, council: string, before: Temporal.Instant) =>
  sql`delete from decisions.subscription_request where council = ${council} and asked_at <= ${before}`.execute(tx)

export async function putSubscriber(
  tx: Tx,
  council: string,
  s: { subscriber: string; address: string; token: string; topics: readonly Topic[] },
  at: Temporal.Instant,
): Promise<void> {
  await sql`delete from decisions.subscriber
    where council = ${council} and lower(address) = lower(${s.address})`.execute(tx)
  await sql`insert into decisions.subscriber (council, subscriber, address, leave_token, confirmed_at)
    values (${council}, ${s.subscriber}, ${s.address}, ${s.token}, ${at})`.execute(tx)
  for (const { topic, value } of s.topics) {
    await sql`insert into decisions.subscription (council, subscriber, topic, value)
      values (${council}, ${s.subscriber}, ${topic}, ${value}) on conflict do nothing`.execute(tx)
  }
}

export const findByToken = (
  tx: Tx,
  council: string,
  token: string,
): Promise<{ subscriber: string; address: string } | null> =>
  row(
    tx,
    sql`select subscriber, address from decisions.subscriber where council = ${council} and leave_token = ${token}`,
  )

/** Forgets whoever has this address: requests, subscriptions and all. */
export async function dropSubscriber(tx: Tx, council: string, address: string): Promise<void> {
  await sql`delete from decisions.subscriber where council = ${council} and lower(address) = lower(${address})`.execute(
    tx,
  )
  await sql`delete from decisions.subscription_request
    where council = ${council} and lower(address) = lower(${address})`.execute(tx)
}

/** Whoever wants news of any of these, a page at a time. A subject is wanted with all that lies below it. */
export const subscribersTo = (
  tx: Tx,
  council: string,
  of: { topics: readonly string[]; maker: string | null; subject: string | null },
  after: string | null,
  size: number,
): Promise<{ subscriber: string; address: string; token: string }[]> =>
  rows(
    tx,
    sql`select s.subscriber, s.address, s.leave_token as token from decisions.subscriber s
    where s.council = ${council} and (${after}::uuid is null or s.subscriber > ${after}::uuid)
      and exists (select from decisions.subscription n
      where n.council = s.council and n.subscriber = s.subscriber and (n.topic = any (${[...of.topics]}::text[])
        or n.topic = 'maker' and n.value = ${of.maker}
        or n.topic = 'subject' and (n.value = ${of.subject} or ${of.subject}::text like n.value || '/%')))
    order by s.subscriber limit ${size}`,
  )
