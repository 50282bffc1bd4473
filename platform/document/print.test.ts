import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPdf } from '#testing/pdf.ts'
import { openPrinter, TooMuchToPrint, type Printer } from './print.ts'
import { heading, paragraph, type Document } from './tree.ts'

const notice = (title: string): Document => ({
  title,
  author: 'Larkshire Council',
  subject: 'Notice',
  day: Temporal.PlainDate.from('2022-08-05'),
  footer: 'N-2022-0001',
  blocks: [heading(1, title), paragraph('Cabinet will decide.')],
})

/** A thread that does as the title of a document says, and otherwise answers how many it was asked for. */
const thread = (doing: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads'
  let asked = 0
  parentPort.on('message', ({ form, document }) => {
    asked++
    if (JSON.parse(document).title === 'awkward') { ${doing} }
    parentPort.postMessage({ file: new TextEncoder().encode(form + asked) })
  })
  parentPort.postMessage('ready')`)}`,
  )

const made = async (printer: Printer, title: string): Promise<string> =>
  new TextDecoder().decode(await printer.print(notice(title), 'pdf'))

test('a document is printed in a thread of its own, in either form', async () => {
  const printer = openPrinter()
  try {
    const [pdf, docx] = await Promise.all([
      printer.print(notice('Everyday life activities'), 'pdf'),
      printer.print(notice('Everyday life activities'), 'docx'),
    ])
    const { faults, bookmarks } = readPdf(pdf)
    assert.deepEqual(faults, [])
    assert.deepEqual(bookmarks, [{ title: 'Everyday life activities', level: 1 }])
    assert.equal(Buffer.from(docx).toString('latin1', 0, 2), 'PK')
  } finally {
    await printer.close()
  }
})

test('twenty people who ask for the same at once get one file, printed once', async () => {
  const printer = openPrinter({ thread: thread(''), threads: 1 })
  try {
    const files = await Promise.all(Array.from({ length: 20 }, () => made(printer, 'A')))
    assert.deepEqual(new Set(files), new Set(['pdf1']))
    assert.equal(await made(printer, 'A'), 'pdf2')
  } finally {
    await printer.close()
  }
})

test('no more are at work at once than there are threads, none is lost, and past a number whoever comes next is told to come again', async () => {
  const printer = openPrinter({ thread: thread(''), threads: 1, waiting: 3 })
  try {
    const outcomes = await Promise.allSettled(['A', 'B', 'C', 'D', 'E', 'F'].map((title) => made(printer, title)))
    assert.deepEqual(
      outcomes.map((one) => (one.status === 'fulfilled' ? one.value : one.reason instanceof TooMuchToPrint)),
      ['pdf1', 'pdf2', 'pdf3', 'pdf4', true, true],
    )
    assert.equal(await made(printer, 'E'), 'pdf5')
  } finally {
    await printer.close()
  }
})

for (const { what, doing, says } of [
  { what: 'takes for ever', doing: 'for (;;) {}', says: /took longer than 1 seconds/u },
  { what: 'fills the heap', doing: 'const all = []; for (;;) all.push([asked, all.length])', says: /memory/u },
  { what: 'breaks the thread', doing: 'throw new Error("broken")', says: /broken/u },
  { what: 'ends the thread', doing: 'process.exit(0)', says: /thread that was printing a document ended/u },
]) {
  test(`a document that ${what} is given up, and the next gets a fresh thread`, async () => {
    const printer = openPrinter({
      thread: thread(doing),
      threads: 1,
      seconds: what === 'takes for ever' ? 1 : 60,
      heap: 32,
    })
    try {
      assert.equal(await made(printer, 'plain'), 'pdf1')
      await assert.rejects(made(printer, 'awkward'), says)
      assert.equal(await made(printer, 'plain'), 'pdf1')
    } finally {
      await printer.close()
    }
  })
}

test('a thread with nothing to do is ended, and another starts when it is needed', async () => {
  const printer = openPrinter({ thread: thread(''), threads: 1, idle: 0 })
  try {
    assert.equal(await made(printer, 'A'), 'pdf1')
    let again = ''
    for (let tried = 0; again !== 'pdf1' && tried < 100; tried++) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      again = await made(printer, 'A')
    }
    assert.equal(again, 'pdf1')
  } finally {
    await printer.close()
  }
})
