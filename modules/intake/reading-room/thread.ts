/**
 * The thread in which documents are read, so that a document which takes for ever or fills the memory stops a thread and not
 * the program. It is told one document at a time and answers with one message.
 */
import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadStart } from '#platform/own-thread.ts'
import type { Reading, ReadingFinding } from '../reading.ts'

// Compiled code is kept between starts, but each thread has to say so for itself, before it loads anything.
const { cache } = workerData as ThreadStart
if (cache !== null) enableCompileCache(cache)
// What a library prints is dropped: standard output is the program's own. Reading it in the other thread would keep the program
// alive, and leaving it unread would fill the memory.
process.stdout.write = () => true
process.stderr.write = () => true
const { readDocument } = await import('../read.ts')
const { find } = await import('./find.ts')

export type Ask = { kind: 'read'; bytes: Uint8Array; file: string } | { kind: 'find'; reading: Reading }

/** The records of one document share its text: it crosses once, however many records there are. */
export type Answer =
  | { kind: 'ready' }
  | { kind: 'read'; text: string; readings: Omit<Reading, 'text'>[]; notes: string[] }
  | { kind: 'found'; findings: ReadingFinding[] }
  | { kind: 'not-read'; because: string }

const say = (answer: Answer) => parentPort?.postMessage(answer)

parentPort?.on('message', async (ask: Ask) => {
  try {
    if (ask.kind === 'find') return say({ kind: 'found', findings: find(ask.reading) })
    const outcome = await readDocument(ask.bytes, ask.file, find)
    if (!outcome.ok) return say({ kind: 'not-read', because: outcome.because })
    const readings = outcome.readings.map(withoutText)
    say({ kind: 'read', text: outcome.readings[0]?.text ?? '', readings, notes: outcome.notes })
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : 'unknown'
    say({
      kind: 'not-read',
      because: `The reader failed on this document (${name}). Nothing of it was read; save it again as DOCX, PDF or text and give that.`,
    })
  }
})
function withoutText(reading: Reading): Omit<Reading, 'text'> {
  const { text: _, ...rest } = reading
  return rest
}

say({ kind: 'ready' })
