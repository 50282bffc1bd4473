import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { officer } from '#authority'
import { optionalText, ref, text, uuid, whole, yesNo } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import type { Consultation } from '../consultation.ts'
import { theConsultation } from '../draft.ts'
import { frameOf, insertFrameCode, insertShare, shareOf } from './store.ts'

/** A consultation whose answers are read: open or closed, and not yet reported. */
export async function inAnalysis(work: Work, ref: string, held?: 'held'): Promise<Outcome<Consultation>> {
  const outcome = await theConsultation(work, ref, held)
  if (!outcome.ok) return outcome
  const { state } = outcome.value
  return ['open', 'closed', 'analysed'].includes(state)
    ? outcome
    : refused(
        `${ref} is ${state}.`,
        [],
        state === 'draft' ? 'Open it first.' : 'What was analysed stays as it was reported.',
      )
}

/** How many codes a frame may have: more than people can keep in mind. */
const mostCodes = 150

/**
 * Puts a code into the coding frame, or rewords or retires one that is there. Every version stays; an answer keeps the words of
 * the code as they were when it was coded.
 */
export const putCode = useCase({
  name: 'consultations.put-code',
  title: 'Put a code into the coding frame',
  may: [officer],
  input: z.object({
    ref,
    code: uuid.optional(),
    title: text(120),
    means: text(1000),
    retired: yesNo.default(false),
    because: optionalText(500),
  }),
  async run(work, { ref, code, title, means, retired, because }) {
    const outcome = await inAnalysis(work, ref)
    if (!outcome.ok) return outcome
    const {
      tx,
      actor: { council, name },
      now,
    } = work
    const frame = await frameOf(tx, council, outcome.value.consultation)
    const was = frame.find((one) => one.code === code)
    if (code !== undefined && !was) return missing('There is no such code.')
    if (was && because === null) return invalid({ because: 'Say why the code changes.' })
    if (!was && retired) return invalid({ retired: 'A new code is there to be used.' })
    const twin = frame.find(
      (one) => one.code !== code && !one.retired && !retired && one.title.toLowerCase() === title.toLowerCase(),
    )
    if (twin) return invalid({ title: 'Another code has this title. Use that one, or find other words.' })
    if (!was && frame.length >= mostCodes)
      return refused(
        `The frame has ${frame.length} codes.`,
        `More than ${mostCodes} are not kept.`,
        'Reword or retire one.',
      )
    const made = { code: code ?? randomUUID(), n: (was?.n ?? 0) + 1, title, means, retired, because, at: now, by: name }
    await insertFrameCode(tx, council, outcome.value.consultation, made)
    return done({ ref, code: made.code, n: made.n })
  },
})

/** Says how many of a hundred answers a second person codes. Which they are follows from the response, not from anybody's choice. */
export const setSecondCoding = useCase({
  name: 'consultations.set-second-coding',
  title: 'Say how much is coded by a second person',
  may: [officer],
  input: z.object({ ref, share: whole(0, 100), because: text(500) }),
  async run(work, { ref, share, because }) {
    const outcome = await inAnalysis(work, ref)
    if (!outcome.ok) return outcome
    const {
      tx,
      actor: { council, name },
      now,
    } = work
    if ((await shareOf(tx, council, outcome.value.consultation)) === share)
      return refused(`It is ${share} of a hundred already.`)
    await insertShare(tx, council, outcome.value.consultation, { share, because, at: now, by: name })
    return done({ ref, share })
  },
})
