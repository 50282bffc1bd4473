import assert from 'node:assert/strict'
import { test } from 'node:test'
import { names, sumsWritten, withoutSums } from './sums.ts'

const says = (text: string, pence: bigint) => sumsWritten(text).some((one) => names(one, pence))

test('a sum is read in every form in which people write it', () => {
  for (const written of [
    '£600,000',
    '£600000',
    '600,000.00',
    '£ 600 000',
    '600\u00A0000',
    '６００,０００',
    '£600k',
    '600 thousand',
    '£0.6m',
    '0.6 million',
    '6 hundred thousand',
    '60000000 pence',
    'GBP 600,000',
    'six hundred thousand pounds',
    'Six Hundred Thousand',
    'six-hundred thousand pounds',
    'up to £600,000.',
    'item 3 600 000',
    'two six hundred thousand pound lots',
    '6\u00AD00,0\u200B00',
  ])
    assert.ok(says(written, 600_000_00n), written)
  assert.ok(says('half a million pounds', 500_000_00n))
  assert.ok(says('a quarter of a million', 250_000_00n))
  assert.ok(says('three quarters of a million', 750_000_00n))
  assert.ok(says('one and a half million pounds', 1_500_000_00n))
  assert.ok(says('a million and a half', 1_500_000_00n))
  assert.ok(
    says('one million, two hundred and thirty-four thousand, five hundred and sixty-seven pounds', 1_234_567_00n),
  )
  assert.ok(says('one thousand two hundred and thirty-four pounds and fifty-six pence', 1_234_56n))
  assert.ok(says('£1.2m', 1_234_567_00n))
  assert.ok(says('£1,235k', 1_234_567_00n))
})

test('another sum, a year or a small bare number is not it', () => {
  for (const [written, pence] of [
    ['£600,001', 600_000_00n],
    ['£6,000', 600_000_00n],
    ['1,600,000', 600_000_00n],
    ['£1m', 600_000_00n],
    ['500 people', 500_00n],
    ['six thousand pounds', 600_000_00n],
  ] as const)
    assert.ok(!says(written, pence), written)
  assert.ok(says('£500', 500_00n))
})

test('where a sum stands is told of the text as it was written', () => {
  const text = 'Pay \u00AD£ 600\u00A0000 now'
  const [found] = sumsWritten(text)
  assert.equal(text.slice(found?.from, found?.to), '£ 600\u00A0000')
})

test('a text can be shown without any of its sums, and keeps its years', () => {
  assert.equal(
    withoutSums('Contract of 2025 for £612.50 a week, 31,850 a year, half a million pounds in all.'),
    'Contract of 2025 for [sum withheld] a week, [sum withheld] a year, [sum withheld] in all.',
  )
})
