import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from './days.ts'
import { dayBoxes, typedDay, typedPounds } from './typed.ts'

const three = (a: string, b: string, c: string) => typedDay({ 'on-day': a, 'on-month': b, 'on-year': c }, 'on')

test('three boxes make a day, whether the month is a number or a name', () => {
  assert.deepEqual(three('5', '8', '2022'), { value: day('2022-08-05') })
  assert.deepEqual(three(' 05', 'Aug', '2022 '), { value: day('2022-08-05') })
})

test('nothing typed is nothing, and not a mistake', () => {
  assert.equal(three('', ' ', ''), null)
  assert.equal(typedPounds({}, 'pounds'), null)
})

test('a box left empty is named', () => {
  assert.deepEqual(three('5', '', ''), { error: 'The date must include a month and a year.' })
})

test('a day that does not exist is refused with what was typed', () => {
  assert.deepEqual(three('31', '2', '2022'), {
    error: 'There is no such day as 31 2 2022. Check the day and the month.',
  })
  assert.deepEqual(three('5', '8', '22'), { error: 'The year must have four digits, for example 2022.' })
})

test('an address may carry the day in one', () => {
  assert.deepEqual(typedDay({ on: '2022-08-05' }, 'on'), { value: day('2022-08-05') })
  assert.match((typedDay({ on: 'soon' }, 'on') as { error: string }).error, /“soon” is no day/u)
})

test('pounds become pence; words do not', () => {
  assert.deepEqual(typedPounds({ pounds: '£1.2m' }, 'pounds'), { value: 120_000_000n })
  assert.match((typedPounds({ pounds: 'a lot' }, 'pounds') as { error: string }).error, /“a lot” is no amount/u)
})

test('a day goes back into its boxes', () => {
  assert.deepEqual(three(...(Object.values(dayBoxes('on', day('2022-08-05'))) as [string, string, string])), {
    value: day('2022-08-05'),
  })
})
