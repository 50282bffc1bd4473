/** The thread in which documents are printed: it is told one at a time and answers with its file. */
import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadStart } from '../own-thread.ts'
import type { Form } from './print.ts'
import type { Document } from './tree.ts'

// Compiled code is kept between starts, but each thread has to say so for itself, before it loads anything.
const { cache } = workerData as ThreadStart
if (cache !== null) enableCompileCache(cache)
// Nobody reads what a library prints here, and unread it would fill the memory.
process.stdout.write = () => true
process.stderr.write = () => true
const { pdfOf } = await import('./pdf.ts')
const { docxOf } = await import('./docx.ts')

/** A document crosses as JSON, its day as text. */
export type Ask = { form: Form; document: string }
export type Answer = { file: Uint8Array<ArrayBuffer> } | { cause: unknown }

parentPort?.on('message', async ({ form, document }: Ask) => {
  let answer: Answer
  try {
    const { day, ...rest } = JSON.parse(document) as Omit<Document, 'day'> & { day: string }
    const tree = { ...rest, day: Temporal.PlainDate.from(day) }
    answer = { file: new Uint8Array(form === 'pdf' ? await pdfOf(tree) : await docxOf(tree)) }
  } catch (cause) {
    answer = { cause }
  }
  parentPort?.postMessage(answer, 'file' in answer ? [answer.file.buffer] : [])
})

parentPort?.postMessage('ready')
