import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { everybody } from '#authority'
import { ref, uuid } from '#platform/input.ts'
import { invalid, useCase } from '#platform/use-case.ts'
import { answersInput } from '../questions/check-answers.ts'
import { letterDigest } from './codes.ts'
import { receive } from './receive.ts'
import { knowsCode, receivingInto } from './store.ts'

/**
 * Answers a consultation in one go. Under one key the same answers are one response, however often they are sent: take a new
 * key for each response and keep it until a receipt has come. Of the input the journal remembers no answer.
 */
export const respond = useCase({
  name: 'consultations.respond',
  title: 'Answer a consultation',
  may: everybody,
  gathered: true,
  input: z.object({
    ref,
    key: uuid.default(() => randomUUID()),
    wording: z.string().max(30).default('en'),
    code: z
      .string()
      .max(40)
      .nullable()
      .default(null)
      .meta({ description: 'The one-time code of a letter, where there is one' }),
    answers: answersInput,
  }),
  remembers: ({ ref, key, wording }) => ({ ref, key, wording }),
  async run(work, { ref, key, wording, code, answers }) {
    let codeDigest: Uint8Array | null = null
    if (code !== null) {
      const into = await receivingInto(work.tx, work.actor.council, ref)
      codeDigest = into && letterDigest(into.consultation, code)
      if (into && codeDigest && !(await knowsCode(work.tx, work.actor.council, into.consultation, codeDigest))) {
        work.about(ref)
        return invalid({ code: 'This code is not one of ours. Check it against the letter, or leave it out.' })
      }
    }
    return receive(work, { ref, channel: 'online', key, wording, answers, codeDigest, complete: true })
  },
})
