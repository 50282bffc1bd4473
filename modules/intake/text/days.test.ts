import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstDay } from './days.ts'

const printed: [words: string, day: string | null][] = [
  ['2013/12/13', '2013-12-13'],
  ['2024-03-09', '2024-03-09'],
  ['13/12/21', '2021-12-13'],
  ['01/04/19', '2019-04-01'],
  ['26 March 2024', '2024-03-26'],
  ['18 January, 2022', '2022-01-18'],
  ['Tuesday, 20 March 2018', '2018-03-20'],
  ['15th Feb 2019', '2019-02-15'],
  ['April 1st 2022', '2022-04-01'],
  ['September 23, 2025', '2025-09-23'],
  ['Not before 6th Dec 2021', '2021-12-06'],
  ['23.02.2022', '2022-02-23'],
  ['Wed 11 Jan 2023', '2023-01-11'],
  ['31/02/2022', null],
  ['29 February 2023', null],
  ['13/13/2020', null],
]

for (const [words, day] of printed) {
  test(`“${words}” is ${day ?? 'no day that exists'}`, () =>
    assert.equal(firstDay(words, 0, words.length)?.day ?? null, day))
}

test('a month or a year alone is no day', () => {
  assert.equal(firstDay('May 2020 to 2021', 0, 16), null)
})
