import { z } from 'zod'
import type { Explanation } from '#platform/law.ts'
import { isoDay, pence as penceInput, text } from '#platform/input.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { amountsSeenBy, amountWithheld } from './amounts.ts'
import { ceilingsHiddenAmong, hiddenAmong } from './amounts-store.ts'
import { weighingsOf } from './exercise.ts'
import { maybe } from './list-input.ts'
import { ceilingWords, sourceWords, type Mandate } from './mandate.ts'
import { powerNames } from './powers.ts'
import { everybody } from './roles.ts'
import { objections, weigh, type Weighed } from './rules/index.ts'
import { withinTheCeiling } from './rules/within-the-ceiling.ts'
import { candidates, findPost } from './store.ts'
import { effectiveCeiling, leftUnder, type Weighing } from './weighing.ts'

/** One mandate, weighed: `rules` say in the order of the law what each makes of it, `stillToShow` what an act has to bring along. */
export type Considered = {
  mandate: Omit<Mandate, 'exercisedPence' | 'passedOnPence' | 'recalledPence'>
  from: string
  ceiling: string
  /** In pence; null where there is no limit, and where it is withheld. */
  left: bigint | null
  /** Null where everything else is in order and how much it allows is withheld from whoever asks: to ask sum by sum would tell. */
  allows: boolean | null
  /** How much of it is used, and maybe its ceiling, is withheld from whoever asks. */
  withheld: boolean
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
    // More than these are no answer that somebody reads; those that cover the subject on the day come first.
    const nearest = await candidates(
      work.tx,
      work.actor.council,
      { post, power, subject, day },
      { usable: false, skip: 0, size: most },
    )
    const weighings = await weighingsOf(work, nearest, { post, power, subject, value: pence, day })
    const sees = await amountsSeenBy(work)
    const refs = weighings.map(({ mandate }) => mandate.ref)
    const hidden = await hiddenAmong(work.tx, work.council, refs, sees)
    const noCeiling = await ceilingsHiddenAmong(work.tx, work.council, refs, sees)
    for (const weighing of weighings) {
      const { exercisedPence: _, passedOnPence: __, recalledPence: ___, ...mandate } = weighing.mandate
      const withheld = hidden.has(mandate.ref)
      const weighed = weigh(weighing).filter(({ rule }) => !withheld || rule.id !== withinTheCeiling.id)
      const against = objections(weighed.filter(({ rule }) => !shownWithTheAct(rule.id)))
      considered.push({
        mandate,
        from: sourceWords(mandate),
        ceiling: noCeiling.has(mandate.ref) ? amountWithheld.toLowerCase() : ceilingWords(effectiveCeiling(weighing)),
        left: withheld ? null : leftUnder(weighing),
        allows: against.length > 0 ? false : withheld && pence > 0n ? null : true,
        withheld,
        stillToShow: stillToShow(weighing),
        rules: weighed.flatMap(explained),
      })
    }
    considered.sort((a, b) => rank(b) - rank(a) || against(a) - against(b))
    return done({ post: found, power, subject, pence, day, may: mayOf(considered), considered })
  },
})

const rank = ({ allows }: Considered): number => (allows === null ? 1 : allows ? 2 : 0)

/** Yes where one allows it, no where none does, and null where whether one does is withheld. */
const mayOf = (considered: readonly Considered[]): boolean | null =>
  considered.some(({ allows }) => allows === true) || (considered.some(({ allows }) => allows === null) ? null : false)

/** How many mandates an answer weighs. */
const most = 12

/** Rules that look at what an act brings along: to somebody who only asks they say what will be needed, and are no reason against. */
export const shownWithTheAct = (rule: string): boolean =>
  rule === 'conditions-are-evidenced' || rule === 'joint-holders-agree'

const stillToShow = ({ attempt, mandate, agreementOf, holders }: Weighing): string[] => [
  ...(agreementOf === null
    ? []
    : [`that ${agreementOf} of those who hold the post of ${attempt.postTitle} agreed (${holders.join(', ')})`]),
  ...mandate.conditions.filter(({ kind }) => kind !== 'report-back').map(({ words }) => words),
]

const against = ({ rules }: Considered): number => rules.filter(({ outcome }) => outcome === 'not-met').length

const explained = ({ rule, finding }: Weighed): Explanation[] =>
  finding.outcome === 'not-applicable' ? [] : [{ rule: rule.id, title: rule.title, sources: rule.sources, ...finding }]
