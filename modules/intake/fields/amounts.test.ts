import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountsIn } from './amounts.ts'

const printed: [words: string, sums: [pence: number, per: string | null][]][] = [
  [
    '£7,500 per annum, overall value of £15,000',
    [
      [750_000, 'year'],
      [1_500_000, 'total'],
    ],
  ],
  [
    '£3.062m beside £3.062',
    [
      [306_200_000, null],
      [306, null],
    ],
  ],
  ['£48M (excluding VAT)', [[4_800_000_000, null]]],
  [
    '£1,010k and £2.5 million and £1bn',
    [
      [101_000_000, null],
      [250_000_000, null],
      [100_000_000_000, null],
    ],
  ],
  [
    '£5-10m',
    [
      [500_000_000, null],
      [1_000_000_000, null],
    ],
  ],
  [
    'between £250k-£500k',
    [
      [25_000_000, null],
      [50_000_000, null],
    ],
  ],
  [
    '£19.40 per hour, £695 per bed per week, £12 a visit, £425 per day',
    [
      [1_940, 'hour'],
      [69_500, 'week'],
      [1_200, 'visit'],
      [42_500, 'day'],
    ],
  ],
  ['an annual value of £202k', [[20_200_000, 'year']]],
  ['£812 663 for the year', [[81_266_300, null]]],
  ['a sum of £100 5 times', [[10_000, null]]],
]

for (const [words, sums] of printed) {
  test(`“${words}”`, () =>
    assert.deepEqual(
      amountsIn(words, 0, words.length).map(({ pence, per }) => [pence, per]),
      sums,
    ))
}

test('a sum covers its sign, figure and scale', () => {
  const words = 'up to £1.4 million each year'
  const [sum] = amountsIn(words, 0, words.length)
  assert.equal(words.slice(...(sum?.at ?? [0, 0])), '£1.4 million')
})
