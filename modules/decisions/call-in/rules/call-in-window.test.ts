import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day, isWorkingDay, whyNotWorking } from '#platform/days.ts'
import { callInRuleWords, callInWindow, fiveClearWorkingDays, type CallInRule } from './call-in-window.ts'
import { callInRuleOf } from './council-call-in-rules.ts'

const five = fiveClearWorkingDays()

function reckoned(rule: CallInRule, started: string): string {
  const { lastDay, effective } = callInWindow(rule, day(started))
  return `${lastDay} ${effective}`
}

function ruleOf(council: string): CallInRule {
  const known = callInRuleOf(council, day('2022-08-05'))
  assert.ok(known, council)
  return known.rule
}

test(
  'Kent, published Friday 5 August 2022: five clear working days to the 12th, in effect on Saturday the ' + '13th',
  () => {
    const window = callInWindow(ruleOf('Kent County Council'), day('2022-08-05'))
    assert.equal(window.lastDay.toString(), '2022-08-12')
    assert.equal(window.effective.toString(), '2022-08-13')
    assert.deepEqual(
      window.counted.map(({ day: one, counts, why }) => `${one} ${counts} ${why}`),
      [
        '2022-08-05 false the day of publication, not counted',
        '2022-08-06 false a Saturday',
        '2022-08-07 false a Sunday',
        '2022-08-08 true day 1',
        '2022-08-09 true day 2',
        '2022-08-10 true day 3',
        '2022-08-11 true day 4',
        '2022-08-12 true day 5',
      ],
    )
    assert.equal(
      window.working[0],
      'Published on Friday 5 August 2022; the rule is 5 clear working days after publication.',
    )
    assert.equal(window.working[2], 'Saturday 6 August 2022: a Saturday, not counted.')
    assert.deepEqual(window.working.slice(-2), [
      'May be called in until Friday 12 August 2022.',
      'Takes effect the day after: Saturday 13 August 2022.',
    ])
  },
)

test(
  'Staffordshire, published Thursday 22 July 2021: its own rule gives the printed 28 July, five clear days would '
    + 'give the 30th',
  () => {
    assert.equal(reckoned(ruleOf('Staffordshire County Council'), '2021-07-22'), '2021-07-27 2021-07-28')
    assert.equal(reckoned(five, '2021-07-22'), '2021-07-29 2021-07-30')
  },
)

test('Staffordshire’s days also fit five working days that count the day of publication', () => {
  assert.equal(reckoned({ ...five, countStartDay: true, effective: 'last-day' }, '2021-07-22'), '2021-07-28 2021-07-28')
})

test(
  'Southampton: published on the day of decision it is in force on 28 March 2018; three days later, Easter makes '
    + 'it 4 April',
  () => {
    assert.equal(reckoned(ruleOf('Southampton'), '2018-03-20'), '2018-03-27 2018-03-28')
    assert.equal(reckoned(ruleOf('Southampton'), '2018-03-23'), '2018-04-03 2018-04-04')
  },
)

test('West Sussex waits seven days, Peterborough three, Cherwell is in effect on the fifth', () => {
  assert.equal(reckoned(ruleOf('West Sussex County Council'), '2022-08-05'), '2022-08-16 2022-08-17')
  assert.equal(reckoned(ruleOf('Peterborough City Council'), '2022-08-05'), '2022-08-10 2022-08-11')
  assert.equal(reckoned(ruleOf('Cherwell District Council'), '2022-08-05'), '2022-08-12 2022-08-12')
})

test('West Lancashire closes at 5pm on the Tuesday of the week following, whatever day it published on', () => {
  const rule = ruleOf('West Lancashire Borough Council')
  for (const published of ['2024-06-17', '2024-06-20', '2024-06-23']) {
    const window = callInWindow(rule, day(published))
    assert.equal(window.lastDay.toString(), '2024-06-25', published)
    assert.equal(window.closesAt, '17:00')
  }
  assert.equal(callInWindow(rule, day('2024-06-24')).lastDay.toString(), '2024-07-02')
  assert.equal(callInRuleWords(rule), 'until 17:00 on the Tuesday of the week following publication')
  assert.match(callInWindow(rule, day('2024-06-20')).working.at(-2) ?? '', /until Tuesday 25 June 2024 at 17:00/u)
})

test('the one-off holidays of 2012, 2020, 2022 and 2023 are waited out', () => {
  assert.equal(reckoned(five, '2012-06-01'), '2012-06-12 2012-06-13')
  assert.equal(reckoned(five, '2020-05-07'), '2020-05-15 2020-05-16')
  assert.equal(reckoned(five, '2022-05-31'), '2022-06-09 2022-06-10')
  assert.equal(reckoned(five, '2022-09-16'), '2022-09-26 2022-09-27')
  assert.equal(reckoned(five, '2023-05-05'), '2023-05-15 2023-05-16')
})

test('calendar days take no notice of weekends; the next working day does', () => {
  assert.equal(reckoned({ ...five, unit: 'clear-calendar' }, '2022-08-05'), '2022-08-10 2022-08-11')
  assert.equal(reckoned({ ...five, effective: 'next-working-day' }, '2022-08-05'), '2022-08-12 2022-08-15')
  assert.equal(reckoned({ ...five, effective: 'next-working-day' }, '2018-03-22'), '2018-03-29 2018-04-03')
})

test('a day of publication that is no working day cannot be day 1', () => {
  const window = callInWindow({ ...five, countStartDay: true }, day('2022-08-06'))
  assert.deepEqual(window.counted[0], { day: day('2022-08-06'), counts: false, why: 'a Saturday' })
  assert.equal(window.lastDay.toString(), '2022-08-12')
})

test('a rule that cannot be counted is refused, and so are days of which no holidays are known', () => {
  assert.throws(() => callInWindow({ ...five, lengthDays: 0 }, day('2022-08-05')), /whole number from 1 to 60/u)
  assert.throws(
    () => callInWindow({ ...five, weekdayAnchor: { weekday: 8, weeksLater: 1 } }, day('2022-08-05')),
    /1 \(Monday\)/u,
  )
  assert.throws(() => callInWindow(five, day('2028-12-29')), /Bank holidays are known/u)
})

test('councils are found by the name they print, however they style themselves', () => {
  for (const name of ['Kent County Council', 'KENT COUNTY COUNCIL', 'Kent'])
    assert.equal(callInRuleOf(name, day('2022-08-05'))?.council, 'Kent')
  assert.equal(callInRuleOf('City of Westminster', day('2022-08-05'))?.council, 'Westminster')
  assert.equal(callInRuleOf('London Borough of Hillingdon', day('2022-08-05'))?.council, 'Hillingdon')
  assert.equal(callInRuleOf('West Kent Council', day('2022-08-05')), null)
  assert.equal(callInRuleOf('Kent County Council', day('2010-08-05')), null, 'nothing is known of older rules')
})

const aRule = fc.record({
  lengthDays: fc.integer({ min: 1, max: 15 }),
  unit: fc.constantFrom('clear-working' as const, 'clear-calendar' as const),
  start: fc.constant('publication' as const),
  countStartDay: fc.boolean(),
  effective: fc.constant('day-after' as const),
})
const aStart = fc.integer({ min: 0, max: 365 * 15 }).map((days) => day('2012-06-01').add({ days }))

test('however it is counted, as many days count as the rule is long, and the effect comes after them', () => {
  fc.assert(
    fc.property(aRule, aStart, (rule, started) => {
      const window = callInWindow(rule, started)
      assert.equal(window.counted.filter(({ counts }) => counts).length, rule.lengthDays)
      assert.ok(window.counted.at(-1)?.counts)
      assert.ok(Temporal.PlainDate.compare(window.effective, window.lastDay) > 0)
      if (rule.unit === 'clear-working')
        assert.ok(window.counted.every(({ day: one, counts }) => !counts || isWorkingDay(one)))
      const next = callInWindow({ ...rule, effective: 'next-working-day' }, started)
      assert.ok(isWorkingDay(next.effective) && Temporal.PlainDate.compare(next.effective, window.effective) >= 0)
    }),
  )
})

test(
  'a holiday in the window never brings the effect forward: working days are never sooner than calendar ' + 'days',
  () => {
    fc.assert(
      fc.property(aRule, aStart, (rule, started) => {
        const working = callInWindow({ ...rule, unit: 'clear-working' }, started)
        const calendar = callInWindow({ ...rule, unit: 'clear-calendar' }, started)
        assert.ok(Temporal.PlainDate.compare(working.effective, calendar.effective) >= 0)
        // Each weekday holiday that was waited out costs exactly the days that a table without it would not have skipped.
        const holidays = working.counted.filter(({ day: one }) => one.dayOfWeek <= 5 && whyNotWorking(one) !== null)
        assert.ok(Temporal.PlainDate.compare(weekdaysOnly(rule, started), working.lastDay) <= 0)
        if (holidays.length === 0) assert.equal(weekdaysOnly(rule, started).toString(), working.lastDay.toString())
        const lost = holidays.filter(({ day: one }) => !one.equals(started) || rule.countStartDay)
        if (lost.length > 0) assert.ok(Temporal.PlainDate.compare(weekdaysOnly(rule, started), working.lastDay) < 0)
      }),
      { numRuns: 300 },
    )
  },
)

/** The last day if there were no bank holidays at all. */
function weekdaysOnly(rule: CallInRule, started: Temporal.PlainDate): Temporal.PlainDate {
  let left = rule.lengthDays
  let one = rule.countStartDay ? started : started.add({ days: 1 })
  for (; ; one = one.add({ days: 1 })) {
    if (one.dayOfWeek <= 5) left--
    if (left === 0) return one
  }
}
