import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { everybody } from '#authority'
import { sql } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import { ref, yesNo } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { answersInput, readAnswer } from '../questions/check-answers.ts'
import type { Answers } from '../questions/follow.ts'
import { receivingInto } from '../responses/store.ts'
import { questionnaireOf } from '../store.ts'
import { mixEquality } from './mix.ts'

/**
 * Takes answers about who somebody is, apart from what they said: with a consent of its own, and with nothing that leads to a
 * response. Not journalled, because a line's time would: what was kept is sealed as a whole when the consultation closes.
 */
export const answerEquality = useCase({
  name: 'consultations.answer-equality',
  title: 'Say who you are, apart from your answers',
  may: everybody,
  input: z.object({ ref, consent: yesNo, answers: answersInput }),
  journalled: false,
  async run(work, { ref, consent, answers: given }) {
    const { tx, council } = work
    const into = await receivingInto(tx, council, ref)
    if (!into || into.state === 'draft') return missing(`There is no consultation ${ref}.`)
    if (into.state !== 'open') return refused(`${ref} is ${into.state}: its count is sealed.`)
    if (!consent)
      return invalid({ consent: 'Tick that these answers may be kept, or leave the page: nothing is kept then.' })
    const questionnaire = await questionnaireOf(tx, council, into.consultation, into.questionnaire)
    const answers: Answers = {}
    const errors: Record<string, string> = {}
    for (const question of questionnaire?.equality ?? []) {
      const read = readAnswer(question, given[question.key])
      if ('error' in read) errors[question.key] = read.error
      else if (read.answer !== null) answers[question.key] = read.answer
    }
    if (Object.keys(errors).length) return invalid(errors)
    if (!Object.keys(answers).length) return invalid({ answers: 'Answer at least one question, or leave the page.' })
    await sql`insert into equality.waiting (council, consultation, place, answers)
      values (${council}, ${into.consultation}, ${randomUUID()}, ${toJson(answers)}::jsonb)`.execute(tx)
    await mixEquality(work, into.consultation)
    return done({ ref })
  },
})
