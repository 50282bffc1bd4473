import { keepAmounts, mandatesOfDecision } from '#authority'
import type { Work } from '#platform/use-case.ts'
import type { Decision } from '../decision.ts'
import { restrictionsOf } from './store.ts'

/**
 * Tells authority which amounts of a record are withheld: the value of what was done to decide it, and the ceilings of its mandates.
 * What a clause was amended to give keeps its ceiling where something that the clause gave before does.
 */
export async function showAmounts(work: Work, decision: Decision): Promise<void> {
  const { tx, council } = work
  const restrictions = await restrictionsOf(tx, council, decision.decision)
  const kept = new Set(restrictions.flatMap(({ grant }) => grant ?? []))
  const granted = (await mandatesOfDecision(tx, council, decision.ref)).filter(({ parent }) => parent === null)
  const mandates = decision.clauses.flatMap(({ clause, grants }) => {
    const withheld = grants.filter(({ grant }) => kept.has(grant))
    if (withheld.length === 0) return []
    const signed = new Set(grants.flatMap(({ mandate }) => mandate ?? []))
    return [
      ...withheld.flatMap(({ mandate }) => mandate ?? []),
      ...granted.filter((one) => one.clause === clause && !signed.has(one.ref)).map(({ ref }) => ref),
    ]
  })
  await keepAmounts(work, decision.ref, { mandates, value: restrictions.some(({ place }) => place === 'value') })
}
