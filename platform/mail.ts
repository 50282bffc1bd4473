import { randomUUID } from 'node:crypto'
import { rows, sql, type Tx } from './database.ts'

export type Letter = {
  id: string
  account: string
  subject: string
  body: string
  at: Temporal.Instant
  sentAt: Temporal.Instant | null
}

/**
 * Writes to somebody, within the transaction that gave the reason: what is rolled back was never written. Without a mail
 * service the letter stays in the local outbox, which the person reads at their desk.
 */
export async function writeMail(
  tx: Tx, council: string, letter: Pick<Letter, 'account' | 'subject' | 'body'>, now: Temporal.Instant,
): Promise<void> {
  await sql`insert into platform.mail (council, id, account, subject, body, at)
    values (${council}, ${randomUUID()}, ${letter.account}, ${letter.subject}, ${letter.body}, ${now})`.execute(tx)
}

/** Somebody's mail, newest first; `before` is the `at` and `id` of the last letter of the page before. */
export async function mailOf(
  tx: Tx, council: string, account: string, about: { size: number; before?: { at: string; id: string } | null },
): Promise<Letter[]> {
  const before = about.before ?? null
  return rows<Letter>(tx, sql`select id, account, subject, body, at, sent_at as "sentAt" from platform.mail
    where council = ${council} and account = ${account}
      and (${before?.at ?? null}::timestamptz is null
        or (at, id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
    order by at desc, id desc limit ${about.size}`)
}
