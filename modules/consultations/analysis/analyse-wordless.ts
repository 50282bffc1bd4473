import { z } from 'zod'
import { officer } from '#authority'
import { ref } from '#platform/input.ts'
import { done, refused, useCase } from '#platform/use-case.ts'
import { questionsInWords } from './coding.ts'
import { inAnalysis } from './frame.ts'
import { handleWordless } from './store.ts'

/** So many at once, so that one act stays one short transaction. */
const atOnce = 20_000

/** Says of all responses that have chosen answers and no words that they are analysed: the tables count them, and nothing is to be coded. */
export const analyseWordless = useCase({
  name: 'consultations.analyse-wordless',
  title: 'Say that responses without words are analysed',
  may: [officer],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const outcome = await inAnalysis(work, ref)
    if (!outcome.ok) return outcome
    const { consultation, questionnaire } = outcome.value
    const analysed = await handleWordless(work.tx, work.actor.council, consultation, questionsInWords(questionnaire), {
      at: work.now,
      by: work.actor.name,
      size: atOnce,
    })
    return analysed === 0
      ? refused('No response without words waits.')
      : done({ ref, analysed, more: analysed === atOnce })
  },
})
