import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { most, overlapIsSafe, type Overlap } from './together.ts'

/** Every way in which people could be spread over two or three sets, with these sizes and so many in any. */
function* spreads({ sizes, inAny }: Pick<Overlap, 'sizes' | 'inAny'>): Generator<number[]> {
  const patterns = 2 ** sizes.length - 1
  const of = Array.from({ length: patterns }, () => 0)
  const inSet = (set: number) => of.reduce((sum, n, at) => sum + (((at + 1) >> set) & 1 ? n : 0), 0)
  function* fill(at: number, left: number): Generator<number[]> {
    if (at === patterns) {
      if (left === 0 && sizes.every((n, set) => inSet(set) === n)) yield [...of]
      return
    }
    for (let n = 0; n <= left; n++) {
      of[at] = n
      if (sizes.every((size, set) => inSet(set) <= size)) yield* fill(at + 1, left - n)
      of[at] = 0
    }
  }
  yield* fill(0, inAny)
}

test('how many could be in some sets and not in others is found as by trying every way', () => {
  fc.assert(
    fc.property(fc.constantFrom(3, 7), fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }), (patterns, drawn) => {
      const real = drawn.slice(0, patterns)
      const sets = patterns === 3 ? 2 : 3
      const sizes = Array.from({ length: sets }, (_, set) =>
        real.reduce((sum, n, at) => sum + (((at + 1) >> set) & 1 ? n : 0), 0),
      )
      const inAny = real.reduce((sum, n) => sum + n, 0)
      const found = Array.from({ length: patterns }, () => 0)
      for (const one of spreads({ sizes, inAny }))
        for (const [at, n] of one.entries()) found[at] = Math.max(found[at] ?? 0, n)
      for (const [at, n] of found.entries()) {
        const inside = Array.from({ length: sets }, (_, set) => set).filter((set) => ((at + 1) >> set) & 1)
        assert.equal(most({ sizes, inAny }, inside), n, JSON.stringify({ real, inside }))
      }
    }),
    { numRuns: 150 },
  )
})

test('sixty by bus and forty by train, 98 in all: two came by both, and that is not told', () => {
  assert.equal(overlapIsSafe({ people: 150, sizes: [60, 40], inAny: 98 }, 5), false)
  assert.equal(overlapIsSafe({ people: 150, sizes: [60, 40], inAny: 80 }, 5), true)
  assert.equal(overlapIsSafe({ people: 150, sizes: [60, 40], inAny: 62 }, 5), false, 'two came by train alone')
  assert.equal(overlapIsSafe({ people: 83, sizes: [60, 40], inAny: 80 }, 5), false, 'three came by neither')
})
