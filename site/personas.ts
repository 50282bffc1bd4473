import { postsHeldBy } from '#authority'
import { rows, sql } from '#platform/database.ts'
import type { Visit } from '#platform/page.ts'

export type Persona = { account: string; name: string; persona: string; roles: string[]; posts: string[] }

/**
 * The people whom anybody may be in a demo council, with the posts they hold on the day. Read here, with the rights of
 * the house, because accounts are not for visitors to read and the page that asks is where visitors become somebody.
 */
export async function personas({ house, council: { council, demo }, today }: Visit): Promise<Persona[]> {
  if (!demo) return []
  return house.database.within({ council, role: 'remit_app' }, async (tx) => {
    const people = await rows<Omit<Persona, 'posts'>>(
      tx,
      sql`select account, name, persona, roles from platform.account
      where council = ${council} and active and (closes_on is null or closes_on > ${today}::date)
        and persona is not null
      order by name limit 100`,
    )
    const found: Persona[] = []
    for (const one of people) {
      const held = await postsHeldBy(tx, council, one.account, today)
      found.push({ ...one, posts: held.map(({ title }) => title) })
    }
    return found
  })
}
