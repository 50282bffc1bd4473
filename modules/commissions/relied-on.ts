import type { Part } from '#decisions'
import { explain } from '#platform/law.ts'
import { dutiesBeforeDecision } from './rules/duties-before-decision.ts'
import { commissionsOfRecord, editionBefore } from './store.ts'

/**
 * A decision that relies on what a commission wrote of equality and duties is not made before that stands: the last edition must
 * be of a day before it.
 */
export const reliedOn: Part = {
  name: 'commission',
  gate: async ({ tx, council }, decision, stage, on) => {
    if (stage !== 'decide') return []
    const said = []
    for (const { commission, ref, relies } of await commissionsOfRecord(tx, council, decision.ref)) {
      if (!relies) continue
      const written = await editionBefore(tx, council, commission, 'duties', on)
      said.push(
        ...explain([dutiesBeforeDecision], { commission: ref, written: written?.madeOn ?? null, decision: on }, on),
      )
    }
    return said
  },
}
