import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rows, sql } from '#platform/database.ts'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import { calledIn, publishedWith, threeClauses, underRule } from '../call-in/examples.ts'
import { judgeCallIn } from '../call-in/judge.ts'
import { remind } from './remind.ts'
import { viewWhoseTurn } from './queries.ts'

const settled = underRule({})
const world = await aCouncil({
  on: '2022-08-01',
  constitution: {
    ...settled,
    settings: [
      ...settled.settings,
      { key: 'turns', from: '2022-09-01', source: 'Part 4', value: { decide: 5, publish: 2, judge: 1 } },
    ],
  },
})
const [priya, hugo, edmund] = ['Priya', 'Hugo', 'Edmund'].map((name) => world.as(name)) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]
const judging = async () =>
  must(await world.asks(priya, viewWhoseTurn, {})).late.flatMap(({ kind, late }) => (kind === 'judge' ? [late] : []))
const letters = async (account: string | null) =>
  (
    await world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
      rows<{ body: string }>(
        tx,
        sql`select body from platform.mail where account = ${account}::uuid and subject like 'Late: %'
          order by at, subject`,
      ),
    )
  ).map(({ body }) => body)

test('a call-in that nobody judged is late, and those whose turn it is are reminded each day until it is judged', async () => {
  const { ref, clauses } = await publishedWith(world, threeClauses)
  world.on('2022-08-02')
  const callIn = await calledIn(world, ref, [clauses[1]])
  world.on('2022-08-04')
  assert.deepEqual(await judging(), [])
  world.on('2022-08-05')
  assert.deepEqual(await judging(), ['1 working day late, due on Thursday 4 August 2022'])
  const web = await openBrowser(world)
  const page = await (await web.browser().signIn('Basil Thornby')).open('/desk/late')
  assert.match(page.words(), /A call-in, to be judged valid or not by democratic services or the monitoring officer/u)
  const desk = await web.browser().signIn('Edmund Starling')
  assert.match((await desk.open('/desk')).words(), /Judge the call-in: .*Late 1 working day late/u)
  must(await world.does(hugo, remind, {}))
  must(await world.does(hugo, remind, {}))
  const address = `/desk/decisions/${ref}/call-in/${callIn}/judge`
  for (const who of [hugo, edmund]) {
    const written = await letters(who.account)
    assert.equal(written.length, 1)
    assert.ok(written[0]?.includes(address), written[0] ?? 'no letter')
  }
  assert.match((await desk.open(address)).words(), /valid/u)
  world.on('2022-08-08')
  must(await world.does(hugo, remind, {}))
  assert.equal((await letters(edmund.account)).length, 2)
  must(await world.does(edmund, judgeCallIn, { ref, callIn, valid: 'yes', says: 'It gives its grounds.' }))
  assert.deepEqual(await judging(), [])
  world.on('2022-08-09')
  must(await world.does(hugo, remind, {}))
  assert.equal((await letters(edmund.account)).length, 2)
  assert.deepEqual(await world.breaks(), [])
})

test('within how many days is the council’s own, from the day on which it settled it', async () => {
  world.on('2022-09-05')
  const { ref, clauses } = await publishedWith(world, threeClauses)
  world.on('2022-09-06')
  await calledIn(world, ref, [clauses[1]])
  world.on('2022-09-08')
  assert.deepEqual(await judging(), ['1 working day late, due on Wednesday 7 September 2022'])
})
