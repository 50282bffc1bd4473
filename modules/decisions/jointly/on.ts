import type { Reaction } from '#platform/jobs.ts'
import { rows, sql } from '#platform/database.ts'
import { holders, write } from '../letters.ts'

/** E-mail to those who decide together with the post that a record names first. */
export const jointlyReactions: Reaction[] = [
  {
    name: 'decisions.ask-joint-decision-makers',
    topic: 'decisions.proposed',
    run: async (work, { ref, title }) => {
      const others = await rows<{ post: string }>(
        work.tx,
        sql`select j.post from decisions.joint_maker j join decisions.decision d using (council, decision)
        where j.council = ${work.actor.council} and d.ref = ${String(ref)}`,
      )
      for (const { post } of others) {
        await write(
          work,
          await holders(work, post),
          `To decide together: ${String(title)}`,
          `A decision is waiting for you and others: ${String(title)} (${String(ref)}). It is decided once each of you has signed the same text.\n\nRead it and sign or refuse it at /desk/decisions/${String(ref)}.`,
        )
      }
    },
  },
  {
    name: 'decisions.tell-who-is-still-to-sign',
    topic: 'decisions.part-signed',
    run: async (work, { ref, by, posts }) => {
      for (const post of Array.isArray(posts) ? posts : []) {
        await write(
          work,
          await holders(work, String(post)),
          `Signed by another, waits for you: ${String(ref)}`,
          `${String(by)} has signed ${String(ref)}. It waits for your signature: /desk/decisions/${String(ref)}/sign`,
        )
      }
    },
  },
]
