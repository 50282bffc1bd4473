import { readdirSync, readFileSync } from 'node:fs'
import { readExpectations } from './expectation-file.ts'
import type { ExpectedReading } from './expectation.ts'

/**
 * `open` was there while the reader was written; `held-out` was kept back until the reader had been; `fresh` was written
 * after both, and scored before anyone could look.
 */
export type Part = (typeof parts)[number]
const parts = ['open', 'held-out', 'fresh'] as const
export type CorpusRecord = { file: string; part: Part; source: Uint8Array; expected: ExpectedReading[] }

/** Every invented record of the corpus with what is expected of it, by name. */
export function corpusRecords(which: readonly Part[] = parts): CorpusRecord[] {
  return which.flatMap((part) => {
    const folder = new URL(`./${part}/`, import.meta.url)
    return filesIn(folder)
      .filter((name) => /\.(txt|html)$/.test(name))
      .sort()
      .map((name) => {
        const source = readFileSync(new URL(name, folder))
        const expectation = readFileSync(new URL(name.replace(/\.(txt|html)$/, '.expect'), folder), 'utf8')
        return { file: name, part, source, expected: readExpectations(name, expectation, source) }
      })
  })
}

function filesIn(folder: URL): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
