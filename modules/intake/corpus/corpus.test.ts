import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readExpectations } from './expectation-file.ts'
import { ExpectationFault } from './quotation.ts'
import { corpusRecords } from './records.ts'
import { visibleText } from './visible-text.ts'

const records = corpusRecords()

for (const record of records) {
  test(`the words expected of ${record.part}/${record.file} are in it`, () => {
    // Reading the expectations proves the words; what is left to prove is that no sum of the text was forgotten.
    const text = visibleText(record.file, record.source)
    const sums = [...text.matchAll(/£\s?\d/gu)].length
    assert.equal(
      record.expected.reduce((total, reading) => total + reading.amounts.length, 0),
      sums,
    )
    for (const reading of record.expected) {
      for (const right of reading.clauses.flatMap((clause) => clause.text)) {
        assert.equal(text.slice(...right.at), right.words)
      }
      for (const day of [reading.decidedOn, reading.publishedOn, reading.effectiveFrom, reading.formDate]) {
        for (const { value } of day?.rights ?? []) assert.equal(Temporal.PlainDate.from(value).toString(), value)
      }
    }
  })
}

test('words that are not in the source are a fault', () => {
  const source = new TextEncoder().encode('Title: Care at home\nDecision maker: Cabinet')
  assert.throws(() => readExpectations('x-1.txt', 'title "Care at work"', source), ExpectationFault)
  assert.throws(() => readExpectations('x-1.txt', 'title "a"', source), /occurs 4 times/)
  const lines = 'title "Care at home"\nmaker "Decision maker: «Cabinet»" cabinet'
  const [reading] = readExpectations('x-1.txt', lines, source)
  assert.deepEqual(reading?.decisionMaker?.rights[0]?.at, [36, 43])
})

test('the corpus is of every family of layout, several each', () => {
  const least = records.some((record) => record.part === 'held-out') ? 8 : 4
  const families = Map.groupBy(records, (record) => record.expected[0]?.family ?? '')
  for (const family of [
    'mg-decision',
    'mg-issue',
    'mg-list',
    'mg-plan',
    'mg-agenda',
    'officer-form',
    'executive-record',
    'cmis',
    'numbered',
    'legacy',
    'letter',
    'hearing',
    'other',
  ])
    assert.ok((families.get(family)?.length ?? 0) >= least, family)
})

test('each record is its own: no two sources share a sentence of a clause', () => {
  const seen = new Map<string, string>()
  for (const record of records) {
    for (const clause of record.expected.flatMap((reading) => reading.clauses)) {
      const text = clause.text[0]?.value ?? ''
      assert.equal(seen.get(text) ?? record.file, record.file, text)
      seen.set(text, record.file)
    }
  }
})

const seeds = new URL('../../../../shared/seeds/', import.meta.url)
const absent = existsSync(seeds) ? false : 'the real records are not here to compare with'
test('no sentence of a real record is in the corpus', { skip: absent }, () => {
  const flat = (text: string): string => text.replace(/\s+/gu, ' ')
  for (const name of readdirSync(seeds)) {
    const seed = flat(readFileSync(new URL(name, seeds), 'utf8'))
    // Long stretches only: names of Acts and the labels of forms are anyone's.
    const sentences = seed.split(/(?<=[.;:?])\s+/u).filter((sentence) => sentence.length > 60)
    for (const record of records) {
      const text = flat(visibleText(record.file, record.source))
      for (const sentence of sentences) assert.ok(!text.includes(sentence.trim()), `${record.file}: ${sentence}`)
    }
  }
})
