import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enterPlanned, viewDecision } from '#decisions'
import { openBrowser } from '../../testing/browser.ts'
import { aCouncil, must } from '../../testing/world.ts'
import { published } from '../decisions/pages/examples.ts'
import { readDocument } from '../intake/read.ts'
import type { Reading } from '../intake/reading.ts'
import { numberOf, postNumber, refOf } from './number.ts'

const world = await aCouncil({ on: '2022-08-05' })
const web = await openBrowser(world)
const reader = web.browser()

const ref = await published(world, {
  purpose: 'To let people choose how they spend their day.',
  author: 'Priya Larkin',
  wards: 'All wards',
  identifiers: ['22/00073'],
})
const byCabinet = await published(world, { title: 'Short stays', maker: 'cabinet', isKey: false })
const number = numberOf(ref)

const read = async (page: string): Promise<Reading[]> => {
  const outcome = await readDocument(new TextEncoder().encode(page), 'page.html')
  if (!outcome.ok) throw new Error(outcome.because)
  return outcome.readings
}

test('a reference and its number stand for each other', () => {
  assert.equal(numberOf('D-2022-0007'), 2_022_000_007)
  assert.equal(refOf('D', '2022000007'), 'D-2022-0007')
  assert.equal(refOf('D', String(numberOf('D-2022-123456'))), 'D-2022-123456')
  assert.equal(refOf('F', String(numberOf('F-2022-0007'))), 'F-2022-0007')
  assert.equal(refOf('D', String(numberOf('F-2022-0007'))), null)
  for (const wrong of ['7', 'x', '20220000071', undefined]) assert.equal(refOf('D', wrong), null)
})

test('a decision’s page has the labels that its readers look for, in the order they know', async () => {
  const page = await reader.open(`/ieDecisionDetails.aspx?ID=${number}`)
  assert.equal(page.status, 200)
  const labels = [
    'Decision details',
    'Decision Maker:',
    'Decision status:',
    'Is Key decision?:',
    'Is subject to call in?:',
    'Purpose:',
    'Decision:',
    'Reasons for the decision:',
    'Alternative options considered:',
    'Report author:',
    'Publication date:',
    'Date of decision:',
    'Effective from:',
  ]
  const places = labels.map((label) => page.text.indexOf(`>${label}`))
  assert.ok(
    places.every((place) => place > 0),
    labels.filter((_, at) => places[at] === -1).join(', '),
  )
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  )
  // What public readers select by: see the guide's list of hooks.
  assert.match(page.text, /<span class="mgLabel">Decision Maker: <\/span>Cabinet Member for Adult Social Care/u)
  assert.match(page.text, /<h2 class="mgSubTitleTxt[^"]*">Everyday life activities<\/h2>/u)
  assert.match(page.text, /<span class="mgPlanItemInForce">Recommendations Approved \(subject to call-in\)<\/span>/u)
  assert.match(
    page.text,
    /<h3 class="mgSubSubTitleTxt[^"]*">Decision:<\/h3><div class="mgWordPara"><div class="WordSection1"><p class="MsoNormal/u,
  )
})

test('the house’s own reader reads the page with no loss', async () => {
  const { decision } = must(await world.asks(world.visitor, viewDecision, { ref }))
  const [reading, ...more] = await read((await reader.open(`/ieDecisionDetails.aspx?ID=${number}`)).text)
  assert.equal(more.length, 0)
  assert.equal(reading?.layout, 'moderngov-decision')
  assert.equal(reading?.title?.value, decision.title)
  assert.equal(reading?.decisionMaker?.value, decision.maker.title)
  assert.equal(reading?.makerKind, 'member')
  assert.equal(reading?.isKey?.value, true)
  assert.equal(reading?.subjectToCallIn?.value, true)
  assert.equal(reading?.status?.value, 'Recommendations Approved (subject to call-in)')
  assert.equal(reading?.purpose?.value, decision.purpose)
  assert.deepEqual(
    reading?.clauses.map(({ label, verb, text }) => [label, verb, text]),
    decision.clauses.map(({ label, verb, words }) => [label, verb, words]),
  )
  // A reading gives running text in one line.
  assert.equal(reading?.reasons?.value, decision.reasons.replaceAll(/\s+/gu, ' '))
  assert.equal(reading?.alternatives?.value, decision.alternatives)
  assert.match(reading?.conflicts?.value ?? '', /No conflicts declared\./u)
  assert.equal(reading?.wards?.value, decision.wards)
  assert.equal(reading?.author?.value, decision.author)
  assert.deepEqual(
    [reading?.publishedOn?.value, reading?.decidedOn?.value, reading?.effectiveFrom?.value],
    [decision.publishedOn, decision.decidedOn, decision.effectiveOn],
  )
  assert.deepEqual(
    reading?.identifiers.map(({ value }) => value),
    [ref, '22/00073'],
  )
})

test('the list takes the parameters that its readers send, whatever their case', async () => {
  const list = (query: string) => reader.open(`/mgDelegatedDecisions.aspx?${query}`)
  const all = await list(
    'DR=01%2f08%2f2022-14%2f08%2f2022&RP=0&K=0&DM=0&HD=0&DS=2&Next=true&META=mgdelegateddecisions&V=0',
  )
  assert.match(all.text, /href="\/ieDecisionDetails\.aspx\?ID=\d{10}">Everyday life activities<span class="mgHide/u)
  assert.match(all.words(), /Short stays/u)
  assert.doesNotMatch((await list('dr=01/08/2022-14/08/2022&k=1')).words(), /Short stays/u)
  assert.doesNotMatch((await list(`DR=01/08/2022-14/08/2022&DM=${postNumber('cabinet')}PPL`)).words(), /Everyday life/u)
  assert.match((await list('DR=01/07/2022-14/07/2022')).words(), /No decisions were published on these days/u)
  assert.match(
    (await reader.open('/mgdelegateddecisions.aspx')).words(),
    /Published from 23\/07\/2022 to 05\/08\/2022/u,
  )
  assert.match((await reader.open('/mgListOfficerDecisions.aspx?bcr=1&BAM=0')).words(), /No decisions were published/u)
})

test('the list at length is read record by record, with no loss', async () => {
  const readings = await read((await reader.open('/mgDelegatedDecisions.aspx?DR=01/08/2022-14/08/2022&DS=2&V=1')).text)
  assert.deepEqual(
    new Set(readings.map(({ title }) => title?.value)),
    new Set(['Everyday life activities', 'Short stays']),
  )
  assert.equal(readings.length, 2)
  for (const one of readings) {
    const of = one.title?.value === 'Short stays' ? byCabinet : ref
    const { decision } = must(await world.asks(world.visitor, viewDecision, { ref: of }))
    assert.equal(one.decisionMaker?.value, decision.maker.title)
    assert.deepEqual(
      one.clauses.map(({ text }) => text),
      decision.clauses.map(({ words }) => words),
    )
    assert.deepEqual(
      [one.decidedOn?.value, one.publishedOn?.value, one.effectiveFrom?.value],
      [decision.decidedOn, decision.publishedOn, decision.effectiveOn],
    )
  }
})

test('the forward plan is read entry by entry, with no loss', async () => {
  const { ref: planned } = must(
    await world.does(world.as('Priya'), enterPlanned, {
      matter: 'Respite at home: a new contract',
      about: 'To go to market for respite at home.',
      maker: 'cabinet',
      subject: 'adults/everyday-life',
      isKey: true,
      leadOfficer: 'Head of Commissioning',
      documents: ['Report'],
      restriction: 'part-exempt',
      dueFrom: '2022-10-11',
      dueUntil: '2022-10-11',
    }),
  )
  for (const address of [
    '/mgListPlanItems.aspx?PlanId=1133&RP=1130',
    '/mgDelegatedDecisions.aspx?DS=1&META=mgforthcomingdecisions',
    `/ieIssueDetails.aspx?IId=${numberOf(planned)}&Opt=3&PlanId=1`,
  ]) {
    const [reading] = await read((await reader.open(address)).text)
    assert.equal(reading?.title?.value, 'Respite at home: a new contract', address)
    assert.match(reading?.decisionMaker?.value ?? '', /Cabinet/u, address)
    assert.equal(reading?.isKey?.value, true, address)
    assert.equal(reading?.author?.value, 'Head of Commissioning', address)
    assert.equal(reading?.decidedOn, null, 'nothing is decided yet')
  }
  assert.match((await reader.open('/mgListPlans.aspx?RPId=0&RD=0&bcr=1')).text, /mgListPlanItems\.aspx\?PlanId=1/u)
})

test('the life of a matter, what is new, and what is not there', async () => {
  assert.match((await reader.open(`/mgIssueHistoryHome.aspx?IId=${number}&Opt=0`)).words(), /Everyday life activities/u)
  assert.match((await reader.open(`/mgDecisionDetails.aspx?IId=${number}&Opt=1`)).words(), /Decision details/u)
  assert.match(
    (await reader.open('/mgRss.aspx?XXR=0')).text,
    /<item><title>.*<link>.*ieDecisionDetails\.aspx\?ID=\d{10}<\/link>/u,
  )
  for (const nothing of ['', '?ID=1', '?ID=2022009999', '?ID=%27or%201', '?ID=2022000001&ID=x']) {
    assert.equal(
      (await reader.open(`/ieDecisionDetails.aspx${nothing}`)).status,
      nothing.includes('&') ? 200 : 404,
      nothing,
    )
  }
})
