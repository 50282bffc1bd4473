import { missing, done, type Outcome, type Work } from '#platform/use-case.ts'
import { readingOf, standingAfter, type Standing } from './parts.ts'
import type { Reading, ReadingFinding } from './reading.ts'
import { correctionsOf, documentAt, readingAt, type Correction, type Document, type KeptReading } from './store.ts'

/** A reading with the document it was read from and what was corrected since. */
export type Kept = {
  kept: KeptReading
  document: Document
  corrections: Correction[]
  /** As it was first read. */
  first: Reading
  /** As it stands: corrected, with what the rules found after the last correction. */
  standing: Standing
  reading: Reading
}

/** What a member of staff gave is for staff; what a visitor gave is for whoever has its address. */
export const maySee = ({ actor }: Pick<Work, 'actor'>, { givenBy }: Pick<Document, 'givenBy'>): boolean =>
  givenBy === null || actor.account !== null

const nothingThere = 'There is no reading at this address.'

export async function theDocument(work: Work, id: string): Promise<Outcome<Document>> {
  const document = await documentAt(work.tx, id)
  return document && maySee(work, document) ? done(document) : missing(nothingThere)
}

// What is said of the file itself, its pages that could not be read for one, stays so whatever is corrected in the reading.
const isOfFile = ({ rule }: ReadingFinding): boolean => /^reading-(?!nothing)/u.test(rule)

export async function theReading(work: Work, id: string): Promise<Outcome<Kept>> {
  const kept = await readingAt(work.tx, id)
  const document = kept && (await documentAt(work.tx, kept.document))
  if (!kept || !document || !maySee(work, document)) return missing(nothingThere)
  const corrections = await correctionsOf(work.tx, id)
  const first: Reading = { ...kept.said, file: document.name, text: document.text ?? '' }
  const found = corrections.at(-1)?.findings
  const standing = {
    ...standingAfter(first, corrections),
    findings: found ? [...first.findings.filter(isOfFile), ...found] : first.findings,
  }
  return done({ kept, document, corrections, first, standing, reading: readingOf(standing) })
}
