import type { Citation, Rule } from './law.ts'
import { path } from './page.ts'

/** A rule as anyone may read it, its examples run. */
export type StatedRule = {
  id: string
  title: string
  sources: readonly Citation[]
  from: Temporal.PlainDate
  /** The first day on which it no longer holds. */
  until: Temporal.PlainDate | null
  /** Each example's case in words, whether the rule is met, and what the rule itself says of it. */
  examples(): { given: string; met: boolean; says: string | null }[]
}

/** Puts a rule into the register: what it is about stays its own business, its examples are run when somebody looks. */
export const stated = <Facts>({ id, title, sources, from, until, check, examples }: Rule<Facts>): StatedRule => ({
  id,
  title,
  sources,
  from,
  until,
  examples: () => examples.map(({ given, facts, met }) => ({ given, met, says: check(facts).says })),
})

/** The page on which every rule of the house stands; a rule's id is its fragment there. */
export const rulesPath = path('/rules')
export const rulePath = (id: string): string => `${rulesPath()}?rule=${encodeURIComponent(id)}`
