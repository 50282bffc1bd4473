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

/** Inventions that are known and borne for now: the file and field, and why the reader makes them. */
const knownInventions: Record<string, string> = {}

const told = (disagreements: Disagreement[]): string => disagreements
  .map((one) => `${one.kind} ${one.file} ${one.field}: expected ${one.expected ?? '-'}, read ${one.got ?? '-'}`)
  .join('\n')

const heldOut = { todo: 'the records held out are new to the reader: docs/reading-score.md' }
test('the corpus is read with an F1 of at least 0.95 and nothing is invented', heldOut, async (t) => {
  const { score, byFamily, unread } = await scoreCorpus(readForScore, corpusRecords())
  t.diagnostic(`F1 ${score.overall.f1.toFixed(4)}, ${score.inventions.length} inventions`)
  assert.ok(score.overall.f1 >= 0.95, `F1 ${score.overall.f1}\n${told(score.disagreements)}`)
  const unknown = score.inventions.filter(({ file, field }) => !(`${file} ${field}` in knownInventions))
  assert.equal(told(unknown), '')
  const made = new Set(score.inventions.map(({ file, field }) => `${file} ${field}`))
  const mended = Object.keys(knownInventions).filter((known) => !made.has(known))
  assert.deepEqual(mended, [], 'no longer made: take them off the list')
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

const letterAsPdf = { todo: 'a letter set as PDF invents a clause' }
test('the same records are read as well from Word and PDF', letterAsPdf, async (t) => {
  const documents = (await corpusDocuments()).filter((one) => !one.file.endsWith('-two-columns.pdf'))
  const { score, byFamily } = await scoreCorpus(readForScore, documents)
  for (const [family, one] of Object.entries(byFamily)) t.diagnostic(`${family} F1 ${one.overall.f1.toFixed(4)}`)
  assert.ok(score.overall.f1 >= 0.93, `F1 ${score.overall.f1}\n${told(score.disagreements)}`)
  assert.equal(told(score.inventions), '')
})

const twoColumns = { todo: 'lines are read across' }
test('a PDF in two columns is read down each, or a finding says that it could not be', twoColumns, async () => {
  const documents = (await corpusDocuments()).filter((one) => one.file.endsWith('-two-columns.pdf'))
  for (const document of documents) {
    const outcome = await readDocument(document.source, document.file, findingsFor)
    if (!outcome.ok || outcome.readings.some((one) => one.findings.some(({ says }) => /column/i.test(says)))) continue
    const { score } = await scoreCorpus(readForScore, [document])
    assert.ok(score.overall.f1 >= 0.9, `F1 ${score.overall.f1}\n${told(score.disagreements)}`)
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
