import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareShares, ranked, sensitivityOf, shareWords, type Appraisal, type Share } from './appraisal.ts'

const appraisal = (weights: number[], scores: number[][]): Appraisal => ({
  question: 'How?',
  recommended: null,
  criteria: weights.map((weight, at) => ({ id: `c${at}`, title: `Criterion ${at}`, weight })),
  options: scores.map((row, at) => ({
    id: `o${at}`,
    kind: 'other',
    title: `Option ${at}`,
    says: '',
    costs: [],
    scores: row.map((score, c) => ({ criterion: `c${c}`, score, why: 'So' })),
  })),
})

test('options rank by weighted points, and those with as many share a rank', () => {
  const order = ranked(
    appraisal(
      [60, 40],
      [
        [5, 0],
        [3, 3],
        [1, 5],
        [3, 3],
      ],
    ),
  )
  assert.deepEqual(
    order.map(({ option, total, rank }) => [option.id, total, rank]),
    [
      ['o0', 300, 1],
      ['o1', 300, 1],
      ['o3', 300, 1],
      ['o2', 260, 4],
    ],
  )
})

test('a turn is an exact fraction: at 37.5% of the first criterion another option comes first', () => {
  // At weight x: option 0 has 5x, option 1 has 3(100 − x); they meet at 300/8.
  const [first] = sensitivityOf(
    appraisal(
      [60, 40],
      [
        [5, 0],
        [0, 3],
      ],
    ),
  )
  assert.deepEqual(
    first?.turns && {
      weight: shareWords(first.turns.weight),
      to: first.turns.to.map(({ id }) => id),
      up: first.turns.up,
    },
    { weight: '37.5', to: ['o1'], up: false },
  )
  assert.equal(first && compareShares(first.turns?.weight ?? { num: 0n, den: 1n }, { num: 75n, den: 2n }), 0)
})

test('an option that is best on everything stays first at any weight', () => {
  for (const { turns, stretches } of sensitivityOf(
    appraisal(
      [30, 30, 40],
      [
        [5, 5, 5],
        [4, 3, 5],
        [0, 1, 2],
      ],
    ),
  )) {
    if (turns) assert.ok(turns.to.some(({ id }) => id === 'o0'))
    assert.ok(stretches.every(({ first }) => first.some(({ id }) => id === 'o0')))
  }
})

// Weights that add up to a hundred, and as many scores for two to five options.
const appraisals = fc
  .integer({ min: 2, max: 5 })
  .chain((count) =>
    fc.record({
      cuts: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: count - 1, maxLength: count - 1 }),
      scores: fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: count, maxLength: count }), {
        minLength: 2,
        maxLength: 5,
      }),
    }),
  )
  .map(({ cuts, scores }) => {
    const edges = [0, ...cuts.toSorted((a, b) => a - b), 100]
    return appraisal(
      edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0)),
      scores,
    )
  })

/** Who comes first when one weight is made `x` and the others keep their proportions; reckoned afresh in fractions. */
function firstWhen({ criteria, options }: Appraisal, at: number, x: bigint): string[] {
  const w = BigInt(criteria[at]?.weight ?? 0)
  const points = options.map(({ scores }) =>
    scores.reduce(
      (sum, { score }, c) =>
        sum + BigInt(score) * (c === at ? x * (100n - w) : BigInt(criteria[c]?.weight ?? 0) * (100n - x)),
      0n,
    ),
  )
  const most = points.reduce((a, b) => (a > b ? a : b))
  return options.filter((_, o) => points[o] === most).map(({ id }) => id)
}

test('at every whole weight the first is who the stretches say, and the stretches go from 0 to 100 without a gap', () => {
  fc.assert(
    fc.property(appraisals, (given) => {
      for (const { criterion, stretches } of sensitivityOf(given)) {
        const at = given.criteria.indexOf(criterion)
        let end: Share = { num: 0n, den: 1n }
        for (const { from, to } of stretches) {
          assert.equal(compareShares(from, end), 0)
          end = to
        }
        assert.equal(compareShares(end, { num: 100n, den: 1n }), 0)
        for (let x = 0n; x <= 100n; x++) {
          const inside = stretches.find(
            ({ from, to }) =>
              compareShares(from, { num: x, den: 1n }) < 0 && compareShares({ num: x, den: 1n }, to) < 0,
          )
          // Within a stretch others may tie for an instant, where two lines touch; who is first all along it is among them.
          if (inside)
            for (const { id } of inside.first)
              assert.ok(firstWhen(given, at, x).includes(id), `${criterion.id} at ${x}`)
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('no smaller change of that weight than the turn changes who is first', () => {
  fc.assert(
    fc.property(appraisals, (given) => {
      const now = ranked(given)
        .filter(({ rank }) => rank === 1)
        .map(({ option }) => option.id)
      if (now.length > 1) return
      for (const { criterion, turns } of sensitivityOf(given)) {
        const at = given.criteria.indexOf(criterion)
        for (let x = BigInt(criterion.weight); x >= 0n && x <= 100n; x += turns?.up ? 1n : -1n) {
          if (turns && compareShares({ num: x, den: 1n }, turns.weight) * (turns.up ? 1 : -1) >= 0) break
          assert.ok(firstWhen(given, at, x).includes(now[0] ?? ''), `${criterion.id} at ${x}`)
        }
      }
    }),
    { numRuns: 150 },
  )
})
