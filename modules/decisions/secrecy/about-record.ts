import type { z } from 'zod'
import { withoutSums } from '#platform/sums.ts'
import { done, query, type Query, type Work } from '#platform/use-case.ts'
import { findDecision } from '../store.ts'
import type { Decision } from '../decision.ts'
import { asSeenBy, renditionFor, worksOnRecords } from './rendition-for.ts'
import { isAmount } from './restriction.ts'

/**
 * A question about one record, by its reference, that is answered with what whoever asks may have of it: every text of the answer is
 * without what is withheld from them. Whatever the desk is told about a record is asked through this, and so nobody has to remember.
 */
export const aboutRecord = <In extends z.ZodType<{ ref: string }>, Out>(definition: Query<In, Out>): Query<In, Out> =>
  query({
    ...definition,
    async run(work, input) {
      const outcome = await definition.run(work, input)
      if (!outcome.ok || worksOnRecords(work.actor)) return outcome
      const decision = await findDecision(work.tx, work.council, input.ref)
      return decision ? done(await asSeenBy(work, decision, outcome.value)) : outcome
    },
  })

/** Whether anything of a record is withheld from whoever asks, and whether one of its amounts is. */
export async function hiddenFrom(
  work: Pick<Work, 'tx' | 'actor' | 'council' | 'today'>,
  decision: Decision,
): Promise<{ anything: boolean; amounts: boolean }> {
  const { hidden } = await renditionFor(work, decision)
  return { anything: hidden.length > 0, amounts: hidden.some(({ place }) => isAmount(place)) }
}

/** What rules say, without any sum: what is counted from a withheld amount would tell it. */
export const withoutFigures = <Said extends { says: string | null; working: readonly string[] }>(
  said: readonly Said[],
): Said[] =>
  said.map((one) => ({
    ...one,
    says: one.says === null ? null : withoutSums(one.says),
    working: one.working.map((line) => withoutSums(line)),
  }))
