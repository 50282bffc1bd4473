import { crc32, deflateSync } from 'node:zlib'
import { DeletedTextRun, Document, InsertedTextRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import PDFDocument from 'pdfkit'
import type { ExpectedReading } from './expectation.ts'
import { corpusRecords, type CorpusRecord, type Part } from './records.ts'
import { visibleText } from './visible-text.ts'

/** A document that cannot be read, and what the refusal must speak of. */
export type Unreadable = { file: string; source: Uint8Array; because: RegExp }

/** Records whose lines stand for themselves, so that they may be set as paragraphs, in one column or two. */
const setAgain = [
  'mg-decision-01',
  'mg-decision-07',
  'mg-issue-01',
  'mg-agenda-05',
  'officer-form-03',
  'executive-record-01',
  'executive-record-04',
  'cmis-03',
  'numbered-01',
  'legacy-01',
  'letter-02',
  'hearing-01',
] as const

/**
 * The same records as Word and PDF documents, made afresh: what is expected of the text is expected of each. The spans
 * of these expectations are of the text they were made from.
 */
export async function corpusDocuments(): Promise<CorpusRecord[]> {
  const records = corpusRecords(['open'])
  const made: CorpusRecord[] = []
  for (const name of setAgain) {
    const record = records.find((one) => one.file === `${name}.txt`)
    if (record === undefined) throw new Error(`no such record: ${name}`)
    const text = visibleText(record.file, record.source)
    made.push(again(record, `${name}.docx`, await wordDocument(text)))
    made.push(again(record, `${name}.pdf`, await pdfDocument(text)))
  }
  for (const name of ['mg-decision-01', 'letter-02']) {
    const record = records.find((one) => one.file === `${name}.txt`)
    if (record === undefined) throw new Error(`no such record: ${name}`)
    const text = visibleText(record.file, record.source)
    made.push(again(record, `${name}-two-columns.pdf`, await pdfDocument(text, { columns: 2 })))
  }
  return made
}

function again(record: CorpusRecord, file: string, source: Uint8Array): CorpusRecord {
  const family = file.endsWith('-two-columns.pdf') ? 'PDF, two columns' : file.endsWith('.pdf') ? 'PDF' : 'Word'
  const expected = record.expected.map((reading): ExpectedReading => ({ ...reading, file, family }))
  return { file, part: record.part satisfies Part, source, expected }
}

/** A Word document of `text`: a paragraph for each line, a table for each run of lines with tabs. */
export async function wordDocument(text: string): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = []
  let rows: string[][] = []
  const closeTable = (): void => {
    const columns = Math.max(...rows.map((row) => row.length))
    if (rows.length > 0) {
      children.push(
        new Table({
          rows: rows.map(
            (row) =>
              new TableRow({
                children: Array.from(
                  { length: columns },
                  (_, index) => new TableCell({ children: [new Paragraph(row[index] ?? '')] }),
                ),
              }),
          ),
        }),
      )
    }
    rows = []
  }
  for (const line of text.split('\n')) {
    if (line.trim().includes('\t')) {
      rows.push(line.split(/\t+/).map((cell) => cell.trim()))
      continue
    }
    closeTable()
    if (line.trim() !== '') children.push(new Paragraph({ children: [new TextRun(line)] }))
  }
  closeTable()
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

/** The words that a tracked change put in and took out of {@link trackedChanges}. */
export const tracked = { inserted: '£48,000', deleted: '£84,000' } as const

/** A Word document whose one sum was changed and the change not yet accepted. */
export async function trackedChanges(): Promise<Uint8Array> {
  const by = { author: 'A. Clerk', date: '2025-02-03T10:00:00Z' }
  const line = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] })
  return new Uint8Array(
    await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              line('Record of Officer Decision'),
              line('Title: Memory cafés'),
              line('Decision maker: Director of Public Health'),
              line('Date of decision: 4 February 2025'),
              new Paragraph({
                children: [
                  new TextRun('Decision: To make a grant of '),
                  new DeletedTextRun({ id: 1, ...by, text: tracked.deleted }),
                  new InsertedTextRun({ id: 2, ...by, text: tracked.inserted }),
                  new TextRun(' to the memory cafés.'),
                ],
              }),
              line('Reasons for decision: The cafés are full.'),
            ],
          },
        ],
      }),
    ),
  )
}

/** A PDF of `text`, in one column or two; with a password, no one may open it. */
export async function pdfDocument(text: string, how: { columns?: 1 | 2; password?: string } = {}): Promise<Uint8Array> {
  const locked = how.password === undefined ? {} : { userPassword: how.password, ownerPassword: `${how.password}!` }
  const document = new PDFDocument({ size: 'A4', margin: 50, ...locked })
  document.font('Helvetica').fontSize(10)
  const written = pieces(document)
  const width = document.page.width - 100
  const lines = text
    .split('\n')
    .map((line) => line.replaceAll('\t', '    ').trimEnd())
    .join('\n')
  if (how.columns === 2) {
    const columnGap = 24
    // Half the height that one column would need, so that the second column is used.
    const height = document.heightOfString(lines, { width: (width - columnGap) / 2 }) / 2 + 24
    document.text(lines, { width, columns: 2, columnGap, height })
  } else document.text(lines, { width })
  document.end()
  return written
}

/** A PDF with a picture on it and no text, as a scanner leaves it. */
export async function imageOnlyPdf(): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', margin: 0 })
  const written = pieces(document)
  document.image(Buffer.from(greyPng(60, 85)), 0, 0, { width: document.page.width })
  document.end()
  return written
}

/**
 * A record on its first page; then a scan, a line of type above a picture, a page left empty, a page of type with a small picture, and two
 * scans more.
 */
export async function partScannedPdf(text: string): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', margin: 40 })
  const written = pieces(document)
  const scan = Buffer.from(greyPng(60, 85))
  const typed = (words: string) => document.fontSize(9).text(words)
  typed(text)
  document.addPage().image(scan, 0, 0, { width: document.page.width })
  document.addPage()
  typed('Appendix B')
  document.image(scan, 40, 80, { width: document.page.width - 80 })
  document.addPage()
  document.addPage()
  typed('The memory cafés are full, and two villages have none. '.repeat(12))
  document.image(scan, 40, 700, { width: 60 })
  document.addPage().image(scan, 0, 0, { width: document.page.width })
  document.addPage().image(scan, 0, 0, { width: document.page.width })
  document.end()
  return written
}

/** Documents that must be refused in plain words. */
export async function unreadableDocuments(): Promise<Unreadable[]> {
  const locked = await pdfDocument('Decision maker: Cabinet', { password: 'larkshire' })
  return [
    { file: 'encrypted.pdf', source: locked, because: /password|encrypt|protect|lock/i },
    { file: 'scanned.pdf', source: await imageOnlyPdf(), because: /no text|scan|picture|image/i },
    { file: 'empty.txt', source: new Uint8Array(), because: /empty|nothing/i },
  ]
}

function pieces(document: PDFDocument): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  document.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
  document.on('error', reject)
  return promise
}

/** A grey PNG with darker lines across it, to stand for a scanned page. */
function greyPng(width: number, height: number): Uint8Array {
  const rows = Buffer.concat(
    Array.from({ length: height }, (_, row) =>
      Buffer.from([0, ...Array.from({ length: width }, () => (row % 6 === 3 ? 90 : 240))]),
    ),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
