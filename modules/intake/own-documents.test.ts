import assert from 'node:assert/strict'
import { test } from 'node:test'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { viewDecision } from '#decisions'
import { textOf } from '#platform/document/index.ts'
import { openBrowser } from '../../testing/browser.ts'
import { nodesOf, readPdf, saidBy, textOf as textIn } from '../../testing/pdf.ts'
import { aCouncil, must } from '../../testing/world.ts'
import { correctRecord } from '../decisions/corrections/correct-record.ts'
import { decisionDocument } from '../decisions/documents/decision-document.ts'
import { published } from '../decisions/pages/examples.ts'
import { readDocument } from './read.ts'

const world = await aCouncil({ on: '2022-08-05' })
const { base } = await openBrowser(world)
const ref = await published(world, {
  title: 'Everyday life activities from 2023',
  purpose: 'To let people choose how they spend their day.',
  author: 'Priya Larkin, Head of Commissioning',
  wards: 'All wards',
  identifiers: ['22/00073'],
  reasons:
    'The present framework ends in March.\n\nPeople asked for “more choice” close to home – and a café at Łódź Square costs €5.',
})
must(
  await world.does(world.as('Hugo'), correctRecord, {
    ref,
    place: 'reasons',
    said: 'close to home',
    shouldSay: 'close to homes',
    because: 'A letter was left out.',
    clerical: 'yes',
  }),
)

const given = async (extension: string): Promise<Response> => fetch(`${base}/decisions/${ref}.${extension}`)
const bytesOf = async (extension: string) => new Uint8Array(await (await given(extension)).arrayBuffer())
const plain = (text: string) => text.replaceAll(/[\s\u00A0]+/gu, ' ').trim()
const letters = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
const found = must(await world.asks(world.visitor, viewDecision, { ref }))
const whole = textOf(decisionDocument(found, { council: 'Larkshire Council', address: `${base}/decisions/${ref}` }))

test('the PDF says word for word what the public document says, is tagged, and names its title and language', async () => {
  const pdf = await getDocumentProxy(await bytesOf('pdf'))
  const { text } = await extractText(pdf, { mergePages: true })
  const without = letters(text.replaceAll(/Larkshire Council · D-2022-\d{4} · page \d+ of \d+/gu, ''))
  for (const block of whole.split(/\n+|\t/u)) assert.ok(without.includes(letters(block)), block)
  assert.equal((await getMeta(pdf)).info['Title'], 'Everyday life activities from 2023')
  const raw = Buffer.from(await bytesOf('pdf')).toString('latin1')
  for (const said of [/\/Marked true/u, /\/Lang \(en-GB\)/u, /\/DisplayDocTitle true/u])
    assert.ok(said.test(raw), String(said))
  const tree = await (await pdf.getPage(1)).getStructTree()
  const roles = new Set<string>()
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    if ('role' in node && typeof node.role === 'string') roles.add(node.role)
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk)
  }
  walk(tree)
  for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody']) assert.ok(roles.has(role), role)
})

test('nothing of PDF/UA-1 that a machine can see is broken, a correction is heard and the link says where it leads', async () => {
  const { root, faults, bookmarks } = readPdf(await bytesOf('pdf'))
  assert.deepEqual(faults, [])
  assert.deepEqual(
    nodesOf(root, /^Span$/u)
      .slice(0, 2)
      .map((node) => [saidBy(node), textIn(node.dict['Alt'])]),
    [
      ['close to home', 'taken out: close to home'],
      ['close to homes', 'put in: close to homes'],
    ],
  )
  assert.deepEqual(
    nodesOf(root, /^Link$/u).map((node) => saidBy(node).replace(/N-2022-\d{4}/u, 'N-2022-0001')),
    ['Notice of a key decision N-2022-0001', `the record of decision ${ref} on the council’s register`],
  )
  assert.deepEqual(bookmarks.slice(0, 3), [
    { title: 'Everyday life activities from 2023', level: 1 },
    { title: 'Purpose', level: 2 },
    { title: 'Decision', level: 2 },
  ])
})

test('the Word document says the same, with headings that are headings', async () => {
  const bytes = Buffer.from(await bytesOf('docx'))
  const { value } = await mammoth.extractRawText({ buffer: bytes })
  for (const block of whole.split(/\n+|\t/u)) assert.ok(plain(value).includes(plain(block)), block)
  const { value: page } = await mammoth.convertToHtml({ buffer: bytes })
  assert.match(page, /<h1>Everyday life activities from 2023<\/h1>/u)
  assert.match(page, /<h2>Reasons for the decision<\/h2>/u)
  assert.match(page, /<s>close to home<\/s>/u)
})

test('the same decision gives the same PDF, and what is not published gives none', async () => {
  assert.deepEqual(await bytesOf('pdf'), await bytesOf('pdf'))
  const { headers } = await given('pdf')
  assert.match(headers.get('content-disposition') ?? '', new RegExp(`^attachment; filename="${ref}\\.pdf"`, 'u'))
  for (const address of ['D-2022-9999.pdf', 'D-2022-9999.docx', '%20.pdf'])
    assert.equal((await fetch(`${base}/decisions/${address}`)).status, 404, address)
})

for (const extension of ['pdf', 'docx']) {
  test(`the house’s own reader reads the ${extension} with no loss of the main fields`, async () => {
    const outcome = await readDocument(await bytesOf(extension), `record.${extension}`)
    if (!outcome.ok) throw new Error(outcome.because)
    const [reading, ...more] = outcome.readings
    const { decision } = found
    assert.equal(more.length, 0)
    assert.deepEqual(
      {
        title: reading?.title?.value,
        maker: reading?.decisionMaker?.value,
        kind: reading?.makerKind,
        isKey: reading?.isKey?.value,
        callIn: reading?.subjectToCallIn?.value,
        decidedOn: reading?.decidedOn?.value,
        publishedOn: reading?.publishedOn?.value,
        effectiveFrom: reading?.effectiveFrom?.value,
        purpose: reading?.purpose?.value,
        alternatives: reading?.alternatives?.value,
        author: reading?.author?.value,
        wards: reading?.wards?.value,
      },
      {
        title: decision.title,
        maker: decision.maker.title,
        kind: 'member',
        isKey: true,
        callIn: true,
        decidedOn: decision.decidedOn,
        publishedOn: decision.publishedOn,
        effectiveFrom: decision.effectiveOn,
        purpose: decision.purpose,
        alternatives: decision.alternatives,
        author: decision.author,
        wards: decision.wards,
      },
    )
    assert.deepEqual(
      reading?.clauses.map(({ label, verb, text }) => [label, verb, plain(text)]),
      decision.clauses.map(({ label, verb, words }) => [label, verb, words]),
    )
    assert.match(
      plain(reading?.reasons?.value ?? ''),
      /^The present framework ends in March\. People asked for “more choice”/u,
    )
    assert.ok(
      reading?.identifiers.some(({ value }) => value === '22/00073'),
      JSON.stringify(reading?.identifiers),
    )
    assert.match(plain(reading?.conflicts?.value ?? ''), /No conflicts declared/u)
  })
}
