import { row, sql } from '../database.ts'
import { londonDay, type House } from '../perform.ts'
import type { Actor } from '../use-case.ts'
import { digestOfToken, newToken } from './session.ts'

/** How a program's key begins: whoever finds one in a file knows what it is, and what looks for lost secrets finds it. */
const keyShape = /^remit_[\w-]{43}$/u

export const isKey = (token: string | undefined): token is string => token !== undefined && keyShape.test(token)

/** A key that cannot be guessed, what is kept of it, and the last letters by which people know it again. */
export function newKey(): { key: string; digest: Uint8Array; mark: string } {
  const key = `remit_${newToken()}`
  return { key, digest: digestOfToken(key), mark: key.slice(-4) }
}

/**
 * The program that has this key in this council today, or null: one that was revoked, whose last day is over or whose account
 * was closed signs in no more.
 */
export async function findProgram(house: House, council: string, key: string): Promise<Actor | null> {
  if (!isKey(key)) return null
  const now = house.clock()
  const day = londonDay(await house.councils.now(council, now))
  return house.database.within({ council, role: 'remit_app' }, async (tx) => {
    const found = await row<{ account: string; name: string; roles: string[]; stale: boolean }>(
      tx,
      sql`select a.account, a.name, p.roles,
        coalesce(p.used_at < ${now}::timestamptz - interval '1 minute', true) as stale
        from platform.program p join platform.account a on a.council = p.council and a.account = p.account
        where p.council = ${council} and p.digest = ${digestOfToken(key)} and p.revoked_at is null
          and p.until_day > ${day}::date
          and a.active and (a.closes_on is null or a.closes_on > ${day}::date)`,
    )
    if (!found) return null
    const { stale, ...who } = found
    // To the minute is near enough, and most requests write nothing.
    if (stale)
      await sql`update platform.program set used_at = ${now}
        where council = ${council} and account = ${who.account}`.execute(tx)
    return { council, ...who }
  })
}
