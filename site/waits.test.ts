import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openCommission, owe, putRisk } from '#commissions'
import { startConsultation } from '#consultations'
import { giveIssue, openNetwork, raiseIssue } from '#networks'
import { openBrowser } from '#testing/browser.ts'
import { aCouncil, must } from '#testing/world.ts'

const world = await aCouncil({ on: '2026-02-02' })
const { browser } = await openBrowser(world)
const priya = world.as('Priya')

const commission = must(
  await world.does(priya, openCommission, {
    title: 'Care at home 2027',
    subject: 'adults/care-at-home',
    lead: 'head-commissioning',
    post: 'head-commissioning',
    why: 'The present contracts end.',
  }),
)
must(
  await world.does(priya, owe, {
    ref: commission.ref,
    words: 'Report on in-house care',
    source: 'Clause (d)',
    owner: 'head-commissioning',
    due: '2026-02-10',
  }),
)
must(
  await world.does(priya, putRisk, {
    ref: commission.ref,
    edition: 0,
    why: 'First look at the market.',
    risk: {
      id: 'exit',
      title: 'A provider leaves',
      owner: 'head-commissioning',
      likelihood: 3,
      impact: 4,
      mitigation: 'Ask each quarter.',
      reviewOn: '2026-02-06',
      closed: null,
    },
  }),
)
const consultation = must(await world.does(priya, startConsultation, { title: 'Care at home: what matters' }))
const network = must(
  await world.does(priya, openNetwork, {
    title: 'Carers’ network',
    subject: 'adults/everyday-life',
    purpose: 'To shape what is bought.',
    post: 'head-commissioning',
    area: 'Larkshire',
    connectedBy: 'caring for somebody',
    topics: [{ topic: 'housing', title: 'Housing' }],
    yearlyBudget: 1_000_00,
    hourlyFee: 15_00,
  }),
)
const raised = must(
  await world.does(priya, raiseIssue, { ref: network.ref, topic: 'housing', says: 'The bus stops too far away.' }),
)
must(
  await world.does(priya, giveIssue, {
    issue: raised.issue,
    body: 'Larkshire Buses (invented)',
    answerBy: '2026-02-05',
  }),
)

test('the desk shows what waits in every room for whoever holds the post, what is due first first', async () => {
  const desk = await (await browser().signIn('Priya Larkin')).open('/desk')
  assert.match(
    desk.words('main-content'),
    new RegExp(
      [
        'Waits for you',
        'Get an answer: The bus stops too far away',
        'by Thursday 5 February 2026',
        'Review the risk: A provider leaves',
        'by Friday 6 February 2026',
        'Settle what is owed: Report on in-house care',
        'by Tuesday 10 February 2026',
        'Finish and open: Care at home: what matters',
        consultation.ref,
      ].join('.*'),
      'u',
    ),
  )
  for (const [, address = ''] of desk.text.matchAll(/<a class="govuk-link govuk-!-font-weight-bold" href="([^"]+)"/gu))
    assert.equal((await (await browser().signIn('Priya Larkin')).open(address)).status, 200, address)
})

test('what waits for one person is not on the desk of another', async () => {
  for (const name of ['Desmond Okoro', 'Hugo Pennyfeather']) {
    const desk = await (await browser().signIn(name)).open('/desk')
    assert.doesNotMatch(desk.words('main-content'), /bus stops|provider leaves|Settle what is owed|Finish and open/u)
  }
})

test('what is due and over says that it is late', async () => {
  world.on('2026-02-06')
  const desk = await (await browser().signIn('Priya Larkin')).open('/desk')
  assert.match(desk.words('main-content'), /The bus stops too far away\. Late/u)
  assert.doesNotMatch(desk.words('main-content'), /A provider leaves Late/u)
})

test('signing in leads to where one’s own work starts', async () => {
  assert.equal((await (await browser().signIn('Priya Larkin')).open('/home')).url, '/desk')
  assert.equal((await (await browser().signIn('Robin Ashgrove')).open('/home')).url, '/desk/networks')
  assert.equal((await browser().open('/home')).url, '/')
})
