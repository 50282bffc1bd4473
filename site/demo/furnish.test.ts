import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callInWindow, fiveClearWorkingDays, searchRegister, viewDesk } from '#decisions'
import { verifyJournal } from '#platform/journal.ts'
import { ask, type House } from '#platform/perform.ts'
import { councilsIn } from '#platform/tenant.ts'
import { modules } from '#modules'
import { openBrowser } from '#testing/browser.ts'
import { aDatabase, must } from '../../testing/world.ts'
import { furnishDemo } from './furnish.ts'
import { records } from './records.ts'
import { workingDayBefore } from './steps.ts'

const database = await aDatabase()
// Any first day will do; this one starts a week with a bank holiday in it, and a week after a change of the clocks.
const now = Temporal.Instant.from('2026-05-05T09:00:00Z')
const house: House = { database, councils: councilsIn(database), clock: () => now, stir: () => {} }

test('a newcomer finds Larkshire with decisions at every stage, and its chain holds', async () => {
  await furnishDemo(house)
  const visitor = { council: 'larkshire', account: null, name: 'A visitor', roles: [] }
  const register = must(await ask(house, searchRegister, visitor, {}))
  assert.equal(register.count, 5)
  assert.deepEqual([...new Set(register.decisions.map(({ standing }) => standing))].sort(), [
    'call-in open',
    'called in',
    'effective',
  ])
  const desk = must(await ask(house, viewDesk, { ...visitor, roles: ['commissioning officer'] }, {}))
  assert.deepEqual(desk.records.map(({ state }) => state).sort(), ['decided', 'draft', 'proposed'])
  const { breaks } = await database.within({ council: 'larkshire', role: 'remit_app' }, (tx) =>
    verifyJournal(
      tx,
      'larkshire',
      modules.flatMap(({ sealed }) => sealed ?? []),
    ),
  )
  assert.deepEqual(breaks, [])
})

test('the start page tells what people are asked, what was decided lately and what comes next', async () => {
  const { browser } = await openBrowser({ house, council: 'larkshire' })
  const start = await browser().open('/')
  assert.match(
    start.words('main-content'),
    /Have your say .*Open until .*All consultations Decided lately .*published on .*All decisions To be decided next .* due /u,
  )
})

test('furnishing again changes nothing', async () => {
  await furnishDemo(house)
  assert.deepEqual(
    (await house.councils.all()).map(({ council }) => council),
    ['bury', 'kent', 'larkshire', 'southampton', 'staffordshire'],
  )
})

test('whatever day it is first started, each decision took effect before the first act under it', () => {
  for (let day = Temporal.PlainDate.from('2026-01-01'); day.year < 2028; day = day.add({ days: 1 })) {
    for (const { title, publishedAgo, callable, acts } of records) {
      const first = Math.max(...(acts ?? []).map(({ ago }) => ago), 0)
      if (!acts || publishedAgo === undefined) continue
      const published = workingDayBefore(day, publishedAgo)
      const effective = callable ? callInWindow(fiveClearWorkingDays(), published).effective : published
      assert.ok(
        Temporal.PlainDate.compare(effective, workingDayBefore(day, first)) <= 0,
        `${title}, first started on ${day.toString()}`,
      )
    }
  }
})
