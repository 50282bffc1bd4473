import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageCursor } from './input.ts'
import { cursorAt, pageFrom, placeIn, readCursor, type Place } from './keyset.ts'

test('a place in a list comes back as it was given, and fits in an address', () => {
  const cursor = cursorAt(['2022-08-05', 'Cabinet (all), “A”'])
  assert.ok(pageCursor.safeParse(cursor).success)
  assert.deepEqual(readCursor(cursor, ['day', 'text']), ['2022-08-05', 'Cabinet (all), “A”'])
})

test('what nobody gave is no place', () => {
  assert.equal(readCursor('nonsense', ['text']), null)
  assert.equal(readCursor(cursorAt(['2022-02-31', 'A-1']), ['day', 'text']), null)
  assert.equal(readCursor(cursorAt(['1e9', 'A-1']), ['whole', 'text']), null)
  assert.equal(readCursor(cursorAt(['one']), ['text', 'text']), null)
  assert.equal(readCursor(cursorAt(['a\u0000b']), ['text']), null)
})

const letters = 'abcdefg'.split('')
/** What a statement would read: after or before a place, in reading order, at most so many. */
const read = ({ values, backwards }: Place, most: number) =>
  (backwards ? letters.toReversed() : letters)
    .filter((one) => values === null || (backwards ? one < (values[0] ?? '') : one > (values[0] ?? '')))
    .slice(0, most)
const turn = (given: { after?: string; before?: string }) => {
  const place = placeIn(given, ['text'])
  assert.ok(place)
  return pageFrom(read(place, 4), 3, place, (one) => [one])
}

test('turning pages forth and back shows every line once, and ends at both ends', () => {
  const first = turn({})
  assert.deepEqual([first.lines, first.previous], [['a', 'b', 'c'], null])
  const second = turn({ after: first.next ?? '' })
  assert.deepEqual(second.lines, ['d', 'e', 'f'])
  const third = turn({ after: second.next ?? '' })
  assert.deepEqual([third.lines, third.next], [['g'], null])
  const back = turn({ before: third.previous ?? '' })
  assert.deepEqual(back.lines, ['d', 'e', 'f'])
  const start = turn({ before: back.previous ?? '' })
  assert.deepEqual([start.lines, start.previous], [['a', 'b', 'c'], null])
  assert.equal(placeIn({ after: 'nonsense' }, ['text']), null)
})
