import type { Reaction } from '#platform/jobs.ts'
import { longDay } from '#platform/days.ts'
import { writeToAddress } from '#platform/mail.ts'
import type { Work } from '#platform/use-case.ts'
import { stateWords } from '../call-in/states.ts'
import { findItem } from '../notices/plan/store.ts'
import { plannedPath } from '../notices/paths.ts'
import { decisionPath } from '../pages/paths.ts'
import { publicDecision } from '../register.ts'
import { unsubscribePath } from './paths.ts'
import { subscribersTo } from './store.ts'

/** News to whoever asked for it, made from what the public may read and nothing else. */
export const feedReactions: Reaction[] = [
  {
    name: 'decisions.tell-public-of-publication',
    topic: 'decisions.published',
    run: async (work, { ref }) => {
      const found = await publicDecision(work.tx, work.actor.council, String(ref))
      if (!found) return
      const { document: d } = found
      await tell(
        work,
        { topics: ['all'], maker: d.maker.post, subject: d.subject },
        `Decided: ${d.title}`,
        `${d.title} (${d.ref}) was decided by ${d.decidedBy} and published on ${long(d.publishedOn)}. It takes effect on ${long(d.effectiveOn)}${d.callIn ? `, unless it is called in by ${long(d.callIn.lastDay)}` : ''}.\n\nRead it at ${decisionPath(d)}.`,
      )
    },
  },
  {
    name: 'decisions.tell-public-of-call-in',
    topic: 'decisions.call-in-moved',
    run: async (work, { ref, to }) => {
      const found = await publicDecision(work.tx, work.actor.council, String(ref))
      const words = Object.entries(stateWords).find(([state]) => state === to)?.[1]
      if (!found || words === undefined) return
      const { document: d } = found
      await tell(
        work,
        { topics: ['all', 'call-ins'], maker: d.maker.post, subject: d.subject },
        `${to === 'received' ? 'Called in' : `Call-in, ${words.toLowerCase()}`}: ${d.title}`,
        `${to === 'received' ? `Clauses of ${d.title} (${d.ref}) were called in.` : `The call-in of ${d.title} (${d.ref}): ${words.toLowerCase()}.`}\n\nSee how it stands at ${decisionPath(d)}#called-in.`,
      )
    },
  },
  {
    name: 'decisions.tell-public-of-plan',
    topic: 'decisions.planned',
    run: async (work, { ref }) => {
      const item = await findItem(work.tx, work.actor.council, String(ref))
      if (!item) return
      await tell(
        work,
        { topics: ['all', 'forward-plan'], maker: item.maker, subject: item.subject },
        `Planned: ${item.matter}`,
        `${item.matter} is to be decided by ${item.makerTitle}, not before ${longDay(item.dueFrom)}.\n\nRead the entry at ${plannedPath(item)}.`,
      )
    },
  },
]

const long = (iso: string): string => longDay(Temporal.PlainDate.from(iso))

const atOnce = 500

// A page at a time, so that a council with many readers does not hold them all in memory.
async function tell(
  { tx, council, now }: Work,
  of: { topics: string[]; maker: string; subject: string },
  subject: string,
  body: string,
): Promise<void> {
  for (let after: string | null = null; ;) {
    const found = await subscribersTo(tx, council, of, after, atOnce)
    for (const { address, token } of found) {
      await writeToAddress(
        tx,
        council,
        {
          address,
          subject: subject.slice(0, 200),
          body: `${body}\n\nTo stop this news and have your address deleted: ${unsubscribePath({ token })}`,
        },
        now,
      )
    }
    after = found.at(-1)?.subscriber ?? null
    if (found.length < atOnce) return
  }
}
