import { deflateRawSync } from 'node:zlib'
import { imageOnlyPdf, partScannedPdf, pdfDocument, trackedChanges, tracked } from './corpus/documents.ts'

/**
 * Documents that go wrong somewhere, made afresh for the tests of every door. Each must be answered with a sentence that
 * says what and what to do (`refused`), or with a reading that says what could not be read and is right about the rest.
 */
export type Awkward = {
  what: string
  file: string
  bytes: Uint8Array
  /** What the refusal must speak of, when it is to be refused. */
  refused?: RegExp
  /** What a finding or note of the reading must speak of. */
  says?: RegExp
  /** What must stand in the text that was read, and what must not. */
  text?: RegExp
  notText?: RegExp
}

const record = [
  'Larkshire Council',
  'Record of Executive Decision',
  '',
  'Title: Memory cafés in the north of the county',
  'Decision maker: Cabinet Member for Adult Social Care',
  'Date of decision: 3 March 2022',
  'Reference: ASC 22/014',
  '',
  'Decision:',
  'That the Cabinet Member:',
  '(a) approves a grant of £48,000 to the memory cafés;',
  '(b) delegates authority to the Director of Adult Social Care to sign the agreement.',
  '',
  'Reasons for decision: The cafés are full and two villages have none.',
  'Alternative options considered: To do nothing; the waiting list would grow.',
  'Declarations of interest: None declared.',
  '',
].join('\n')

/** A record that nothing is wrong with. */
export const plainRecord = (): Uint8Array => new TextEncoder().encode(record)

const bytes = (text: string) => new TextEncoder().encode(text)

/** One of each. */
export async function awkwardDocuments(): Promise<Awkward[]> {
  return [
    { what: 'an empty file', file: 'empty.txt', bytes: new Uint8Array(), refused: /empty/i },
    {
      what: 'an encrypted PDF',
      file: 'locked.pdf',
      bytes: await pdfDocument(record, { password: 'larkshire' }),
      refused: /password/i,
    },
    { what: 'a scanned PDF', file: 'scanned.pdf', bytes: await imageOnlyPdf(), refused: /no text.*scan.*OCR/is },
    {
      what: 'a PDF of which some pages are scans',
      file: 'part-scanned.pdf',
      bytes: await partScannedPdf(record),
      says: /Pages 2, 6 and 7 of 7 are pictures without text and could not be read\. Page 3 of 7 is mostly a picture/,
      text: /Memory cafés in the north/,
    },
    {
      what: 'a PDF that is called .txt',
      file: 'record.txt',
      bytes: await pdfDocument(record),
      text: /Memory cafés in the north/,
    },
    {
      what: 'a picture that is called .docx',
      file: 'record.docx',
      bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      refused: /picture/i,
    },
    { what: 'a zip bomb', file: 'bomb.docx', bytes: zipBomb(), refused: /unpacks to more than 64 MB/ },
    {
      what: 'a page with scripts',
      file: 'page.html',
      text: /Memory cafés/,
      notText: /stolen|alert\(/,
      bytes:
        bytes(`<!doctype html><html><head><title>Decision - Larkshire Council</title><script>alert('stolen')</script></head><body onload="alert('stolen')">
        <h1>Decision details</h1><img src=x onerror="alert('stolen')"><script>document.title = 'stolen'</script>
        <dl><dt>Title:</dt><dd>Memory cafés</dd><dt>Decision Maker:</dt><dd>Cabinet</dd><dt>Is Key decision?:</dt><dd>No</dd>
        <dt>Is subject to call in?:</dt><dd>No</dd></dl><svg onload="alert('stolen')"></svg></body></html>`),
    },
    {
      what: 'a text with markup in it',
      file: 'markup.txt',
      bytes: bytes(record.replace('two villages', '<script>alert(1)</script><b>two</b> villages')),
      text: /<script>alert\(1\)<\/script>/,
    },
    {
      what: 'a Word document with tracked changes',
      file: 'tracked.docx',
      bytes: await trackedChanges(),
      says: /tracked change/,
      text: new RegExp(tracked.inserted),
      notText: new RegExp(tracked.deleted),
    },
    {
      what: 'a PDF in two columns',
      file: 'columns.pdf',
      bytes: await pdfDocument(longer, { columns: 2 }),
      says: /two columns/,
      text: /villages have none\.\s+Alternative options/,
    },
    {
      what: 'Windows-1252',
      file: 'old.txt',
      bytes: windows1252(record),
      says: /Windows-1252/,
      text: /£48,000 to the memory cafés/,
    },
    {
      what: 'a day that there is not',
      file: 'day.txt',
      bytes: bytes(record.replace('3 March 2022', '31/02/2022')),
      says: /31\/02\/2022/,
    },
    {
      what: 'a sum that is a million times another',
      file: 'scale.txt',
      says: /3\.062/,
      bytes: bytes(
        record.replace('grant of £48,000 to', 'contract worth £3.062m over its term, at £3.062 in all, with'),
      ),
    },
    { what: 'a record of another country', file: 'abroad.txt', bytes: bytes(abroad), says: /Scotland.*not England/ },
    {
      what: 'a document without a decision',
      file: 'walk.txt',
      bytes: bytes('Thirty walkers set out from the pier and were back by four.\n'),
      says: /No decision was recognised/,
    },
  ]
}

/** The same with enough prose to fill two columns. */
const longer = record.replace(
  'Reasons for decision:',
  `Background: ${Array.from(
    { length: 40 },
    (_, at) =>
      `In village ${at + 1} the café opens once a week and is run by carers who asked for it, in a hall that the parish lends.`,
  ).join(' ')}\n\nReasons for decision:`,
)

const abroad = [
  'Comhairle Eilean Caol',
  'Record of Decision',
  '',
  'Title: Grant to the carers’ association',
  'Decision maker: Policy and Resources Committee',
  'Date of decision: 3 March 2022',
  '',
  'Decision: To approve, under section 56 of the Local Government (Scotland) Act 1973, a grant of £48,000.',
  'Reasons for decision: The association asked for it.',
  '',
].join('\n')

const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (char) => (char === '’' ? 0x92 : char.charCodeAt(0)))

/** A Word document whose one part unpacks to 200 MB from a few hundred kilobytes, and says that it is small. */
function zipBomb(): Uint8Array {
  const name = Buffer.from('word/document.xml')
  const packed = deflateRawSync(Buffer.alloc(200 * 2 ** 20, 0x20))
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(1000, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(1000, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([local, name, packed, entry, name, end]))
}
