import { readdirSync, readFileSync } from 'node:fs'
import { readExpectations } from './expectation-file.ts'
import type { ExpectedReading } from './expectation.ts'

/** `open` was there while the reader was written; `held-out` was not shown to its author until the reader had been. */
export type Part = 'open' | 'held-out'
export type CorpusRecord = { file: string; part: Part; source: Uint8Array; expected: ExpectedReading[] }

/** Every invented record of the corpus with what is expected of it, by name. */
export function corpusRecords(parts: readonly Part[] = ['open', 'held-out']): CorpusRecord[] {
  return parts.flatMap((part) => {
    const folder = new URL(`./${part}/`, import.meta.url)
    return filesIn(folder).filter((name) => /\.(txt|html)$/.test(name)).sort().map((name) => {
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
