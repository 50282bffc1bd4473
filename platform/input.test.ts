import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import {
  isoDay,
  isUuid,
  optionalDay,
  optionalPence,
  optionalText,
  pence,
  ref,
  text,
  uuid,
  whole,
  yesNo,
} from './input.ts'

const says = (schema: z.ZodType, given: unknown) => {
  const result = schema.safeParse(given)
  return result.success ? null : result.error.issues[0]?.message
}

test('a day is taken as ISO text or as a day, and nothing else', () => {
  assert.equal(isoDay.parse('2022-08-05').toString(), '2022-08-05')
  assert.equal(isoDay.parse(Temporal.PlainDate.from('2024-02-29')).toString(), '2024-02-29')
  assert.match(says(isoDay, '2022-02-31') ?? '', /no such day as 2022-02-31/u)
  for (const wrong of ['5/8/2022', '2022-8-5', '0022-08-05', '2022-08-05T10:00', '', 5, null, undefined, true]) {
    assert.match(says(isoDay, wrong) ?? '', /year-month-day/u, String(wrong))
  }
  assert.equal(optionalDay.parse(''), null)
  assert.equal(optionalDay.parse(undefined), null)
})

test('pence are whole, never negative, and never lose a penny', () => {
  assert.equal(pence.parse('306200000'), 306_200_000n)
  assert.equal(pence.parse(306_200_000), 306_200_000n)
  assert.equal(pence.parse('1000000000000000'), 10n ** 15n)
  for (const wrong of ['1000000000000001', -1, 1.5, '1.50', '£5', 2 ** 60, '', '1e5', true, '99999999999999999']) {
    assert.notEqual(says(pence, wrong), null, String(wrong))
  }
  assert.equal(optionalPence.parse(''), null)
  assert.equal(optionalPence.parse('0'), 0n)
})

test('text is trimmed, bounded and printable', () => {
  assert.equal(text(10).parse('  one\r\ntwo '), 'one\ntwo')
  assert.equal(says(text(10), '   '), 'Enter some text.')
  assert.equal(says(text(3), 'four'), 'Shorten this to 3 characters or fewer.')
  assert.match(says(text(10), 'a\0b') ?? '', /control characters/u)
  assert.match(says(text(10), 'a\uD800b') ?? '', /control characters/u)
  assert.equal(text(10).parse('a\u{1F600}b'), 'a\u{1F600}b')
  for (const unseen of ['\u200B', '\u2060\uFEFF', '\u3164', '\u00AD \u200E'])
    assert.equal(says(text(10), unseen), 'Enter some text.', JSON.stringify(unseen))
  assert.equal(says(text(99), 'Report \u202Efdp.exe'), 'Remove the characters that turn the order of letters around.')
  for (const whole of ['\u05E9\u05DC\u05D5\u05DD\u200F!', '\u2067\u0645\u2069', '\u{1F468}\u200D\u{1F469}'])
    assert.equal(text(10).parse(whole), whole)
  assert.equal(optionalText(5).parse('  '), null)
})

test('references of real shapes are taken; markup and line ends are not', () => {
  for (const fine of ['2084', '22/00073', 'CAB 17/18 20348', 'LCC-2025.1(a)'])
    assert.equal(ref.parse(` ${fine} `), fine)
  for (const wrong of ['', '<b>', 'a\nb', '../../etc', 'x'.repeat(61)]) assert.notEqual(says(ref, wrong), null, wrong)
})

test('whole numbers, yes and no, and identifiers come as text too', () => {
  assert.equal(whole(1, 10).parse('7'), 7)
  assert.equal(says(whole(1, 10), '11'), 'Enter a whole number from 1 to 10.')
  assert.equal(says(whole(1, 10), '1.5'), 'Enter a whole number from 1 to 10.')
  assert.equal(yesNo.parse('yes'), true)
  assert.equal(yesNo.parse('no'), false)
  assert.equal(says(yesNo, 'maybe'), 'Answer yes or no.')
  assert.equal(isUuid('3F2504E0-4F89-41D3-9A0C-0305E82C3301'), true)
  assert.equal(uuid.parse('3F2504E0-4F89-41D3-9A0C-0305E82C3301'), '3f2504e0-4f89-41d3-9a0c-0305e82c3301')
  assert.equal(isUuid("x' or 1=1"), false)
})

test('a schema without words of its own still speaks plain English', () => {
  const schema = z
    .object({ one: z.bigint(), two: z.enum(['red', 'blue']), three: z.string().max(2), four: z.email() })
    .strict()
  const result = schema.safeParse({ two: 'green', three: 'abc', four: 'x', five: 1 })
  assert.deepEqual(
    result.error?.issues.map((issue) => issue.message),
    [
      'This is missing. Fill it in.',
      'Choose one of: red, blue.',
      'Shorten this to 2 characters or fewer.',
      'Enter an e-mail address, for example name@example.org.',
      'Leave out what is not known here: five.',
    ],
  )
})
