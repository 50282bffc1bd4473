import type { Power, Stop } from '#authority'
import { commissionsOfRecord, findCommission } from '../store.ts'
import type { StepKind } from './plan.ts'
import { standsInTheWay } from './in-the-way.ts'

/** The step of a timeline that an act takes. Notices are of many kinds, and not each opens a tender. */
const stepOf: Partial<Record<Power, StepKind>> = { procure: 'tender', award: 'award', contract: 'mobilisation' }

/**
 * Holds buying, awarding and contracting for a commission, or for a record that belongs to one, until the gates before that step of its
 * timeline are open.
 */
export const shutGates: Stop = async (tx, council, { power, recordRef, day }) => {
  const step = stepOf[power]
  if (step === undefined) return []
  const commissions = new Map<string, string>()
  const own = await findCommission(tx, council, recordRef)
  if (own) commissions.set(recordRef, `${recordRef}, ${own.title}`)
  for (const { ref, title } of await commissionsOfRecord(tx, council, recordRef))
    commissions.set(ref, `${ref}, ${title}`)
  const said: string[] = []
  for (const [ref, name] of commissions)
    said.push(...(await standsInTheWay(tx, council, ref, step, day)).map((says) => `${name}: ${says}`))
  return said
}
