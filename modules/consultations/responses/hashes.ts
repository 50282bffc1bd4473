import { createHash } from 'node:crypto'
import { canonicalJson } from '#platform/json.ts'
import { plainWords } from '../campaigns/likeness.ts'
import type { Answers } from '../questions/follow.ts'
import type { Question } from '../questions/questionnaire.ts'

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest()

/** Equal for equal content: the same answers and the same words, whoever sent them and however. */
export const contentHash = (answers: Answers, said: string | null): Uint8Array =>
  sha256(canonicalJson({ answers, said }))

// Below this, that two people wrote the same is no surprise.
const leastLength = 80

/** All that somebody wrote, one answer after the other. */
export const writtenIn = (questions: readonly Question[], answers: Answers, said: string | null): string =>
  [...questions.filter(({ kind }) => kind === 'text' || kind === 'long-text').map(({ key }) => answers[key]), said]
    .filter((one) => typeof one === 'string')
    .join('\n\n')

/**
 * Equal for what was written at length in the same words, though case, spaces and punctuation differ: copies, and the letters of
 * a campaign. Null where less than 80 letters were written.
 */
export function textHash(questions: readonly Question[], answers: Answers, said: string | null): Uint8Array | null {
  const written = plainWords(writtenIn(questions, answers, said)).join(' ')
  return written.length < leastLength ? null : sha256(written)
}
