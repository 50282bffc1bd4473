import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bankHolidays, bankHolidaysUntil } from './bank-holidays.ts'
import {
  addClearDays,
  bankHoliday,
  clearDays,
  day,
  daysBetween,
  isWorkingDay,
  lastClearDay,
  longDay,
  parseDay,
  shortDay,
  subtractClearDays,
  todayIn,
  whyNotWorking,
  workingDayFrom,
  workingDays,
  statutoryDaysOf,
  type Calendar,
  type DayUnit,
} from './days.ts'

const units: DayUnit[] = ['calendar', 'working']
const aDay = fc.integer({ min: 0, max: 365 * 15 }).map((days) => day('2012-06-01').add({ days }))

test('the bank-holiday table is what Easter, the rules of substitution and the proclamations make it', () => {
  const computed: string[] = []
  for (let year = 2012; year <= 2028; year++) computed.push(...holidaysOf(year))
  assert.deepEqual(
    bankHolidays.map((one) => one.day),
    computed.toSorted(),
  )
  assert.equal(bankHolidaysUntil, '2029-01-01')
})

test('the days moved and added by proclamation are there, and the days they left are not', () => {
  for (const there of [
    '2012-06-04',
    '2012-06-05',
    '2020-05-08',
    '2022-06-02',
    '2022-06-03',
    '2022-09-19',
    '2023-05-08',
  ]) {
    assert.notEqual(bankHoliday(day(there)), null, there)
  }
  for (const left of ['2012-05-28', '2020-05-04', '2022-05-30', '2021-12-25', '2023-01-01']) {
    assert.equal(bankHoliday(day(left)), null, left)
  }
})

test('outside the table nothing is guessed', () => {
  assert.throws(() => bankHoliday(day('2011-12-31')), /known from 2012 to 2028/u)
  assert.throws(() => isWorkingDay(day('2029-01-01')), /cannot be counted/u)
  assert.throws(() => workingDays(day('2028-12-28'), day('2029-01-02')), RangeError)
})

test('a form of 13 December 2021 signed on 19 January 2022 waited 37 days, 24 of them working', () => {
  assert.equal(daysBetween(day('2021-12-13'), day('2022-01-19')), 37)
  assert.equal(workingDays(day('2021-12-13'), day('2022-01-19')), 24)
})

test('a signature on 15 August is 31 days, 23 working, after one on 15 July 2024', () => {
  assert.equal(daysBetween(day('2024-07-15'), day('2024-08-15')), 31)
  assert.equal(workingDays(day('2024-07-15'), day('2024-08-15')), 23)
  assert.equal(workingDays(day('2024-08-15'), day('2024-07-15')), -23)
})

test('28 clear days as councils printed them', () => {
  for (const [noticed, decided] of [
    ['2018-09-12', '2018-10-11'],
    ['2014-09-29', '2014-10-28'],
    ['2020-10-16', '2020-11-14'],
    ['2023-01-26', '2023-02-24'],
    ['2021-11-10', '2021-12-09'],
  ] as const) {
    assert.equal(clearDays(day(noticed), day(decided), 'calendar'), 28, noticed)
    assert.equal(addClearDays(day(noticed), 28, 'calendar').toString(), decided)
    assert.equal(subtractClearDays(day(decided), 28, 'calendar').toString(), noticed)
  }
  assert.equal(clearDays(day('2022-11-15'), day('2022-12-06'), 'calendar'), 20, 'a notice that was short')
})

test('5 clear working days as a council printed them, with 7 clear calendar days between', () => {
  assert.equal(clearDays(day('2019-02-07'), day('2019-02-15'), 'working'), 5)
  assert.equal(clearDays(day('2019-02-07'), day('2019-02-15'), 'calendar'), 7)
  assert.equal(clearDays(day('2020-06-02'), day('2020-06-10'), 'working'), 5)
  assert.equal(clearDays(day('2022-10-21'), day('2022-10-27'), 'working'), 3)
  assert.equal(clearDays(day('2022-10-21'), day('2022-10-27'), 'calendar'), 5)
})

test('no days are clear between neighbours, or the wrong way round', () => {
  assert.equal(clearDays(day('2022-08-05'), day('2022-08-06'), 'calendar'), 0)
  assert.equal(clearDays(day('2022-08-05'), day('2022-08-05'), 'working'), 0)
  assert.equal(clearDays(day('2022-08-05'), day('2022-08-01'), 'working'), 0)
  assert.throws(() => addClearDays(day('2022-08-05'), -1, 'calendar'), /0 or more/u)
  assert.throws(() => addClearDays(day('2022-08-05'), 1.5, 'calendar'), /0 or more/u)
})

test('clear days add up: those before a day, the day itself where it counts, and those after', () => {
  fc.assert(
    fc.property(aDay, fc.nat(60), fc.nat(60), fc.constantFrom(...units), (from, first, second, unit) => {
      const middle = from.add({ days: first + 1 })
      const to = middle.add({ days: second + 1 })
      const itself = unit === 'calendar' || isWorkingDay(middle) ? 1 : 0
      assert.equal(clearDays(from, to, unit), clearDays(from, middle, unit) + itself + clearDays(middle, to, unit))
    }),
  )
})

test('adding clear days gives the earliest day that has them between', () => {
  fc.assert(
    fc.property(aDay, fc.nat(40), fc.constantFrom(...units), (from, count, unit) => {
      const earliest = addClearDays(from, count, unit)
      assert.equal(clearDays(from, earliest, unit), count)
      if (count > 0) assert.ok(clearDays(from, earliest.subtract({ days: 1 }), unit) < count)
      assert.equal(lastClearDay(from, count, unit).add({ days: 1 }).toString(), earliest.toString())
      assert.ok(clearDays(subtractClearDays(earliest, count, unit), earliest, unit) >= count)
    }),
  )
})

test('a day off says why', () => {
  assert.equal(whyNotWorking(day('2022-08-06')), 'a Saturday')
  assert.equal(whyNotWorking(day('2018-03-30')), 'Good Friday')
  assert.equal(whyNotWorking(day('2022-08-05')), null)
  assert.equal(workingDayFrom(day('2018-03-30')).toString(), '2018-04-03')
})

test('days are written as people say them', () => {
  assert.equal(longDay(day('2022-08-05')), 'Friday 5 August 2022')
  assert.equal(shortDay(day('2022-09-19')), '19 Sep 2022')
})

test('typed days are read with the day before the month', () => {
  for (const typed of [
    '5/8/2022',
    '05/08/2022',
    '5.8.2022',
    '05-08-2022',
    '5 August 2022',
    '5th Aug 2022',
    '2022-08-05',
    '2022-8-5',
    ' Friday, 5 August 2022 ',
    'Fri 5 Aug 2022',
    'August 5, 2022',
    'Aug 5th 2022',
    '5 August, 2022',
    '5th of August 2022',
  ])
    assert.equal(parseDay(typed)?.toString(), '2022-08-05', typed)
})

test('what is no day is null, never the nearest one', () => {
  for (const typed of [
    '',
    '31/02/2022',
    '29 February 2023',
    '0/1/2022',
    '5/13/2022',
    '2022-02-30',
    'Thursday 5 August 2022',
    '5 Ma 2022',
    '5 Foo 2022',
    '5/8/22',
    'tomorrow',
    '5 August',
    '32 May 2022',
  ])
    assert.equal(parseDay(typed), null, typed)
  assert.equal(parseDay('29 February 2024')?.toString(), '2024-02-29')
})

test('every day reads back from every way it is written', () => {
  fc.assert(
    fc.property(aDay, (one) => {
      for (const written of [one.toString(), longDay(one), shortDay(one), `${one.day}/${one.month}/${one.year}`]) {
        assert.equal(parseDay(written)?.toString(), one.toString(), written)
      }
    }),
  )
})

test('half past eleven at night in summer universal time is already tomorrow in London', () => {
  assert.equal(todayIn('Europe/London', Temporal.Instant.from('2024-06-19T23:30:00Z')).toString(), '2024-06-20')
  assert.equal(todayIn('Europe/London', Temporal.Instant.from('2024-12-19T23:30:00Z')).toString(), '2024-12-19')
})

test('an ISO day that is not one is a bug and throws', () => {
  assert.throws(() => day('5/8/2022'), /not a day/u)
  assert.throws(() => day('2022-02-30'), RangeError)
})

/** The holidays of a year from first principles, by another route than the table's. */
function holidaysOf(year: number): string[] {
  const easter = easterSunday(year)
  const found = [
    firstWorkday(new Temporal.PlainDate(year, 1, 1), []),
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    { 2020: day('2020-05-08') }[year] ?? monday(new Temporal.PlainDate(year, 5, 1)),
    { 2012: day('2012-06-04'), 2022: day('2022-06-02') }[year] ?? monday(new Temporal.PlainDate(year, 5, 25)),
    monday(new Temporal.PlainDate(year, 8, 25)),
  ]
  const proclaimed: Record<number, string[]> = {
    2012: ['2012-06-05'],
    2022: ['2022-06-03', '2022-09-19'],
    2023: ['2023-05-08'],
  }
  // A Boxing Day on a Monday stays; the Sunday before it moves beyond. So the one that need not move is placed first.
  const christmas = new Temporal.PlainDate(year, 12, 25)
  const both = [christmas, christmas.add({ days: 1 })]
  const stay = both.filter((one) => one.dayOfWeek <= 5)
  for (const moved of both.filter((one) => one.dayOfWeek > 5)) stay.push(firstWorkday(moved, stay))
  return [...found, ...stay].map(String).concat(proclaimed[year] ?? [])
}

function firstWorkday(from: Temporal.PlainDate, taken: Temporal.PlainDate[]): Temporal.PlainDate {
  const free = from.dayOfWeek <= 5 && !taken.some((one) => one.equals(from))
  return free ? from : firstWorkday(from.add({ days: 1 }), taken)
}

/** The first Monday on or after a day: of May from the 1st, the last of May and August from the 25th. */
function monday(from: Temporal.PlainDate): Temporal.PlainDate {
  return from.add({ days: (8 - from.dayOfWeek) % 7 })
}

/** Gauss's reckoning for 1900 to 2099: another than the one the table was first made with. */
function easterSunday(year: number): Temporal.PlainDate {
  const moon = (19 * (year % 19) + 24) % 30
  const sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
  const late = (moon === 29 && sunday === 6) || (moon === 28 && sunday === 6 && year % 19 > 10) ? 7 : 0
  return new Temporal.PlainDate(year, 3, 22).add({ days: moon + sunday - late })
}

test('a council adds days on which it is closed, and years that the table does not reach', () => {
  const calendar: Calendar = {
    days: [
      { day: '2026-12-29', name: 'Christmas closure', kind: 'closed' },
      { day: '2029-01-01', name: 'New Year’s Day', kind: 'bank-holiday' },
      { day: '2026-05-04', name: 'moved to 8 May', kind: 'no-holiday' },
      { day: '2026-12-27', name: 'a Sunday that was no holiday', kind: 'no-holiday' },
    ],
    knownUntil: '2030-01-01',
  }
  assert.equal(whyNotWorking(day('2026-12-29')), null)
  assert.equal(whyNotWorking(day('2026-12-29'), calendar), 'the council is closed: Christmas closure')
  assert.equal(whyNotWorking(day('2026-12-29'), statutoryDaysOf(calendar)), null)
  assert.equal(isWorkingDay(day('2026-05-04'), calendar), true)
  assert.equal(whyNotWorking(day('2026-12-27'), calendar), 'a Sunday')
  assert.equal(addClearDays(day('2026-12-24'), 2, 'working').toString(), '2026-12-31')
  assert.equal(addClearDays(day('2026-12-24'), 2, 'working', calendar).toString(), '2027-01-01')
  assert.throws(() => isWorkingDay(day('2029-01-02')), /known from 2012 to 2028/u)
  assert.equal(workingDays(day('2028-12-29'), day('2029-01-02'), calendar), 1)
  assert.throws(() => isWorkingDay(day('2030-01-02'), calendar), /known from 2012 to 2029/u)
  // A calendar that reaches less far than the table takes nothing away.
  assert.equal(isWorkingDay(day('2028-01-04'), { days: [], knownUntil: '2027-01-01' }), true)
})
