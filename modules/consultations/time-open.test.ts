import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, noCalendar } from '#platform/days.ts'
import { timeOpen, timeWords } from './time-open.ts'

const summer = { what: 'the school summer holidays', from: day('2022-08-22'), until: day('2022-08-31') }
const closed = { days: [{ day: '2022-09-07', name: 'Staff day', kind: 'closed' as const }] }
const [opens, closes] = [day('2022-08-25'), day('2022-09-14')]

test('the length that a page shows is the length that the rules count', () => {
  const { days, working } = timeOpen(opens, closes, [summer], closed)
  assert.deepEqual([days, working], [14, 9])
  assert.equal(
    timeWords(opens, closes, [summer], closed),
    '14 days, 9 of them working days; 7 of the 21 days from the first to the last are not counted: the school summer holidays; '
      + '29 August 2022 is Summer bank holiday, 7 September 2022 is a day on which the council is closed: Staff day',
  )
})

test('where nothing is left out it is every day from the first to the last', () => {
  assert.equal(
    timeWords(day('2022-09-05'), day('2022-10-16'), [summer], noCalendar),
    '42 days, 29 of them working days; 19 September 2022 is State Funeral of Queen Elizabeth II',
  )
})
