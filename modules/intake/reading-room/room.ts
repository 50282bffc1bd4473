import { createHash } from 'node:crypto'
import type { ReadOutcome } from '../read.ts'
import type { Reading, ReadingFinding } from '../reading.ts'
import { openReader, type Reader } from './reader.ts'

/**
 * Where this process reads the documents that it is given. A page reads before its transaction begins, because the embedded
 * database has one connection and everybody would wait for it; the use case then asks again and gets what was just read.
 */
const readers: Reader[] = [openReader(), openReader()]

/** More than this many documents in hand, and whoever comes next is asked to come again. */
const mostWaiting = 40

const busy: ReadOutcome = {
  ok: false,
  because: 'Too many documents are being read at the moment. Give this one again in a minute.',
}

/** What was read a moment ago; forgotten soon, and sooner when it is much. */
const remembered = new Map<string, ReadOutcome>()
const forgetAfter = 60_000 // milliseconds
const mostCharacters = 8_000_000

/** Reads a document within the bounds of a reader; the same content under the same name is read once in a short while. */
export async function readInRoom(bytes: Uint8Array, file: string): Promise<ReadOutcome> {
  const key = createHash('sha256').update(file).update('\0').update(bytes).digest('hex')
  const before = remembered.get(key)
  if (before) return before
  const reader = leastBusy()
  if (reader.waiting() > mostWaiting) return busy
  const outcome = await reader.read(bytes, file)
  remember(key, outcome)
  return outcome
}

function remember(key: string, outcome: ReadOutcome): void {
  remembered.set(key, outcome)
  let characters = 0
  for (const [other, { length }] of [...remembered].map(([one, held]) => [one, textOf(held)] as const).toReversed()) {
    characters += length
    if (characters > mostCharacters && other !== key) remembered.delete(other)
  }
  setTimeout(() => remembered.delete(key), forgetAfter).unref()
}

const textOf = (outcome: ReadOutcome): string => (outcome.ok ? (outcome.readings[0]?.text ?? '') : '')

/** What the rules find in a reading that somebody corrected. */
export const findInRoom = (reading: Reading): Promise<ReadingFinding[]> => leastBusy().find(reading)

const leastBusy = (): Reader => {
  const [first, second] = readers
  if (!first || !second) throw new Error('The reading room has two readers.')
  return second.waiting() < first.waiting() ? second : first
}
