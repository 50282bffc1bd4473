import type { Finding, Rule } from '#platform/law.ts'
import type { Weighing } from '../weighing.ts'
import { conditionsAreEvidenced } from './conditions-are-evidenced.ts'
import { inEffectOnTheDay } from './in-effect-on-the-day.ts'
import { jointHoldersAgree } from './joint-holders-agree.ts'
import { nothingHoldsIt } from './nothing-holds-it.ts'
import { postIsHeld } from './post-is-held.ts'
import { powerIsGiven } from './power-is-given.ts'
import { reportsAreGiven } from './reports-are-given.ts'
import { rightPost } from './right-post.ts'
import { subjectIsCovered } from './subject-is-covered.ts'
import { withinTheCeiling } from './within-the-ceiling.ts'

/** Law 1, a question at a time and in the order in which a lawyer would ask them. */
export const rulesOfAuthority: readonly Rule<Weighing>[] = [
  rightPost,
  postIsHeld,
  jointHoldersAgree,
  powerIsGiven,
  subjectIsCovered,
  inEffectOnTheDay,
  nothingHoldsIt,
  conditionsAreEvidenced,
  reportsAreGiven,
  withinTheCeiling,
]

export type Weighed = { rule: Rule<Weighing>; finding: Finding }

/** What each rule says; an act stands only when none says no. */
export const weigh = (facts: Weighing): Weighed[] =>
  rulesOfAuthority.map((rule) => ({ rule, finding: rule.check(facts) }))

export const objections = (weighed: readonly Weighed[]): string[] =>
  weighed.flatMap(({ finding }) => (finding.outcome === 'not-met' ? [finding.says] : []))
