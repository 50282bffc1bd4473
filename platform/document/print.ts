import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { startThread } from '../own-thread.ts'
import type { Answer, Ask } from './thread.ts'
import type { Document } from './tree.ts'

/** What a document is printed as. */
export type Form = 'pdf' | 'docx'

/** What the web calls them. */
export const mediaTypes: Record<Form, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** More wait to be printed than can be soon. */
export class TooMuchToPrint extends Error {
  override readonly name = 'TooMuchToPrint'
}

/** Prints documents in threads of its own, so that nobody else waits for them. */
export type Printer = {
  /**
   * A document as a file. Whoever asks for what is just being printed gets the same file.
   * @throws TooMuchToPrint
   * @throws Error when it takes too long or too much memory
   */
  print(document: Document, form: Form): Promise<Uint8Array>
  close(): Promise<void>
}

type Bounds = {
  /** Threads at work at once, by which the memory is bounded. One core at least is left to whoever asks for pages. */
  threads: number
  /** Documents that may wait; each is a few hundred kilobytes. */
  waiting: number
  /** Seconds that one document may take. */
  seconds: number
  /** Megabytes that a thread's own heap may grow to. */
  heap: number
  /** Seconds after which a thread with nothing to do is ended, and gives back what it holds: fonts above all. */
  idle: number
  /** What the threads run; tests give it other things to do. */
  thread: URL
}

const usual: Bounds = {
  threads: Math.max(1, Math.min(2, availableParallelism() - 1)),
  waiting: 60,
  seconds: 60,
  heap: 384,
  idle: 120,
  thread: new URL('./thread.ts', import.meta.url),
}

type Job = { ask: Ask; resolve: (file: Uint8Array) => void; reject: (cause: unknown) => void }

/** A printer whose threads start when there is something to print, and never keep the process alive by themselves. */
export function openPrinter(given: Partial<Bounds> = {}): Printer {
  const bounds = { ...usual, ...given }
  const atWork = new Map<string, Promise<Uint8Array>>()
  const waiting: Job[] = []
  const idle = new Map<Worker, NodeJS.Timeout>()
  let running = 0

  const next = (): void => {
    const job = running < bounds.threads ? waiting.shift() : undefined
    if (!job) return
    running++
    void work(job).finally(() => {
      running--
      next()
    })
  }
  async function work({ ask, resolve, reject }: Job): Promise<void> {
    let worker: Worker | undefined
    try {
      worker = rested() ?? (await begun())
      resolve(await printedBy(worker, ask, bounds.seconds))
      rest(worker)
    } catch (cause) {
      // A thread that failed is not trusted with another document. It is not waited for: it may take its time to end.
      void worker?.terminate()
      reject(cause)
    }
  }
  async function begun(): Promise<Worker> {
    const worker = await startThread(bounds.thread, bounds.heap)
    // It may break while it has nothing to do, and somebody has to hear it.
    worker.on('error', () => {})
    worker.once('exit', () => {
      clearTimeout(idle.get(worker))
      idle.delete(worker)
    })
    return worker
  }
  function rested(): Worker | undefined {
    const [one] = [...idle].toReversed()
    if (!one) return undefined
    clearTimeout(one[1])
    idle.delete(one[0])
    return one[0]
  }
  function rest(worker: Worker): void {
    const timer = setTimeout(() => {
      void worker.terminate()
    }, bounds.idle * 1000)
    idle.set(worker, timer.unref())
  }
  return {
    print: (document, form) => {
      const ask: Ask = { form, document: JSON.stringify(document) }
      const key = `${form} ${ask.document}`
      const same = atWork.get(key)
      if (same) return same
      if (waiting.length >= bounds.waiting)
        return Promise.reject(new TooMuchToPrint(`${waiting.length} documents wait to be printed.`))
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
      const kept = promise.finally(() => atWork.delete(key))
      atWork.set(key, kept)
      waiting.push({ ask, resolve, reject })
      next()
      return kept
    },
    close: async () => {
      await Promise.allSettled(atWork.values())
      await Promise.all([...idle.keys()].map((worker) => worker.terminate()))
    },
  }
}

function printedBy(worker: Worker, ask: Ask, seconds: number): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const onMessage = (answer: Answer) => {
    if ('file' in answer) resolve(answer.file)
    else reject(new Error('A document could not be printed.', { cause: answer.cause }))
  }
  const onExit = () => {
    reject(new Error('The thread that was printing a document ended.'))
  }
  worker.on('message', onMessage).on('error', reject).on('exit', onExit)
  const late = setTimeout(() => {
    reject(new Error(`A document took longer than ${seconds} seconds to print, and was given up.`))
  }, seconds * 1000)
  worker.ref()
  worker.postMessage(ask)
  return promise.finally(() => {
    clearTimeout(late)
    worker.off('message', onMessage).off('error', reject).off('exit', onExit)
    worker.unref()
  })
}

/** The printer of this process. */
export const printer = openPrinter()
