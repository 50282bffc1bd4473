import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import bidiFactory, { type Bidi } from 'bidi-js'
import fc from 'fast-check'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import {
  fact,
  heading,
  list,
  paragraph,
  prose,
  quietly,
  tableOf,
  textOf,
  type Block,
  type Document,
  type Run,
} from './index.ts'
import { docxOf } from './docx.ts'
import { pdfOf } from './pdf.ts'
import { levelled } from './tree.ts'
import { nodesOf, readPdf, saidBy, textOf as pdfText } from '#testing/pdf.ts'
import { stretchesOf, tidy } from './letters.ts'
import { linesOf, settingOf } from './lines.ts'

const aDocument = (blocks: readonly Block[]): Document => ({
  title: 'A notice',
  author: 'Larkshire Council',
  subject: 'Notice',
  day: Temporal.PlainDate.from('2022-08-05'),
  footer: 'N-2022-0001',
  blocks,
})
const letters = (text: string) => tidy(text).replaceAll(/[^\p{L}\p{N}]+/gu, '')

async function readBack(document: Document): Promise<{ pdf: string; docx: string; pages: number }> {
  const { text, totalPages } = await extractText(await getDocumentProxy(await pdfOf(document)), { mergePages: true })
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docxOf(document)) })
  return { pdf: text.replaceAll(/N-2022-0001 · page \d+ of \d+/gu, ''), docx: value, pages: totalPages }
}

test('a notice with every kind of part says the same in PDF and in Word', async () => {
  const document = aDocument([
    heading(1, 'Notice of a key decision'),
    fact('Decision maker', 'Cabinet'),
    heading(2, 'What is to be decided'),
    ...prose('One paragraph.\n\nAnother.'),
    list([
      'A bullet',
      {
        label: '(iv)',
        words: [{ text: 'old', manner: 'struck' }, { text: ' and ' }, { text: 'new', manner: 'put-in' }],
      },
    ]),
    heading(3, 'Documents'),
    tableOf(
      ['Document', 'Date'],
      [
        ['Report of the Director', '1 August 2022'],
        ['', '2 August 2022'],
      ],
    ),
    paragraph([{ text: 'See ' }, { text: 'the page', href: 'https://larkshire.example/notices' }]),
    quietly('Small print.'),
  ])
  const { pdf, docx } = await readBack(document)
  for (const line of textOf(document)
    .split(/\n+|\t/u)
    .filter(Boolean)) {
    assert.ok(letters(pdf).includes(letters(line)), line)
    assert.ok(letters(docx).includes(letters(line)), line)
  }
  assert.match(docx, /\(iv\)\told and new/u)
})

test('a long document runs over many pages, loses nothing and numbers each', async () => {
  const document = aDocument(
    Array.from({ length: 120 }, (_, at) =>
      at % 6 === 0
        ? heading(2, `Heading ${at}`)
        : at % 5 === 0
          ? list([`Item ${at} ${'words '.repeat(60)}`])
          : paragraph(`Paragraph ${at} ${'more words '.repeat(40)}`),
    ),
  )
  const { pdf, pages } = await readBack(document)
  assert.ok(pages > 8)
  for (let at = 0; at < 120; at++) assert.match(pdf, new RegExp(`(?:Heading|Item|Paragraph) ${at}\\b`, 'u'))
})

test('names are set as people write them, from Łódź to Urdu, in a font that goes with the file', async () => {
  const names = [
    'Zażółć Łódź',
    'Ŵyn ap Dŷfed',
    'Ștefan Țurcanu',
    'Ελένη',
    'Наталія',
    'Nguyễn Thị Hương',
    'בתיה',
    'بیگم فہمیدہ نے',
    'ﷲ',
  ]
  const file = await pdfOf(aDocument(names.map((name) => paragraph(name))))
  const { text } = await extractText(await getDocumentProxy(file.slice()), { mergePages: true })
  for (const name of names.slice(0, 7)) assert.ok(text.normalize('NFC').includes(name), `${name} in ${text}`)
  const { root, faults } = readPdf(file)
  assert.deepEqual(faults, [])
  assert.deepEqual(
    nodesOf(root, /^P$/u).map((node) => saidBy(node)),
    names,
  )
  const raw = Buffer.from(file).toString('latin1')
  assert.match(raw, /\/FontFile2/u)
  assert.doesNotMatch(raw, /\/BaseFont \/Helvetica/u)
})

test('the scripts of South Asia are shaped, and read out as they were written', async () => {
  const said = [
    'সামাজিক যত্ন: ক্ষুদ্র ব্যবসায়ীদের কর্তৃত্ব',
    'સામાજિક સંભાળ શ્રી પ્રકૃતિ',
    'ਸਮਾਜਿਕ ਦੇਖਭਾਲ ਸ੍ਰੀ ਹਰਿਮੰਦਰ',
    'सामाजिक देखभाल श्री कृष्ण',
    'சமூக பராமரிப்பு கொள்கை',
  ]
  const { root, faults } = readPdf(await pdfOf(aDocument(said.map((one) => paragraph(one)))))
  assert.deepEqual(faults, [])
  assert.deepEqual(
    nodesOf(root, /^P$/u).map((node) => saidBy(node)),
    said.map((one) => one.normalize('NFC')),
  )
  assert.deepEqual(
    nodesOf(root, /^Span$/u).map((node) => node.dict['Lang']),
    ['bn', 'gu', 'pa', 'hi', 'ta'],
  )
})

test('a new line within a paragraph is a space to whoever listens or copies', async () => {
  const { root, faults } = readPdf(
    await pdfOf(aDocument([paragraph('Desmond Okoro\nRosalind Thwaite'), paragraph('שלום\nעולם')])),
  )
  assert.deepEqual(faults, [])
  assert.deepEqual(
    nodesOf(root, /^P$/u).map((node) => saidBy(node)),
    ['Desmond Okoro Rosalind Thwaite', 'שלום עולם'],
  )
})

test('Chinese is printed in both its ways of writing, and Japanese; each is told to the voice that reads it', async () => {
  const said = [
    ['社会照顾：我们需要更多时间。', 'zh-Hans'],
    ['社會照顧：我們需要更多時間。', 'zh-Hant'],
    ['高齢者のケアについて', 'ja'],
  ] as const
  const file = await pdfOf(aDocument(said.map(([one]) => paragraph(one))))
  const { root, faults } = readPdf(file)
  assert.deepEqual(faults, [])
  assert.deepEqual(
    nodesOf(root, /^P$/u).map((node) => saidBy(node)),
    said.map(([one]) => one),
  )
  assert.deepEqual(
    nodesOf(root, /^Span$/u).map((node) => node.dict['Lang']),
    said.map(([, language]) => language),
  )
  assert.ok(file.length < 120_000, `${file.length} bytes: only the letters used go into the file`)
  const body = partsOf(await docxOf(aDocument(said.map(([one]) => paragraph(one)))))('word/document.xml')
  assert.match(body, /w:eastAsia="zh-CN".*w:eastAsia="zh-TW".*w:eastAsia="ja-JP"/u)
})

test('a line of Chinese ends between any two words, but not before what closes a sentence nor after what opens a bracket', () => {
  const text = '我们需要更多时间，因为照顾者（包括年轻人）没有得到足够的支持。Council的回答「我们听到了」。'.repeat(6)
  for (let wide = 6000; wide < 20_000; wide += 700) {
    const lines = finish(linesOf(finish(settingOf([{ text }])), wide)).map(({ fragments }) =>
      fragments.map((one) => one.text).join(''),
    )
    assert.equal(lines.join(''), text)
    for (const line of lines) {
      assert.doesNotMatch(line, /^[，。）」]|[（「]$/u)
      assert.ok(!/Counci?$/u.test(line), line)
    }
    // No line is left half empty for want of a space.
    const full = finish(linesOf(finish(settingOf([{ text }])), wide)).slice(0, -1)
    for (const { fragments } of full) assert.ok(Math.max(...fragments.map(({ x, width }) => x + width)) > wide - 6500)
  }
})

test('what no font has is said where it is missing and at the end, never an empty box', async () => {
  assert.deepEqual(
    stretchesOf(tidy('Café Łódź “ŵ” €5 – ½ \u00A0x\u200B → −3 ☑ 한')).map(({ text }) => text),
    ['Café Łódź “ŵ” €5 – ½ \u00A0x\u200B → −3 ☑ ', '\u2066[1 Korean character not shown]\u2069'],
  )
  const file = await pdfOf(aDocument([paragraph('She wrote 사회돌봄 and ไทย.'), tableOf(['What'], [['한국']])]))
  const { text } = await extractText(await getDocumentProxy(file.slice()), { mergePages: true })
  assert.match(text, /She wrote \[4 Korean characters not shown\] and \[3 Thai characters not shown\]\./u)
  assert.match(text, /\[2 Korean characters not shown\]/u)
  assert.match(text.replaceAll(/\s+/gu, ' '), /this file has no letters for Korean characters, Thai characters/u)
  // Whoever listens to it hears what was written.
  const { root, faults } = readPdf(file)
  assert.deepEqual(faults, [])
  assert.equal(saidBy(nodesOf(root, /^P$/u)[0] ?? root), 'She wrote 사회돌봄 and ไทย.')
  // A letter that Word cannot have either is in the Word file all the same.
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docxOf(aDocument([paragraph('한국')]))) })
  assert.match(value, /한국/u)
})

test('no letter that anybody can type breaks the files', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 1, maxLength: 4 }),
      async (texts) => {
        const document = aDocument(texts.map((text) => paragraph(text)))
        assert.deepEqual(readPdf(await pdfOf(document)).faults, [])
        const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docxOf(document)) })
        for (const text of texts) assert.ok(letters(value).includes(letters(text)), text)
      },
    ),
    { numRuns: 15 },
  )
})

test('a line that mixes directions stands on the right or the left by its first letters, its words in their own order', async () => {
  const file = await pdfOf(
    aDocument([
      paragraph('שלום Council (2022) עולם'),
      paragraph('Council שלום (2022)'),
      fact('Written by', 'שלום'),
      list(['שלום']),
      tableOf(['Name', 'Note'], [['שלום', 'yes']]),
    ]),
  )
  const page = await (await getDocumentProxy(file.slice())).getPage(1)
  const { items } = await page.getTextContent()
  const placed = items.flatMap((one) =>
    'str' in one && one.str.trim() !== ''
      ? [
          {
            text: one.str.trim(),
            from: one.transform[4] as number,
            to: (one.transform[4] as number) + one.width,
            y: one.transform[5] as number,
          },
        ]
      : [],
  )
  const rows = [...new Set(placed.map(({ y }) => y))].map((y) =>
    placed
      .filter((one) => one.y === y)
      .sort((one, other) => one.from - other.from)
      .map(({ text }) => text)
      .join(' '),
  )
  // From left to right as they are seen: the first word of a line from the right is its last here.
  assert.match(rows[0] ?? '', /^עולם .*Council.*2022.* שלום$/u)
  assert.match(rows[1] ?? '', /^Council .*2022.*שלום/u)
  assert.match(rows[2] ?? '', /^Written by: שלום$/u)
  assert.match(rows[3] ?? '', /^שלום •$/u)
  assert.ok(Math.max(...placed.filter(({ y }) => y === placed[0]?.y).map(({ to }) => to)) > 530)
  assert.ok(Math.min(...placed.filter(({ text }) => text === 'Written by:').map(({ from }) => from)) < 64)
})

test('letters are put in order as the Unicode bidirectional algorithm says, wherever a line is made of several pieces', async () => {
  const bidi = (bidiFactory as unknown as () => Bidi)()
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('שלום', 'עולם', 'Council', '2022', '(', ')', ',', ' ', ' ', '-', 'a'), {
        minLength: 1,
        maxLength: 14,
      }),
      fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
      (parts, cuts) => {
        const text = parts.join('').trim()
        const runs: Run[] = []
        let from = 0
        for (const cut of [...cuts, 100]) {
          runs.push({ text: text.slice(from, from + cut), ...(cut % 2 ? { manner: 'strong' as const } : {}) })
          from += cut
        }
        const [line] = finish(linesOf(finish(settingOf(runs)), 1e6))
        assert.ok(line)
        const seen = line.fragments
          .toSorted((one, other) => one.x - other.x)
          .flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text))
          .join('')
        const levels = bidi.getEmbeddingLevels(text, 'auto')
        assert.equal(
          seen,
          bidi
            .getReorderedIndices(text, levels)
            .map((at) => text[at])
            .join(''),
        )
      },
    ),
  )
})

function finish<Result>(work: Generator<undefined, Result, undefined>): Result {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

const words = fc.oneof(
  { weight: 6, arbitrary: fc.lorem({ maxCount: 60 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'الرعاية الاجتماعية (2022) للبالغين في Larkshire',
      'ہم چاہتے ہیں کہ',
      'সামাজিক যত্ন',
      'שלום (עולם)',
      '社会 and more',
      '',
      'x'.repeat(300),
    ),
  },
)
const run = fc
  .record({
    text: words,
    manner: fc.constantFrom('strong', 'struck', 'put-in', undefined),
    href: fc.option(fc.constant('https://larkshire.example/a'), { nil: undefined, freq: 6 }),
  })
  .map(({ text, manner, href }): Run => ({
    text,
    ...(manner === undefined ? {} : { manner }),
    ...(href === undefined ? {} : { href }),
  }))
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    text: fc.lorem({ maxCount: 8 }),
  }),
  fc.array(run, { minLength: 1, maxLength: 4 }).map((runs): Block => paragraph(runs)),
  words.map((one) => quietly(one)),
  fc
    .array(
      fc.record({
        label: fc.constantFrom(null, '(a)', '(iv)', '12.'),
        words: fc.array(run, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((items) => list(items)),
  fc
    .integer({ min: 1, max: 5 })
    .chain((columns) =>
      fc
        .tuple(
          fc.array(fc.lorem({ maxCount: 2 }), { minLength: columns, maxLength: columns }),
          fc.array(fc.array(words, { minLength: columns, maxLength: columns }), { maxLength: 12 }),
        )
        .map(([head, rows]) => tableOf(head, rows)),
    ),
)

test('whatever a document says, its structure says the same in the same order, and nothing of PDF/UA-1 that a machine can see is broken', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 30 }), async (blocks) => {
      const document = { ...aDocument(blocks), title: 'Care & <support>', lang: 'en-GB' }
      const { root, faults, pages, artifacts, bookmarks, catalog } = readPdf(await pdfOf(document))
      assert.deepEqual(faults, [])
      assert.equal(pdfText(catalog['Lang']), 'en-GB')
      const said = (text: string) => tidy(text).replaceAll(/[\s\u200B-\u200F\u2066-\u2069]/gu, '')
      const told = root.children.flatMap((one) => (typeof one === 'object' && 'role' in one ? [one] : []))
      const inOrder = levelled(blocks)
      const isShown = (of: Block) => of.kind !== 'paragraph' || of.runs.some(({ text }) => tidy(text) !== '')
      const shown = inOrder.filter(isShown)
      const note = told.length - shown.length
      assert.ok(note === 0 || note === 1)
      for (const [at, of] of shown.entries()) {
        const node = told[at]
        assert.ok(node)
        assert.equal(
          node.role,
          of.kind === 'heading' ? `H${of.level}` : of.kind === 'paragraph' ? 'P' : of.kind === 'list' ? 'L' : 'Table',
        )
        const items = of.kind === 'list' ? of.items.map(({ label, runs }) => ({ label: label ?? '•', runs })) : []
        const wanted =
          of.kind === 'list'
            ? items.map(({ label, runs }) => label + runs.map(({ text }) => text).join('')).join('')
            : textOf({ blocks: [of] })
        assert.equal(said(saidBy(node)), said(wanted))
        if (of.kind === 'table') {
          const cells = nodesOf(node, /^TR$/u).map((row) => nodesOf(row, /^T[HD]$/u).map((cell) => said(saidBy(cell))))
          assert.deepEqual(
            cells,
            [of.head, ...of.rows].map((row) => row.map(said)),
          )
        }
        if (of.kind === 'list')
          assert.deepEqual(
            nodesOf(node, /^Lbl$/u).map(saidBy),
            items.map(({ label }) => label),
          )
      }
      const titled = inOrder.flatMap((of) => (of.kind === 'heading' ? [{ title: of.text, level: of.level }] : []))
      assert.deepEqual(bookmarks, titled)
      for (let page = 1; page <= pages; page++) assert.ok(artifacts.includes(`N-2022-0001 · page ${page} of ${pages}`))
    }),
    { numRuns: 12 },
  )
})

test('no heading stands at the foot of a page, no line alone at its foot or head, and a table’s head comes back', async () => {
  for (let lines = 20; lines < 48; lines += 3) {
    const file = await pdfOf(
      aDocument([
        ...Array.from({ length: lines }, (_, at) => paragraph(`Filler ${at}`)),
        heading(2, 'A heading'),
        heading(3, 'And one under it'),
        paragraph('words of a paragraph '.repeat(18)),
        tableOf(
          ['Head one', 'Head two'],
          Array.from({ length: 50 }, (_, at) => [`Row ${at}`, `words of row ${at} `.repeat(at % 7)]),
        ),
      ]),
    )
    const pages = await Promise.all(
      Array.from({ length: readPdf(file).pages }, async (_, at) => {
        const { items } = await (await (await getDocumentProxy(file.slice())).getPage(at + 1)).getTextContent()
        return items.flatMap((one) => ('str' in one && one.str.trim() !== '' ? [one.str] : []))
      }),
    )
    for (const texts of pages) {
      const last = texts.findLast((text) => !text.startsWith('N-2022-0001')) ?? ''
      assert.doesNotMatch(last, /^(?:A heading|And one under it|Head two)/u)
      const rows = texts.findIndex((text) => /^Row \d/u.test(text))
      if (rows >= 0) assert.ok(texts.indexOf('Head one') >= 0 && texts.indexOf('Head one') < rows)
      const paragraphs = texts.filter(
        (text) =>
          text.startsWith('words of a paragraph') || text.startsWith('of a paragraph') || text.startsWith('paragraph'),
      )
      assert.notEqual(paragraphs.length, 1)
    }
  }
})

test('a long document is made a little at a time: others are answered meanwhile', async () => {
  let turns = 0
  let isMade = false
  const count = (): void => {
    turns++
    if (!isMade) setImmediate(count)
  }
  setImmediate(count)
  const file = await pdfOf(
    aDocument(Array.from({ length: 900 }, (_, at) => paragraph(`Paragraph ${at} ${'words of it '.repeat(70)}`))),
  )
  isMade = true
  const { pages } = readPdf(file)
  assert.ok(pages > 90)
  assert.ok(turns > 5, `${turns} turns`)
})

test('the Word file has headings, lists, heads of tables, links, languages and directions of its own', async () => {
  const bytes = await docxOf(
    aDocument([
      heading(1, 'Notice'),
      heading(3, 'A level down'),
      list(['One', { label: '(iv)', words: 'Four' }]),
      tableOf(
        ['Document', 'Date'],
        [
          ['Report', '1 August 2022'],
          ['', ''],
        ],
      ),
      tableOf(['Other'], [['x']]),
      paragraph([
        { text: 'See ' },
        { text: 'the page of notices', href: 'https://larkshire.example/n' },
        { text: 'bore da', lang: 'cy' },
      ]),
      paragraph('بیگم فہمیدہ wrote this'),
      paragraph('Written by فہمیدہ: fine'),
      quietly('Small print:'),
      list(['it stays together']),
    ]),
  )
  const part = partsOf(bytes)
  const body = part('word/document.xml')
  assert.match(part('docProps/core.xml'), /<dc:title>A notice<\/dc:title>/u)
  assert.match(part('word/styles.xml'), /<w:lang w:val="en-GB"/u)
  const paragraphs = body.match(/<w:p>.*?<\/w:p>|<w:p\/>/gu) ?? []
  const of = (text: string) => paragraphs.find((one) => one.includes(text)) ?? ''
  assert.match(of('Notice'), /w:pStyle w:val="Heading1"/u)
  // No level is skipped, and nothing looks like a heading that is none.
  assert.match(of('A level down'), /w:pStyle w:val="Heading2"/u)
  assert.equal(body.match(/w:val="Heading/gu)?.length, 2)
  assert.match(of('One'), /<w:numPr>/u)
  assert.match(of('Four'), /w:pStyle w:val="ListParagraph".*\(iv\).*<w:tab\/>/u)
  // A heading is as bold as its style, and a column as broad as what is in it.
  assert.doesNotMatch(of('Notice'), /<w:b /u)
  const [first = 0, second = 0] = [...body.matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(([, width]) => Number(width))
  assert.ok(first > 0 && second > first, `${first} and ${second}`)
  assert.match(part('word/numbering.xml'), /w:numFmt w:val="bullet"/u)
  assert.equal(body.match(/<w:tblHeader/gu)?.length, 2)
  assert.match(body, /<w:hyperlink [^>]*r:id="[^"]+"[^>]*>.*?the page of notices/u)
  assert.match(part('word/_rels/document.xml.rels'), /https:\/\/larkshire\.example\/n/u)
  assert.match(body, /<w:lang w:val="cy"\/>/u)
  assert.match(of('بیگم'), /<w:bidi\/>.*<w:rtl\/>/u)
  assert.match(of('بیگم'), /w:bidi="ur"/u)
  assert.doesNotMatch(of('Written by'), /<w:bidi\/>/u)
  assert.match(of('Written by'), /<w:rtl\/>/u)
  assert.match(of('Small print:'), /<w:keepNext\/>/u)
  // An empty paragraph is read out as nothing; there is one between two tables and no other.
  assert.equal(paragraphs.filter((one) => !one.includes('<w:t') && !body.includes(`${one}</w:tc>`)).length, 1)
})

/** The parts of a Word file, which is a ZIP: by its directory at the end. */
function partsOf(bytes: Uint8Array): (name: string) => string {
  const file = Buffer.from(bytes)
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const parts = new Map<string, string>()
  for (let at = file.readUInt32LE(end + 16); file.readUInt32LE(at) === 0x02014b50;) {
    const [packed, name, extra, comment, from] = [20, 28, 30, 32, 42].map((place) =>
      place === 20 || place === 42 ? file.readUInt32LE(at + place) : file.readUInt16LE(at + place),
    ) as [number, number, number, number, number]
    const start = from + 30 + file.readUInt16LE(from + 26) + file.readUInt16LE(from + 28)
    const data = file.subarray(start, start + packed)
    parts.set(
      file.toString('utf8', at + 46, at + 46 + name),
      (file.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString('utf8'),
    )
    at += 46 + name + extra + comment
  }
  return (name) => parts.get(name) ?? ''
}
