import { createHash, randomBytes } from 'node:crypto'
import { asTyped, spelled } from '#consultations'
import { newToken } from '#platform/web/session.ts'

/** For how long a link in a letter, a code on paper, and the link that a code leads to let somebody in. */
export const goodFor = { link: { hours: 24 * 60 }, code: { hours: 24 * 90 }, visit: { hours: 24 } } as const

const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest()

/** The secret of a link, and what is kept of it. */
export const newLinkSecret = newToken
export const linkDigest = (token: string): Uint8Array => digest(`member-link:${token}`)

/** A code that can be typed from paper: twelve letters, 60 bits, and what is kept of it. */
export const newCode = (): string => spelled(randomBytes(12), 12, 4)
export const codeDigest = (typed: string): Uint8Array => digest(`member-code:${asTyped(typed)}`)
