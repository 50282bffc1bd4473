import { met, notApplicable, notMet, rule, type Example, type Rule, type RuleText } from '#platform/law.ts'
import type { Reading, ReadingFinding, Span } from '../../reading.ts'

/**
 * One thing found in a record: a plain sentence with its numbers, the steps that led to it, and the words concerned.
 */
export type Found = { weight: ReadingFinding['weight']; says: string; working?: readonly string[]; at: readonly Span[] }

/** A rule over a whole reading, which may find several things in it. */
export type ReadingRule = Rule<Reading> & { readonly find: (reading: Reading) => readonly Found[] | null }

/**
 * States a rule over a reading. `find` returns what it found, nothing when all is well, and null when the record gives
 * it nothing to look at: silence is not praise. `kept` is what can be said when all is well.
 */
export function readingRule(
  text: Omit<RuleText<Reading>, 'check' | 'examples'> & {
    kept: string
    find: (reading: Reading) => readonly Found[] | null
    examples: readonly Example<Reading>[]
  },
): ReadingRule {
  const { kept, find, ...stated } = text
  const check = (reading: Reading) => {
    const found = find(reading)
    if (found === null) return notApplicable
    const [first] = found
    return first ? notMet(first.says, first.working) : met(kept)
  }
  return Object.freeze({ ...rule<Reading>({ ...stated, check }), find })
}
