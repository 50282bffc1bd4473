import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'

/** What a thread is started with: the folder of compiled code, where the program has one; see `beginThread`. */
export type ThreadStart = { cache: string | null }

/**
 * Starts a thread that says something once it is ready, and never keeps the process alive by itself.
 * @param heap megabytes that its own heap may grow to
 * @throws what broke it before it was ready
 */
export async function startThread(file: URL, heap: number): Promise<Worker> {
  const compiled = getCompileCacheDir()
  // The folder that it names is one inside the folder that was asked for.
  const workerData: ThreadStart = { cache: compiled === undefined ? null : dirname(compiled) }
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: heap },
    stdout: true,
    stderr: true,
    workerData,
  })
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The thread ended with ${code} before it began.`)))
  })
  worker.removeAllListeners('error')
  worker.removeAllListeners('exit')
  worker.unref()
  return worker
}
