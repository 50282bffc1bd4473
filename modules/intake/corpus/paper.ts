import type { ExpectedReading } from './expectation.ts'

/**
 * Where a reading and its expectation part: `invented` gives what the record does not say, `missed` leaves out what it
 * says, `wrong` gives another value than the one it says.
 */
export type Disagreement = {
  kind: 'invented' | 'missed' | 'wrong'
  file: string
  family: string
  field: string
  expected: string | null
  got: string | null
}
export type Count = { truePositive: number; falsePositive: number; falseNegative: number }
export type Tally = Count & { precision: number; recall: number; f1: number }
/** Of the values read rightly, those whose span covers the words they came from. */
export type Spans = { right: number; total: number; wrong: Disagreement[] }
/** Expected findings, and those that no finding's sentence spoke of. */
export type Findings = { expected: number; missing: Disagreement[] }

/** What is noted while one record is scored. */
export type Paper = { counts: Map<string, Count>; disagreements: Disagreement[]; spans: Spans; findings: Findings }

/** Notes one value: right, or how it parts from what was expected. A wrong value counts as one given and one missed. */
export type Tell = (
  field: string,
  what: 'right' | Disagreement['kind'],
  expected: string | null,
  got: string | null,
) => void

/** The fields in the order they are printed in; clauses and sums are scored in parts. */
export const fieldOrder: readonly string[] = [
  'council',
  'identifiers',
  'title',
  'decisionMaker',
  'makerKind',
  'isKey',
  'subjectToCallIn',
  'status',
  'decidedOn',
  'publishedOn',
  'effectiveFrom',
  'formDate',
  'signatures',
  'clauses',
  'clauses.label',
  'clauses.verb',
  'clauses.delegates',
  'clauses.consulting',
  'purpose',
  'reasons',
  'alternatives',
  'conflicts',
  'author',
  'wards',
  'amounts',
  'amounts.per',
]

export function blankPaper(): Paper {
  return {
    counts: new Map(),
    disagreements: [],
    spans: { right: 0, total: 0, wrong: [] },
    findings: { expected: 0, missing: [] },
  }
}

export function tellOn(paper: Paper, want: ExpectedReading): Tell {
  return (field, what, expected, got) => {
    const count = paper.counts.get(field) ?? { truePositive: 0, falsePositive: 0, falseNegative: 0 }
    paper.counts.set(field, count)
    if (what === 'right') {
      count.truePositive += 1
      return
    }
    if (what !== 'missed') count.falsePositive += 1
    if (what !== 'invented') count.falseNegative += 1
    paper.disagreements.push({ kind: what, file: want.file, family: want.family, field, expected, got })
  }
}

/** Counts added up. Nothing expected and nothing given is a perfect score: there was nothing to get wrong. */
export function tallied(counts: Count[]): Tally {
  const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0)
  const truePositive = sum('truePositive')
  const falsePositive = sum('falsePositive')
  const falseNegative = sum('falseNegative')
  const given = truePositive + falsePositive
  const there = truePositive + falseNegative
  const precision = given === 0 ? 1 : truePositive / given
  const recall = there === 0 ? 1 : truePositive / there
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { truePositive, falsePositive, falseNegative, precision, recall, f1 }
}
