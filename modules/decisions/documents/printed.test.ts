import assert from 'node:assert/strict'
import { test } from 'node:test'
import mammoth from 'mammoth'
import { openBrowser } from '../../../testing/browser.ts'
import { nodesOf, readPdf, saidBy, textOf as textIn, type Node } from '../../../testing/pdf.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import {
  answerUrgency,
  askUrgency,
  callIn,
  callMeeting,
  enterPlanned,
  giveKeyNotice,
  keepMinutes,
  movePlanned,
  propose,
  publish,
  publishAgenda,
  putAgendaItem,
  sign,
} from '../index.ts'
import { drafted, nils, published } from '../pages/examples.ts'
import { viewRecord } from '../queries.ts'

const world = await aCouncil({ on: '2022-08-05' })
const web = await openBrowser(world)
const [priya, desmond, hugo, marguerite] = [
  world.as('Priya'),
  world.as('Desmond'),
  world.as('Hugo'),
  world.as('Marguerite'),
]
const letters = (text: string) => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]+/gu, '')

type Printed = { told: string[]; root: Node; word: string }

/** A page as a PDF that has no fault, and as a Word document, of which each says what the page says, and no more than that it is a copy. */
async function printed(path: string, title: string): Promise<Printed> {
  const [address, query = ''] = path.split('?')
  const at = (ending: string) => `${address}.${ending}${query && `?${query}`}`
  const page = await web.browser().open(path)
  const pdf = await fetch(`${web.base}${at('pdf')}`)
  assert.equal(pdf.status, 200, at('pdf'))
  assert.equal(pdf.headers.get('content-type'), 'application/pdf')
  assert.match(pdf.headers.get('content-disposition') ?? '', /attachment; filename="[\w -]+\.pdf"/u)
  const { root, faults, catalog, bookmarks } = readPdf(new Uint8Array(await pdf.arrayBuffer()))
  assert.deepEqual(faults, [])
  assert.equal(textIn(catalog['Lang']), 'en-GB')
  assert.equal(bookmarks[0]?.title, title)
  const told = nodesOf(root, /^(?:H\d|P|LBody|T[HD])$/u).map((node) => saidBy(node))
  const shown = letters(page.words('main-content'))
  for (const one of told.slice(1, -1)) {
    const said = letters(one.replace(' (it is here now)', ''))
    assert.ok(shown.includes(said) || said === '', `${path} does not say: ${one}`)
  }
  assert.match(
    told.at(-1) ?? '',
    /^This is a copy, as it stood on \d+ August 2022\. What counts is .+ on the council’s pages: http/u,
  )
  // The page leads to both.
  assert.ok(page.text.includes(`href="${at('pdf').replaceAll('&', '&amp;')}"`), 'no link to the PDF')
  assert.ok(page.text.includes(`href="${at('docx').replaceAll('&', '&amp;')}"`), 'no link to the Word document')
  const docx = await fetch(`${web.base}${at('docx')}`)
  assert.equal(docx.status, 200)
  const { value: word } = await mammoth.extractRawText({ buffer: Buffer.from(await docx.arrayBuffer()) })
  for (const one of told) assert.ok(letters(word).includes(letters(one)), `Word does not say: ${one}`)
  return { told, root, word }
}

const missing = async (path: string): Promise<void> => {
  for (const ending of ['pdf', 'docx']) assert.equal((await fetch(`${web.base}${path}.${ending}`)).status, 404, path)
}

test('a notice is printed with all that it must contain, and without the form beside it', async () => {
  const plan = must(
    await world.does(priya, enterPlanned, {
      matter: 'Short breaks',
      maker: 'cabinet',
      subject: 'adults/everyday-life',
      isKey: true,
      dueFrom: '2022-10-03',
      dueUntil: '2022-10-03',
    }),
  ).ref
  const { ref: notice } = must(
    await world.does(hugo, giveKeyNotice, {
      ref: plan,
      documents: ['Report of the Director'],
      address: 'County Hall',
      otherDocuments: 'Others may be submitted.',
      howToRequest: 'Write to us.',
    }),
  )
  const { told } = await printed(`/notices/${notice}`, 'Short breaks')
  assert.equal(told[0], `Larkshire Council · Notice of a key decision · ${notice}`)
  for (const letter of 'abcdefgh')
    assert.ok(
      told.some((one) => one.startsWith(`(${letter}) `)),
      letter,
    )
  assert.ok(told.some((one) => one.startsWith('(c) Its members: ') && one.includes('Rosalind Thwaite')))
  assert.ok(told.includes('(h) How to ask for them: Write to us.'), told.join('\n'))
  await missing('/notices/N-2022-9999')
})

test('an agenda and its minutes are printed with a table of who was there, its heads and names marked', async () => {
  world.on('2022-08-05')
  const { ref, version } = await drafted(world, { title: 'Everyday life', maker: 'cabinet' })
  must(await world.does(priya, propose, { ref, version }))
  const meeting = must(
    await world.does(hugo, callMeeting, { body: 'cabinet', day: '2022-08-15', time: '14:00', place: 'County Hall' }),
  ).ref
  // Nothing is printed of a meeting whose agenda is not published.
  must(await world.does(hugo, putAgendaItem, { ref: meeting, decision: ref }))
  must(await world.does(hugo, putAgendaItem, { ref: meeting, title: 'Terms of a contract', inPrivate: 'yes' }))
  await missing(`/meetings/${meeting}`)
  must(await world.does(hugo, publishAgenda, { ref: meeting }))
  world.on('2022-08-16')
  must(
    await world.does(hugo, keepMinutes, {
      ref: meeting,
      minutes: 'Cabinet agreed.\n\nThe meeting closed at three.',
      attendance: [
        { name: 'Rosalind Thwaite', present: true },
        { name: 'June Aldous', present: false },
      ],
    }),
  )
  const { told, root } = await printed(`/meetings/${meeting}`, 'Cabinet, Monday 15 August 2022')
  assert.ok(told.includes('Terms of a contract [In private]'), told.join('\n'))
  assert.ok(told.includes('The meeting closed at three.'))
  const [table] = nodesOf(root, /^Table$/u)
  assert.ok(table)
  assert.deepEqual(nodesOf(table, /^TH$/u).map(saidBy), [
    'Member',
    'Attended',
    'Interests',
    'Dispensations',
    'Rosalind Thwaite',
    'June Aldous',
  ])
})

test('the forward plan is printed whole, and narrowed where the page is; each entry with its history', async () => {
  world.on('2022-08-17')
  for (let at = 0; at < 25; at++) {
    must(
      await world.does(priya, enterPlanned, {
        matter: `Planned matter number ${at}`,
        maker: 'cabinet-member-adults',
        subject: 'adults/everyday-life',
        isKey: at === 7,
        dueFrom: '2022-11-01',
        dueUntil: '2022-11-01',
      }),
    )
  }
  const pdf = readPdf(new Uint8Array(await (await fetch(`${web.base}/forward-plan.pdf`)).arrayBuffer()))
  assert.deepEqual(pdf.faults, [])
  const titles = nodesOf(pdf.root, /^H3$/u).map(saidBy)
  // A page of the plan shows twenty.
  for (let at = 0; at < 25; at++) assert.ok(titles.some((one) => one.endsWith(` Planned matter number ${at}`)))
  const key = await printed('/forward-plan?key=yes&q=number', 'Forward plan').catch((cause: unknown) => cause)
  assert.match(String(key), /does not say: What the council plans.*Here only:/u)
  const narrowed = readPdf(
    new Uint8Array(await (await fetch(`${web.base}/forward-plan.pdf?key=yes&q=number`)).arrayBuffer()),
  )
  assert.deepEqual(
    nodesOf(narrowed.root, /^H3$/u).map((node) => saidBy(node).replace(/^F-2022-\d{4} /u, '')),
    ['Planned matter number 7'],
  )
  const ref = saidBy(nodesOf(narrowed.root, /^H3$/u)[0] ?? narrowed.root).slice(0, 11)
  must(
    await world.does(priya, movePlanned, {
      ref,
      dueFrom: '2022-12-01',
      dueUntil: '2022-12-01',
      because: 'The survey is late.',
    }),
  )
  const { told } = await printed(`/forward-plan/${ref}`, 'Planned matter number 7')
  assert.ok(told.some((one) => one.includes('The survey is late.')))
  await missing('/forward-plan/F-2022-9999')
})

test('the reports and the list of officers’ powers are printed for the span and the post that were chosen', async () => {
  world.on('2022-08-18')
  const { ref, version } = await drafted(world, { title: 'It closes tomorrow' }, { unnoticed: true })
  must(await world.does(priya, propose, { ref, version }))
  const { request } = must(await world.does(hugo, askUrgency, { ref, post: 'scrutiny-chair', reasons: 'It closes.' }))
  must(await world.does(marguerite, answerUrgency, { request, answer: 'agree' }))
  must(await world.does(desmond, sign, { ref, version: version + 1, ...nils }))
  must(await world.does(hugo, publish, { ref }))
  const urgent = await printed('/reports/urgent-decisions', 'Report on urgent decisions')
  assert.ok(urgent.told.includes('Why it was urgent: It closes.'))
  assert.ok(!urgent.told.some((one) => /spreadsheet/u.test(one)))
  await printed('/reports/publication-lag?from=2022-08-01&until=2022-08-31', 'How soon are decisions published?')
  const powers = await printed('/officers-powers?post=director-adults', 'Powers of officers')
  assert.ok(powers.told.some((one) => one === 'Director of Adult Social Care'))
  // A day that is none is refused in words, as on the page, and is no file.
  const wrong = await fetch(`${web.base}/reports/urgent-decisions.pdf?from=31/2/2022`)
  assert.equal(wrong.status, 422)
  assert.match(wrong.headers.get('content-type') ?? '', /text\/html/u)
})

test('a decision’s document tells of its call-in, its notices and what became of them, as its page does', async () => {
  world.on('2022-08-19')
  const ref = await published(world, { title: 'Called in' })
  const { decision } = must(await world.asks(hugo, viewRecord, { ref }))
  const clause = decision.clauses.find(({ verb }) => verb !== 'note' && verb !== 'consider')?.clause
  must(
    await world.does(marguerite, callIn, {
      ref,
      clauses: [clause],
      callers: ['Marguerite Vane', 'Basil Thornby', 'June Aldous'],
      grounds: 'Families were not asked.',
    }),
  )
  const { root, faults } = readPdf(
    new Uint8Array(await (await fetch(`${web.base}/decisions/${ref}.pdf`)).arrayBuffer()),
  )
  assert.deepEqual(faults, [])
  const told = nodesOf(root, /^(?:H\d|P|LBody)$/u).map(saidBy)
  assert.ok(told.includes('Called in on 19 August 2022'), told.join('\n'))
  assert.ok(told.includes('Grounds: Families were not asked.'))
  assert.ok(told.includes('Who knew of it beforehand?'))
  const shown = letters((await web.browser().open(`/decisions/${ref}`)).words('main-content'))
  const from = told.indexOf('Call-in')
  assert.ok(from > 0)
  for (const one of told.slice(from + 1, -2)) {
    const said = letters(one.replace(' (it is here now)', ''))
    assert.ok(shown.includes(said), one)
  }
})

test('whoever has signed in gets the same file as everybody, and nothing of what is theirs alone', async () => {
  world.on('2022-08-19')
  const path = '/reports/publication-lag.pdf'
  const browser = await web.browser().signIn('Hugo Pennyfeather')
  const theirs = await browser.open(path)
  assert.equal(theirs.status, 200)
  const own = Buffer.from(await (await fetch(`${web.base}${path}`)).arrayBuffer()).toString('latin1')
  assert.equal(theirs.headers.get('content-length'), String(own.length))
  assert.equal((await browser.open('/desk')).status, 200)
})
