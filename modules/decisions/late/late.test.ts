import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ConstitutionInput } from '#authority'
import { rows, sql } from '#platform/database.ts'
import { startDaily } from '#platform/daily.ts'
import { larkshire } from '../../../site/demo/larkshire.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { askClearance } from '../clearance/ask.ts'
import { drafted, proposed, decided } from '../pages/examples.ts'
import { remindCommand } from './daily.ts'
import { viewWhoseTurn } from './queries.ts'
import { remind } from './remind.ts'

const turns: ConstitutionInput['settings'][number] = {
  key: 'turns',
  from: '2012-09-10',
  source: 'Part 4, report timetable',
  value: { decide: 5, publish: 2 },
}
const world = await aCouncil({
  on: '2022-08-01',
  constitution: { ...larkshire, settings: [...larkshire.settings, turns] },
})
const [priya, hugo, winifred, desmond] = ['Priya', 'Hugo', 'Winifred', 'Desmond'].map((name) => world.as(name)) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]
const clear = await drafted(world, { title: 'To be cleared' })
must(await world.does(priya, askClearance, { ...clear, post: 'chief-finance-officer', workingDays: 3 }))
const decide = await proposed(world, { title: 'To be decided' })
const publish = await decided(world, { title: 'To be published' })

const late = async () =>
  must(await world.asks(priya, viewWhoseTurn, {})).late.map(({ ref, says, late: words }) => [ref, says, words])
const letters = async (account: string | null) =>
  (
    await world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
      rows<{ subject: string }>(
        tx,
        sql`select subject from platform.mail where account = ${account}::uuid and subject like 'Late: %'
          order by at, subject`,
      ),
    )
  ).map(({ subject }) => subject)

test('on the day on which it is due nothing is late, and the working day after it is', async () => {
  world.on('2022-08-03')
  assert.deepEqual(await late(), [])
  assert.equal(must(await world.asks(priya, viewWhoseTurn, {})).inTime.length, 3)
  world.on('2022-08-04')
  assert.deepEqual(await late(), [
    [publish, 'To be published by democratic services', '1 working day late, due on Wednesday 3 August 2022'],
  ])
  world.on('2022-08-09')
  assert.deepEqual(await late(), [
    [publish, 'To be published by democratic services', '4 working days late, due on Wednesday 3 August 2022'],
    [
      clear.ref,
      'To be cleared by the Chief Finance Officer (section 151)',
      '3 working days late, due on Thursday 4 August 2022',
    ],
    [
      decide.ref,
      'To be decided by the Cabinet Member for Adult Social Care',
      '1 working day late, due on Monday 8 August 2022',
    ],
  ])
})

test('a Saturday makes nothing later than the Friday before', async () => {
  world.on('2022-08-05')
  const friday = await late()
  world.on('2022-08-06')
  assert.deepEqual(await late(), friday)
})

test('whoever is late is reminded once a day of each lateness, however often it is run', async () => {
  world.on('2022-08-09')
  assert.equal(must(await world.does(hugo, remind, {})).letters, 3)
  assert.equal(must(await world.does(hugo, remind, {})).letters, 0)
  assert.deepEqual(
    [await letters(hugo.account), await letters(winifred.account), await letters(desmond.account)],
    [['Late: To be published'], ['Late: To be cleared'], ['Late: To be decided']],
  )
  world.on('2022-08-10')
  assert.equal(must(await world.does(hugo, remind, {})).letters, 3)
  assert.equal((await letters(desmond.account)).length, 2)
  assert.match(no(await world.does(priya, remind, {})), /You may not do this/u)
})

test('by hand it says how many letters were written', async () => {
  world.on('2022-08-11')
  let said = ''
  const context = {
    house: async () => world.house,
    actor: { council: world.council, account: null, name: 'The operator', roles: ['administrator'] },
    cwd: '',
    stdin: async () => new Uint8Array(),
    out: (text: string) => {
      said += text
    },
    err: () => {},
  }
  assert.equal(await remindCommand.run([], context), 0)
  await remindCommand.run([], context)
  assert.equal(said, '3 letters written.\nNobody is late, or everybody late has been reminded today.\n')
})

test('the server runs a daily task once for each new day of a council', async (context) => {
  context.mock.timers.enable({ apis: ['setInterval'] })
  const ran: string[] = []
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const daily = startDaily(
    world.house,
    [
      {
        name: 'count',
        run: async (_, council) => {
          ran.push(council)
        },
      },
    ],
    log,
  )
  const round = async () => {
    context.mock.timers.tick(10_000)
    for (let i = 0; i < 50; i++)
      await new Promise((wake) => {
        setImmediate(wake)
      })
  }
  await round()
  await round()
  assert.deepEqual(ran, ['larkshire'])
  world.on('2022-08-12')
  await round()
  assert.deepEqual(ran, ['larkshire', 'larkshire'])
  await daily.stop()
})
