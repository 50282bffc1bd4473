import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { readDocument } from '../read.ts'
import { extract, LARGEST_FILE } from './extract.ts'

async function textOf(bytes: Uint8Array): Promise<string> {
  const out = await extract(bytes)
  assert.ok(out.ok, out.ok ? '' : out.because)
  return out.text
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const out = await extract(bytes)
  assert.ok(!out.ok, 'was read')
  return out.because
}

/** What these tests draw with; pdfkit ships no types of its own. */
type Paper = {
  fontSize(points: number): Paper
  text(words: string, ...place: unknown[]): Paper
  rect(x: number, y: number, width: number, height: number): { fill(colour: string): void }
}

function pdf(draw: (document: Paper) => void, options: object = {}): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const document = new PDFDocument({ size: 'A4', margin: 50, ...options })
    const parts: Uint8Array[] = []
    document.on('data', (part: Uint8Array) => parts.push(part))
    document.on('end', () => resolve(Buffer.concat(parts)))
    draw(document as unknown as Paper)
    document.end()
  })
}

/** A ZIP of one deflated entry, for what no library would write. */
function zipOf(name: string, content: Buffer, flags = 0): Uint8Array {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(flags, 6)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(content.length, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(flags, 8)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(content.length, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}

test('UTF-8, UTF-16 and Windows-1252 bytes give the same words', async () => {
  const words = 'Decision: to pay £7,500 – “agreed”'
  assert.equal(await textOf(Buffer.from(words)), words)
  assert.equal(await textOf(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')])), words)
  assert.equal(await textOf(Buffer.from(words, 'utf16le')), words)
  const western = Buffer.from('Decision: to pay \xa37,500 \x96 \x93agreed\x94', 'latin1')
  const out = await extract(western)
  assert.ok(out.ok)
  assert.equal(out.text, words)
  assert.deepEqual(
    out.findings.map(({ rule }) => rule),
    ['reading-windows-1252'],
  )
})

test('a web page gives its main part: no scripts, menus or hidden words, rows as tabs, tick boxes as signs', async () => {
  const html = `<!doctype html><html><head><title>Decision - Larkshire Council</title><style>p{}</style></head><body>
    <nav><a href="/">Menu entry</a></nav><div class="cookie-banner">We use cookies</div>
    <main><h1>Decision details</h1><script>steal('words')</script><p hidden>Hidden words</p>
    <p><span class="mgLabel">Decision Maker: </span>Cabinet</p>
    <table><tr><td>Ref No:</td><td>12/34</td></tr><tr><td>Key</td><td><input type="checkbox" checked> Yes <input type="checkbox"> No</td></tr></table>
    <ol type="a"><li>To approve the plan.</li><li>To note the risks.</li></ol></main><footer>Foot</footer></body></html>`
  const text = await textOf(Buffer.from(html))
  assert.match(text, /^Larkshire Council\n/)
  assert.match(text, /Decision Maker: Cabinet/)
  assert.match(text, /Ref No:\t12\/34\nKey\t☑ Yes ☐ No/)
  assert.match(text, /a\. To approve the plan\.\nb\. To note the risks\./)
  assert.doesNotMatch(text, /steal|Menu|cookies|Hidden|Foot/)
})

test('a text with a tick box in it stays a text', async () => {
  const words = 'Key <input type="checkbox"/>\tNon-Key <input checked="" type="checkbox"/>\n<i>note</i>'
  assert.equal(await textOf(Buffer.from(words)), words)
})

test('a Word document gives its numbers and rows, and tracked changes as if accepted', async () => {
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'letters',
          levels: [{ level: 0, format: LevelFormat.LOWER_LETTER, text: '(%1)', alignment: AlignmentType.START }],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph('RECORD OF DECISION'),
          new Table({
            rows: [
              new TableRow({
                children: [
                  new TableCell({ children: [new Paragraph('Ref No:')] }),
                  new TableCell({ children: [new Paragraph('2084')] }),
                ],
              }),
            ],
          }),
          new Paragraph({
            children: [
              new TextRun('To spend '),
              new DeletedTextRun({ text: '£5,000', id: 1, author: 'A', date: '2024-01-01T00:00:00Z' }),
              new InsertedTextRun({ text: '£7,500', id: 2, author: 'A', date: '2024-01-01T00:00:00Z' }),
            ],
          }),
          new Paragraph({ text: 'To approve the plan.', numbering: { reference: 'letters', level: 0 } }),
          new Paragraph({ text: 'To note the risks.', numbering: { reference: 'letters', level: 0 } }),
        ],
      },
    ],
  })
  const out = await extract(await Packer.toBuffer(document))
  assert.ok(out.ok)
  assert.match(out.text, /Ref No:\t2084/)
  assert.match(out.text, /To spend £7,500/)
  assert.doesNotMatch(out.text, /5,000/)
  assert.match(out.text, /\(a\) To approve the plan\.\n\(b\) To note the risks\./)
  assert.deepEqual(
    out.findings.map(({ rule }) => rule),
    ['reading-tracked-changes'],
  )
})

test('a PDF gives its lines, and the columns of a form as tabs', async () => {
  const text = await textOf(
    await pdf((document) => {
      document.fontSize(11).text('RECORD OF EXECUTIVE DECISION', 50, 60)
      document.text('Decision maker:', 50, 90).text('Cabinet', 250, 90)
      document.text('(i) To approve the use of the grant process', 50, 130).text('for services.', 50, 145)
    }),
  )
  assert.match(text, /^RECORD OF EXECUTIVE DECISION\n/)
  assert.match(text, /Decision maker:\tCabinet/)
  assert.match(text, /\(i\) To approve the use of the grant process\nfor services\./)
})

test('a PDF in two columns is read down the first and then down the second', async () => {
  const left = Array.from({ length: 24 }, (_, line) => `left line ${line} runs on to the gutter edge`)
  const right = Array.from({ length: 24 }, (_, line) => `right line ${line} runs on to the margin`)
  const out = await extract(
    await pdf((document) => {
      document.fontSize(10)
      left.forEach((words, line) => document.text(words, 50, 80 + line * 14, { lineBreak: false }))
      right.forEach((words, line) => document.text(words, 310, 80 + line * 14, { lineBreak: false }))
    }),
  )
  assert.ok(out.ok)
  assert.ok(out.text.indexOf('left line 23') < out.text.indexOf('right line 0'), 'columns are mixed')
  assert.deepEqual(
    out.findings.map(({ rule }) => rule),
    ['reading-columns'],
  )
})

test('what cannot be read is refused with what to do next', async () => {
  assert.match(await refusal(new Uint8Array()), /empty.*give it again/)
  assert.match(await refusal(Buffer.from('   \n\t ')), /no words/)
  assert.match(await refusal(new Uint8Array(LARGEST_FILE + 1)), /at most 64 MB/)
  assert.match(await refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])), /picture.*OCR/)
  assert.match(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])), /old Word format/)
  assert.match(await refusal(Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8])), /neither text, HTML, DOCX nor PDF/)
  assert.match(await refusal(zipOf('pictures/a.txt', Buffer.from('x'))), /ZIP archive/)
  assert.match(await refusal(Buffer.from('%PDF-1.7\nnothing more')), /damaged/)
  assert.match(
    await refusal(
      await pdf((document) => {
        document.rect(60, 60, 300, 300).fill('grey')
      }),
    ),
    /scan.*OCR/,
  )
  assert.match(
    await refusal(
      await pdf(
        (document) => {
          document.text('secret')
        },
        { userPassword: 'x', ownerPassword: 'y' },
      ),
    ),
    /password/,
  )
})

test('a bomb is stopped before it is unpacked', async () => {
  const bomb = zipOf('word/document.xml', Buffer.alloc(80 * 1024 * 1024, 0x20))
  assert.ok(bomb.length < 200_000)
  assert.match(await refusal(bomb), /unpacks to more than 64 MB/)
  assert.match(await refusal(zipOf('word/document.xml', Buffer.from('<w:p/>'), 1)), /password/)
})

test('the name of a file does not matter, its content does', async () => {
  const bytes = await pdf((document) => {
    document.text('Decision Maker: Cabinet').text('Decision status: Approved').text('Is Key decision?: Yes')
  })
  const out = await readDocument(bytes, 'letter.docx')
  assert.ok(out.ok)
  assert.equal(out.readings[0]?.file, 'letter.docx')
  assert.equal(out.readings[0]?.decisionMaker?.value, 'Cabinet')
})
