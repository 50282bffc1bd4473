import { z } from 'zod'
import { isoDay, pence as penceInput, text } from '#platform/input.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { weighingOf } from './exercise.ts'
import { ceilingWords, sourceWords, type Mandate } from './mandate.ts'
import { powerNames } from './powers.ts'
import { everybody } from './roles.ts'
import { objections, weigh, type Weighed } from './rules/index.ts'
import { candidates, findPost, mandateById } from './store.ts'
import { effectiveCeiling, leftUnder } from './weighing.ts'

export type Considered = { mandate: Mandate; from: string; ceiling: string; left: bigint | null; allows: boolean; weighed: Weighed[] }

/**
 * "Why may I, why may I not": every mandate that gives a post the power, weighed for this subject, value and day. Conditions
 * that ask for evidence are shown as still to be met rather than as a no: the asker has not acted yet.
 */
export const why = query({
  name: 'authority.why',
  title: 'Ask whether a post may act',
  may: everybody,
  input: z.object({
    post: text(81),
    power: z.enum(powerNames, 'Choose a power.'),
    subject: z.string().max(200).default(''),
    pence: penceInput.default(0n),
    day: isoDay.optional(),
  }),
  async run(work, { post, power, subject, pence, day = work.today }) {
    const found = await findPost(work.tx, work.actor.council, post)
    if (!found) return missing(`The council has no post called ${post}.`)
    const considered: Considered[] = []
    for (const { mandate: id } of await candidates(work.tx, work.actor.council, post, power)) {
      const mandate = await mandateById(work.tx, work.actor.council, id)
      if (!mandate) continue
      const weighing = await weighingOf(work, mandate, { post, power, subject, value: pence, day })
      const weighed = weigh(weighing)
      const against = objections(weighed.filter(({ rule }) => rule.id !== 'conditions-are-evidenced'))
      considered.push({
        mandate, from: sourceWords(mandate), ceiling: ceilingWords(effectiveCeiling(weighing)), left: leftUnder(weighing),
        allows: !against.length, weighed,
      })
    }
    considered.sort((a, b) => Number(b.allows) - Number(a.allows))
    return done({ post: found, power, subject, pence, day, may: considered.some(({ allows }) => allows), considered })
  },
})
