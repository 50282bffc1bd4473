import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { publishSafely, type Earlier, type Shown } from '../disclosure/publish-safely.ts'
import { byCampaign, countedSafely, shownCampaigns, type CampaignsCounted, type CountedCampaign } from './counted.ts'

const rule = { threshold: 5, roundTo: 5, crossFrom: 100 }
const campaign = (key: string, same: number, own: number): CountedCampaign => ({
  key,
  name: `Letter ${key}`,
  same,
  own,
  told: true,
})
const release = (all: CountedCampaign[], alone: number, earlier: (Earlier & { keys: string[] })[] = []) => {
  const people = alone + all.reduce((sum, { same, own }) => sum + same + own, 0)
  const before = earlier.find(({ keys }) => keys.length > 0)?.keys ?? []
  const counts = countedSafely(all, people, rule.threshold, before)
  const shown = publishSafely(counts.counted, rule, earlier)
  return {
    counts,
    shown,
    seen: shownCampaigns(counts, shown, rule.threshold),
    keys: counts.keys,
    counted: counts.counted,
  }
}

test('a letter that few sent is counted with those who wrote for themselves, and what few added is withheld', () => {
  const { seen } = release([campaign('a', 60, 2), campaign('b', 30, 20), campaign('c', 3, 1)], 36)
  assert.deepEqual(
    seen.campaigns.map(({ key, shown, same, own }) => [key, shown, same, own]),
    [
      ['a', 60, null, null],
      ['b', 50, 30, 20],
    ],
  )
  assert.equal(seen.alone, 40)
})

test('where few wrote for themselves, a campaign is withheld with them', () => {
  const { seen } = release([campaign('a', 60, 0), campaign('b', 30, 20)], 3)
  assert.equal(seen.alone, null)
  assert.deepEqual(
    seen.campaigns.map(({ shown }) => shown),
    [60, null],
  )
})

test('a campaign keeps its key when it is named, and when responses are grouped by hand beside what was found alike', () => {
  const found = [
    { n: 3, campaign: 'k', name: 'Mill Row', hasText: true, own: false, amount: 20 },
    { n: 3, campaign: 'k', name: 'Mill Row', hasText: true, own: true, amount: 4 },
    { n: null, campaign: 'k', name: 'Mill Row', hasText: true, own: true, amount: 2 },
    { n: null, campaign: 'm', name: 'Postcards', hasText: false, own: false, amount: 9 },
  ]
  assert.deepEqual(byCampaign(found, []), [
    { key: 'group/3', name: 'Mill Row', same: 20, own: 6, told: true },
    { key: 'campaign/m', name: 'Postcards', same: 9, own: 0, told: false },
  ])
  assert.equal(byCampaign(found, ['campaign/k'])[0]?.key, 'campaign/k')
})

/** Everything that the counts might have been, given what is shown of them before rounding and how many people there were. */
function* worlds(counts: CampaignsCounted, shown: Shown): Generator<number[]> {
  const [sizes] = counts.counted.oneWay
  if (!sizes) return
  const hidden = shown.oneWay[0]?.cells.map((cell) => cell === null) ?? []
  const free = [...sizes.counts.keys()].filter((at) => hidden[at])
  const world = [...sizes.counts]
  const fits = () =>
    counts.keys.every((key, at) => {
      const table = counts.counted.oneWay.find((one) => one.key === key)
      const cells = shown.oneWay.find((one) => one.key === key)?.cells
      if (!table || !cells) return true
      const size = world[at + 1] ?? 0
      const known = table.counts.slice(0, 2).reduce((sum, n, one) => sum + (cells[one] === null ? 0 : n), 0)
      const open = cells.slice(0, 2).some((cell) => cell === null)
      return (
        (cells[2] === null || counts.counted.people - size === table.counts[2])
        && (open ? size >= known : size === known)
      )
    })
  function* fill(at: number, left: number): Generator<number[]> {
    const place = free[at]
    if (place === undefined) {
      if (left === 0 && fits()) yield world
      return
    }
    for (let n = 0; n <= left; n++) {
      world[place] = n
      yield* fill(at + 1, left - n)
    }
  }
  yield* fill(
    0,
    free.reduce((sum, at) => sum + (sizes.counts[at] ?? 0), 0),
  )
}

const drawn = fc.record({
  alone: fc.nat(16),
  sizes: fc.array(fc.tuple(fc.nat(12), fc.nat(8)), { minLength: 1, maxLength: 3 }),
})
const named = (sizes: [number, number][]) => sizes.map(([same, own], at) => campaign(`g${at}`, same, own))

test('whoever solves the figures of campaigns together finds no count below the threshold', () => {
  fc.assert(
    fc.property(drawn, ({ alone, sizes }) => {
      const { counts, shown } = release(named(sizes), alone)
      const [first] = counts.counted.oneWay
      if (shown.people === null || !first) return
      const most = first.counts.map(() => 0)
      const told = () => JSON.stringify({ alone, sizes, shown: shown.oneWay })
      for (const world of worlds(counts, shown))
        for (const [at, n] of world.entries()) most[at] = Math.max(most[at] ?? 0, n)
      for (const [at, n] of first.counts.entries())
        if (n < rule.threshold) assert.ok((most[at] ?? 0) >= rule.threshold, `how many: ${told()}`)
      for (const [at, key] of counts.keys.entries()) {
        const parts = counts.counted.oneWay.find((one) => one.key === key)?.counts.slice(0, 2) ?? []
        const cells = shown.oneWay.find((one) => one.key === key)?.cells ?? []
        const rest = (most[at + 1] ?? 0) - parts.reduce((sum, n, one) => sum + (cells[one] === null ? 0 : n), 0)
        for (const [one, n] of parts.entries())
          if (n < rule.threshold) assert.ok(cells[one] === null && rest >= rule.threshold, `what was added: ${told()}`)
      }
    }),
    { numRuns: 400 },
  )
})

test('two releases do not tell by their difference how few came with a campaign, one that was found later included', () => {
  fc.assert(
    fc.property(drawn, drawn, (first, more) => {
      const was = release(named(first.sizes), first.alone)
      if (was.shown.people === null) return
      const later = first.sizes.map(([same, own], at): [number, number] => [
        same + (more.sizes[at]?.[0] ?? 0),
        own + (more.sizes[at]?.[1] ?? 0),
      ])
      // What had not been found before stood with those who wrote for themselves.
      const found = more.sizes.slice(first.sizes.length)
      const is = release(named([...later, ...found]), first.alone + more.alone, [was])
      if (is.shown.people === null) return
      if (was.keys.length > 0) assert.deepEqual(is.keys, was.keys)
      for (const { key, counts } of is.counted.oneWay) {
        const before = was.counted.oneWay.find((one) => one.key === key)
        const [then, now] = [was, is].map(({ shown }) => shown.oneWay.find((one) => one.key === key)?.cells ?? [])
        if (!before || !then || !now) continue
        // Of a further question the last count is of those who were not asked.
        for (const [at, n] of counts.entries()) {
          if (then[at] == null || now[at] == null) continue
          const by: number = n - (before.counts[at] ?? 0)
          assert.ok(by === 0 || Math.abs(by) >= rule.threshold, `${by} more of ${key}, ${at}`)
        }
      }
    }),
    { numRuns: 400 },
  )
})
