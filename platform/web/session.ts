import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { row, sql } from '../database.ts'
import { text, uuid } from '../input.ts'
import type { House } from '../perform.ts'
import { anyone, done, refused, useCase, type Actor } from '../use-case.ts'

/** How long somebody stays signed in. */
const lasting = { hours: 12 }

/** Who somebody is before they have signed in. */
export const visitor = (council: string): Actor => ({ council, account: null, name: 'A visitor', roles: [] })

// 32 random bytes cannot be guessed, so a fast digest of them is enough for the table.
const digestOf = (token: string) => createHash('sha256').update(token).digest()

const tokenShape = /^[\w-]{43}$/u

/** Starts a session with a token of its own, always a new one: what a browser brought along is never taken over. */
export async function startSession(
  house: House, council: string, account: string,
): Promise<{ token: string; expires: Temporal.Instant }> {
  const token = randomBytes(32).toString('base64url')
  const now = house.clock()
  const expires = now.add(lasting)
  await house.database.within({ council, role: 'remit_app' }, async (tx) => {
    await sql`delete from platform.session where council = ${council} and expires_at < ${now}`.execute(tx)
    await sql`insert into platform.session (council, digest, account, started_at, expires_at)
      values (${council}, ${digestOf(token)}, ${account}, ${now}, ${expires})`.execute(tx)
  })
  return { token, expires }
}

/** Who holds this token in this council now, or null. Accounts that were closed have no sessions. */
export async function findSession(house: House, council: string, token: string | undefined): Promise<Actor | null> {
  if (!token || !tokenShape.test(token)) return null
  return house.database.within({ council, role: 'remit_app' }, async (tx) => {
    const found = await row<{ account: string; name: string; roles: string[] }>(tx, sql`
      select account, name, roles from platform.session join platform.account using (council, account)
      where council = ${council} and digest = ${digestOf(token)} and expires_at > ${house.clock()} and active`)
    return found && { council, ...found }
  })
}

/** Ends a session; its token is worth nothing from now on. */
export async function endSession(house: House, council: string, token: string | undefined): Promise<void> {
  if (!token || !tokenShape.test(token)) return
  await house.database.within({ council, role: 'remit_app' }, (tx) =>
    sql`delete from platform.session where council = ${council} and digest = ${digestOf(token)}`.execute(tx))
}

/**
 * Finds the account that somebody picks in a demo council, where nobody has a password. It starts no session: the door does,
 * since only the door can hand out the token. Not journalled: a stranger may call it freely.
 */
export const signIn = useCase({
  name: 'platform.sign-in',
  title: 'Sign in as somebody in a demo council',
  may: [anyone],
  input: z.object({
    account: uuid.optional(),
    email: text(200).optional(),
    persona: text(200).optional().meta({ description: 'The name of the person to be' }),
  }),
  journalled: false,
  run: async ({ tx, actor }, { account, email, persona }) => {
    const council = await row<{ demo: boolean }>(tx, sql`select demo from platform.council where council = ${actor.council}`)
    if (!council?.demo) {
      return refused('Nobody can be picked to sign in as here.',
        'Sign-in is by the council’s own identity service, and none is set up.', 'Ask whoever runs this service.')
    }
    const found = await row<{ account: string; name: string; roles: string[] }>(tx, sql`
      select account, name, roles from platform.account
      where council = ${actor.council} and active and persona is not null
        and (account = ${account ?? null}::uuid or lower(email) = lower(${email ?? null}::text)
          or lower(name) = lower(${persona ?? null}::text))
      order by name limit 1`)
    return found ? done(found) : refused('There is no such person to sign in as.', [], 'Pick one from the sign-in page.')
  },
})
