import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { publishSafely, type Counted, type Shown, type SmallNumbers } from './publish-safely.ts'
import { widest } from './widest.ts'

const rule: SmallNumbers = { threshold: 5, roundTo: 5, crossFrom: 20 }

/** Every table of whole numbers with these totals, in which the published cells are what they are: found one by one. */
function* tablesLike(
  rows: number[],
  columns: number[],
  fixed: (number | null)[][],
  least?: { row: number; column: number; value: number },
): Generator<number[][]> {
  const table = fixed.map((line) => line.map((cell) => cell ?? 0))
  const places = fixed.flatMap((line, r) => line.flatMap((cell, c) => (cell === null ? [[r, c] as const] : [])))
  const isLeast = ([r, c]: readonly [number, number]) => r === least?.row && c === least.column
  places.sort((a, b) => Number(isLeast(b)) - Number(isLeast(a)))
  const left = {
    rows: rows.map((sum, r) => sum - (fixed[r] ?? []).reduce<number>((total, cell) => total + (cell ?? 0), 0)),
    columns: columns.map((sum, c) => sum - fixed.reduce<number>((total, line) => total + (line[c] ?? 0), 0)),
  }
  function* fill(at: number): Generator<number[][]> {
    const place = places[at]
    if (!place) {
      if (left.rows.every((n) => n === 0) && left.columns.every((n) => n === 0)) yield table.map((line) => [...line])
      return
    }
    const [r, c] = place
    for (
      let value = isLeast(place) ? (least?.value ?? 0) : 0;
      value <= Math.min(left.rows[r] ?? 0, left.columns[c] ?? 0);
      value++
    ) {
      ;(table[r] as number[])[c] = value
      left.rows[r] = (left.rows[r] ?? 0) - value
      left.columns[c] = (left.columns[c] ?? 0) - value
      yield* fill(at + 1)
      left.rows[r] = (left.rows[r] ?? 0) + value
      left.columns[c] = (left.columns[c] ?? 0) + value
    }
  }
  yield* fill(0)
}

const sums = (table: number[][]) => ({
  rows: table.map((line) => line.reduce((total, count) => total + count, 0)),
  columns: (table[0] ?? []).map((_, c) => table.reduce((total, line) => total + (line[c] ?? 0), 0)),
})

const tableOf = (rows: number, columns: number, most: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: most }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  })

const counted = (table: number[][]): Counted => {
  const { rows, columns } = sums(table)
  return {
    people: rows.reduce((a, b) => a + b, 0),
    oneWay: [
      { key: 'age', counts: rows },
      { key: 'gender', counts: columns },
    ],
    twoWay: [{ rows: 'age', columns: 'gender', counts: table }],
  }
}

test('how large a withheld cell could be is found as by trying every table', () => {
  fc.assert(
    fc.property(tableOf(3, 3, 6), fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (table, chosen) => {
      const withheld = table.map((line, r) => line.map((_, c) => chosen[r * 3 + c] ?? false))
      const { rows, columns } = sums(table)
      const fixed = table.map((line, r) => line.map((count, c) => (withheld[r]?.[c] ? null : count)))
      const found = [...tablesLike(rows, columns, fixed)]
      for (const [r, line] of withheld.entries())
        for (const [c, is] of line.entries()) {
          if (is) assert.equal(widest(table, withheld, r, c), Math.max(...found.map((one) => one[r]?.[c] ?? 0)))
        }
    }),
    { numRuns: 60 },
  )
})

test('an answer that few gave is withheld with another, so that the total does not give it away', () => {
  const shown = publishSafely({ people: 60, oneWay: [{ key: 'age', counts: [3, 20, 37] }], twoWay: [] }, rule)
  assert.deepEqual(shown.oneWay[0]?.cells, [null, null, 35])
})

test('that nobody left a question empty is shown, covers nothing and is not opened where it was withheld before', () => {
  const of = (counts: number[], silent?: number): Counted => ({
    people: counts.reduce((a, b) => a + b, 0),
    oneWay: [{ key: 'age', counts, ...(silent !== undefined && { silent }) }],
    twoWay: [],
  })
  const cells = (all: Counted, ...earlier: Counted[]) => {
    const released = earlier.map((one) => ({ counted: one, shown: publishSafely(one, rule) }))
    return publishSafely(all, rule, released).oneWay[0]?.cells
  }
  assert.deepEqual(cells(of([20, 40, 0], 2)), [20, 40, 0])
  assert.deepEqual(cells(of([20, 40, 0])), [null, 40, null], 'a nought among answers is an answer of nobody')
  assert.deepEqual(cells(of([20, 0, 40], 2)), [null, null, 40])
  assert.deepEqual(cells(of([20, 40, 2], 2)), [null, 40, null], 'a few who left it empty are a few')
  assert.deepEqual(cells(of([3, 20, 37, 0], 3)), [null, null, 35, 0])
  assert.deepEqual(cells(of([3, 57, 0], 2)), [null, null, 0])
  // The difference to what was shown before is hidden behind other answers, never behind a nought that everybody knows.
  assert.deepEqual(cells(of([22, 48, 0], 2), of([20, 40, 0], 2)), [null, null, 0])
  assert.deepEqual(cells(of([30, 50, 0], 2), of([20, 40, 2], 2)), [null, 50, null])
})

test('where fewer than the threshold answered there are no figures, and it says so', () => {
  const shown = publishSafely({ people: 4, oneWay: [{ key: 'age', counts: [4] }], twoWay: [] }, rule)
  assert.equal(shown.people, null)
  assert.match(shown.not.join(' '), /Fewer than 5 people answered/u)
})

test('from all that is published together no count below the threshold can be worked out', () => {
  fc.assert(
    fc.property(tableOf(3, 3, 9), fc.boolean(), (drawn, spoke) => {
      // Half of the time everybody said their age, and whoever solves for it is told so.
      const table = spoke ? [...drawn.slice(0, 2), [0, 0, 0]] : drawn
      const all = counted(table)
      if (spoke) all.oneWay = all.oneWay.map((one) => (one.key === 'age' ? { ...one, silent: 2 } : one))
      const shown = publishSafely(all, rule)
      if (shown.people === null) return
      const { rows, columns } = sums(table)
      // Whoever solves for it is given more than is published: counts before rounding, and the number of people.
      for (const { key, counts } of all.oneWay) {
        const cells = shown.oneWay.find((one) => one.key === key)?.cells ?? []
        const rest = all.people - counts.reduce((total, count, at) => total + (cells[at] === null ? 0 : count), 0)
        const known = (at: number) => spoke && key === 'age' && at === 2
        counts.forEach((count, at) => {
          assert.ok(count >= rule.threshold || cells[at] === null || known(at), 'a small count is published')
          // All that is withheld might be this one.
          if (cells[at] === null && !known(at) && count < rule.threshold)
            assert.ok(
              rest >= rule.threshold && cells.filter((cell, other) => cell === null && !known(other)).length > 1,
              `${key}: ${JSON.stringify(cells)} of ${JSON.stringify(counts)}`,
            )
        })
      }
      const crossed = shown.twoWay[0]
      if (!crossed) return
      const fixed = table.map((line, r) => line.map((count, c) => (crossed.cells[r]?.[c] === null ? null : count)))
      assert.ok(
        table.every((line, r) => line.every((count, c) => count >= rule.threshold || fixed[r]?.[c] === null)),
        'a small cell is published',
      )
      const [age, gender] = ['age', 'gender'].map((key) => shown.oneWay.find((one) => one.key === key)?.cells ?? [])
      for (const [r, line] of table.entries())
        for (const [c, count] of line.entries()) {
          // A cell of an answer that is withheld by itself is never told apart from the others of that kind.
          if (count >= rule.threshold || age?.[r] === null || gender?.[c] === null || (spoke && r === 2)) continue
          const larger = tablesLike(rows, columns, fixed, { row: r, column: c, value: rule.threshold }).next()
          assert.ok(
            !larger.done,
            `cell ${r},${c} of ${JSON.stringify(table)} shown as ${JSON.stringify(crossed.cells)}`,
          )
        }
    }),
    { numRuns: 80 },
  )
})

test('two releases do not tell by their difference what a few people said', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }),
      fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 4, maxLength: 4 }),
      fc.boolean(),
      (first, more, spoke) => {
        if (spoke) first[3] = more[3] = 0
        const of = (counts: number[]): Counted => ({
          people: counts.reduce((a, b) => a + b, 0),
          oneWay: [{ key: 'age', counts, ...(spoke && { silent: 3 }) }],
          twoWay: [],
        })
        const earlier = { counted: of(first), shown: publishSafely(of(first), rule) }
        const second = first.map((count, at) => count + (more[at] ?? 0))
        const shown = publishSafely(of(second), rule, [earlier])
        const both = (was: Shown, is: Shown) =>
          was.oneWay[0]?.cells.map((cell, at) => cell !== null && is.oneWay[0]?.cells[at] != null) ?? []
        both(earlier.shown, shown).forEach((compared, at) => {
          if (compared) assert.ok(more[at] === 0 || (more[at] ?? 0) >= rule.threshold)
        })
        // What either withholds is known in total from both, for whoever knows how many people there were.
        const [then, now] = [earlier.shown, shown].map((one) => one.oneWay[0]?.cells.map((cell) => cell === null) ?? [])
        if (!then?.length || !now?.length) return
        const either = [0, 1, 2, 3].filter((at) => then[at] || now[at])
        const newcomers = either.reduce((sum, at) => sum + (more[at] ?? 0), 0)
        assert.ok(newcomers === 0 || newcomers >= rule.threshold, `${newcomers} more of what is withheld`)
      },
    ),
  )
})

/** A question with three answers, and a further one with two for those who gave some of them; each ends with who did not say. */
const further = (first: number[], to: number[], second: number[]): Counted => {
  const people = first.reduce((a, b) => a + b, 0)
  const said = second.reduce((a, b) => a + b, 0)
  return {
    people,
    oneWay: [
      { key: 'use', counts: first, silent: 3 },
      {
        key: 'like',
        counts: [...second, people - said],
        silent: 2,
        asked: { title: 'Did you like it?', to: { of: 'use', answers: to } },
      },
    ],
    twoWay: [],
  }
}

test('how many were asked a further question gives away neither who was not, nor what few of those asked said', () => {
  const cells = (all: Counted) => publishSafely(all, rule).oneWay.map((one) => one.cells)
  // Sixty were asked, as the first table says: 60 − 58 would be the two who did not like it.
  assert.deepEqual(cells(further([60, 40, 0, 0], [0], [58, 2])), [
    [60, null, null, 0],
    [null, null, 40],
  ])
  // Three said the second; with the 47 who were not asked, those who said the first would give them away.
  const kept = publishSafely(further([50, 3, 47, 0], [0, 1], [30, 23]), rule)
  assert.deepEqual(kept.oneWay[0]?.cells, [null, null, 45, 0])
  // Of 100 three were not asked: the number of those asked is left out altogether.
  const left = publishSafely(further([50, 3, 47, 0], [0, 2], [60, 37]), rule)
  assert.deepEqual(left.oneWay[1]?.cells, [null, null, null])
  assert.match(left.not.join(' '), /“Did you like it\?” is not shown: with it one could work out what fewer than 5/u)
})

test('a further question is left out when a handful more were asked it than at an earlier release', () => {
  const first = further([60, 40, 20, 0], [0], [30, 30])
  const second = further([62, 50, 30, 0], [0], [30, 32])
  const shown = publishSafely(second, rule, [{ counted: first, shown: publishSafely(first, rule) }])
  assert.deepEqual(shown.oneWay[1]?.cells, [null, null, null])
  assert.match(shown.not.join(' '), /too few people more, or fewer/u)
})

test('whoever solves a question and the further one after it together finds no count below the threshold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 4, maxLength: 4 }),
      fc.constantFrom<number[][]>([0], [1], [0, 1], [1, 2]),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      fc.boolean(),
      (first, to, spoke, liked, required) => {
        const asked = to.reduce((sum, at) => sum + (first[at] ?? 0), 0)
        const said = required ? asked : Math.round((asked * spoke) / 100)
        const second = [Math.round((said * liked) / 100), said - Math.round((said * liked) / 100)]
        const all = further(first, to, second)
        const shown = publishSafely(all, rule)
        if (shown.people === null) return
        const [use = [], like = []] = shown.oneWay.map(({ cells }) => cells.map((cell) => cell === null))
        const shownOf = second.reduce((sum, count, at) => sum + (like[at] ? 0 : count), 0)
        const could = { use: [0, 0, 0, 0], like: [0, 0], silent: 0 }
        // Everything that the first question might have been, its published counts being what they are.
        const free = [0, 1, 2, 3].filter((at) => use[at])
        const world = [...first]
        const left = free.reduce((sum, at) => sum + (first[at] ?? 0), 0)
        const fill = (at: number, rest: number): void => {
          const place = free[at]
          if (place === undefined) {
            if (rest > 0) return
            const base = to.reduce((sum, one) => sum + (world[one] ?? 0), 0)
            // Where the rest is shown it is known how many answered; that a required question was left by nobody is known too.
            if (like[2] ? base < shownOf : required ? base !== said : base < said) return
            world.forEach((count, one) => (could.use[one] = Math.max(could.use[one] ?? 0, count)))
            const most = (like[2] ? base : said) - shownOf
            for (const one of [0, 1]) if (like[one]) could.like[one] = Math.max(could.like[one] ?? 0, most)
            could.silent = Math.max(could.silent, required ? 0 : like[2] ? base - shownOf : base - said)
            return
          }
          for (let count = 0; count <= rest; count++) {
            world[place] = count
            fill(at + 1, rest - count)
          }
        }
        fill(0, left)
        const told = JSON.stringify({ first, to, second, shown: shown.oneWay })
        first.forEach((count, at) => {
          if (count < rule.threshold && !(at === 3 && count === 0))
            assert.ok(use[at] && (could.use[at] ?? 0) >= rule.threshold, `use ${at}: ${told}`)
        })
        second.forEach((count, at) => {
          if (count < rule.threshold)
            assert.ok(like[at] && (could.like[at] ?? 0) >= rule.threshold, `like ${at}: ${told}`)
        })
        const silent = asked - said
        if (silent > 0 && silent < rule.threshold) assert.ok(could.silent >= rule.threshold, `silent: ${told}`)
      },
    ),
    { numRuns: 300 },
  )
})

test('questions crossed in a circle are refused: three tables round it say more than each', () => {
  const pair = (rows: string, columns: string) => ({
    rows,
    columns,
    counts: [
      [30, 30],
      [30, 30],
    ],
  })
  const shown = publishSafely(
    {
      people: 120,
      oneWay: ['a', 'b', 'c'].map((key) => ({ key, counts: [60, 60] })),
      twoWay: [pair('a', 'b'), pair('b', 'c'), pair('a', 'c')],
    },
    rule,
  )
  assert.deepEqual(
    shown.twoWay.map(({ rows, columns }) => `${rows}${columns}`),
    ['ab', 'bc'],
  )
  assert.match(shown.not.join(' '), /a by c is not shown/u)
})

/** A question of several choices, and a further one for those who made any of the first two: by how many made which choices. */
function choices(patterns: readonly number[], second: readonly number[], required = false): Counted {
  const people = patterns.reduce((a, b) => a + b, 0)
  const said = second.reduce((a, b) => a + b, 0)
  const chose = (at: number) => patterns.reduce((sum, n, pattern) => sum + ((pattern >> at) & 1 ? n : 0), 0)
  const parts = [0, 1].map((at) => ({ of: `by/${at}`, answers: [0] }))
  return {
    people,
    oneWay: [
      ...[0, 1, 2].map((at) => ({
        key: `by/${at}`,
        counts: [chose(at), people - chose(at)],
        choiceOf: { question: 'by', required },
      })),
      {
        key: 'like',
        counts: [...second, people - said],
        silent: 2,
        asked: { title: 'Did you like it?', to: { group: 'any' } },
      },
    ],
    twoWay: [],
    groups: [{ key: 'any', how: 'any', parts, people: patterns.reduce((sum, n, at) => sum + (at & 3 ? n : 0), 0) }],
  }
}

/** Every way in which so many people could have made three choices, with what is shown of each and how many made either of the first. */
function* waysToChoose(all: Counted, hidden: readonly boolean[], required: boolean): Generator<number[]> {
  const [of, asked] = [Array.from({ length: 8 }, () => 0), all.groups?.[0]?.people ?? 0]
  const inSet = (set: number) => of.reduce((sum, n, at) => sum + ((at >> set) & 1 ? n : 0), 0)
  const shown = [0, 1, 2].map((set) => (hidden[set] ? null : (all.oneWay[set]?.counts[0] ?? 0)))
  function* fill(at: number, left: { asked: number; not: number }): Generator<number[]> {
    if (at === 8) {
      if (left.asked === 0 && left.not === 0 && shown.every((n, set) => n === null || inSet(set) === n)) yield of
      return
    }
    const side = at & 3 ? 'asked' : 'not'
    for (let n = 0; n <= (required && at === 0 ? 0 : left[side]); n++) {
      of[at] = n
      if (shown.every((size, set) => size === null || inSet(set) <= size))
        yield* fill(at + 1, { ...left, [side]: left[side] - n })
      of[at] = 0
    }
  }
  yield* fill(0, { asked, not: all.people - asked })
}

test('whoever solves the choices of a question and a further one for any of them finds no few who made some together', () => {
  let shownOnce = 0
  fc.assert(
    fc.property(
      fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 100 }),
      (patterns, required, liked) => {
        if (required) patterns[0] = 0
        const asked = patterns.reduce((sum, n, at) => sum + (at & 3 ? n : 0), 0)
        const yes = Math.round((asked * liked) / 100)
        const all = choices(patterns, [yes, asked - yes], required)
        // Few people and a low threshold, so that every way in which it could have been can be tried.
        const low = { ...rule, threshold: 2, roundTo: 2 }
        const shown = publishSafely(all, low)
        const further = shown.oneWay[3]?.cells ?? []
        if (shown.people === null || further.every((cell) => cell === null)) return
        shownOnce++
        const hidden = shown.oneWay.slice(0, 3).map(({ cells }) => cells[0] === null)
        // For each way of being in the first two choices, whatever the third: the most that it could be.
        const could = [0, 0, 0, 0]
        for (const world of waysToChoose(all, hidden, required))
          for (const at of [0, 1, 2, 3]) could[at] = Math.max(could[at] ?? 0, (world[at] ?? 0) + (world[at + 4] ?? 0))
        for (const at of [1, 2, 3])
          assert.ok((could[at] ?? 0) >= low.threshold, `${at}: ${JSON.stringify({ patterns, required, could })}`)
        for (const [at, n] of [yes, asked - yes].entries())
          assert.ok(n >= low.threshold || further[at] === null, JSON.stringify({ patterns, yes, asked }))
      },
    ),
    { numRuns: 100 },
  )
  assert.ok(shownOnce > 10, `it was shown ${shownOnce} times only`)
})

test('where everybody had to choose and hardly anybody chose twice, that is not told by the sum of the choices', () => {
  // Of sixty two came by both.
  const shown = publishSafely(choices([0, 30, 28, 2, 0, 0, 0, 0], [30, 30], true), rule)
  assert.ok(shown.oneWay.slice(0, 3).some(({ cells }) => cells.every((cell) => cell === null)))
  const many = publishSafely(choices([0, 20, 20, 20, 20, 20, 20, 20], [60, 60], true), rule)
  assert.ok(many.oneWay.every(({ cells }) => cells.some((cell) => cell !== null)))
})

/** Two questions, with three and two answers and silence, and a further one for those who gave some answers to both. */
function both(crossed: readonly (readonly number[])[], to: readonly [number[], number[]], liked: number): Counted {
  const table = crossed.map((line) => [...line])
  const { rows, columns } = sums(table)
  const people = rows.reduce((a, b) => a + b, 0)
  const asked = to[0].reduce((sum, r) => sum + to[1].reduce((part, c) => part + (table[r]?.[c] ?? 0), 0), 0)
  const yes = Math.round((asked * liked) / 100)
  const parts = [
    { of: 'use', answers: to[0] },
    { of: 'live', answers: to[1] },
  ]
  return {
    people,
    oneWay: [
      { key: 'use', counts: rows, silent: 3 },
      { key: 'live', counts: columns, silent: 2 },
      {
        key: 'like',
        counts: [yes, asked - yes, people - asked],
        silent: 2,
        asked: { title: 'Like?', to: { group: 'all' } },
      },
    ],
    twoWay: [],
    groups: [{ key: 'all', how: 'all', parts, people: asked }],
  }
}

test('whoever solves two questions and a further one for those who gave answers to both finds no few who did, or did not', () => {
  let shownOnce = 0
  fc.assert(
    fc.property(
      tableOf(4, 3, 9),
      fc.constantFrom<[number[], number[]]>(
        [[0], [0]],
        [[0, 1], [1]],
        [
          [1, 2],
          [0, 1],
        ],
      ),
      fc.integer({ min: 0, max: 100 }),
      (table, to, liked) => {
        const all = both(table, to, liked)
        const shown = publishSafely(all, rule)
        const cells = (key: string) => shown.oneWay.find((one) => one.key === key)?.cells ?? []
        if (shown.people === null || cells('like').every((cell) => cell === null)) return
        shownOnce++
        const { rows, columns } = sums(table)
        const [here, there, asked] = [
          to[0].reduce((sum, at) => sum + (rows[at] ?? 0), 0),
          to[1].reduce((sum, at) => sum + (columns[at] ?? 0), 0),
          all.groups?.[0]?.people ?? 0,
        ]
        // All four ways to have given these answers to the one and to the other are known from their totals.
        for (const n of [asked, here - asked, there - asked, all.people - here - there + asked])
          assert.ok(n >= rule.threshold, JSON.stringify({ table, to, n }))
        // No answer that is shown by itself is known to have been given by few of those asked, or by few of the others.
        const most = rows.map(() => [0, 0])
        const world = rows.map(() => 0)
        const fill = (at: number, left: { in: number; out: number }): void => {
          if (at === rows.length) {
            if (left.in !== 0 || left.out !== 0) return
            world.forEach((n, r) => {
              most[r] = [Math.max(most[r]?.[0] ?? 0, n), Math.max(most[r]?.[1] ?? 0, (rows[r] ?? 0) - n)]
            })
            return
          }
          const side = to[0].includes(at) ? 'in' : 'out'
          for (let n = 0; n <= Math.min(rows[at] ?? 0, left[side]); n++) {
            world[at] = n
            fill(at + 1, { ...left, [side]: left[side] - n })
          }
        }
        fill(0, { in: asked, out: there - asked })
        rows.forEach((n, at) => {
          if (n >= rule.threshold && at !== 3)
            assert.ok(Math.min(...(most[at] ?? [])) >= rule.threshold, JSON.stringify({ table, to, at, most }))
        })
        const [yes = 0, no = 0] = all.oneWay[2]?.counts ?? []
        const covered = [yes, no].filter((_, at) => cells('like')[at] === null).length
        for (const [at, n] of [yes, no].entries())
          if (n < rule.threshold) assert.ok(cells('like')[at] === null && covered > 1, JSON.stringify({ yes, no }))
      },
    ),
    { numRuns: 300 },
  )
  assert.ok(shownOnce > 20, `it was shown ${shownOnce} times only`)
})

test('a further question for any of several choices is left out when a few more made two of them than at an earlier release', () => {
  const first = choices([40, 30, 30, 20, 0, 0, 0, 0], [40, 40])
  const more = choices([50, 40, 40, 22, 0, 0, 0, 0], [52, 50])
  const released = [{ counted: first, shown: publishSafely(first, rule) }]
  assert.notEqual(publishSafely(more, rule).oneWay[3]?.cells[0], null)
  const shown = publishSafely(more, rule, released)
  assert.deepEqual(shown.oneWay[3]?.cells, [null, null, null])
  assert.match(shown.not.join(' '), /too few people more, or fewer/u)
})

test('further questions that hang on several answers and would form a circle are left out', () => {
  const part = (of: string) => ({ of, answers: [0] })
  const further = (key: string, group: string) => ({
    key,
    counts: [20, 20, 120],
    silent: 2,
    asked: { title: key, to: { group } },
  })
  const all: Counted = {
    people: 160,
    oneWay: [
      ...['a', 'b', 'c'].map((key) => ({ key, counts: [80, 80] })),
      further('f', 'ab'),
      further('g', 'bc'),
      further('h', 'ac'),
    ],
    twoWay: [],
    groups: ['ab', 'bc', 'ac'].map((key) => ({
      key,
      how: 'all' as const,
      parts: key.split('').map((of) => part(of)),
      people: 40,
    })),
  }
  const shown = publishSafely(all, rule)
  assert.deepEqual(
    shown.oneWay.slice(3).map(({ cells }) => cells[0]),
    [20, 20, null],
  )
  assert.match(shown.not.join(' '), /“h” is not shown: together with other questions/u)
})
