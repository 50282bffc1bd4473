import { z } from 'zod'
import { everybody, staff } from '#authority'
import { ref } from '#platform/input.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { needPart } from './need/statement.ts'
import type { PublicCommission } from './shown.ts'
import { findCommission, latestEdition, linksOf, shownCommission } from './store.ts'
import { threadOf } from './thread-of.ts'
import { planFrom } from './timeline/document.ts'
import type { Plan } from './timeline/plan.ts'

/** The thread of a commission, from need to pounds, as far as it is published. */
export const viewCommissionThread = query({
  name: 'commissions.view-thread',
  title: 'Follow a commission from need to pounds',
  may: everybody,
  input: z.object({ ref }),
  async run({ tx, council, today }, { ref }) {
    const found = await shownCommission(tx, council, ref)
    if (!found) return missing(`There is no public commission ${ref}.`)
    return done({ ref, title: found.title, layers: await threadOf(tx, council, threadGiven(found), today, false) })
  },
})

/** What the thread of a public commission starts from. */
export function threadGiven(found: PublicCommission): Parameters<typeof threadOf>[2] {
  const { timeline, need } = found.parts
  return {
    ref: found.ref,
    title: found.title,
    openedOn: Temporal.PlainDate.from(found.openedOn),
    openedAct: found.openedAct,
    links: found.links,
    need: need ? needPart.from(need.document) : null,
    gates: timeline ? gatesOf(planFrom(timeline.document)) : [],
  }
}

const gatesOf = ({ steps }: Plan): string[] => steps.flatMap(({ gate }) => gate?.decision ?? [])

/** The same for people at the desk: drafts and records of other systems as well. */
export const viewWholeThread = query({
  name: 'commissions.view-whole-thread',
  title: 'Follow a commission from need to pounds, whole',
  may: staff,
  input: z.object({ ref }),
  async run(work, { ref }) {
    const { tx, council, today } = work
    const found = await findCommission(tx, council, ref)
    if (!found) return missing(`There is no commission ${ref}.`)
    const [timeline, need] = [
      await latestEdition(tx, council, found.commission, 'timeline'),
      await latestEdition(tx, council, found.commission, 'need'),
    ]
    const links = (await linksOf(tx, council, found.commission)).filter(({ endedOn }) => endedOn === null)
    return done({
      ref,
      title: found.title,
      layers: await threadOf(
        tx,
        council,
        {
          ...found,
          links,
          need: need ? needPart.from(need.document) : null,
          gates: timeline ? gatesOf(planFrom(timeline.document)) : [],
        },
        today,
        true,
      ),
    })
  },
})
