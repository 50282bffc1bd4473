import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readExpectations } from './corpus/expectation-file.ts'
import type { ReadClause, Reading } from './reading.ts'
import { scoreReadings, scoreTable } from './score.ts'

const because = 'the contract ends and there is no other way to keep people safe at home this winter'
const source = [
  'Title: Care at home',
  'Decision maker: Cabinet',
  'Date of decision: 04/08/2022',
  'Decision:',
  'a) To approve the tender at £12,000 a year;',
  'b) To delegate to the Director of Care, in consultation with the Leader, the award.',
  `Reasons: ${because}`,
].join('\n')
const expected = readExpectations(
  'mg-decision-1.txt',
  `
  title "Care at home"
  maker "Decision maker: «Cabinet»" cabinet
  decided "04/08/2022"
  clause a approve "To approve the tender … a year;"
  clause b delegate "To delegate … the award."
  to "Director of Care"
  consult "Leader"
  reasons "the contract ends … this winter"
  £ £12,000 year
`,
  new TextEncoder().encode(source),
)

/** A reading that says of the source just what is expected of it. */
function aReading(changes: Partial<Reading> = {}): Reading {
  const field = <T>(value: T, words: string): { value: T; at: [number, number] } => ({
    value,
    at: [source.indexOf(words), source.indexOf(words) + words.length],
  })
  return {
    file: 'x',
    layout: 'x',
    text: source,
    council: null,
    identifiers: [],
    title: field('Care at home', 'Care at home'),
    decisionMaker: field('Cabinet', 'Cabinet'),
    makerKind: 'cabinet',
    isKey: null,
    subjectToCallIn: null,
    status: null,
    decidedOn: field('2022-08-04', '04/08/2022'),
    publishedOn: null,
    effectiveFrom: null,
    formDate: null,
    signatures: [],
    clauses: [
      { label: 'a', text: 'To approve the tender at £12,000 a year', verb: 'approve', delegation: null, at: [0, 1] },
      {
        label: 'b',
        text: 'To delegate to the Director of Care, in consultation with the Leader, the award.',
        verb: 'delegate',
        delegation: { to: ['the Director of Care'], consulting: ['Leader'] },
        at: [0, 1],
      },
    ],
    purpose: null,
    reasons: field(because, because),
    alternatives: null,
    conflicts: null,
    author: null,
    wards: null,
    amounts: [{ pence: 1_200_000, per: 'year', at: [0, 1] }],
    findings: [],
    ...changes,
  }
}

test('a reading that says what is expected scores 1 and invents nothing', () => {
  const score = scoreReadings(expected, [aReading()])
  assert.deepEqual(score.disagreements, [])
  assert.equal(score.overall.f1, 1)
  assert.equal(score.overall.truePositive, 15)
})

test('a council that the record does not name is an invention', () => {
  const score = scoreReadings(expected, [aReading({ council: { value: 'Larkshire', at: [0, 5] } })])
  assert.deepEqual(
    score.inventions.map(({ field, got }) => [field, got]),
    [['council', 'Larkshire']],
  )
  assert.ok(score.overall.f1 < 1)
})

test('a value left out is missed, another value is wrong; neither is an invention', () => {
  const score = scoreReadings(expected, [aReading({ title: null, decidedOn: { value: '2022-04-08', at: [0, 1] } })])
  const parted = score.disagreements.map(({ kind, field }) => `${kind} ${field}`)
  assert.deepEqual(parted, ['missed title', 'wrong decidedOn'])
  const { truePositive, falsePositive, falseNegative } = score.fields['decidedOn'] ?? {}
  assert.deepEqual([truePositive, falsePositive, falseNegative], [0, 1, 1])
  assert.deepEqual(score.inventions, [])
})

test('quotation marks, dashes, white space and the mark at the end do not matter', () => {
  const score = scoreReadings(expected, [aReading({ title: { value: ' “Care at\u00a0home”.', at: [7, 19] } })])
  assert.deepEqual(score.disagreements, [])
})

test('a clause read twice over, or made of other words, counts against the reading', () => {
  const one = aReading()
  const extra: ReadClause = {
    label: 'c',
    text: 'To close every library in the county',
    verb: 'other',
    delegation: null,
    at: [0, 1],
  }
  assert.equal(scoreReadings(expected, [aReading({ clauses: [...one.clauses, extra] })]).inventions.length, 1)
  const merged = scoreReadings(expected, [aReading({ clauses: one.clauses.slice(0, 1) })])
  assert.deepEqual(
    merged.disagreements.map(({ kind, field }) => `${kind} ${field}`),
    [
      'missed clauses',
      'missed clauses.label',
      'missed clauses.verb',
      'missed clauses.delegates',
      'missed clauses.consulting',
    ],
  )
})

test('nothing read at all finds nothing and invents nothing', () => {
  const score = scoreReadings(expected, [])
  assert.equal(score.overall.recall, 0)
  assert.deepEqual(score.inventions, [])
})

test('a second reading of a page with one record is all invention', () => {
  const score = scoreReadings(expected, [aReading(), aReading()])
  assert.ok(score.inventions.length >= 8)
})

test('a value that stands on other words is right, and its span is not', () => {
  const score = scoreReadings(expected, [aReading({ title: { value: 'Care at home', at: [20, 43] } })])
  assert.deepEqual([score.spans.right, score.spans.total], [3, 4])
})

test('the table has a row for each field and one for all', () => {
  const score = scoreReadings(expected, [aReading()])
  assert.match(scoreTable(score, {}), /\| \*\*All\*\* \| 15 \| 0 \| 0 \| 1\.000 \| 1\.000 \| 1\.000 \|/)
})
