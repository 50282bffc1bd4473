import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShownTable } from '../count.ts'
import { together } from './tables.ts'

const one = (key: string, shown: number | null, choice?: { of: string; words: string }): ShownTable => ({
  key,
  of: 'answers',
  title: key,
  cells: [
    { label: 'Chosen', shown },
    { label: 'Not chosen', shown: 60 },
  ],
  ...(choice && { choice }),
})

test('the choices of a question are drawn together, and every other table by itself', () => {
  const [week, day] = ['What do you do?', 'On which days?']
  const drawn = together([
    one('q1', 5),
    one('q2/a1', 40, { of: week, words: 'Sport' }),
    one('q2/a2', null, { of: week, words: 'Arts' }),
    one('q3/a1', 30, { of: day, words: 'Monday' }),
    one('q4/kite', 20),
    one('q4/lantern', 25),
  ])
  assert.deepEqual(
    drawn.map(({ key }) => key),
    ['q1', 'q2', 'q3', 'q4/kite', 'q4/lantern'],
  )
  assert.deepEqual(drawn[1]?.cells, [
    { label: 'Sport', shown: 40 },
    { label: 'Arts', shown: null },
  ])
  assert.match(drawn[1]?.title ?? '', /^What do you do\? As many as fit/u)
})
