import { accountsHolding } from '#authority'
import { rows, sql } from '#platform/database.ts'
import { writeMail } from '#platform/mail.ts'
import type { Work } from '#platform/use-case.ts'

/** Writes the same letter to each of some people. */
export async function write({ tx, council, now }: Work, to: string[], subject: string, body: string): Promise<void> {
  for (const account of to) await writeMail(tx, council, { account, subject, body }, now)
}

/** Whoever holds a post today. */
export const holders = ({ tx, council, today }: Work, post: string): Promise<string[]> =>
  accountsHolding(tx, council, post, today)

/** Whoever signs in with a role. */
export const withRole = async ({ tx, council }: Work, role: string): Promise<string[]> =>
  accounts(
    await rows(
      tx,
      sql`select account from platform.account where council = ${council} and active and ${role} = any (roles)`,
    ),
  )

/** Whoever drafted a record. */
export const drafter = async ({ tx, council }: Work, ref: string): Promise<string[]> =>
  accounts(
    await rows(
      tx,
      sql`select drafted_by as account from decisions.decision where council = ${council} and ref = ${ref}`,
    ),
  )

const accounts = (found: { account: string }[]) => found.map(({ account }) => account)
