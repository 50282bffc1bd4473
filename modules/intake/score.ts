import { sameWords } from './corpus/compare.ts'
import { dayFields, flagFields, textFields, type ExpectedReading } from './corpus/expectation.ts'
import {
  blankPaper,
  fieldOrder,
  tallied,
  type Count,
  type Disagreement,
  type Findings,
  type Paper,
  type Spans,
  type Tally,
} from './corpus/paper.ts'
import { corpusRecords, type CorpusRecord } from './corpus/records.ts'
import { scoreRecord } from './corpus/score-record.ts'
import type { Reading } from './reading.ts'

export type Score = {
  fields: Record<string, Tally>
  /** Every field together: each value counts once, whatever its field. */
  overall: Tally
  /** Values given where the record says nothing. */
  inventions: Disagreement[]
  disagreements: Disagreement[]
  spans: Spans
  findings: Findings
}
export type FamilyScore = Score & { records: number }
export type CorpusScore = { score: Score; byFamily: Record<string, FamilyScore>; unread: string[]; table: string }

/** How the corpus is read: a document that cannot be read has no readings. */
export type ReadForScore = (bytes: Uint8Array, file: string) => Promise<Reading[]>

/**
 * Scores what was read of one document against what is expected of it, field by field. Readings of a page with several
 * records are paired in order, or by title where their number differs.
 */
export function scoreReadings(expected: ExpectedReading[], got: Reading[]): Score {
  return summed([scored(expected, got)])
}

/** Reads `records`, the whole corpus unless told, and scores them together, by field and by family of layout. */
export async function scoreCorpus(read: ReadForScore, records: CorpusRecord[] = corpusRecords()): Promise<CorpusScore> {
  const families = new Map<string, Paper[]>()
  const unread: string[] = []
  for (const record of records) {
    const got = await read(record.source, record.file)
    if (got.length === 0) unread.push(record.file)
    const family = record.expected[0]?.family ?? 'other'
    families.set(family, [...(families.get(family) ?? []), scored(record.expected, got)])
  }
  const score = summed([...families.values()].flat())
  const byFamily = Object.fromEntries(
    [...families]
      .sort(([one], [other]) => one.localeCompare(other, 'en'))
      .map(([family, papers]): [string, FamilyScore] => [family, { ...summed(papers), records: papers.length }]),
  )
  return { score, byFamily, unread, table: scoreTable(score, byFamily) }
}

/** The score as two Markdown tables, by field and by family of layout, and a line for what stands outside them. */
export function scoreTable(score: Score, byFamily: Record<string, FamilyScore>): string {
  const row = (name: string, tally: Tally): string => {
    const shares = [tally.precision, tally.recall, tally.f1].map((share) => share.toFixed(3))
    return `| ${[name, tally.truePositive, tally.falsePositive, tally.falseNegative, ...shares].join(' | ')} |`
  }
  const { spans, findings } = score
  return [
    '| Field | Right | Not so | Missed | Precision | Recall | F1 |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...Object.entries(score.fields).map(([field, tally]) => row(field, tally)),
    row('**All**', score.overall),
    '',
    '| Layout | Records | F1 | Inventions |',
    '| --- | ---: | ---: | ---: |',
    ...Object.entries(byFamily).map(
      ([family, one]) => `| ${family} | ${one.records} | ${one.overall.f1.toFixed(3)} | ${one.inventions.length} |`,
    ),
    '',
    `Inventions: ${score.inventions.length}. Spans that stand on their words: ${spans.right} of ${spans.total}. `
      + `Findings asked for and made: ${findings.expected - findings.missing.length} of ${findings.expected}.`,
  ].join('\n')
}

function scored(expected: ExpectedReading[], got: Reading[]): Paper {
  const paper = blankPaper()
  for (const [want, read] of paired(expected, got)) scoreRecord(paper, want, read)
  return paper
}

function paired(expected: ExpectedReading[], got: Reading[]): [ExpectedReading, Reading | null][] {
  if (expected.length === got.length) return expected.map((want, index) => [want, got[index] ?? null])
  const left = [...got]
  const pairs = expected.map((want): [ExpectedReading, Reading | null] => {
    const index = left.findIndex((read) =>
      want.title?.rights.some((right) => read.title !== null && sameWords(right.value, read.title.value)),
    )
    return [want, left.splice(Math.max(index, 0), 1)[0] ?? null]
  })
  // What was read beyond the records there are is scored against nothing at all.
  const [first] = expected
  if (first === undefined) return pairs
  return [...pairs, ...left.map((read): [ExpectedReading, Reading] => [nothingOf(first), read])]
}

function nothingOf(want: ExpectedReading): ExpectedReading {
  const nothing: ExpectedReading = {
    ...want,
    makerKind: { rights: [null] },
    identifiers: [],
    signatures: [],
    clauses: [],
    amounts: [],
    finds: [],
  }
  for (const field of [...textFields, ...dayFields, ...flagFields]) nothing[field] = null
  return nothing
}

function summed(papers: Paper[]): Score {
  const disagreements = papers.flatMap((paper) => paper.disagreements)
  const counts = (field: string): Count[] => papers.flatMap((paper) => paper.counts.get(field) ?? [])
  const sum = (of: (paper: Paper) => number): number => papers.reduce((total, paper) => total + of(paper), 0)
  return {
    fields: Object.fromEntries(fieldOrder.map((field) => [field, tallied(counts(field))])),
    overall: tallied(papers.flatMap((paper) => [...paper.counts.values()])),
    inventions: disagreements.filter((one) => one.kind === 'invented'),
    disagreements,
    spans: {
      right: sum((paper) => paper.spans.right),
      total: sum((paper) => paper.spans.total),
      wrong: papers.flatMap((paper) => paper.spans.wrong),
    },
    findings: {
      expected: sum((paper) => paper.findings.expected),
      missing: papers.flatMap((paper) => paper.findings.missing),
    },
  }
}
