/** Corrections: what a published record should have said, beside what it says. */
import type { Sealed } from '#platform/journal.ts'
import type { Offer } from '#platform/module.ts'
import { stated } from '#platform/rule-register.ts'
import { correctRecord } from './correct-record.ts'
import { sealedCorrection } from './correction.ts'
import { correctionIsClerical } from './rules/correction-is-clerical.ts'
import { correctionsById } from './store.ts'

export { correctRecord }
export type { PublicCorrection } from './correction.ts'

export const correctionUseCases = [correctRecord]
export const correctionRules = [stated(correctionIsClerical)]
export const correctionOffers: Offer[] = [{ method: 'POST', path: '/decisions/:ref/correct', does: correctRecord }]

export const sealedCorrections: Sealed = {
  kind: 'correction',
  content: async (tx, council, ids) =>
    new Map((await correctionsById(tx, council, ids)).map((one) => [one.correction, sealedCorrection(one)])),
}
