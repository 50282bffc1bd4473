import { z } from 'zod'
import { officer } from '#authority'
import { ref, uuid, whole } from '#platform/input.ts'
import { invalid, useCase } from '#platform/use-case.ts'
import { changedDraft, theDraft } from './draft.ts'
import { updateClause } from './store.ts'

/** Puts the clauses of a draft into another order; all of them are named, so that none is lost on the way. */
export const orderClauses = useCase({
  name: 'decisions.order-clauses',
  title: 'Put the clauses in order',
  may: [officer],
  input: z.object({ ref, version: whole(1, 1_000_000), clauses: z.array(uuid).min(1).max(200) }),
  async run(work, { ref, version, clauses }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const known = new Map(outcome.value.clauses.map((one) => [one.clause, one]))
    if (
      new Set(clauses).size !== known.size
      || clauses.length !== known.size
      || clauses.some((one) => !known.has(one))
    ) {
      return invalid({ clauses: 'Name each clause of the draft once.' })
    }
    for (const [at, clause] of clauses.entries()) {
      const old = known.get(clause)
      if (old && old.position !== at + 1) await updateClause(work.tx, work.actor.council, { ...old, position: at + 1 })
    }
    return changedDraft(work, outcome.value)
  },
})
