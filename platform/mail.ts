import { randomUUID } from 'node:crypto'
import { row, rows, sql, type Tx } from './database.ts'

export type Letter = {
  id: string
  account: string
  subject: string
  body: string
  at: Temporal.Instant
  sentAt: Temporal.Instant | null
}

/**
 * Writes to somebody, within the transaction that gave the reason: what is rolled back was never written. Without a
 * mail service the letter stays in the local outbox, which the person reads at their desk; with one it is carried from
 * there.
 */
export async function writeMail(
  tx: Tx,
  council: string,
  letter: Pick<Letter, 'account' | 'subject' | 'body'>,
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into platform.mail (council, id, account, subject, body, at)
    values (${council}, ${randomUUID()}, ${letter.account}, ${letter.subject}, ${letter.body}, ${now})`.execute(tx)
}

/**
 * Writes to an address that has no account, in the same way, and names the letter; see also `forgetAddress`. `keeps` stands in
 * place of the words once the letter has gone out: for one that carries a secret.
 */
export async function writeToAddress(
  tx: Tx,
  council: string,
  letter: { address: string; subject: string; body: string; keeps?: string },
  now: Temporal.Instant,
): Promise<string> {
  const id = randomUUID()
  await sql`insert into platform.mail (council, id, address, subject, body, keeps, at)
    values (${council}, ${id}, ${letter.address}, ${letter.subject}, ${letter.body}, ${letter.keeps ?? null},
      ${now})`.execute(tx)
  return id
}

/** The words of the letter that went to an address last, or null: for a demonstration, where nobody reads it elsewhere. */
export const newestTo = async (tx: Tx, council: string, address: string): Promise<string | null> =>
  (
    await row<{ body: string }>(
      tx,
      sql`select body from platform.mail where council = ${council} and lower(address) = lower(${address})
        order by at desc limit 1`,
    )
  )?.body ?? null

/** Forgets an address, with every letter that went or would have gone to it. */
export const forgetAddress = (tx: Tx, address: string) => sql`select platform.forget_address(${address})`.execute(tx)

/** Somebody's mail, newest first; `before` is the `at` and `id` of the last letter of the page before. */
export async function mailOf(
  tx: Tx,
  council: string,
  account: string,
  about: { size: number; before?: { at: string; id: string } | null },
): Promise<Letter[]> {
  const before = about.before ?? null
  return rows<Letter>(
    tx,
    sql`select id, account, subject, body, at, sent_at as "sentAt" from platform.mail
    where council = ${council} and account = ${account}
      and (${before?.at ?? null}::timestamptz is null
        or (at, id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
    order by at desc, id desc limit ${about.size}`,
  )
}

/** A letter on its way, and to whom. */
export type Outgoing = Letter & { email: string; active: boolean; tries: number; givenUpAt: Temporal.Instant | null }

/** A letter with the address it goes to. */
export const findLetter = (tx: Tx, council: string, id: string): Promise<Outgoing | null> =>
  row<Outgoing>(
    tx,
    sql`select m.id, m.account, m.subject, m.body, m.at, m.sent_at as "sentAt", m.tries,
      m.given_up_at as "givenUpAt", coalesce(p.contact, a.email, m.address) as email, coalesce(a.active, true) as active
    from platform.mail m left join platform.account a on a.council = m.council and a.account = m.account
      left join platform.program p on p.council = m.council and p.account = m.account
    where m.council = ${council} and m.id = ${id}`,
  )

/** How old a letter may be when whoever carries mail first sees it; older ones were written before any was carried. */
const freshFor = { hours: 72 }

/** Letters that nobody has been asked to carry yet, the oldest first; also those that somebody wants carried again. */
export async function lettersToQueue(tx: Tx, council: string, now: Temporal.Instant, size: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    sql`select id from platform.mail
    where council = ${council} and sent_at is null and given_up_at is null and queued_at is null
      and (at > ${now.subtract(freshFor)}::timestamptz or tries > 0)
    order by at, id limit ${size}`,
  )
  return found.map(({ id }) => id)
}

export const letterQueued = (tx: Tx, council: string, id: string, at: Temporal.Instant) =>
  sql`update platform.mail set queued_at = ${at} where council = ${council} and id = ${id}`.execute(tx)

export const letterSent = (tx: Tx, council: string, id: string, at: Temporal.Instant) =>
  sql`update platform.mail set sent_at = ${at}, tries = tries + 1, trouble = null, body = coalesce(keeps, body)
    where council = ${council} and id = ${id}`.execute(tx)

/** Notes what stood in the way; `givenUp` when nobody will try again. */
export const letterFailed = (tx: Tx, council: string, id: string, trouble: string, givenUp: Temporal.Instant | null) =>
  sql`update platform.mail set trouble = ${trouble}, tries = tries + 1, given_up_at = ${givenUp}
    where council = ${council} and id = ${id} and sent_at is null`.execute(tx)

export type Troubled = {
  id: string
  to: string
  subject: string
  at: Temporal.Instant
  tries: number
  trouble: string
  givenUpAt: Temporal.Instant | null
}

/** Letters that something stands in the way of, those given up first, the newest first. */
export const troubledLetters = (tx: Tx, council: string, size: number): Promise<Troubled[]> =>
  rows<Troubled>(
    tx,
    sql`select m.id, coalesce(a.name, 'a subscriber') as "to", m.subject, m.at, m.tries, m.trouble,
      m.given_up_at as "givenUpAt"
    from platform.mail m left join platform.account a on a.council = m.council and a.account = m.account
    where m.council = ${council} and m.trouble is not null and m.sent_at is null
    order by m.given_up_at desc nulls last, m.at desc, m.id limit ${size}`,
  )

/** How many letters were sent, wait to be, and were given up. */
export async function mailCounts(tx: Tx, council: string): Promise<{ sent: number; waiting: number; givenUp: number }> {
  const found = await row<{ sent: number; waiting: number; givenUp: number }>(
    tx,
    sql`select
      count(*) filter (where sent_at is not null)::integer as sent,
      count(*) filter (where sent_at is null and given_up_at is null and queued_at is not null)::integer as waiting,
      count(*) filter (where given_up_at is not null)::integer as "givenUp"
    from platform.mail where council = ${council}`,
  )
  return found ?? { sent: 0, waiting: 0, givenUp: 0 }
}

/** Lets a letter that was given up be carried again; its subject, or null where there is none such. */
export const letterAgain = (tx: Tx, council: string, id: string): Promise<{ subject: string } | null> =>
  row(
    tx,
    sql`update platform.mail set given_up_at = null, queued_at = null
    where council = ${council} and id = ${id} and given_up_at is not null and sent_at is null returning subject`,
  )
