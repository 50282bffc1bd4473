// Prints the tables of docs/reading-score.md. With `--all`, every disagreement after them.
import { readDocument } from '../read.ts'
import { findingsFor } from '../rules/index.ts'
import { scoreCorpus } from '../score.ts'
import { corpusDocuments } from './documents.ts'
import { corpusRecords } from './records.ts'
import type { Reading } from '../reading.ts'

/** Reads a document of the corpus; one that is refused has no readings. */
export async function readForScore(bytes: Uint8Array, file: string): Promise<Reading[]> {
  const outcome = await readDocument(bytes, file, findingsFor)
  return outcome.ok ? outcome.readings : []
}

if (import.meta.main) {
  for (const [heading, records] of [
    ['Every record', corpusRecords()],
    ['Records the reader was written beside', corpusRecords(['open'])],
    ['Records held out until it was written', corpusRecords(['held-out'])],
    ['Records written last', corpusRecords(['fresh'])],
    ['The same records as Word and PDF', await corpusDocuments()],
  ] as const) {
    const { score, table, unread } = await scoreCorpus(readForScore, records)
    console.log(`## ${heading} (${records.length})\n\n${table}\n`)
    if (unread.length > 0) console.log(`Nothing was read of: ${unread.join(', ')}.\n`)
    if (!process.argv.includes('--all')) continue
    for (const { kind, file, field, expected, got } of score.disagreements) {
      console.log(`- ${kind} ${file} ${field}\n  - expected: ${expected ?? '-'}\n  - read: ${got ?? '-'}`)
    }
  }
}
