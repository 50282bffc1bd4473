import { z } from 'zod'
import { officer } from '#authority'
import { ref, text } from '#platform/input.ts'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { countCodes, wordsIn } from '../analysis/coding.ts'
import { codedOf, frameOf } from '../analysis/store.ts'
import { theConsultation } from '../draft.ts'
import { takeOutWords } from '../words/store.ts'
import { findResponse, handlingOf, insertHandling } from './store.ts'

/** Says what is done with a response: left out with a reason, taken in again, or analysed. The response itself stays as it is. */
export const handleResponse = useCase({
  name: 'consultations.handle-response',
  title: 'Exclude a response, or take it in again',
  may: [officer],
  input: z.object({
    receipt: ref,
    what: z.enum(['excluded', 'restored', 'analysed', 'waiting']),
    because: text(1000).nullable().default(null),
  }),
  async run(work, { receipt, what, because }) {
    const {
      tx,
      actor: { council, name },
      now,
    } = work
    const found = await findResponse(tx, council, receipt)
    if (!found) return missing(`There is no response ${receipt}.`)
    const consultation = await theConsultation(work, found.ref)
    if (!consultation.ok) return consultation
    const last = (await handlingOf(tx, council, found.response)).at(-1)?.what ?? 'waiting'
    if ((what === 'excluded' || what === 'restored') && because === null)
      return refused(
        `${receipt} cannot be ${what} without a reason.`,
        [],
        'Say why, in a sentence that may be published.',
      )
    if (last === what || (what === 'restored' && last !== 'excluded')) return refused(`${receipt} is ${last} already.`)
    if (last === 'excluded' && what !== 'restored')
      return refused(`${receipt} was excluded.`, [], 'Take it in again first, and say why.')
    if (
      what === 'analysed'
      && wordsIn(consultation.value.questionnaire, found).length > 0
      && (await frameOf(tx, council, found.consultation)).length > 0
      && (await codedOf(tx, council, found.response)).length === 0
    )
      return refused(
        `${receipt} says something in words that nobody has coded.`,
        [],
        'Code it; with that it is analysed.',
      )
    if (what === 'excluded') await countCodes(work, found.consultation, found.response, -1)
    // What is not analysed is not published either; taken in again, it is published with the next round.
    if (what !== 'analysed') await takeOutWords(tx, council, found.response)
    if (what === 'restored') await countCodes(work, found.consultation, found.response, 1)
    await insertHandling(tx, council, found.response, { what, because, at: now, by: name })
    return done({ receipt, what })
  },
})
