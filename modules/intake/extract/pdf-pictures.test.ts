import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heading, paragraph } from '#platform/document/index.ts'
import { pdfOf } from '#platform/document/pdf.ts'
import { imageOnlyPdf, partScannedPdf, pdfDocument } from '../corpus/documents.ts'
import { extract } from './extract.ts'
import { textOfFile } from './text-of-file.ts'

const record = 'Decision maker: Cabinet\nDecision: That a grant be approved.'

test('pages that are pictures are named, also those with a line of type; an empty page and a small picture are none', async () => {
  const found = await extract(await partScannedPdf(record))
  assert.ok(found.ok)
  assert.deepEqual(found.unread, [2, 3, 6, 7])
  assert.deepEqual(
    found.findings.map(({ rule, weight, says }) => ({ rule, weight, says })),
    [
      {
        rule: 'reading-scanned-pages',
        weight: 'warning',
        says:
          'Pages 2, 6 and 7 of 7 are pictures without text and could not be read. '
          + 'Page 3 of 7 is mostly a picture; what stands in it could not be read. '
          + 'Read it there yourself, or run text recognition (OCR) on the file and give the result.',
      },
    ],
  )
  assert.match(found.text, /That a grant be approved/u)
})

test('of a file whose words are all read nothing is said, and a file without words has none', async () => {
  const typed = await extract(await pdfDocument(record))
  assert.ok(typed.ok)
  assert.deepEqual([typed.unread, typed.findings], [[], []])
  assert.deepEqual((await textOfFile(await partScannedPdf(record)))?.unread, [2, 3, 6, 7])
  assert.deepEqual((await textOfFile(new TextEncoder().encode(record)))?.unread, [])
  assert.equal(await textOfFile(await imageOnlyPdf()), null)
})

test('a foot that counts pages is no part of what a document of two pages says', async () => {
  const words = 'The cafés are full, and two villages have none. '.repeat(90)
  const printed = await pdfOf({
    title: 'A grant',
    author: 'Larkshire Council',
    subject: 'Record',
    day: Temporal.PlainDate.from('2022-08-05'),
    footer: 'Larkshire Council · D-2022-0001',
    blocks: [heading(1, 'A grant'), paragraph(words)],
  })
  const found = await extract(printed)
  assert.ok(found.ok)
  assert.match(found.text, /two villages have none/u)
  assert.doesNotMatch(found.text, /D-2022-0001|page 1 of 2/u)
})
