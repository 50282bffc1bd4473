import { z } from 'zod'
import type { Explanation } from '#platform/law.ts'
import { isoDay, pence as penceInput, text } from '#platform/input.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { weighingOf } from './exercise.ts'
import { maybe } from './list-input.ts'
import { ceilingWords, sourceWords, type Mandate } from './mandate.ts'
import { powerNames } from './powers.ts'
import { everybody } from './roles.ts'
import { objections, weigh, type Weighed } from './rules/index.ts'
import { candidates, findPost, mandateById } from './store.ts'
import { effectiveCeiling, leftUnder } from './weighing.ts'

/** One mandate, weighed: `rules` say in the order of the law what each makes of it, `stillToShow` what an act has to bring along. */
export type Considered = {
  mandate: Mandate
  from: string
  ceiling: string
  /** In pence; null where there is no limit. */
  left: bigint | null
  allows: boolean
  stillToShow: string[]
  rules: Explanation[]
}

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
    day: maybe(isoDay),
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
      const against = objections(weighed.filter(({ rule }) => rule.id !== evidenced))
      considered.push({
        mandate, from: sourceWords(mandate), ceiling: ceilingWords(effectiveCeiling(weighing)), left: leftUnder(weighing),
        allows: !against.length, stillToShow: mandate.conditions.filter(({ kind }) => kind !== 'report-back').map(({ words }) => words),
        rules: weighed.flatMap(explained),
      })
    }
    considered.sort((a, b) => Number(b.allows) - Number(a.allows) || against(a) - against(b))
    return done({ post: found, power, subject, pence, day, may: considered.some(({ allows }) => allows), considered })
  },
})

export const evidenced = 'conditions-are-evidenced'

const against = ({ rules }: Considered): number => rules.filter(({ outcome }) => outcome === 'not-met').length

const explained = ({ rule, finding }: Weighed): Explanation[] =>
  finding.outcome === 'not-applicable' ? [] : [{ rule: rule.id, title: rule.title, sources: rule.sources, ...finding }]
