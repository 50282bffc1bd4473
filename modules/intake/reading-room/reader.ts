import type { Worker } from 'node:worker_threads'
import { startThread } from '#platform/own-thread.ts'
import type { ReadOutcome } from '../read.ts'
import type { Reading, ReadingFinding } from '../reading.ts'
import type { Answer, Ask } from './thread.ts'

/** Reads documents one after another in a thread of its own, each within bounds of time and memory. */
export type Reader = {
  /** Never throws: a document that breaks the thread is answered with a sentence, and the next gets a fresh thread. */
  read(bytes: Uint8Array, file: string): Promise<ReadOutcome>
  /** What the rules find in a reading; nothing when they cannot be asked. */
  find(reading: Reading): Promise<ReadingFinding[]>
  /** How many documents are being read or wait to be. */
  waiting(): number
  close(): Promise<void>
}

export type Bounds = {
  /** Seconds that one document may take. */
  seconds: number
  /** Megabytes that the thread's own heap may grow to. */
  heap: number
  /** Megabytes by which the whole process may grow while one document is read: what is unpacked lies outside the heap. */
  growth: number
  /** What the thread runs; tests give it other things to do. */
  thread: URL
}

const usual: Bounds = { seconds: 20, heap: 512, growth: 1024, thread: new URL('./thread.ts', import.meta.url) }

const pause = 200 // milliseconds between two looks at the memory

/** A reader with one thread, which starts with the first document and never keeps the process alive by itself. */
export function openReader(given: Partial<Bounds> = {}): Reader {
  const bounds = { ...usual, ...given }
  let thread: Promise<Worker> | null = null
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const answered = async (ask: Ask): Promise<Said> => {
    thread ??= startThread(bounds.thread, bounds.heap)
    const worker = await thread.catch(() => null)
    if (worker === null) {
      thread = null
      return {
        kind: 'broken',
        because:
          'The reader could not be started on this machine. Try again in a minute; if it happens again, the machine is short of memory.',
      }
    }
    const answer = await answerOf(worker, ask, bounds)
    if (answer.kind === 'broken') {
      thread = null
      // Not waited for: a thread that collects garbage without end may take its time to end, and the next document has none.
      void worker.terminate()
    }
    return answer
  }
  const inTurn = (ask: Ask): Promise<Said> => {
    waiting++
    const mine = last
      .then(() => answered(ask))
      .finally(() => {
        waiting--
      })
    last = mine.catch(() => {})
    return mine
  }
  return {
    waiting: () => waiting,
    read: async (bytes, file) => outcomeOf(await inTurn({ kind: 'read', bytes, file })),
    find: async (reading) => {
      const answer = await inTurn({ kind: 'find', reading })
      return answer.kind === 'found' ? answer.findings : []
    },
    close: async () => {
      await last
      await (await thread)?.terminate()
      thread = null
    },
  }
}

function outcomeOf(answer: Said): ReadOutcome {
  if (answer.kind === 'found') throw new Error('The thread was asked to read and answered with findings.')
  if (answer.kind !== 'read') return { ok: false, because: answer.because }
  const { text, readings, notes } = answer
  return { ok: true, notes, readings: readings.map((reading) => ({ ...reading, text })) }
}

type Broken = { kind: 'broken'; because: string }
type Said = Exclude<Answer, { kind: 'ready' }> | Broken

function answerOf(worker: Worker, ask: Ask, { seconds, growth }: Bounds): Promise<Said> {
  const { promise, resolve } = Promise.withResolvers<Said>()
  const broken = (because: string) => resolve({ kind: 'broken', because })
  const tooLarge =
    'Reading this document took more memory than a decision record can need, and was stopped. Give the decision record alone, without its annexes, or save it as text and give that.'
  const before = process.memoryUsage.rss()
  const onMessage = (answer: Exclude<Answer, { kind: 'ready' }>) => resolve(answer)
  const onError = (cause: unknown) =>
    broken(
      cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? tooLarge
        : 'The reader failed on this document. Nothing of it was read; save it again as DOCX, PDF or text and give that.',
    )
  const onExit = () =>
    broken(
      'The reader ended while it was reading this document. Give it again; if it happens again, save it as text and give that.',
    )
  worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  const late = setTimeout(() => {
    broken(
      `Reading this document took longer than ${seconds} seconds, and was stopped. Give the decision record alone, without its annexes, or save it as text and give that.`,
    )
  }, seconds * 1000)
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > growth * 2 ** 20) broken(tooLarge)
  }, pause)
  worker.ref()
  worker.postMessage(ask)
  return promise.finally(() => {
    clearTimeout(late)
    clearInterval(watch)
    worker.off('message', onMessage).off('exit', onExit)
    // A thread that is being ended may still report an error: somebody has to hear it.
    if (worker.listenerCount('error') < 5) worker.on('error', () => {})
    worker.off('error', onError)
    worker.unref()
  })
}
