import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { row, sql } from '../database.ts'
import { text, uuid, whole } from '../input.ts'
import { londonDay, type House } from '../perform.ts'
import { chosenOn } from '../setting.ts'
import { anyone, done, refused, useCase, type Actor } from '../use-case.ts'

/** How long somebody stays signed in: after they last did something, and at most. Each council chooses its own. */
export const sessionRule = z.object({
  idleMinutes: whole(5, 24 * 60).meta({ description: 'Minutes without a request after which a session ends' }),
  longestHours: whole(1, 7 * 24).meta({ description: 'Hours after which a session ends whatever happens' }),
})
export type SessionRule = z.output<typeof sessionRule>

/** Where a council has chosen nothing: a working day, and long enough to write a report over lunch. */
export const usualSessions: SessionRule = { idleMinutes: 120, longestHours: 12 }

/** The key under which a council's choice is kept. */
export const sessionsKey = 'sessions'

/** How somebody came in: picked from a demo's people, or sent by the council's identity service. */
export type Way = 'persona' | 'identity-service'

/** Who has signed in, and in which session; its name says which it is and signs nobody in. */
export type Known = { actor: Actor; session: string; way: Way }

/** Who somebody is before they have signed in. */
export const visitor = (council: string): Actor => ({ council, account: null, name: 'A visitor', roles: [] })

// 32 random bytes cannot be guessed, so a fast digest of them is enough for the table.
export const digestOfToken = (token: string): Uint8Array => createHash('sha256').update(token).digest()

const tokenShape = /^[\w-]{43}$/u

/** A token that cannot be guessed, in 43 characters that may stand in a cookie or an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Starts a session with a token of its own, always a new one: what a browser brought along is never taken over. */
export async function startSession(
  house: House,
  council: string,
  account: string,
  about: { browser?: string; way?: Way } = {},
): Promise<{ token: string; expires: Temporal.Instant }> {
  const { browser = 'A program', way = 'persona' } = about
  const token = newToken()
  const now = house.clock()
  const day = londonDay(await house.councils.now(council, now))
  return house.database.within({ council, role: 'remit_app' }, async (tx) => {
    const rule = (await chosenOn(tx, council, sessionsKey, sessionRule, day))?.value ?? usualSessions
    const expires = now.add({ hours: rule.longestHours })
    await sql`delete from platform.session where council = ${council} and expires_at < ${now}`.execute(tx)
    await sql`insert into platform.session (council, digest, account, started_at, seen_at, expires_at, browser, way)
      values (${council}, ${digestOfToken(token)}, ${account}, ${now}, ${now}, ${expires}, ${browser}, ${way})`.execute(
      tx,
    )
    await sql`update platform.account set signed_in_at = ${now}
      where council = ${council} and account = ${account}`.execute(tx)
    return { token, expires }
  })
}

/**
 * Who holds this token in this council now, or null. Accounts that were closed have no sessions, and a session ends
 * when it was not used, or lasted, for as long as the council allows on the day: a shorter time counts for those
 * already there.
 */
export async function findSession(house: House, council: string, token: string | undefined): Promise<Known | null> {
  if (!token || !tokenShape.test(token)) return null
  const now = house.clock()
  const day = londonDay(await house.councils.now(council, now))
  return house.database.within({ council, role: 'remit_app' }, async (tx) => {
    const found = await row<{
      session: string
      way: Way
      account: string
      name: string
      roles: string[]
      stale: boolean
    }>(
      tx,
      sql`
      select s.session, s.way, a.account, a.name, a.roles,
        s.seen_at < ${now}::timestamptz - interval '1 minute' as stale
      from platform.session s join platform.account a on a.council = s.council and a.account = s.account
      left join lateral (select value from platform.setting r where r.council = s.council and r.key = ${sessionsKey}
        and r.from_day <= ${day}::date order by r.from_day desc, r.version desc limit 1) r on true
      where s.council = ${council} and s.digest = ${digestOfToken(token)} and s.expires_at > ${now}::timestamptz
        and coalesce(s.seen_at, s.started_at) > ${now}::timestamptz
          - coalesce((r.value ->> 'idleMinutes')::integer, ${usualSessions.idleMinutes}::integer) * interval '1 minute'
        and s.started_at > ${now}::timestamptz
          - coalesce((r.value ->> 'longestHours')::integer, ${usualSessions.longestHours}::integer) * interval '1 hour'
        and a.active and (a.closes_on is null or a.closes_on > ${day}::date)`,
    )
    if (!found) return null
    const { session, way, stale, ...who } = found
    // To the minute is near enough to say when it was last used, and most requests write nothing.
    if (stale) {
      await sql`update platform.session set seen_at = ${now}
        where council = ${council} and digest = ${digestOfToken(token)}`.execute(tx)
    }
    return { actor: { council, ...who }, session, way }
  })
}

/** Ends a session; its token is worth nothing from now on. */
export async function endSession(house: House, council: string, token: string | undefined): Promise<void> {
  if (!token || !tokenShape.test(token)) return
  await house.database.within({ council, role: 'remit_app' }, (tx) =>
    sql`delete from platform.session where council = ${council} and digest = ${digestOfToken(token)}`.execute(tx),
  )
}

/**
 * Finds the account that somebody picks in a demo council, where nobody has a password. It starts no session: the door
 * does, since only the door can hand out the token. Not journalled: a stranger may call it freely.
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
  run: async ({ tx, actor, today }, { account, email, persona }) => {
    const council = await row<{ demo: boolean }>(
      tx,
      sql`select demo from platform.council where council = ${actor.council}`,
    )
    if (!council?.demo) {
      return refused(
        'Nobody can be picked to sign in as here.',
        'People sign in with the council’s own identity service.',
        'Open the sign-in page, or ask whoever runs this service.',
      )
    }
    const found = await row<{ account: string; name: string; roles: string[] }>(
      tx,
      sql`
      select account, name, roles from platform.account
      where council = ${actor.council} and active and (closes_on is null or closes_on > ${today}::date)
        and persona is not null
        and (account = ${account ?? null}::uuid or lower(email) = lower(${email ?? null}::text)
          or lower(name) = lower(${persona ?? null}::text))
      order by name limit 1`,
    )
    return found
      ? done(found)
      : refused('There is no such person to sign in as.', [], 'Pick one from the sign-in page.')
  },
})
