import { z } from 'zod'
import { officer } from '#authority'
import { ref, whole } from '#platform/input.ts'
import { done, refused, useCase } from '#platform/use-case.ts'
import { theConsultation } from '../draft.ts'
import { letterDigest, newLetterCode } from './codes.ts'
import { insertCodes } from './store.ts'

/**
 * Makes one-time codes to be printed on letters. They are given out this once: only digests are kept, so that nobody at the desk
 * can tell from a response to whom its letter went. Nobody needs one to answer.
 */
export const makeCodes = useCase({
  name: 'consultations.make-codes',
  title: 'Make one-time codes for letters',
  may: [officer],
  input: z.object({ ref, count: whole(1, 50_000) }),
  async run(work, { ref, count }) {
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const { consultation, state } = outcome.value
    if (state !== 'draft' && state !== 'open') return refused(`${ref} is ${state}: letters would come too late.`)
    const codes = [...new Set(Array.from({ length: count }, newLetterCode))]
    const batch = await insertCodes(
      work.tx,
      work.actor.council,
      consultation,
      codes.map((code) => letterDigest(consultation, code)),
      work.today,
    )
    return done({ ref, batch, codes })
  },
})
