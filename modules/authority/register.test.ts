import assert from 'node:assert/strict'
import { test } from 'node:test'
import { granting } from '#testing/granted.ts'
import { day } from '#platform/days.ts'
import { openBrowser } from '../../testing/browser.ts'
import { aCouncil, must } from '../../testing/world.ts'
import { forecastOf, usedPercent, type Use } from './forecast.ts'
import { issueHold, listLimits, listMandates, listOfficersPowers, recordAct } from './index.ts'

const use = (but: Partial<Use> = {}): Use => ({
  ceiling: { basis: 'whole-life', pence: 100_000_00n },
  exercised: 0n,
  exercisedThisYear: 0n,
  passedOn: 0n,
  recalled: 0n,
  from: day('2022-04-01'),
  until: day('2023-04-01'),
  acts: 2,
  ...but,
})

test('half the money in a quarter of the time runs out at half-time, and the working says how', () => {
  const found = forecastOf(use({ exercised: 50_000_00n }), day('2022-07-01'))
  assert.ok(found?.enough)
  assert.equal(found.tooSoon, true)
  assert.equal(found.runsOutOn?.toString(), '2022-10-02')
  assert.match(found.says, /runs out on Sunday 2 October 2022, before the end of its whole life/u)
  assert.deepEqual(found.working, [
    '£50,000 was used in the 92 days from Friday 1 April 2022 to Friday 1 July 2022.',
    'At that pace the £50,000 that is left lasts 92 more days.',
    '273 days are left until the end of its whole life; they would take £148,369.57.',
  ])
})

test('a line is not drawn from one act, nor from four weeks less a day', () => {
  assert.deepEqual(forecastOf(use({ exercised: 1n, acts: 1 }), day('2022-07-01')), {
    enough: false,
    says: 'Not enough to tell: one act in 92 days of its whole life; a line is drawn from 2 acts and 28 days.',
  })
  assert.equal(forecastOf(use({ exercised: 1n }), day('2022-04-27'))?.enough, false)
  assert.equal(forecastOf(use({ exercised: 1n }), day('2022-04-28'))?.enough, true)
})

test('a financial year is measured by itself and begins afresh; what was passed on or taken back is not there to use', () => {
  const found = forecastOf(
    use({
      ceiling: { basis: 'financial-year', pence: 100_000_00n },
      until: null,
      exercised: 900_000_00n,
      exercisedThisYear: 30_000_00n,
      passedOn: 10_000_00n,
      recalled: 20_000_00n,
    }),
    day('2022-06-30'),
  )
  assert.ok(found?.enough && found.tooSoon)
  assert.match(found.says, /the financial year 2022\/23/u)
  assert.equal(usedPercent(use({ exercised: 30_000_00n, passedOn: 10_000_00n, recalled: 20_000_00n })), 50)
  assert.equal(forecastOf(use({ ceiling: { basis: 'each-act', pence: 1n } }), day('2022-06-30')), null)
})

const world = await aCouncil({ on: '2022-04-01' })
const priya = world.as('Priya')
const grant = granting(world, {
  clauseLabel: 'a',
  holder: 'head-legal',
  scope: 'adults',
  words: 'x',
  ceiling: { basis: 'whole-life', pence: 100_000_00n },
  from: day('2022-04-01'),
  until: day('2023-04-01'),
  mayDelegate: false,
})
const spend = async (under: string, pounds: number, on: string) => {
  world.on(on)
  must(
    await world.does(priya, recordAct, {
      post: 'head-legal',
      power: 'contract',
      subject: 'adults',
      what: 'x',
      pence: pounds * 100,
      day: on,
      under,
    }),
  )
}
const [quick, slow, full, ending, unused] = [
  await grant(),
  await grant(),
  await grant({ until: null }),
  await grant({ until: day('2022-08-01'), ceiling: { basis: 'each-act', pence: 5n } }),
  await grant({ until: null, scope: 'children' }),
]
await spend(quick, 30_000, '2022-04-20')
await spend(quick, 20_000, '2022-05-20')
await spend(slow, 1_000, '2022-05-01')
await spend(slow, 1_000, '2022-05-20')
await spend(full, 80_000, '2022-06-01')
world.on('2022-07-01')

test('the register finds what ends soon, what is nearly used up, what is unused and what is suspended', async () => {
  const refs = async (search: Record<string, string>) =>
    (await world.asks(world.visitor, listMandates, { post: 'head-legal', ...search })).ok
      ? must(await world.asks(world.visitor, listMandates, { post: 'head-legal', ...search }))
          .lines.map(({ ref }) => ref)
          .sort()
      : []
  assert.deepEqual(await refs({ endsWithin: '31' }), [ending])
  assert.deepEqual(await refs({ endsWithin: '30' }), [])
  assert.deepEqual(await refs({ usedOver: '80' }), [full])
  assert.deepEqual(await refs({ usedOver: '50' }), [quick, full].sort())
  assert.deepEqual(await refs({ unused: 'yes' }), [ending, unused].sort())
  must(
    await world.does(world.as('Edmund'), issueHold, {
      section: 'court',
      reach: { kind: 'subject', subject: 'children' },
      reason: 'x',
    }),
  )
  assert.deepEqual(await refs({ held: 'yes' }), [unused])
  assert.deepEqual((await refs({ order: 'ending' })).length, 5)
})

test('the watch lists what is used up, what ends and what would run out, each with its reasons, and what is listed is what the lines say', async () => {
  const { lines } = must(await world.asks(world.as('Winifred'), listLimits, { post: 'head-legal', size: 100 }))
  assert.deepEqual(
    lines.map(({ ref }) => ref),
    [ending, quick, full],
  )
  assert.deepEqual(
    lines.map(({ reasons }) => reasons.length),
    [1, 1, 1],
  )
  const all = must(await world.asks(world.visitor, listMandates, { size: 200, day: '2022-07-01' })).lines
  const listed = new Set(
    must(await world.asks(world.as('Winifred'), listLimits, { size: 200 })).lines.map(({ ref }) => ref),
  )
  for (const line of all) {
    const near = (line.usedPercent ?? 0) >= 80 || line.forecast?.tooSoon === true || line.ref === ending
    assert.equal(listed.has(line.ref), near, line.ref)
  }
})

test('the list of officers’ powers holds officers only, with clauses and without what is for half a year or less', async () => {
  const short = await grant({ until: day('2022-10-01') })
  const { lines, leavesOutMonths } = must(await world.asks(world.visitor, listOfficersPowers, { size: 200 }))
  assert.equal(leavesOutMonths, 6)
  const refs = lines.map(({ ref }) => ref)
  assert.ok(
    refs.includes(quick) && refs.includes(full) && !refs.includes(short) && !refs.includes(ending),
    'a year is listed; half a year and four months are not',
  )
  assert.ok(
    lines.some(({ source }) => source === 'scheme')
      && lines.every(({ holderTitle }) => !/Cabinet|Leader|Council$/u.test(holderTitle)),
  )
  const before = must(await world.asks(world.visitor, listOfficersPowers, { day: '2022-03-31', size: 200 }))
  assert.ok(before.lines.length > 0 && before.lines.every(({ source }) => source === 'scheme'))
})

test('the page draws the bars with what is forecast, and only the officers who watch may open it', async () => {
  const { browser } = await openBrowser(world)
  const winifred = await browser().signIn('Winifred Cole')
  const page = await winifred.open('/desk/limits')
  assert.match(page.words(), /3 mandates|mandates.*Its last day is Sunday 31 July 2022, in 30 days/u)
  assert.match(page.text, new RegExp(`id="limit-${quick}-title"`, 'u'))
  assert.match(page.words(), /At the pace so far it runs out on/u)
  assert.equal((await (await browser().signIn('Priya Larkin')).open('/desk/limits')).status, 403)
  assert.match(
    (await browser().open('/officers-powers?post=head-legal')).words(),
    /Powers of officers.*arrangements for a specified period of no more than 6 months.*Local Government Act 1972, s100G\(2\)/u,
  )
  assert.match(
    (await browser().open('/officers-powers.csv?post=head-legal')).text,
    /^\uFEFF?post,powers,subject,words/u,
  )
  const list = await browser().open('/mandates?post=head-legal&usedOver=80')
  assert.match(list.words(), /1 mandate.*80% used/u)
  const file = (await browser().open('/mandates.csv?post=head-legal&usedOver=80')).text.split('\r\n')
  assert.match(file[1] ?? '', /,80,"?£100,000 over its whole life/u)
})
