import { z } from 'zod'
import { answersOffered, shownWith, type Answer, type Answers } from './follow.ts'
import { questionsOf, type Question, type Questionnaire } from './questionnaire.ts'

/** Answers as they are sent: by the keys of the questions, whatever the questionnaire turns out to ask. */
export const answersInput = z
  .record(
    z.string().max(30),
    z.union([
      z.string().max(20_000),
      z.number(),
      z.array(z.string().max(100)).max(100),
      z.record(z.string().max(30), z.string().max(30)),
    ]),
  )
  .refine((given) => Object.keys(given).length <= 400, 'Send 400 answers or fewer.')

/** The longest answer in words, in characters. */
export const longest = { text: 500, 'long-text': 20_000 } as const

/** At most so many files may be sent with an answer. */
export const mostFiles = 5

/**
 * Answers made fit to be kept: only to questions that are shown to whoever gives them, each as its kind wants it, nothing empty.
 * `errors` says by question how to mend what cannot stand; with `complete`, also which questions still have to be answered.
 */
export function checkAnswers(
  questionnaire: Pick<Questionnaire, 'sections'>,
  given: Answers,
  { complete }: { complete: boolean },
): { answers: Answers; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const answers: Answers = {}
  const questions = questionsOf(questionnaire)
  const known = new Set(questions.map(({ key }) => key))
  for (const key of Object.keys(given)) if (!known.has(key)) errors[key] = `There is no question ${key}.`
  for (const question of questions) {
    const read = readAnswer(question, given[question.key])
    if ('error' in read) errors[question.key] = read.error
    else if (read.answer !== null) answers[question.key] = read.answer
  }
  const shown = shownWith(questionnaire, answers)
  for (const { key, kind, rows, required } of questions) {
    if (!shown.has(key)) {
      delete answers[key]
      delete errors[key]
    } else if (complete && required && errors[key] === undefined) {
      const answer = answers[key]
      if (answer === undefined) errors[key] = missingWords[kind]
      else if (kind === 'matrix' && typeof answer === 'object' && Object.keys(answer).length < rows.length)
        errors[key] = 'Choose an answer for every line.'
    }
  }
  return { answers, errors }
}

const missingWords: Record<Question['kind'], string> = {
  text: 'Enter an answer.',
  'long-text': 'Enter an answer.',
  single: 'Choose an answer.',
  multiple: 'Choose at least one answer.',
  scale: 'Choose a place on the scale.',
  matrix: 'Choose an answer for every line.',
  ranking: 'Put them in order.',
  upload: 'Choose a file.',
}

/** One answer as its kind wants it; null where nothing was answered. */
export function readAnswer(
  question: Question,
  given: Answer | undefined,
): { answer: Answer | null } | { error: string } {
  if (given === undefined || given === '') return { answer: null }
  const { kind, options, rows } = question
  const offered = new Set(answersOffered(question).map(({ key }) => key))
  const notOffered = { error: 'Choose one of the answers that are offered.' }
  switch (kind) {
    case 'text':
    case 'long-text': {
      if (typeof given !== 'string') return { error: 'Answer in words.' }
      const words = given.replaceAll(/\r\n?/gu, '\n').trim()
      // oxlint-disable-next-line no-control-regex -- control characters are exactly what is being refused
      if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/u.test(words) || !words.isWellFormed())
        return { error: 'Remove the control characters: only ordinary text can be kept.' }
      if (words.length > longest[kind])
        return {
          error: `Shorten your answer to ${longest[kind].toLocaleString('en-GB')} characters or fewer. It has ${words.length.toLocaleString('en-GB')}.`,
        }
      return { answer: words === '' ? null : words }
    }
    case 'single':
      return typeof given === 'string' && offered.has(given) ? { answer: given } : notOffered
    case 'multiple': {
      const chosen = Array.isArray(given) ? given : [given]
      if (!chosen.every((one) => typeof one === 'string' && offered.has(one))) return notOffered
      // In the order in which they are offered, so that the same choice is the same answer.
      const answer = options.map(({ key }) => key).filter((key) => chosen.includes(key))
      return { answer: answer.length ? answer : null }
    }
    case 'scale':
      return typeof given !== 'object' && offered.has(String(given)) ? { answer: Number(given) } : notOffered
    case 'matrix': {
      if (typeof given !== 'object' || Array.isArray(given)) return { error: 'Choose an answer for each line.' }
      const answer = Object.fromEntries(rows.flatMap(({ key }) => (given[key] ? [[key, given[key]]] : [])))
      if (
        Object.keys(given).some((key) => !rows.some((row) => row.key === key))
        || !Object.values(answer).every((one) => offered.has(one))
      )
        return notOffered
      return { answer: Object.keys(answer).length ? answer : null }
    }
    case 'ranking': {
      if (!Array.isArray(given)) return { error: 'Put them in order.' }
      const keys = new Set(options.map(({ key }) => key))
      if (!given.every((one) => keys.has(one)) || new Set(given).size < given.length)
        return { error: 'Give each place once.' }
      return { answer: given.length ? given : null }
    }
    case 'upload': {
      if (!Array.isArray(given) || given.length > mostFiles || !given.every((one) => /^[0-9a-f]{64}$/u.test(one)))
        return { error: `Send at most ${mostFiles} files.` }
      return { answer: given.length ? given : null }
    }
  }
}
