import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ConstitutionInput } from '#authority'
import type { Tx } from '#platform/database.ts'
import { day } from '#platform/days.ts'
import { toJson } from '#platform/json.ts'
import { openBrowser } from '../../testing/browser.ts'
import { aCouncil, must } from '../../testing/world.ts'
import { calledIn, publishedWith, threeClauses, underRule } from './call-in/examples.ts'
import { firstDayAfter, working } from './notices/clear-days.ts'
import { daysFor } from './notices/days-for.ts'
import { viewDecision, viewRecord } from './index.ts'

const closures = ['2022-12-22', '2022-12-23', '2022-12-28', '2022-12-29', '2022-12-30'].map((one) => ({
  day: one,
  name: 'Christmas closure',
  kind: 'closed' as const,
  source: 'Cabinet, minute 41',
}))
const rule = underRule({ hearing: { days: 5, unit: 'working', otherwise: 'takes-effect' } })
const constitution: ConstitutionInput = {
  ...rule,
  settings: [
    ...rule.settings,
    { key: 'calendar', from: '2022-12-01', source: 'Cabinet, minute 41', value: { days: closures } },
    {
      key: 'notices',
      from: '2022-12-01',
      source: 'Access to information rules',
      value: { 'general-exception': { n: 5, unit: 'working' } },
    },
  ],
}
const world = await aCouncil({ on: '2022-12-16', constitution })

test('the call-in clock leaves out the days on which the council is closed, says so, and keeps the calendar that it began with', async () => {
  const { ref, clauses } = await publishedWith(world, threeClauses)
  const { decision } = must(await world.asks(world.as('Priya'), viewRecord, { ref }))
  // Published on Friday 16 December: 19, 20, 21 December, then 3 and 4 January count.
  assert.equal(decision.callInLastDay?.toString(), '2023-01-04')
  assert.equal(decision.effectiveOn?.toString(), '2023-01-05')
  const { browser } = await openBrowser(world)
  const page = await browser().open(`/decisions/${ref}`)
  assert.match(page.words(), /Thursday 22 December 2022 No The council is closed: Christmas closure/u)
  assert.match(toJson(must(await world.asks(world.visitor, viewDecision, { ref }))), /Christmas closure/u)
  // The hearing's days are counted by the same calendar.
  world.on('2022-12-21')
  await calledIn(world, ref, [clauses[1]])
  const { callIns } = must(await world.asks(world.as('Priya'), viewRecord, { ref }))
  assert.equal(callIns[0]?.due?.toString(), '2023-01-09')
  assert.deepEqual(await world.breaks(), [])
})

test('notices in working days leave them out as well, from the day on which the calendar counts', async () => {
  const days = (on: string) =>
    world.house.database.within({ council: 'larkshire', role: 'remit_public' }, (tx: Tx) =>
      daysFor(tx, 'larkshire', 'general-exception', day(on)),
    )
  const { rule: counted } = await days('2022-12-16')
  assert.equal(firstDayAfter(counted, day('2022-12-16')).toString(), '2023-01-05')
  assert.match(
    working(counted, day('2022-12-16'), day('2023-01-05')).join(' '),
    /Thursday 29 December 2022 \(the council is closed: Christmas closure\)/u,
  )
  assert.equal((await days('2022-11-30')).rule.calendar, undefined)
})
