import assert from 'node:assert/strict'
import { test } from 'node:test'
import { representedShown } from './public.ts'

const drawn = (under: number | null, over: number | null, silent: number | null): string =>
  representedShown(
    {
      people: 55,
      not: [],
      measures: [
        {
          measure: 'age',
          title: 'Age',
          source: 'Census 2021',
          answers: [
            { title: 'Under 25', share: 3000, people: under },
            { title: '25 and over', share: 7000, people: over },
            { title: 'Not said', share: 0, people: silent },
          ],
        },
      ],
    },
    2026,
    'Larkshire',
  ).toString()

test('members are compared among those who said, so that silence makes no group look small', () => {
  const page = drawn(12, 28, 15)
  assert.match(page, />30%<[^]*as in the area/u)
  assert.match(page, />70%</u)
  assert.match(page, /About 15 did not say; the shares are of those who did\./u)
})

test('where a group is withheld nothing is worked out from the others', () => {
  const page = drawn(null, 40, null)
  assert.match(page, /too few to show/u)
  assert.match(page, />73%</u)
  assert.doesNotMatch(page, /did not say/u)
})
