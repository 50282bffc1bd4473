import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fiveClearWorkingDays } from '#decisions/rules'
import { clearDays, day, daysBetween } from '#platform/days.ts'
import { asRecorded, carriedOn } from '../../../site/demo/commissions/bury-2237.ts'
import { changesBetween } from './changes.ts'
import { planFrom, planInput } from './document.ts'
import { lengthened, moved, withoutStep, withStep } from './edit.ts'
import { findingsOfPlan } from './findings.ts'
import { ladderDays } from './ladder.ts'
import { outlookOn } from './lateness.ts'
import { minimumOf } from './minimum.ts'
import { lengthUnits, regimeNames, stepKindNames, type Length, type Plan, type Step } from './plan.ts'
import { schedule } from './schedule.ts'
import { usualPlan } from './usual-plan.ts'

const bury = (document: unknown = asRecorded): Plan => ({ ...planFrom(document), callIn: fiveClearWorkingDays() })
const days = (plan: Plan) => new Map(schedule(plan).steps.map((one) => [one.step.id, one]))
const span = (plan: Plan, id: string) => {
  const one = days(plan).get(id)
  return one && `${one.from.toString()} to ${one.until.subtract({ days: 1 }).toString()}`
}
const against = (plan: Plan) =>
  findingsOfPlan(plan, schedule(plan))
    .filter(({ outcome }) => outcome === 'not-met')
    .map(({ rule, says }) => `${rule}: ${says}`)

test('Bury 2237: the phases stand on their months, and the contract that runs has a year of its option left', () => {
  assert.equal(span(bury(), 'research'), '2024-08-01 to 2024-09-30')
  assert.equal(span(bury(), 'consultation'), '2024-10-01 to 2024-11-30')
  assert.equal(span(bury(), 'specification'), '2024-12-02 to 2025-01-31')
  const { ladder } = bury()
  assert.ok(ladder)
  const { firstUntil, until, couldUntil, leftMonths } = ladderDays(ladder)
  assert.deepEqual([firstUntil, until, couldUntil].map(String), ['2024-10-25', '2025-10-25', '2026-10-25'])
  assert.equal(leftMonths, 12)
})

test('Bury 2237: the first phase starts before the last signature, and that is found', () => {
  const found = against(bury())
  assert.match(
    found[0] ?? '',
    /plan-keeps-order: “Project group.*” starts on Thursday 1 August 2024, but “Permission.*” is over only on Thursday 15 August 2024: 15 days too early\./u,
  )
  assert.equal(found.filter((one) => one.startsWith('plan-keeps-order')).length, 1)
})

test('Bury 2237: the start on a Saturday is found, and that six weeks became two months, and the gates without a decision', () => {
  const found = against(bury()).join('\n')
  assert.match(found, /The service starts on 25 October 2025, a Saturday/u)
  assert.match(
    found,
    /gives “Public consultation.*” 61 days, from 1 October 2024 to 30 November 2024; the papers say 6 weeks, 42 days/u,
  )
  assert.match(found, /“Return to Cabinet.*” is a gate, and no decision is named/u)
  assert.doesNotMatch(found, /without a contract/u)
})

test('Bury 2237 carried on: what the record leaves open fits between February and October, each with its least', () => {
  const plan = bury(carriedOn)
  const placed = days(plan)
  const [notice, cabinet, callIn, standstill, mobilisation] = [
    'notice',
    'cabinet',
    'call-in',
    'standstill',
    'mobilisation',
  ].map((id) => placed.get(id))
  assert.ok(notice && cabinet && callIn && standstill && mobilisation)
  assert.ok(clearDays(notice.from, cabinet.from, 'calendar') >= 28)
  assert.equal(mobilisation.until.toString(), '2025-10-24')
  assert.ok(Temporal.PlainDate.compare(standstill.until, mobilisation.from) <= 0)
  assert.equal(schedule(plan).daysLate, 0)
  assert.equal(callIn.from.dayOfWeek <= 5, true)
  assert.deepEqual(
    against({ ...plan, regime: 'pcr-light-touch' }).filter((one) => one.startsWith('plan-regime')).length,
    1,
  )
  assert.deepEqual(
    against(plan).filter((one) => one.startsWith('plan-regime')),
    [],
  )
})

test('moving the start a week moves all that hangs on it a week, but for what is settled', () => {
  const plan = bury(carriedOn)
  const said = changesBetween(plan, { ...plan, startsOn: day('2025-11-01') }).map(({ says }) => says)
  assert.match(said[0] ?? '', /must start on 1 November 2025 and not on 25 October 2025, 7 days later/u)
  assert.ok(
    said.some((one) => /“Mobilisation.*” moves from .* 7 days later/u.test(one)),
    said.join('\n'),
  )
  assert.ok(!said.some((one) => /^“Return to Cabinet/u.test(one)))
})

test('a step settled too late pushes on what waits for it, and the service with it', () => {
  const plan = moved(bury(carriedOn), 'award', day('2025-08-04'))
  const { startsOn, daysLate } = schedule(plan)
  assert.equal(startsOn.toString(), '2025-11-21')
  assert.equal(daysLate, 27)
  assert.match(
    against(plan).join('\n'),
    /must start on Saturday 25 October 2025 and could start on Friday 21 November 2025, 27 days later/u,
  )
})

test('what is late and what it endangers is plain, and what still has room is not alarmed about', () => {
  const plan = bury(carriedOn)
  const calm = outlookOn(plan, day('2024-08-20'))
  assert.deepEqual(calm.late, [])
  const { late, daysLate } = outlookOn(
    withStep(plan, { ...stepOf(plan, 'research'), done: { on: day('2024-09-30'), says: 'Done' } }),
    day('2024-12-09'),
  )
  assert.deepEqual(
    late.map(({ step, daysLate: by }) => [step.id, by]),
    [['consultation', 9]],
  )
  assert.match(
    late[0]?.endangers.join(' ') ?? '',
    /“Co-produced specification.*” would move from 2 December 2024 to 31 January 2025 to 10 December 2024/u,
  )
  assert.equal(daysLate, 0)
  assert.ok(outlookOn(plan, day('2025-09-01')).daysLate > 0)
})

test('without a step what waited for it waits for what it waited for', () => {
  const plan = withoutStep(bury(carriedOn), 'call-in')
  assert.deepEqual(stepOf(plan, 'tender').after, ['cabinet'])
  assert.equal(planInput.safeParse(JSON.parse(JSON.stringify(plan))).success, true)
})

test('steps that wait for each other in a ring are refused in words', () => {
  const ring = {
    ...asRecorded,
    steps: asRecorded.steps.map((step) => (step.id === 'permission' ? { ...step, after: ['cabinet'] } : step)),
  }
  assert.match(planInput.safeParse(ring).error?.issues[0]?.message ?? '', /wait for each other in a ring/u)
})

test('the usual plan, backward from any start, has no finding but the gate that nobody opened yet', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.constantFrom(...regimeNames), (ahead, regime) => {
      const startsOn = day('2025-12-01').add({ days: ahead })
      const fits = regime === 'pcr-2015' || regime === 'pcr-light-touch' ? 'light-touch' : regime
      const plan = usualPlan({ startsOn, regime: fits, callIn: fiveClearWorkingDays(), ladder: null })
      if (Temporal.PlainDate.compare(schedule(plan).first, day('2025-02-24')) < 0) return
      const rules = new Set(against(plan).map((one) => one.split(':')[0]))
      for (const rule of rules)
        assert.ok(
          rule === 'plan-gate-names-decision' || rule === 'plan-starts-on-working-day',
          [...against(plan)].join('\n'),
        )
    }),
    { numRuns: 40 },
  )
})

const stepOf = (plan: Plan, id: string): Step => {
  const found = plan.steps.find((step) => step.id === id)
  assert.ok(found, id)
  return found
}

// ---- laws of every plan

const lengthOf: fc.Arbitrary<Length> = fc
  .record({ count: fc.integer({ min: 1, max: 30 }), unit: fc.constantFrom(...lengthUnits) })
  .map(({ count, unit }) => ({
    unit,
    count: unit === 'months' ? 1 + (count % 4) : unit === 'weeks' ? 1 + (count % 8) : count,
  }))

/** A plan of up to nine steps, each waiting for some of those before it, some of them settled. */
const plans = (units: fc.Arbitrary<Length> = lengthOf, settled = true): fc.Arbitrary<Plan> =>
  fc
    .record({
      startsOn: fc.integer({ min: 0, max: 600 }).map((ahead) => day('2026-01-05').add({ days: ahead })),
      regime: fc.constantFrom(...regimeNames),
      steps: fc.array(
        fc.record({
          kind: fc.constantFrom(...stepKindNames),
          length: fc.option(units, { nil: null, freq: 4 }),
          waits: fc.array(fc.nat(8), { maxLength: 3 }),
          pinned: settled
            ? fc.option(
                fc.integer({ min: 0, max: 500 }).map((ahead) => day('2025-03-03').add({ days: ahead })),
                { nil: null, freq: 1 },
              )
            : fc.constant(null),
        }),
        { minLength: 1, maxLength: 9 },
      ),
    })
    .map(({ startsOn, regime, steps }) => ({
      startsOn,
      regime,
      callIn: fiveClearWorkingDays(),
      ladder: null,
      steps: steps.map(({ kind, length, waits, pinned }, at) => ({
        id: `s${at}`,
        kind,
        title: `Step ${at}`,
        length,
        pinned,
        stated: null,
        gate: null,
        done: null,
        after: [...new Set(waits.filter((one) => one < at))].map((one) => `s${one}`),
      })),
    }))

test('no plan, however it is settled, gives a step less than the law asks or starts one before what it waits for without saying so', () => {
  fc.assert(
    fc.property(plans(), (plan) => {
      const { steps, clashes } = schedule(plan)
      const byId = new Map(steps.map((one) => [one.step.id, one]))
      for (const { step, from, until } of steps) {
        const least = minimumOf(step.kind, from, plan)
        assert.ok(!least || Temporal.PlainDate.compare(until, least.until) >= 0, `${step.kind} from ${from.toString()}`)
        if (step.pinned) assert.ok(from.equals(step.pinned))
        else assert.ok(from.dayOfWeek <= 5)
        for (const before of step.after) {
          const ended = byId.get(before)
          assert.ok(ended)
          const inTime = Temporal.PlainDate.compare(ended.until, from) <= 0
          assert.equal(inTime, !clashes.some((clash) => clash.step.id === step.id && clash.waitsFor.id === before))
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('moving a step and moving it back restores the plan, day for day', () => {
  fc.assert(
    fc.property(plans(), fc.nat(8), fc.integer({ min: -200, max: 200 }), (plan, at, by) => {
      const id = `s${at % plan.steps.length}`
      const before = schedule(plan).steps.find(({ step }) => step.id === id)
      assert.ok(before)
      const to = before.from.add({ days: by })
      const back = moved(moved(plan, id, to), id, before.from)
      assert.deepEqual(
        schedule(back).steps.map(({ from, until }) => [String(from), String(until)]),
        schedule(plan).steps.map(({ from, until }) => [String(from), String(until)]),
      )
      assert.deepEqual(
        changesBetween(plan, back).filter(({ moves }) => moves),
        [],
      )
    }),
    { numRuns: 300 },
  )
})

test('the critical path is the longest way to the start: what lies on it cannot grow without starting sooner', () => {
  const calendar = fc.record({ count: fc.integer({ min: 1, max: 30 }), unit: fc.constant('weeks' as const) })
  fc.assert(
    fc.property(
      plans(calendar, false)
        .map((plan) => ({
          ...plan,
          startsOn: plan.startsOn.subtract({ days: plan.startsOn.dayOfWeek - 1 }),
          callIn: null,
          steps: plan.steps.map((step) => ({
            ...step,
            kind: 'other' as const,
            length: step.length ?? { count: 1, unit: 'weeks' as const },
          })),
        }))
        .filter(noHolidayMonday),
      fc.nat(8),
      (plan, at) => {
        const found = schedule(plan)
        const step = plan.steps[at % plan.steps.length]
        assert.ok(step?.length)
        // Weeks that start on Mondays leave no gap, so that the longest way is a sum that can be reckoned otherwise.
        const longest = Math.max(...plan.steps.map(({ id }) => weeksFrom(plan, id)))
        assert.equal(daysBetween(found.first, plan.startsOn), longest * 7)
        const critical = found.steps.find((one) => one.step.id === step.id)?.critical
        const grown = schedule(lengthened(plan, step.id, { count: step.length.count + 1, unit: 'weeks' }))
        if (critical) assert.ok(Temporal.PlainDate.compare(grown.first, found.first) < 0)
        const way = found.steps.filter((one) => one.critical).map(({ step: { id } }) => id)
        assert.ok(way.some((id) => found.steps.find((one) => one.step.id === id)?.from.equals(found.first)))
      },
    ),
    { numRuns: 200 },
  )
})

const weeksFrom = (plan: Plan, id: string): number => {
  const step = plan.steps.find((one) => one.id === id)
  const next = plan.steps.filter(({ after }) => after.includes(id)).map((one) => weeksFrom(plan, one.id))
  return (step?.length?.count ?? 0) + Math.max(0, ...next)
}

// A Monday that is a holiday would open a gap; such plans are left out of the reckoning above.
function noHolidayMonday(plan: Plan): boolean {
  try {
    return schedule(plan).steps.every(({ from }) => from.dayOfWeek === 1)
  } catch {
    return false
  }
}
