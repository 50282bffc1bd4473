import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mandatesOfDecision, recordAct } from '#authority'
import { rows, sql } from '#platform/database.ts'
import { londonDay } from '#platform/perform.ts'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { viewDecision, viewRecord } from '../index.ts'
import { calledIn, publishedWith, threeClauses, underRule, validCallIn } from './examples.ts'
import { fixHearing, hearCallIn } from './hear.ts'
import { judgeCallIn } from './judge.ts'
import { lapseDaily, letCallInLapse, reopenLapsed, viewLapsing } from './lapse.ts'

const within = { days: 5, unit: 'working', otherwise: 'takes-effect' } as const
const world = await aCouncil({
  on: '2022-08-05',
  constitution: underRule({ hearing: within, reconsideration: within }),
})
const [hugo, priya] = [world.as('Hugo'), world.as('Priya')]
const { council } = world
const daily = () => lapseDaily.run(world.house, council)
const of = async (ref: string) => must(await world.asks(priya, viewRecord, { ref })).callIns[0]
const journalled = () =>
  world.house.database.within({ council, role: 'remit_app' }, (tx) =>
    rows<{ by: string; outcome: string }>(
      tx,
      sql`select entry::jsonb ->> 'by' as by, outcome from platform.journal
        where council = ${council} and use_case = 'decisions.let-call-in-lapse' order by at`,
    ),
  )
const spend = async (ref: string, pence: number) => {
  const { mandates, decision } = must(await world.asks(world.visitor, viewDecision, { ref }))
  return world.does(priya, recordAct, {
    post: 'director-adults',
    power: 'contract',
    subject: 'adults/everyday-life',
    what: `A contract under ${decision.ref}`,
    pence,
    day: londonDay(world.house.clock()),
    under: mandates.find(({ clauseLabel }) => clauseLabel === 'b')?.ref,
  })
}

test('a call-in whose time ran out releases what it suspended by itself, from the day that the rule gives, and says so', async () => {
  world.on('2022-08-05')
  const { ref, clauses } = await publishedWith(world, threeClauses)
  await validCallIn(world, ref, [clauses[1]])
  world.on('2022-08-12')
  await daily()
  assert.equal((await of(ref))?.state, 'valid')
  // Nobody looks in for a week: the days that the rule gave are no longer suspended, whenever the task comes.
  world.on('2022-08-19')
  assert.match(no(await spend(ref, 1)), /suspended since Friday 5 August 2022/u)
  await daily()
  await daily()
  const one = await of(ref)
  assert.deepEqual([one?.state, one?.releasedOn?.toString()], ['lapsed', '2022-08-13'])
  assert.match(
    one?.steps.at(-1)?.says ?? '',
    /ran out on Friday 12 August 2022\. Under the council’s rule \(Part 4, an example rule\)/u,
  )
  assert.deepEqual(await journalled(), [{ by: 'Remit, by the council’s call-in rule', outcome: 'done' }])
  must(await spend(ref, 300_000_00))
  const { browser } = await openBrowser(world)
  const page = (await browser().open(`/decisions/${ref}`)).words()
  assert.match(page, /Time ran out 19 August 2022.*What was suspended stands again from 13 August 2022/u)
  const { lapsing } = must(await world.asks(hugo, viewLapsing, {}))
  assert.deepEqual(lapsing, [])
})

test('it waits for somebody where a hearing was fixed in time, and where officers judged too late', async () => {
  world.on('2022-09-05')
  const { ref, clauses } = await publishedWith(world, threeClauses)
  const id = await validCallIn(world, ref, [clauses[1]])
  must(await world.does(hugo, fixHearing, { ref, callIn: id, body: 'scrutiny-committee', on: '2022-09-12' }))
  const late = await publishedWith(world, threeClauses)
  const slow = await calledIn(world, late.ref, [late.clauses[1]])
  world.on('2022-09-14')
  must(
    await world.does(world.as('Edmund'), judgeCallIn, { ref: late.ref, callIn: slow, valid: true, says: 'In order.' }),
  )
  await daily()
  assert.equal((await of(ref))?.state, 'valid')
  assert.equal((await of(late.ref))?.state, 'valid')
  const remit = { ...hugo, account: null, name: 'Remit' }
  assert.match(
    no(await world.does(remit, letCallInLapse, { ref, callIn: id })),
    /fixed for Monday 12 September 2022, in time/u,
  )
  must(
    await world.does(hugo, hearCallIn, {
      ref,
      callIn: id,
      heardOn: '2022-09-12',
      outcome: 'referred-back',
      says: 'Again.',
    }),
  )
  // The time for reconsideration runs out by itself as well, and a person may say it of the other.
  must(await world.does(hugo, letCallInLapse, { ref: late.ref, callIn: slow }))
  world.on('2022-09-21')
  await daily()
  assert.equal((await of(ref))?.state, 'lapsed')
})

test('under a rule that lets a decision wait, no time runs out', async () => {
  const waiting = await aCouncil({
    on: '2022-08-05',
    council: { council: 'waitshire', name: 'Waitshire', demo: true, people: [] },
    constitution: { ...underRule({ hearing: { ...within, otherwise: 'waits' } }), holders: [] },
    database: world.house.database,
  })
  const task = { council: 'waitshire', account: null, name: 'Remit', roles: ['democratic services'] }
  assert.deepEqual(must(await waiting.asks(task, viewLapsing, {})).lapsing, [])
})

test('a lapse is taken back on pages: suspended anew, not counted again, and heard', async () => {
  world.on('2022-10-03')
  const { ref, clauses } = await publishedWith(world, threeClauses)
  const id = await validCallIn(world, ref, [clauses[1]])
  assert.match(
    no(await world.does(hugo, reopenLapsed, { ref, callIn: id, says: 'x' })),
    /Only a lapse can be taken back/u,
  )
  world.on('2022-10-12')
  await daily()
  must(await spend(ref, 100_00))
  const { browser } = await openBrowser(world)
  const web = await browser().signIn('Hugo Pennyfeather')
  const record = await web.open(`/desk/decisions/${ref}`)
  const asked = await web.open(record.link('Take back that its time ran out'))
  assert.match((await asked.send({ says: '' })).words(), /Say why\./u)
  const done = await asked.send({ says: 'Scrutiny met on 10 October; its clerk was ill.' })
  assert.match(done.words(), /The clauses are suspended again from today/u)
  assert.match(no(await spend(ref, 1)), /suspended since Wednesday 12 October 2022/u)
  await daily()
  assert.equal((await of(ref))?.state, 'valid')
  assert.match(
    (await browser().open(`/decisions/${ref}`)).words(),
    /Taken back: its time had not run out.*its clerk was ill/u,
  )
  must(
    await world.does(hugo, hearCallIn, {
      ref,
      callIn: id,
      body: 'scrutiny-committee',
      heardOn: '2022-10-10',
      outcome: 'released',
      says: 'So be it.',
    }),
  )
  must(await spend(ref, 300_000_00 - 100_00))
  assert.equal((await spend(ref, 1)).ok, false)
  assert.deepEqual(await world.breaks(), [])
})

test('however often a lapse comes and is taken back, what could be done before can be done after, to the penny', async () => {
  let today = Temporal.PlainDate.from('2023-01-09')
  const standing = (ref: string) =>
    world.house.database.within({ council, role: 'remit_app' }, async (tx) =>
      (await mandatesOfDecision(tx, council, ref)).map(
        ({ ref: mandate, from, until, exercisedPence, powers, scope, passedOnPence }) => [
          mandate,
          from.toString(),
          until?.toString() ?? null,
          exercisedPence,
          powers.join(),
          scope,
          passedOnPence,
        ],
      ),
    )
  await fc.assert(
    fc.asyncProperty(fc.subarray([0, 1], { minLength: 1 }), fc.option(fc.boolean()), async (which, twice) => {
      world.on(today.toString())
      const { ref, clauses } = await publishedWith(world, threeClauses)
      const before = await standing(ref)
      const id = await validCallIn(
        world,
        ref,
        which.map((at) => clauses[at]),
      )
      today = today.add({ days: 14 })
      world.on(today.toString())
      await daily()
      if (twice !== null) {
        must(await world.does(hugo, reopenLapsed, { ref, callIn: id, says: 'Heard in time.' }))
        if (twice) await daily()
        must(
          await world.does(hugo, hearCallIn, {
            ref,
            callIn: id,
            body: 'scrutiny-committee',
            heardOn: today.subtract({ days: 10 }).toString(),
            outcome: 'referred-back',
            says: 'Again.',
          }),
        )
        today = today.add({ days: 14 })
        world.on(today.toString())
        await daily()
      }
      assert.equal((await of(ref))?.state, 'lapsed')
      assert.deepEqual(await standing(ref), before)
      must(await spend(ref, 300_000_00))
      assert.equal((await spend(ref, 1)).ok, false)
      today = today.add({ days: 7 })
    }),
    // A run takes up to five weeks of the council's time, and from 2026 on its drafts need a clearance first.
    { numRuns: Math.min(30, Number(process.env['REMIT_PROPERTY_RUNS'] ?? 4)), endOnFailure: true },
  )
  assert.deepEqual(await world.breaks(), [])
})
