import { z } from 'zod'
import { officer } from '#authority'
import { ref, whole } from '#platform/input.ts'
import { useCase } from '#platform/use-case.ts'
import { changedDraft, theDraft } from './draft.ts'
import { questionnaireInput } from './questions/questionnaire.ts'
import { updateQuestionnaire } from './store.ts'

/**
 * Sets the questions of a draft, whole: one document, so that a change of many places is one change. What would leave people
 * stuck may stand while it is drafted; it does not open (see open-consultation.ts).
 */
export const setQuestions = useCase({
  name: 'consultations.set-questions',
  title: 'Set the questions of a consultation',
  may: [officer],
  input: z.object({ ref, version: whole(1, 1_000_000), questionnaire: questionnaireInput }),
  async run(work, { ref, version, questionnaire }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    await updateQuestionnaire(work.tx, work.actor.council, outcome.value.consultation, questionnaire)
    return changedDraft(work, outcome.value)
  },
})
