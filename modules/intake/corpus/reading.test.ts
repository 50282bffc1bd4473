import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDocument } from '../read.ts'
import { findingsFor } from '../rules/index.ts'
import { scoreCorpus } from '../score.ts'
import { corpusDocuments, tracked, trackedChanges, unreadableDocuments } from './documents.ts'
import { disturbedRecords } from './disturbed.ts'
import type { Disagreement } from './paper.ts'
import { readForScore } from './print-score.ts'
import { corpusRecords } from './records.ts'

/** Inventions that are known and borne for now: the file and field, and what misleads the reader. */
const knownInventions: Record<string, string> = {
  'executive-record-07.txt clauses': 'recommendations agreed with a change are taken for adopted as they stand',
  'executive-record-07.txt clauses.delegates': 'the same: the delegate is of a recommendation',
  'hearing-08.txt clauses': 'the numbered grounds of a call-in notice look like clauses',
  'legacy-08.txt clauses': 'the title stands after the label "Cabinet decision"',
  'mg-agenda-09.txt clauses': 'the exclusion of the public stands where the minutes would',
  'mg-list-05.txt clauses': 'the heading of a form stands under the heading "Decision" of the list it is set in',
  'mg-list-09.txt amounts': 'a table without headings of its kind is read as one record, so a sum falls to the first',
  'mg-list-11.html title': 'a blank list has no title but its own heading',
  'mg-decision-25.html identifiers': 'a reference with a space and a hyphen is cut at the hyphen',
  'mg-plan-09.txt identifiers': '"key decisions from 1 May 2022" stands where a reference would',
  'mg-plan-10.txt clauses': '"What is being decided" is taken for a decision',
  'letter-02.pdf clauses': 'the line that names the subject of a letter runs on into its first sentence',
}

const unknown = (inventions: Disagreement[]): Disagreement[] =>
  inventions.filter(({ file, field }) => !(`${file} ${field}` in knownInventions))
const told = (disagreements: Disagreement[]): string =>
  disagreements
    .map((one) => `${one.kind} ${one.file} ${one.field}: expected ${one.expected ?? '-'}, read ${one.got ?? '-'}`)
    .join('\n')

test('the corpus is read with an F1 of at least 0.95, and no invention is new', async (t) => {
  const { score, byFamily, unread } = await scoreCorpus(readForScore, corpusRecords())
  t.diagnostic(`F1 ${score.overall.f1.toFixed(4)}, ${score.inventions.length} inventions`)
  assert.ok(score.overall.f1 >= 0.95, `F1 ${score.overall.f1}\n${told(score.disagreements)}`)
  assert.equal(told(unknown(score.inventions)), '')
  const made = new Set(score.inventions.map(({ file, field }) => `${file} ${field}`))
  for (const known of Object.keys(knownInventions))
    if (!made.has(known) && !known.includes('.pdf ')) t.diagnostic(`no longer made: ${known}`)
  assert.deepEqual(unread, [])
  assert.ok(score.spans.right / score.spans.total >= 0.99, told(score.spans.wrong))
  assert.equal(told(score.findings.missing), '')
  for (const [family, one] of Object.entries(byFamily)) assert.ok(one.overall.f1 >= 0.85, `${family} ${one.overall.f1}`)
})

test('the same records are read as well after what befalls a text on its way', async (t) => {
  const texts = corpusRecords().filter((record) => record.file.endsWith('.txt'))
  const { score } = await scoreCorpus(readForScore, texts)
  const { byFamily } = await scoreCorpus(readForScore, disturbedRecords())
  for (const [family, one] of Object.entries(byFamily)) {
    t.diagnostic(`${family} F1 ${one.overall.f1.toFixed(4)}, ${one.inventions.length} inventions`)
    assert.ok(one.overall.f1 >= score.overall.f1 - 0.03, `${family} ${one.overall.f1}\n${told(one.disagreements)}`)
  }
})

test('the same records are read as well from Word and PDF', async (t) => {
  const documents = (await corpusDocuments()).filter((one) => !one.file.endsWith('-two-columns.pdf'))
  const { score, byFamily } = await scoreCorpus(readForScore, documents)
  for (const [family, one] of Object.entries(byFamily)) t.diagnostic(`${family} F1 ${one.overall.f1.toFixed(4)}`)
  assert.ok(score.overall.f1 >= 0.93, `F1 ${score.overall.f1}\n${told(score.disagreements)}`)
  assert.equal(told(unknown(score.inventions)), '')
})

test('a PDF in two columns is read down each, and a finding says so', async () => {
  const documents = (await corpusDocuments()).filter((one) => one.file.endsWith('-two-columns.pdf'))
  for (const document of documents) {
    const outcome = await readDocument(document.source, document.file, findingsFor)
    assert.ok(
      outcome.ok && outcome.readings.some((one) => one.findings.some(({ rule }) => rule === 'reading-columns')),
      document.file,
    )
    const { score } = await scoreCorpus(readForScore, [document])
    assert.ok(score.overall.f1 >= 0.8, `F1 ${score.overall.f1}\n${told(score.disagreements)}`)
  }
})

test('a document with tracked changes is read as if they were accepted, and a finding says so', async () => {
  const outcome = await readDocument(await trackedChanges(), 'tracked.docx', findingsFor)
  assert.ok(outcome.ok)
  const [reading] = outcome.readings
  assert.ok(reading?.text.includes(tracked.inserted))
  assert.ok(!reading?.text.includes(tracked.deleted))
  assert.ok(reading?.findings.some((finding) => /tracked change/i.test(finding.says)))
})

for (const unreadable of await unreadableDocuments()) {
  test(`${unreadable.file} is refused in plain words`, async () => {
    const outcome = await readDocument(unreadable.source, unreadable.file)
    assert.ok(!outcome.ok)
    assert.match(String(outcome.because), unreadable.because)
  })
}
