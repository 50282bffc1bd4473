import { createHash, randomBytes } from 'node:crypto'

// Without I, L, O and U, which are misread or make words.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `count` letters that can be read aloud, out of bytes that nobody can guess, in groups: "7KQ4M-2XD9F". */
export function spelled(bytes: Uint8Array, count: number, group = 5): string {
  const found = Array.from({ length: count }, (_, n) => letters[(bytes[n] ?? 0) % 32] ?? '0').join('')
  return (found.match(new RegExp(`.{1,${group}}`, 'gu')) ?? []).join('-')
}

/** The reference on a receipt. It says nothing about when, or how many. */
export const newReceipt = (letter = 'R'): string => `${letter}-${spelled(randomBytes(10), 10)}`

/** What somebody types from a letter or a note, as it is compared: capitals, no hyphens, letters for digits they look like. */
export const asTyped = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[\s-]+/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')

const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest()

/**
 * The code with which somebody goes on with answers that they saved, made from the key of their form: asked for twice on a bad
 * connection, it is the same code. 100 bits, and nothing leads back from it to the key.
 */
export const resumeCodeOf = (key: string): string => spelled(digest(`resume:${key}`), 20)

/** Under what saved answers are found; the code itself is kept nowhere. */
export const resumeDigest = (code: string): Uint8Array => digest(`started:${asTyped(code)}`)

/** A one-time code of a letter, and under what it is found. */
export const newLetterCode = (): string => spelled(randomBytes(8), 8, 4)
export const letterDigest = (consultation: string, code: string): Uint8Array =>
  digest(`letter:${consultation}:${asTyped(code)}`)
