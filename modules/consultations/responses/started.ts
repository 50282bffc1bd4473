import { z } from 'zod'
import { everybody } from '#authority'
import { longDay } from '#platform/days.ts'
import { keepFile, sha256Of } from '#platform/files.ts'
import { ref, uuid } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { standingOn } from '../consultation.ts'
import { givenFile, typeOf } from '../given-file.ts'
import { answersInput, checkAnswers, mostFiles } from '../questions/check-answers.ts'
import { shownWith } from '../questions/follow.ts'
import { questionsOf } from '../questions/questionnaire.ts'
import { questionnaireOf } from '../store.ts'
import { letterDigest, resumeCodeOf, resumeDigest } from './codes.ts'
import { receive } from './receive.ts'
import { knowsCode, receivedUnder, receivingInto } from './store.ts'
import {
  deleteStarted,
  findStarted,
  insertStarted,
  insertStartedFile,
  startedFileNames,
  startedFiles,
  sweepStarted,
  updateStarted,
} from './started-store.ts'

const code = z.string().max(60)

/** Begins to answer. Asked twice under one key, as on a bad connection, it is the same beginning. Not journalled: nothing is sent yet. */
export const beginAnswers = useCase({
  name: 'consultations.begin-answers',
  title: 'Begin to answer a consultation',
  may: everybody,
  input: z.object({
    ref,
    key: uuid,
    wording: z.string().max(30).default('en'),
    letterCode: z.string().max(40).nullable().default(null),
  }),
  journalled: false,
  async run(work, { ref, key, wording, letterCode }) {
    const { tx, council, today, now } = work
    const into = await receivingInto(tx, council, ref)
    if (!into || into.state === 'draft') return missing(`There is no consultation ${ref}.`)
    const standing = standingOn(into, today)
    if (standing !== 'open') {
      return standing === 'announced' && into.opensOn
        ? refused(`${ref} is not open yet.`, `It opens on ${longDay(into.opensOn)}.`)
        : refused(
            `${ref} is ${standing}.`,
            into.closesOn ? `Its last day was ${longDay(into.closesOn)}.` : [],
            'Write to the council: what comes late is kept, and marked as late.',
          )
    }
    const codeDigest = letterCode === null ? null : letterDigest(into.consultation, letterCode)
    if (codeDigest && !(await knowsCode(tx, council, into.consultation, codeDigest))) {
      return invalid({ letterCode: 'This code is not one of ours. Check it against the letter, or leave it empty.' })
    }
    await sweepStarted(tx, council, now)
    const resume = resumeCodeOf(key)
    await insertStarted(
      tx,
      council,
      { digest: resumeDigest(resume), consultation: into.consultation, key, wording, codeDigest },
      now,
    )
    return done({ ref, code: resume })
  },
})

/** Reads back what was saved under a code. It changes nothing; as a use case, because visitors may not read what others saved. */
export const readStarted = useCase({
  name: 'consultations.read-started',
  title: 'Go on with saved answers',
  may: everybody,
  input: z.object({ ref, code }),
  journalled: false,
  run: async (work, { ref, code }) => theStarted(work, ref, code),
})

async function theStarted({ tx, council }: Work, ref: string, code: string) {
  const digest = resumeDigest(code)
  const found = await findStarted(tx, council, digest, 'lock')
  if (!found || found.ref !== ref)
    return missing('There are no saved answers under this code: it is not right, or they were sent or deleted.')
  const into = await receivingInto(tx, council, ref)
  const questionnaire = into && (await questionnaireOf(tx, council, into.consultation, into.questionnaire))
  if (!questionnaire) throw new Error(`${ref} has no questionnaire.`)
  return done({ ...found, digest, questionnaire, files: await startedFileNames(tx, council, digest) })
}

/**
 * Saves the answers to some questions, over what was saved for them before. With `complete`, what has to be answered among them
 * was; what cannot stand is refused with the question that it belongs to, and nothing of it is saved.
 */
export const saveAnswers = useCase({
  name: 'consultations.save-answers',
  title: 'Save answers on their way',
  may: everybody,
  input: z.object({
    ref,
    code,
    questions: z.array(z.string().max(30)).max(400),
    answers: answersInput,
    complete: z.boolean().default(true),
    files: z
      .array(givenFile.extend({ question: z.string().max(30) }))
      .max(20)
      .default([]),
  }),
  journalled: false,
  async run(work, { ref, code, questions, answers, complete, files }) {
    const outcome = await theStarted(work, ref, code)
    if (!outcome.ok) return outcome
    const { digest, questionnaire, answers: before } = outcome.value
    const next = { ...before }
    for (const key of questions) {
      const given = answers[key]
      if (given === undefined) delete next[key]
      else next[key] = given
    }
    const errors: Record<string, string> = {}
    for (const { question, name, bytes } of files) {
      const mediaType = typeOf(bytes)
      const had = next[question]
      const held = Array.isArray(had) ? had : []
      if (!mediaType)
        errors[question] =
          `“${name}” is not taken. Send a PDF, a Word document, a picture, a sound or video file, or plain text.`
      else if (held.length >= mostFiles) errors[question] = `Send at most ${mostFiles} files.`
      else {
        const sha256 = sha256Of(bytes)
        await insertStartedFile(work.tx, work.actor.council, digest, { sha256, name, mediaType, bytes })
        next[question] = [...new Set([...held, Buffer.from(sha256).toString('hex')])]
      }
    }
    const checked = checkAnswers(questionnaire, next, { complete: false })
    const shown = shownWith(questionnaire, checked.answers)
    const required = complete ? checkAnswers(questionnaire, next, { complete: true }).errors : {}
    for (const key of questions) {
      const says = checked.errors[key] ?? (shown.has(key) ? required[key] : undefined)
      if (says !== undefined) errors[key] ??= says
    }
    if (Object.keys(errors).length) return invalid(errors)
    // Answers to questions that are hidden for now stay saved: whoever changes their mind back finds them.
    await updateStarted(work.tx, work.actor.council, digest, next, work.now)
    return done({ ref })
  },
})

/** Sends what was saved: a response like every other. What was saved is gone with it. Sent again, it is the same response. */
export const sendAnswers = useCase({
  name: 'consultations.send-answers',
  title: 'Send answers that were saved',
  may: everybody,
  gathered: true,
  input: z.object({ ref, code, key: uuid }),
  remembers: ({ ref, key }) => ({ ref, key }),
  async run(work, { ref, code, key }) {
    const { tx, council, now } = work
    work.about(ref)
    const outcome = await theStarted(work, ref, code)
    if (!outcome.ok || outcome.value.key !== key) {
      const into = await receivingInto(tx, council, ref)
      const before = into && (await receivedUnder(tx, council, into.consultation, key, null))
      return before
        ? done({ ref, ...before, late: false, again: true })
        : outcome.ok
          ? missing('There are no saved answers under this code: it is not right, or they were sent or deleted.')
          : outcome
    }
    const { digest, answers, wording, codeDigest, questionnaire } = outcome.value
    const uploads = new Set(
      questionsOf(questionnaire)
        .filter(({ kind }) => kind === 'upload')
        .flatMap(({ key: question }) => {
          const files = answers[question]
          return Array.isArray(files) ? files : []
        }),
    )
    const files = (uploads.size ? await startedFiles(tx, council, digest) : [])
      .map((file) => ({ ...file, hex: Buffer.from(file.sha256).toString('hex') }))
      .filter(({ hex }) => uploads.has(hex))
    for (const file of files) await keepFile(tx, council, file, now)
    const received = await receive(work, {
      ref,
      channel: 'online',
      key,
      wording,
      answers,
      codeDigest,
      complete: true,
      files: files.map(({ hex, name, mediaType, bytes }) => ({ sha256: hex, name, mediaType, size: bytes.byteLength })),
    })
    if (received.ok) await deleteStarted(tx, council, digest)
    return received
  },
})

/** Takes saved answers away, for whoever thinks better of it. */
export const dropAnswers = useCase({
  name: 'consultations.drop-answers',
  title: 'Take saved answers away',
  may: everybody,
  input: z.object({ ref, code }),
  journalled: false,
  async run(work, { ref, code }): Promise<Outcome<{ ref: string }>> {
    const outcome = await theStarted(work, ref, code)
    if (!outcome.ok) return outcome
    await deleteStarted(work.tx, work.actor.council, outcome.value.digest)
    return done({ ref })
  },
})
