import PDFDocument from 'pdfkit'
import { createRequire } from 'node:module'
import { heading, list, paragraph, printer, tableOf, type Block, type Document } from '#platform/document/index.ts'
import type { Bench } from './report.ts'

const allowed = 100 // milliseconds in which nobody else is answered
const allowedMemory = 400 // megabytes by which the process may grow while many ask at once
const times = 5
const many = 20

/**
 * A record of about a hundred pages as a tagged PDF, against pdfkit writing the same words as plain text: no structure, no tables, no
 * other script; and as a Word document. The longest moment in which a server that prints them answers nobody, and what twenty people need
 * who ask for twenty such records at once.
 */
export const documents: Bench = async function* () {
  const document = record()
  await Promise.all([printer.print(document, 'pdf'), printer.print(document, 'docx')])
  const ours: number[] = []
  const word: number[] = []
  const floor: number[] = []
  const held: number[] = []
  let pages = 0
  for (let turn = 0; turn < times; turn++) {
    const plain = performance.now()
    await plainly(document)
    floor.push(performance.now() - plain)
    const pdf = await watched(() => printer.print(document, 'pdf'))
    const docx = await watched(() => printer.print(document, 'docx'))
    ours.push(pdf.took)
    word.push(docx.took)
    held.push(Math.max(pdf.longest, docx.longest))
    pages =
      Buffer.from(pdf.made)
        .toString('latin1')
        .match(/\/Type \/Page\b/gu)?.length ?? 0
  }
  const [mine, words, least, longest] = [middle(ours), middle(word), middle(floor), middle(held)]
  yield {
    what: `a record of ${pages} pages as a tagged PDF`,
    ours: `${Math.round(mine)} ms`,
    floor: `${Math.round(least)} ms`,
    ratio: least / mine,
    least: 0.3,
    note: 'floor: pdfkit, the same words as plain text',
  }
  yield {
    what: 'the same as a Word document',
    ours: `${Math.round(words)} ms`,
    floor: `${Math.round(least)} ms`,
    ratio: least / words,
    least: 0.2,
    note: 'the same floor',
  }
  yield {
    what: 'the longest moment in which either holds others up',
    ours: `${Math.round(longest)} ms`,
    floor: `${allowed} ms allowed`,
    ratio: allowed / longest,
    least: 1,
    note: `the middle of ${times}`,
  }
  const before = process.memoryUsage.rss()
  const all = await watched(() =>
    Promise.all(
      Array.from({ length: many }, (_, at) =>
        printer.print({ ...document, footer: `Larkshire Council · D-2026-${at}` }, at % 2 === 0 ? 'pdf' : 'docx'),
      ),
    ),
  )
  const grown = (all.most - before) / 2 ** 20
  yield {
    what: `memory for ${many} such records asked for at once`,
    ours: `${Math.round(grown)} MB more`,
    floor: `${allowedMemory} MB allowed`,
    ratio: allowedMemory / Math.max(1, grown),
    least: 1,
    note: `all had after ${(all.took / 1000).toFixed(1)} s; others waited at most ${Math.round(all.longest)} ms`,
  }
  await printer.close()
}

const middle = (of: number[]): number => of.toSorted((one, other) => one - other)[of.length >> 1] ?? 0

async function watched<Made>(
  make: () => Promise<Made>,
): Promise<{ made: Made; took: number; longest: number; most: number }> {
  let longest = 0
  let most = 0
  let last = performance.now()
  let isMade = false
  const look = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    most = Math.max(most, process.memoryUsage.rss())
    if (!isMade) setTimeout(look, 1)
  }
  look()
  const began = performance.now()
  const made = await make()
  const took = performance.now() - began
  await new Promise((resolve) => setTimeout(resolve, 2))
  isMade = true
  return { made, took, longest, most }
}

/** Words of all lengths, the same in each run, most of them more than once. */
function record(): Document {
  let seed = 1
  const next = (under: number): number => (seed = (seed * 48_271) % 2_147_483_647) % under
  const vocabulary = Array.from({ length: 4000 }, () =>
    Array.from({ length: 2 + next(9) }, () => 'etaoinshrdlucmfwypvbgkjqxz'[next(18)]).join(''),
  )
  const words = (count: number) => Array.from({ length: count }, () => vocabulary[next(4000)]).join(' ')
  return {
    title: 'A record',
    author: 'Larkshire Council',
    subject: 'A measurement',
    day: Temporal.PlainDate.from('2026-11-28'),
    footer: 'Larkshire Council · D-2026-0001',
    blocks: Array.from({ length: 60 }, (_, at): Block[] => [
      heading(at === 0 ? 1 : 2, words(5)),
      paragraph(words(300)),
      list([words(20), words(20), words(20)]),
      paragraph(words(140)),
      tableOf(
        ['What', 'Why', 'How much'],
        Array.from({ length: 14 }, (): string[] => [words(3), words(12), String(next(90_000))]),
      ),
    ]).flat(),
  }
}

const require = createRequire(import.meta.url)

function plainly({ blocks }: Document): Promise<void> {
  const pdf = new PDFDocument({ size: 'A4', margin: 62 })
  pdf.registerFont('text', require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')).font('text').fontSize(10.5)
  const done = new Promise<void>((resolve) => {
    pdf.on('data', () => undefined)
    pdf.on('end', resolve)
  })
  for (const block of blocks) {
    if (block.kind === 'heading') pdf.text(block.text)
    else if (block.kind === 'paragraph') pdf.text(block.runs.map(({ text }) => text).join(''))
    else if (block.kind === 'list') for (const { runs } of block.items) pdf.text(runs.map(({ text }) => text).join(''))
    else for (const row of [block.head, ...block.rows]) pdf.text(row.join('   '))
  }
  pdf.end()
  return done
}
