import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '#testing/browser.ts'
import { aCouncil, must } from '#testing/world.ts'
import { awkwardDocuments, plainRecord, type Awkward } from '../awkward-documents.ts'
import { corpusRecords } from '../corpus/records.ts'
import { aReadingIn, sha256 } from '../examples.ts'
import type { Reading } from '../reading.ts'

const awkwards = await awkwardDocuments()
const list = corpusRecords().find(({ file }) => file.startsWith('mg-list-01'))
const world = await aCouncil({ on: '2022-08-05' })
const web = await openBrowser(world)
const visitor = web.browser()
const priya = await web.browser().signIn('Priya Larkin')

type Given = { name: string; bytes: Uint8Array }

/** Sends files as a browser would, and says where that leads. */
async function upload(files: Given[], text = ''): Promise<{ status: number; location: string; page: string }> {
  const form = await fetch(`${web.base}/read`)
  const cookie = form.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  const page = await form.text()
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`, 'u').exec(page)?.[1] ?? ''
  const body = new FormData()
  body.append('_csrf', hidden('_csrf'))
  body.append('_once', hidden('_once'))
  for (const { name, bytes } of files) body.append('file', new Blob([Buffer.from(bytes)]), name)
  body.append('text', text)
  const response = await fetch(`${web.base}/read`, { method: 'POST', body, headers: { cookie }, redirect: 'manual' })
  return { status: response.status, location: response.headers.get('location') ?? '', page: await response.text() }
}

test('a record given as a file is shown beside what was read in it, each value with its words', async () => {
  const { status, location } = await upload([{ name: 'record.txt', bytes: plainRecord() }])
  assert.equal(status, 303)
  const page = await visitor.open(location)
  assert.match(page.words(), /Memory cafés in the north of the county/u)
  const [, mark = ''] =
    /<a class="govuk-link" href="#(w\d+)">Words<span class="govuk-visually-hidden"> for decided on/u.exec(page.text)
    ?? []
  assert.match(page.words(mark), /^3 March 2022/u)
  assert.match(
    page.text,
    new RegExp(
      `<mark class="remit-mark" id="${mark}"\\s*>3 March 2022<a class="remit-mark__back" href="#v-decidedOn"\\s*>`,
      'u',
    ),
  )
  assert.equal(page.words('v-decidedOn'), '3 March 2022')
  const ids = [...page.text.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id)
  assert.deepEqual(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    [],
  )
  for (const [, to = ''] of page.text.matchAll(/href="#([^"]+)"/gu))
    assert.ok(to === 'main-content' || ids.includes(to), `#${to} leads nowhere`)
})

test('pasted text is read as well, and nothing given is asked for', async () => {
  const form = await visitor.open('/read')
  const read = await form.send({ text: new TextDecoder().decode(plainRecord()) })
  assert.match(read.words(), /Pasted text.*Memory cafés in the north/u)
  const nothing = await form.send({ text: '  ' })
  assert.equal(nothing.status, 422)
  assert.match(nothing.words(), /There is a problem Choose a file, or paste the text of a record below/u)
})

test('several files are listed, each with what came of it', async () => {
  const { location } = await upload(
    [
      { name: 'one.txt', bytes: plainRecord() },
      { name: 'none.txt', bytes: new Uint8Array() },
    ],
    'Title: Two\nDecision maker: Cabinet\n',
  )
  const page = await visitor.open(location)
  assert.match(
    page.words(),
    /3 documents were read.*one\.txt Memory cafés.*none\.txt.*The file is empty.*Pasted text Two/u,
  )
  assert.match((await visitor.open(page.link('one.txt'))).words(), /What was read/u)
})

test('a page of several records is an index of them', async () => {
  const { location } = await upload([{ name: 'list.txt', bytes: list?.source ?? new Uint8Array() }])
  const index = await visitor.open(location)
  assert.match(index.words(), /\d+ records in one document/u)
  const titles = [...index.text.matchAll(/<li>\s*<a\s+class="govuk-link"\s+href="(\/read\/[^"]+)">/gu)].map(
    ([, href]) => href ?? '',
  )
  assert.ok(titles.length > 1)
  const last = await visitor.open(titles.at(-1) ?? '')
  assert.match(last.words(), new RegExp(`record ${titles.length} of ${titles.length}`, 'u'))
})

const shownAs = (awkward: Awkward) =>
  awkward.refused ? 'is said not to be readable' : 'is read, and says what could not be'
for (const awkward of awkwards) {
  test(`${awkward.what} ${shownAs(awkward)}; the file is kept with its digest`, async () => {
    const { status, location, page: answered } = await upload([{ name: awkward.file, bytes: awkward.bytes }])
    assert.equal(status, 303, answered.slice(0, 2000))
    const page = await visitor.open(location)
    assert.equal(page.status, 200)
    assert.ok(page.words().includes(sha256(awkward.bytes)))
    if (awkward.refused) {
      assert.match(page.words(), /This document could not be read/u)
      assert.match(page.words(), awkward.refused)
    } else if (awkward.says) assert.match(page.words(), awkward.says)
    const file = await fetch(new URL(page.link('The file as given'), web.base))
    assert.equal(sha256(new Uint8Array(await file.arrayBuffer())), sha256(awkward.bytes))
    assert.match(file.headers.get('content-disposition') ?? '', /^attachment; /u)
    assert.equal(file.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(file.headers.get('content-type'), 'application/octet-stream')
    assert.match(file.headers.get('content-security-policy') ?? '', /sandbox/u)
  })
}

test('more than 64 MB is turned away with a sentence', async () => {
  const { status, page } = await upload([{ name: 'huge.txt', bytes: new Uint8Array(65 * 2 ** 20).fill(65) }])
  assert.equal(status, 413)
  assert.match(page, /A file may have no more than 64 MB/u)
})

test('nothing in a document is ever markup of ours', async () => {
  const hostile = '</textarea><script>alert(1)</script><img src=x onerror=alert(1)>'
  const record = `Title: ${hostile}\nDecision maker: ${hostile}\nDate of decision: 3 March 2022\nReference: ${hostile}\nDecision: To approve ${hostile} £5,000.\nReasons: ${hostile}\n`
  const { location } = await upload([{ name: `${hostile}.txt`, bytes: new TextEncoder().encode(record) }])
  const pages = [location, `${location}/correct/title`, `${location}/correct/clauses.0`, `${location}/correct/reasons`]
  for (const path of pages) {
    const page = await visitor.open(path)
    assert.equal(page.status, 200, path)
    assert.doesNotMatch(page.text, /<script>alert|<img src=x|onerror=alert\(1\)>/u)
  }
})

test('the JSON is the reading in the shape of the contract', async () => {
  const { location } = await upload([{ name: 'record.txt', bytes: plainRecord() }])
  const response = await fetch(new URL(`${location}/json`, web.base))
  const reading = (await response.json()) as Reading
  assert.equal(reading.file, 'record.txt')
  assert.equal(reading.text.slice(...(reading.title?.at ?? [0, 0])), 'Memory cafés in the north of the county')
  assert.match(response.headers.get('content-disposition') ?? '', /record\.json/u)
  assert.deepEqual(Object.keys(reading).toSorted(), [
    'alternatives',
    'amounts',
    'author',
    'clauses',
    'conflicts',
    'council',
    'decidedOn',
    'decisionMaker',
    'effectiveFrom',
    'file',
    'findings',
    'formDate',
    'identifiers',
    'isKey',
    'layout',
    'makerKind',
    'publishedOn',
    'purpose',
    'reasons',
    'signatures',
    'status',
    'subjectToCallIn',
    'text',
    'title',
    'wards',
  ])
})

test('a visitor corrects their own reading, sees old and new, and undoes it', async () => {
  const { location } = await upload([{ name: 'record.txt', bytes: plainRecord() }])
  const form = await visitor.open(`${location}/correct/decidedOn`)
  const other = await visitor.open(`${location}/correct/decidedOn`)
  assert.match(form.words(), /Correct: Decided on.*It was read as: 3 March 2022/u)
  const wrong = await form.send({ 'day-day': '31', 'day-month': '2', 'day-year': '2022' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.words(), /There is no such day as 31 2 2022/u)
  const corrected = await form.send({ 'day-day': '4', 'day-month': '3', 'day-year': '2022', why: 'A slip' })
  assert.match(
    corrected.words(),
    /The correction was kept.*Decided on: was 3 March 2022, now 4 March 2022\. A visitor, 5 Aug 2022\. “A slip”/u,
  )
  assert.match(corrected.words('v-decidedOn'), /4 March 2022/u)
  const undone = await (await visitor.open(corrected.link('Undo'))).send({ why: '' })
  assert.match(undone.words(), /The correction was undone/u)
  assert.equal(undone.words('v-decidedOn'), '3 March 2022')
  // The form that was opened meanwhile has been overtaken.
  const late = await other.send({ 'day-day': '5', 'day-month': '3', 'day-year': '2022' })
  assert.equal(late.status, 409)
  assert.match(late.words(), /This reading changed while you had it open/u)
})

test('every part has a form, and clauses, sums and signatures can be added', async () => {
  const { reading } = await aReadingIn(world, world.visitor)
  const page = await visitor.open(`/read/${reading}`)
  const forms = [
    ...new Set([...page.text.matchAll(/href="(\/read\/[^"]+\/correct\/[^"]+)"/gu)].map(([, href]) => href ?? '')),
  ]
  assert.ok(forms.length > 20)
  for (const form of forms) assert.equal((await visitor.open(form)).status, 200, form)
  const added = await (await visitor.open(`/read/${reading}/correct/amounts.1`)).send({ pounds: '1.2m', per: 'year' })
  assert.match(added.words(), /£1,200,000 a year/u)
  const clause = await (
    await visitor.open(`/read/${reading}/correct/clauses.2`)
  ).send({ label: 'c', text: 'Note the risks.', verb: 'note' })
  assert.match(clause.words(), /\(c\) Note the risks\./u)
  const gone = await (await visitor.open(`/read/${reading}/correct/clauses.0`)).send({ gone: 'yes' })
  assert.doesNotMatch(gone.words('read'), /a grant of £48,000/u)
  assert.equal((await visitor.open(`/read/${reading}/correct/clauses.7`)).status, 404)
  assert.equal((await visitor.open(`/read/${reading}/correct/nothing`)).status, 404)
})

test('what staff gave is not for visitors, on any of its pages', async () => {
  const { reading, document } = await aReadingIn(world, world.as('Priya'))
  for (const path of [
    `/read/${reading}`,
    `/read/${document}`,
    `/read/${reading}/json`,
    `/read/${reading}/file`,
    `/read/${document}/file`,
    `/read/${reading}/correct/title`,
  ]) {
    assert.equal((await visitor.open(path)).status, 404, path)
    assert.equal((await priya.open(path)).status, 200, path)
  }
  assert.match((await visitor.open(`/read/${reading}/draft`)).url, /^\/sign-in/u)
  assert.match((await visitor.open('/desk/readings')).url, /^\/sign-in/u)
})

test('addresses that are none are said to be none', async () => {
  for (const id of ['00000000-0000-4000-8000-000000000000', 'nonsense'])
    assert.ok([404, 422].includes((await visitor.open(`/read/${id}`)).status))
})

test('an officer drafts a decision from a reading and ticks what it gives', async () => {
  const { reading } = await aReadingIn(world, world.as('Priya'))
  const form = await priya.open((await priya.open(`/read/${reading}`)).link('Draft a decision from this'))
  assert.match(form.words(), /Clause \(b\): Director of Adult Social Care/u)
  assert.doesNotMatch(form.text, /name="give-0"[^>]* checked/u)
  const wrong = await form.send({ 'give-0': 'yes', 'basis-0': 'whole-life', 'ceiling-0': 'much' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.words(), /“much” is no amount in pounds/u)
  const draft = await form.send({ subject: 'adults', 'give-0': 'yes', 'basis-0': 'whole-life', 'ceiling-0': '48,000' })
  assert.match(draft.url, /^\/desk\/decisions\/D-2022-\d{4}/u)
  const again = await priya.open(`/read/${reading}/draft`)
  assert.match(again.words(), /This reading was drafted from before: D-2022-/u)
})

test('the desk lists what was read, and what could not be', async () => {
  const page = await priya.open('/desk/readings?q=caf%C3%A9s')
  assert.match(page.words(), /\d+ readings.*Memory cafés in the north of the county/u)
  assert.match((await priya.open('/desk/readings')).words(), /Documents that could not be read/u)
  assert.match((await priya.open('/desk/readings?q=nothinglikeit')).words(), /No reading matches/u)
})

test('programs give a document as text or bytes, and get the reading by its address', async () => {
  const post = async (body: unknown) => {
    const response = await fetch(`${web.base}/api/readings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return {
      status: response.status,
      body: (await response.json()) as {
        sha256: string
        notRead: string | null
        readings: { reading: string }[]
        refused?: { because: string[] }
      },
    }
  }
  const given = await post({ name: 'record.txt', text: new TextDecoder().decode(plainRecord()) })
  assert.equal(given.status, 200)
  assert.equal(given.body.sha256, sha256(plainRecord()))
  const answer = (await (await fetch(`${web.base}/api/readings/${given.body.readings[0]?.reading}`)).json()) as {
    reading: Reading
  }
  assert.equal(answer.reading.decidedOn?.value, '2022-03-03')
  const locked = awkwards.find(({ file }) => file === 'locked.pdf')
  const bytes = await post({ name: 'locked.pdf', bytes: Buffer.from(locked?.bytes ?? []).toString('base64') })
  assert.match(bytes.body.notRead ?? '', /password/u)
  assert.deepEqual(bytes.body.readings, [])
  const both = await post({ name: 'x', text: 'x', bytes: 'eA==' })
  assert.equal(both.status, 422)
  assert.match(both.body.refused?.because.join() ?? '', /either as text or as bytes/u)
  assert.equal((await fetch(`${web.base}/api/readings`)).status, 401)
})

test('a draft is read by the same rules as a document', async () => {
  const sums =
    'Title: Sums\nDecision maker: Cabinet\nDecision: To approve it.\nReasons: Total: £9,547,321, made up of £6,349,221 for adults and £3,298,100 for children.\n'
  const { reading } = await aReadingIn(world, world.as('Priya'), new TextEncoder().encode(sums))
  const { draftFromReading } = await import('../draft-from-reading.ts')
  const { viewRecord } = await import('#decisions')
  const { ref } = must(
    await world.does(world.as('Priya'), draftFromReading, { reading, maker: 'cabinet', subject: 'adults' }),
  )
  const { findings } = must(await world.asks(world.as('Priya'), viewRecord, { ref }))
  assert.match(findings.also.map(({ says }) => says).join('\n'), /£9,647,321/u)
  assert.ok(!findings.also.some(({ rule }) => rule === 'reasons-recorded' || rule === 'alternatives-recorded'))
})
