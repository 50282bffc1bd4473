import { longDay } from '#platform/days.ts'
import { row, sql } from '#platform/database.ts'
import { done, refused, type Outcome, type Work } from '#platform/use-case.ts'
import type { Mandate } from '../mandate.ts'
import { monitoringOfficer } from '../roles.ts'
import { findPost, postsHeldBy } from '../store.ts'

/** Who gave a mandate: the post whose mandate it was passed on from, or that took the decision; null for an entry of the scheme. */
export async function giverOf({ tx, council }: Pick<Work, 'tx' | 'council'>, mandate: Mandate): Promise<string | null> {
  const found = await row<{ post: string }>(
    tx,
    mandate.parent !== null
      ? sql`select holder as post from authority.mandate where council = ${council} and mandate = ${mandate.parent}`
      : sql`select post from authority.act where council = ${council} and record_ref = ${mandate.decisionRef}
        and power in ('decide', 'decide-key') and undoes is null
      order by recorded_at limit 1`,
  )
  return found?.post ?? null
}

/** Whether somebody may take authority away: whoever holds the post that gave it, or the monitoring officer. */
export async function mayTakeAway(work: Work, mandate: Mandate): Promise<Outcome<string>> {
  const { tx, actor, today } = work
  if (mandate.source === 'scheme') {
    return refused(
      `${mandate.ref} is an entry of the scheme of delegation.`,
      `It ends when a version of the constitution leaves entry ${mandate.schemeEntry} out.`,
      'Have the next version adopted.',
    )
  }
  if (actor.roles.includes(monitoringOfficer)) return done('the monitoring officer')
  const giver = await giverOf(work, mandate)
  const held = actor.account === null ? [] : await postsHeldBy(tx, actor.council, actor.account, today)
  if (giver !== null && held.some(({ post }) => post === giver))
    return done((await findPost(tx, actor.council, giver))?.title ?? giver)
  const title = giver === null ? null : ((await findPost(tx, actor.council, giver))?.title ?? giver)
  return refused(
    `${mandate.ref} can be taken away by the post that gave it, or by the monitoring officer.`,
    `${title === null ? 'Who gave it is not on record here' : `It was given by the ${title}`}; ${actor.name} does not hold that post on ${longDay(today)}.`,
    'Ask whoever holds it.',
  )
}
