import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../../testing/browser.ts'
import { aCouncil, must } from '../../../../testing/world.ts'
import { answerUrgency, askUrgency, propose, publish, sign } from '../../index.ts'
import { drafted, nils, published } from '../../pages/examples.ts'
import { viewPublicationLag, viewUrgentDecisions, yearOf } from './queries.ts'

const world = await aCouncil({ on: '2022-08-05' })
const web = await openBrowser(world)
const [priya, desmond, hugo, marguerite] = [
  world.as('Priya'),
  world.as('Desmond'),
  world.as('Hugo'),
  world.as('Marguerite'),
]

async function urgent(title: string): Promise<string> {
  const { ref, version } = await drafted(world, { title }, { unnoticed: true })
  must(await world.does(priya, propose, { ref, version }))
  const { request } = must(await world.does(hugo, askUrgency, { ref, post: 'scrutiny-chair', reasons: 'It closes.' }))
  must(await world.does(marguerite, answerUrgency, { request, answer: 'agree' }))
  must(await world.does(desmond, sign, { ref, version: version + 1, ...nils }))
  must(await world.does(hugo, publish, { ref }))
  return ref
}

test('the yearly report to Council has each urgent decision of the year, who agreed and why, and no other', async () => {
  await published(world, { title: 'Not urgent' })
  const ref = await urgent('Urgent this year')
  world.on('2023-04-03')
  const other = await urgent('Urgent next year')
  assert.deepEqual(
    must(await world.asks(world.visitor, viewUrgentDecisions, {})).decisions.map((one) => one.ref),
    [other],
  )
  const browser = web.browser()
  const words = (await browser.open('/reports/urgent-decisions?from=1/4/2022&until=31/3/2023')).words('main-content')
  assert.match(
    words,
    new RegExp(
      `1 urgent decision ${ref}, Urgent this year Decided Friday 5 August 2022, by the Cabinet Member for Adult Social Care .* Why it was urgent It closes\\. Who agreed Marguerite Vane, Chair of Health and Care Scrutiny`,
      'u',
    ),
  )
  assert.ok(!words.includes('Not urgent'))
  assert.match(
    (await browser.open('/reports/urgent-decisions.csv?from=2022-04-01&until=2023-03-31')).text,
    new RegExp(`${ref},Urgent this year,`, 'u'),
  )
  const wrong = await browser.open('/reports/urgent-decisions?from=31/2/2022')
  assert.equal(wrong.status, 422)
  assert.match(wrong.words(), /“31\/2\/2022” is no day/u)
})

test('a year begins on 1 April', () => {
  assert.equal(yearOf(Temporal.PlainDate.from('2023-03-31')).from.toString(), '2022-04-01')
  assert.equal(yearOf(Temporal.PlainDate.from('2023-04-01')).until.toString(), '2024-03-31')
})

test('how soon decisions are published is counted by directorate, and against the council’s own rule in working days', async () => {
  world.on('2023-06-01')
  const { ref, version } = await drafted(world, { title: 'Over the weekend' })
  must(await world.does(priya, propose, { ref, version }))
  must(await world.does(desmond, sign, { ref, version: version + 1, ...nils }))
  world.on('2023-06-06') // three working days later: within the rule of three
  must(await world.does(hugo, publish, { ref }))
  world.on('2023-07-03')
  const slow = await drafted(world, { title: 'Children, slowly', maker: 'cabinet', subject: 'children/short-breaks' })
  must(await world.does(priya, propose, slow))
  must(await world.does(hugo, sign, { ref: slow.ref, version: slow.version + 1, ...nils }))
  world.on('2023-08-10')
  must(await world.does(hugo, publish, { ref: slow.ref }))
  const { directorates, longest, decisions } = must(
    await world.asks(world.visitor, viewPublicationLag, { from: '2023-06-01', until: '2023-08-31' }),
  )
  assert.equal(decisions, 2)
  assert.deepEqual(
    directorates.map((one) => [one.title, one.median, one.longest, one.late]),
    [
      ['Children’s social care', 38, 38, 1],
      ['Adult social care', 5, 5, 0],
    ],
  )
  assert.deepEqual(
    longest.map((one) => [one.ref, one.days]),
    [
      [slow.ref, 38],
      [ref, 5],
    ],
  )
  const words = (await web.browser().open('/reports/publication-lag?from=2023-06-01&until=2023-08-31')).words(
    'main-content',
  )
  assert.match(
    words,
    /within 3 working days \(Part 4, access to information rule 20\).*2 decisions; half of them within 21\.5 days/u,
  )
})
