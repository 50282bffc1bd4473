import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day, isWorkingDay } from '#platform/days.ts'
import { clear, daysCounted, daysRun, firstDayAfter, lastDayFor, working, type ClearDayRule } from './clear-days.ts'

const rules: fc.Arbitrary<ClearDayRule> = fc.record({
  n: fc.integer({ min: 0, max: 60 }),
  unit: fc.constantFrom('calendar', 'working'),
  excludeStart: fc.boolean(),
  excludeEnd: fc.boolean(),
})
// Every start whose days, however long, end within the table of bank holidays.
const starts = fc.integer({ min: 0, max: 5700 }).map((days) => day('2012-05-01').add({ days }))

test('for any rule and any start the first day is accepted, and the day before is refused', () => {
  fc.assert(
    fc.property(rules, starts, (rule, given) => {
      const first = firstDayAfter(rule, given)
      assert.ok(daysRun(rule, given, first) >= rule.n)
      const before = first.subtract({ days: 1 })
      if (Temporal.PlainDate.compare(before, given) >= 0)
        assert.ok(daysRun(rule, given, before) < rule.n, `${before.toString()} has them already`)
    }),
    { numRuns: 600 },
  )
})

test('an excluded day is never counted: no end that is left out, no weekend and no bank holiday where working days count', () => {
  fc.assert(
    fc.property(rules, starts, fc.integer({ min: 0, max: 120 }), (rule, given, apart) => {
      const on = given.add({ days: apart })
      const days = daysCounted(rule, given, on)
      assert.equal(days.filter(({ counts }) => counts).length, daysRun(rule, given, on))
      for (const one of days.filter(({ counts }) => counts)) {
        assert.ok(!(rule.excludeStart && one.day.equals(given)), 'the day of the notice')
        assert.ok(!(rule.excludeEnd && one.day.equals(on)), 'the day of the event')
        assert.ok(rule.unit === 'calendar' || isWorkingDay(one.day), one.day.toString())
      }
    }),
    { numRuns: 400 },
  )
})

test('the last day to give notice of a day is the last whose first day comes no later', () => {
  fc.assert(
    fc.property(
      rules,
      starts.filter((on) => Temporal.PlainDate.compare(on, day('2012-10-01')) > 0),
      (rule, on) => {
        const last = lastDayFor(rule, on)
        assert.ok(daysRun(rule, last, on) >= rule.n)
        const later = last.add({ days: 1 })
        if (Temporal.PlainDate.compare(later, on) <= 0) assert.ok(daysRun(rule, later, on) < rule.n)
      },
    ),
    { numRuns: 400 },
  )
})

test('more notice never counts for less', () => {
  fc.assert(
    fc.property(rules, starts, fc.nat(90), (rule, given, apart) => {
      const on = given.add({ days: apart })
      assert.ok(daysRun(rule, given, on.add({ days: 1 })) >= daysRun(rule, given, on))
    }),
  )
})

test('the working names each bank holiday that was stepped over', () => {
  assert.deepEqual(working(clear(5, 'working'), day('2022-12-22'), day('2023-01-03')), [
    'Given on Thursday 22 December 2022, which is not counted.',
    "Not counted between: Saturday 24 December 2022 (a Saturday), Sunday 25 December 2022 (a Sunday), Monday 26 December 2022 (Boxing Day), Tuesday 27 December 2022 (Christmas Day (substitute)), Saturday 31 December 2022 (a Saturday), Sunday 1 January 2023 (a Sunday), Monday 2 January 2023 (New Year's Day (substitute)).",
    'To be decided on Tuesday 3 January 2023, which is not counted.',
    '4 clear working days; 5 are needed.',
    'The first day that has them is Wednesday 4 January 2023.',
  ])
})
