import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ConstitutionInput } from '#authority'
import { day } from '#platform/days.ts'
import { larkshire } from '../../../site/demo/larkshire.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import { openCommission, revisePlan, viewPlan } from '../index.ts'
import { standstillMinimum } from '../rules/standstill.ts'
import { isUkWorkingDay } from './uk-working-days.ts'
import { schedule } from './schedule.ts'

const closure = ['2024-12-23', '2024-12-24', '2024-12-27', '2024-12-30', '2024-12-31'].map((one) => ({
  day: one,
  name: 'Christmas closure',
  kind: 'closed' as const,
  source: 'Cabinet, minute 12',
}))
const constitution: ConstitutionInput = {
  ...larkshire,
  settings: [
    ...larkshire.settings,
    { key: 'calendar', from: '2024-07-01', source: 'Cabinet, minute 12', value: { days: closure } },
  ],
}
const world = await aCouncil({ on: '2024-06-20', constitution })
const priya = world.as('Priya')

const plan = {
  startsOn: '2025-01-06',
  regime: 'light-touch',
  ladder: null,
  steps: [
    {
      id: 'work',
      kind: 'research',
      title: 'Research',
      length: { count: 10, unit: 'working-days' },
      after: [],
      pinned: '',
    },
    { id: 'more', kind: 'other', title: 'More', length: { count: 3, unit: 'days' }, after: ['work'], pinned: '' },
  ],
}

async function planned(): Promise<string> {
  const { ref } = must(
    await world.does(priya, openCommission, {
      title: 'Care at home 2025',
      subject: 'adults/care-at-home',
      lead: 'director-adults',
      why: 'The contracts end.',
      post: 'head-commissioning',
    }),
  )
  must(await world.does(priya, revisePlan, { ref, edition: 0, why: 'First', change: { kind: 'whole', plan } }))
  return ref
}

const spans = async (ref: string, edition?: number) => {
  const seen = must(await world.asks(priya, viewPlan, { ref, ...(edition && { edition }) })).seen
  return seen && schedule(seen.plan).steps.map(({ from, until }) => `${from.toString()} to ${until.toString()}`)
}

test('a plan leaves out the days on which the council is closed, and an older edition stays as it was counted', async () => {
  const ref = await planned()
  const before = await spans(ref)
  assert.deepEqual(before, ['2024-12-17 to 2025-01-03', '2025-01-03 to 2025-01-06'])
  world.on('2024-07-02')
  assert.deepEqual(await spans(ref), before)
  must(
    await world.does(priya, revisePlan, {
      ref,
      edition: 1,
      why: 'The closure is settled',
      change: { kind: 'whole', plan },
    }),
  )
  // Ten working days back from Friday 3 January: 2 January, then 20 December and the eight before it.
  assert.deepEqual(await spans(ref), ['2024-12-10 to 2025-01-03', '2025-01-03 to 2025-01-06'])
  assert.deepEqual(await spans(ref, 1), before)
  const kept = must(await world.asks(priya, viewPlan, { ref })).seen?.plan
  assert.equal(kept?.callIn?.calendar?.days.length, closure.length)
  assert.deepEqual(await world.breaks(), [])
})

test('a period of the statutes knows no closure of one council, but a bank holiday that its calendar names', () => {
  const closed = { days: [{ day: '2025-03-05', name: 'Closed', kind: 'closed' as const }] }
  const holiday = { days: [{ day: '2025-03-05', name: 'A jubilee', kind: 'bank-holiday' as const }] }
  const began = day('2025-03-03')
  const until = (calendar?: typeof holiday) => standstillMinimum('procurement-act', began, calendar)?.until.toString()
  assert.equal(until(), '2025-03-13')
  assert.equal(until(holiday), '2025-03-14')
  assert.ok(!isUkWorkingDay(day('2025-03-05'), holiday))
  assert.ok(isUkWorkingDay(day('2025-03-05')) && closed.days.length === 1)
})
