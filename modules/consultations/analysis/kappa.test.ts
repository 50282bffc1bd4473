import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { kappaOf, pooled } from './kappa.ts'

test('fifty answers, of which two people agree on 35: kappa is 0.40, with its working', () => {
  const { kappa, words, working } = kappaOf({ yy: 20, yn: 5, ny: 10, nn: 15 })
  assert.deepEqual([kappa, words], [{ over: 500n, under: 1250n }, '0.40'])
  assert.match(working.at(-1) ?? '', /Kappa = \(50 × 35 − 1250\) ÷ \(2500 − 1250\) = 500 ÷ 1250 = 0\.40\./u)
})

test('full agreement is 1, worse than chance is below nought, and sameness tells nothing', () => {
  assert.equal(kappaOf({ yy: 3, yn: 0, ny: 0, nn: 4 }).words, '1.00')
  assert.equal(kappaOf({ yy: 0, yn: 5, ny: 5, nn: 0 }).words, '−1.00')
  assert.equal(kappaOf({ yy: 0, yn: 0, ny: 0, nn: 9 }).kappa, null)
  assert.equal(kappaOf({ yy: 0, yn: 0, ny: 0, nn: 0 }).words, null)
})

const counts = fc.record({ yy: fc.nat(500), yn: fc.nat(500), ny: fc.nat(500), nn: fc.nat(500) })

test('kappa is never above 1, does not care who is called first, nor which answer is called yes', () => {
  fc.assert(
    fc.property(counts, ({ yy, yn, ny, nn }) => {
      const { kappa } = kappaOf({ yy, yn, ny, nn })
      assert.deepEqual(kappaOf({ yy, yn: ny, ny: yn, nn }).kappa, kappa)
      assert.deepEqual(kappaOf({ yy: nn, yn: ny, ny: yn, nn: yy }).kappa, kappa)
      if (kappa) {
        assert.ok(kappa.over <= kappa.under && kappa.over >= -kappa.under)
        assert.equal(kappa.over === kappa.under, yn + ny === 0)
      }
    }),
  )
})

test('taken together, every code counts as often as it was judged', () => {
  assert.deepEqual(
    pooled([
      { yy: 1, yn: 2, ny: 3, nn: 4 },
      { yy: 10, yn: 20, ny: 30, nn: 40 },
    ]),
    { yy: 11, yn: 22, ny: 33, nn: 44 },
  )
})

test('codes taken together are judgements, and the working does not call them answers', () => {
  const { working } = kappaOf(
    pooled([
      { yy: 1, yn: 0, ny: 0, nn: 2 },
      { yy: 1, yn: 1, ny: 0, nn: 1 },
    ]),
    'judgements',
  )
  assert.match(working[0] ?? '', /each code, is a judgement\. Of 6, both put the code in 2/u)
})
