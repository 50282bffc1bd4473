import assert from 'node:assert/strict'
import { test } from 'node:test'
import mammoth from 'mammoth'
import { openBrowser } from '../../../testing/browser.ts'
import { nodesOf, readPdf, saidBy } from '../../../testing/pdf.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import {
  analyseWordless,
  answerTheme,
  codeResponse,
  putCode,
  putTheme,
  releaseTables,
  setSecondCoding,
} from '../analysis/index.ts'
import { answered, opened } from '../examples.ts'
import { codeAlike, findAlike } from '../campaigns/index.ts'
import { closeConsultation, groupCampaign, markAnalysed } from '../use-cases.ts'
import { publishReport, viewReport } from './publish-report.ts'

const world = await aCouncil({ on: '2022-09-05' })
const web = await openBrowser(world)
const visitor = web.browser()
const priya = world.as('Priya')

/** Analysed, with one theme answered: 34 chose answers, 14 of them also wrote that it is too far. */
async function analysed(): Promise<string> {
  const ref = await opened(world, '2022-09-05')
  must(await world.does(priya, setSecondCoding, { ref, share: 0, because: 'A test.' }))
  const { code } = must(await world.does(priya, putCode, { ref, title: 'Distance', means: 'How far it is.' }))
  for (let n = 0; n < 34; n++) {
    const receipt = await answered(world, ref, {
      q4: n < 3 ? 1 : n < 20 ? 4 : 5,
      ...(n < 14 && { q8: `Zebedee-Ann number ${n} says it is too far.` }),
    })
    if (n < 14) must(await world.does(priya, codeResponse, { receipt, codes: { q8: [code] } }))
  }
  must(await world.does(priya, analyseWordless, { ref }))
  const { theme } = must(
    await world.does(priya, putTheme, {
      ref,
      title: 'It is too far',
      says: 'Families cannot get there.',
      codes: [code],
    }),
  )
  world.on('2022-10-17')
  must(await world.does(priya, closeConsultation, { ref }))
  must(await world.does(priya, markAnalysed, { ref }))
  assert.match(no(await world.does(priya, publishReport, { ref, summary: 'x' })), /“It is too far” is not answered/u)
  must(
    await world.does(priya, answerTheme, {
      ref,
      theme,
      answer: 'we-will-not',
      says: 'There is no money for more places; we pay for the bus.',
    }),
  )
  return ref
}

test('the report, what was done, the PDF and open data say what was analysed and answered, and nothing about anybody', async () => {
  const ref = await analysed()
  assert.match(no(await world.asks(world.visitor, viewReport, { ref })), /no report/u)
  assert.equal((await visitor.open(`/consultations/${ref}/report`)).status, 404)
  must(await world.does(priya, releaseTables, { ref }))
  const desk = await web.browser().signIn('Priya Larkin')
  const form = await desk.open(`/desk/consultations/${ref}/publish-report`)
  const published = await form.send({ summary: 'We asked about short breaks.\n\nMost find it too far.' })
  assert.equal(published.status, 200)
  assert.match(
    (await visitor.open(`/consultations/${ref}`)).words(),
    /The report · You said, we did.*What was found Evidence and flags/u,
  )
  const page = await visitor.open(`/consultations/${ref}/report`)
  assert.match(
    page.words(),
    /34 received = 34 analysed \+ 0 excluded.*It is too far Families cannot get there\. Raised by about 15 We will not, because: There is no money.*4 15 5, Entirely withheld/u,
  )
  assert.match(
    (await visitor.open(`/consultations/${ref}/you-said`)).words(),
    /You said, and we will not, because 1 It is too far/u,
  )
  const [csv, json, pdf] = [
    await visitor.open(`/consultations/${ref}/answers.csv`),
    await visitor.open(`/consultations/${ref}/answers.json`),
    await visitor.open(`/consultations/${ref}/report.pdf`),
  ]
  assert.match(csv.text, /q4,Are the criteria clear\?,4,15,rounded/u)
  assert.match(csv.text, /"1, Not at all",,withheld/u)
  assert.match(pdf.headers.get('content-type') ?? '', /application\/pdf/u)
  assert.ok(pdf.text.startsWith('%PDF'))
  const answers = readPdf(
    new Uint8Array(await (await fetch(`${web.base}/consultations/${ref}/you-said.pdf`)).arrayBuffer()),
  )
  assert.deepEqual(answers.faults, [])
  assert.ok(nodesOf(answers.root, /^P$/u).some((node) => /^We will not.*There is no money/u.test(saidBy(node))))
  const fileAt = async (extension: string) =>
    new Uint8Array(await (await fetch(`${web.base}/consultations/${ref}/report.${extension}`)).arrayBuffer())
  const { faults, root } = readPdf(await fileAt('pdf'))
  assert.deepEqual(faults, [])
  assert.match(saidBy(root), /It is too farFamilies cannot get there\..*We will not: There is no money/u)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await fileAt('docx')) })
  assert.match(value, /It is too far\s+Families cannot get there\.[^]*We will not: There is no money/u)
  for (const { text } of [page, csv, json]) assert.doesNotMatch(text, /Zebedee/u)
  assert.deepEqual(await world.breaks(), [])
  assert.match(no(await world.does(priya, publishReport, { ref, summary: 'Anew.' })), /Say why there is a new edition/u)
  must(await world.does(priya, publishReport, { ref, summary: 'Anew.', because: 'A word was wrong.' }))
  assert.match(
    (await visitor.open(`/consultations/${ref}/report`)).words(),
    /edition 2.*This edition was made because: A word was wrong/u,
  )
  assert.deepEqual(await world.breaks(), [])
  world.on('2022-09-05')
})

const letter =
  'We who sign this letter ask the council to keep the day centre in Mill Row open, because the people who go there know each other and the bus stops at its door.'

test('an organised campaign is counted in the report beside those who wrote for themselves, in every form of it', async () => {
  const ref = await opened(world, '2022-09-05')
  must(await world.does(priya, setSecondCoding, { ref, share: 0, because: 'A test.' }))
  const { code } = must(await world.does(priya, putCode, { ref, title: 'Mill Row', means: 'Keep it open.' }))
  const receipts: string[] = []
  for (let n = 0; n < 14; n++) receipts.push(await answered(world, ref, { q8: letter }))
  for (let n = 0; n < 11; n++)
    receipts.push(
      await answered(world, ref, {
        q8: `${letter} My aunt Zebedee-Ann went there on day ${n} of every month and had lunch with friends.`,
      }),
    )
  for (let n = 0; n < 3; n++)
    await answered(world, ref, {
      q8: 'Another letter, which only three of us have sent: please let the evening group in Heron Street go on as it is, on Tuesdays and on Fridays.',
    })
  for (let n = 0; n < 12; n++) await answered(world, ref)
  must(await world.does(priya, findAlike, { ref }))
  const named = {
    ref,
    name: 'Keep Mill Row open',
    organiser: 'Zebedee Larkin',
    like: receipts[0],
    because: 'One letter.',
  }
  must(await world.does(priya, groupCampaign, named))
  for (const n of [1, 2]) must(await world.does(priya, codeAlike, { ref, n, codes: [[code]], because: 'One letter.' }))
  for (const receipt of receipts.slice(14))
    must(await world.does(priya, codeResponse, { receipt, codes: { q8: [code] } }))
  must(await world.does(priya, analyseWordless, { ref }))
  const { theme } = must(
    await world.does(priya, putTheme, { ref, title: 'Mill Row', says: 'Keep it open.', codes: [code] }),
  )
  must(
    await world.does(priya, answerTheme, {
      ref,
      theme,
      answer: 'we-will-not',
      says: 'It stays closed: there is no other building.',
    }),
  )
  world.on('2022-10-17')
  must(await world.does(priya, closeConsultation, { ref }))
  must(await world.does(priya, markAnalysed, { ref }))
  must(await world.does(priya, releaseTables, { ref }))
  must(await world.does(priya, publishReport, { ref, summary: 'We asked.' }))

  const page = (await visitor.open(`/consultations/${ref}/report`)).words()
  assert.match(
    page,
    /About 25 of about 40 of the responses that were analysed came with a campaign\..*For themselves 15 Keep Mill Row open 25 15 10/u,
  )
  assert.match(page, /fewer than 10 people sent/u)
  const [csv, json] = [
    await visitor.open(`/consultations/${ref}/answers.csv`),
    await visitor.open(`/consultations/${ref}/answers.json`),
  ]
  assert.match(csv.text, /campaigns,campaigns,How people wrote,For themselves,15,rounded/u)
  assert.match(csv.text, /campaigns,group\/1,Keep Mill Row open,With words of their own,10,rounded/u)
  assert.deepEqual(JSON.parse(json.text).tables.of.campaigns, {
    alone: 15,
    least: 10,
    campaigns: [{ key: 'group/1', name: 'Keep Mill Row open', shown: 25, same: 15, own: 10, told: true }],
  })
  const fileAt = async (extension: string) =>
    new Uint8Array(await (await fetch(`${web.base}/consultations/${ref}/report.${extension}`)).arrayBuffer())
  const { faults, root } = readPdf(await fileAt('pdf'))
  assert.deepEqual(faults, [])
  assert.match(saidBy(root), /Organised campaigns.*Keep Mill Row open/u)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await fileAt('docx')) })
  assert.match(value, /Keep Mill Row open\s+25\s+15\s+10/u)
  for (const text of [page, csv.text, json.text, value]) assert.doesNotMatch(text, /Zebedee/u)
  assert.match(no(await world.does(priya, releaseTables, { ref })), /Nothing has changed/u)
  assert.deepEqual(await world.breaks(), [])
  world.on('2022-09-05')
})
