import { explain, type Explanation } from '#platform/law.ts'
import type { KeyFacts } from './facts.ts'
import { limbs } from './rules/limbs.ts'

/** What the test says on a day: each limb that speaks, which of them make it key, and what that suggests. */
export type Suggestion = { limbs: Explanation[]; key: boolean | null }

/** `key` is null when no limb can speak: nothing was said that they could weigh. */
export function suggestionOf(facts: KeyFacts, on: Temporal.PlainDate): Suggestion {
  const said = explain(limbs, facts, on)
  return { limbs: said, key: said.length === 0 ? null : said.some(({ outcome }) => outcome === 'met') }
}

/** Why the limbs that are met make it key. */
export const becauseOf = ({ limbs: said }: Suggestion): string[] =>
  said.flatMap(({ outcome, says }) => (outcome === 'met' && says !== null ? [says] : []))
