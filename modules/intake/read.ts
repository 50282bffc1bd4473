/** Reads a document, in any layout councils publish, into the records it holds. Nothing is invented: see reading.ts. */
import type { Reading, ReadingFinding } from './reading.ts'
import { extract } from './extract/extract.ts'
import { readRecord } from './layouts/record.ts'
import { stretchesOf } from './layouts/split.ts'
import { pageOf } from './text/page.ts'

/** Further findings about one reading, for example the rules of modules/intake/rules. */
export type Find = (reading: Reading) => ReadingFinding[]
export type ReadOutcome = { ok: true; readings: Reading[]; notes: string[] } | { ok: false; because: string }

/** Reads a text: one Reading for each record in it, at least one. `file` is kept as the readings' file name. */
export function readText(text: string, file: string, find?: Find): Reading[] {
  const page = pageOf(text)
  const readings = stretchesOf(page).map((stretch) => readRecord(page, file, stretch))
  if (find !== undefined) for (const reading of readings) reading.findings.push(...find(reading))
  return readings
}

/**
 * Reads a document given as bytes: plain text, HTML, DOCX or PDF, told apart by content and not by name. What cannot be read
 * is refused with one sentence that says why and what to do next; `notes` say what a reader should know of what could.
 */
export async function readDocument(bytes: Uint8Array, file: string, find?: Find): Promise<ReadOutcome> {
  const extracted = await extract(bytes)
  if (!extracted.ok) return extracted
  const readings = readText(extracted.text, file)
  for (const reading of readings) {
    reading.findings.unshift(...extracted.findings)
    if (find !== undefined) reading.findings.push(...find(reading))
  }
  return { ok: true, readings, notes: extracted.findings.map(({ says }) => says) }
}
