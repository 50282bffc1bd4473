/** Intake: documents read into records, with what was found in them. The only door others may use. */
import type { Module } from '#platform/module.ts'
import { stated } from '#platform/rule-register.ts'
import { read } from './cli.ts'
import { correctReading } from './correct-reading.ts'
import { draftFromReading } from './draft-from-reading.ts'
import { keepDocument } from './keep-document.ts'
import { offers } from './offers.ts'
import { pages } from './pages/index.ts'
import { giveReading, listReadings, viewDocument, viewReading } from './queries.ts'
import { readingRules } from './rules/index.ts'
import { viewDraftable } from './view-draftable.ts'

export { keepDocument, correctReading, draftFromReading, viewReading, viewDocument, listReadings }
export { findingsOfDraft } from './findings-of-draft.ts'
export { textOfFile } from './extract/text-of-file.ts'
export { readPath, readingPath, readingsPath } from './pages/paths.ts'
export type { Reading, ReadingFinding } from './reading.ts'

export const intake: Module = {
  name: 'intake',
  migrations: new URL('./migrations/', import.meta.url),
  useCases: [keepDocument, correctReading, draftFromReading],
  queries: [viewReading, giveReading, viewDocument, viewDraftable, listReadings],
  pages,
  offers,
  commands: [read],
  rules: readingRules.map(stated),
}
