import { roles } from '#authority'
import { z } from 'zod'
import { row, sql } from '#platform/database.ts'
import { longDay } from '#platform/days.ts'
import { whole } from '#platform/input.ts'
import { done, refused, useCase } from '#platform/use-case.ts'

/** Ten years: far enough to see any contract end. */
const furthest = 3660

/**
 * Moves a demo council's day forward, so that a call-in period can be watched running out. Never back: what has happened on
 * a day stays on it.
 */
export const moveClock = useCase({
  name: 'platform.move-clock',
  title: 'Move the demo council’s day forward',
  may: roles,
  input: z.object({ days: whole(1, 366).meta({ description: 'How many days to move forward' }) }),
  run: async ({ tx, actor, today, about }, { days }) => {
    about(`council/${actor.council}`)
    const council = await row<{ demo: boolean; ahead: number; name: string }>(
      tx,
      sql`
      select demo, days_ahead as ahead, name from platform.council where council = ${actor.council} for update`,
    )
    if (!council?.demo) {
      return refused(
        'The day cannot be moved here.',
        `${council?.name ?? 'This council'} is not a demonstration: its days are real.`,
      )
    }
    if (council.ahead + days > furthest) {
      return refused(
        'The day cannot be moved that far.',
        `It is ${council.ahead} days ahead already, and ${furthest} is the most.`,
        'Start with fresh data: set REMIT_DATA to a new folder.',
      )
    }
    await sql`update platform.council set days_ahead = days_ahead + ${days}
      where council = ${actor.council}`.execute(tx)
    const day = today.add({ days })
    return done({ day, says: `It is now ${longDay(day)} in ${council.name}.` })
  },
})
