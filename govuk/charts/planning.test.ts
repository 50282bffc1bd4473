import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#platform/days.ts'
import {
  comparedBars,
  gantt,
  layeredThread,
  optionsChart,
  riskGrade,
  riskMatrix,
  sensitivityChart,
  type GanttBar,
} from '#govuk'

const looks = ['planned', 'critical', 'least', 'done', 'late', 'given', 'spare'] as const
const bars: fc.Arbitrary<GanttBar> = fc
  .record({
    title: fc.string({ minLength: 1, maxLength: 90 }),
    look: fc.constantFrom(...looks),
    gate: fc.boolean(),
    start: fc.integer({ min: 0, max: 1500 }),
    days: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ title, look, gate, start, days }) => {
    const from = day('2024-01-01').add({ days: start })
    return { title, look, gate, from, until: from.add({ days }) }
  })

test('the part of a bar that comes too early is drawn hollow, named in the key, the table and beside the bar', () => {
  const drawn = gantt({
    id: 'g',
    title: 'A plan',
    bars: [
      { title: 'Permission', look: 'done', from: day('2024-06-01'), until: day('2024-08-16') },
      {
        title: 'Research',
        look: 'planned',
        from: day('2024-08-01'),
        until: day('2024-09-09'),
        tooEarly: { until: day('2024-08-16'), words: '15 days too early' },
      },
    ],
  }).toString()
  // Of a hundred days the sixty-first to the seventy-sixth.
  assert.match(drawn, /<rect x="61%" y="0" width="15%"[^>]* fill="#ffffff" stroke="#b10e1e"[^>]*remit-gantt__before/u)
  assert.equal(drawn.match(/remit-gantt__before/gu)?.length, 1)
  assert.equal(
    drawn.match(/15 days too early/gu)?.length,
    3,
    'beside the bar, in the words of the drawing, in the table',
  )
  assert.match(drawn, /Before what it waits for is over/u)
})

test('however long a plan, its bars lie within the drawing, in proportion to their days', () => {
  fc.assert(
    fc.property(
      fc.array(bars, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: -400, max: 2500 }),
      (some, today) => {
        const drawn = gantt({
          id: 'g',
          title: 'A plan',
          bars: some,
          today: day('2024-01-01').add({ days: today }),
        }).toString()
        const rects = [...drawn.matchAll(/<rect x="([\d.]+)%" y="[\d.]+" width="([\d.]+)%"/gu)].map(([, x, width]) => ({
          x: Number(x),
          width: Number(width),
        }))
        assert.equal(rects.length, some.length)
        for (const { x, width } of rects) assert.ok(x >= 0 && x <= 100 && x + width <= 100.7, `${x} ${width}`)
        assert.ok((drawn.match(/<text[^>]*y="14"/gu)?.length ?? 0) <= 7)
      },
    ),
    { numRuns: 60 },
  )
})

test('a plan says in words what it draws, and today only where it is among its days', () => {
  const bar: GanttBar = {
    title: 'Tender',
    from: day('2025-03-03'),
    until: day('2025-04-14'),
    look: 'late',
    note: 'late by 3 days',
  }
  const drawn = gantt({
    id: 'g',
    title: 'A plan',
    bars: [bar],
    today: day('2025-04-01'),
    goal: { day: day('2025-06-01'), words: 'Start' },
  }).toString()
  assert.match(
    drawn,
    /<desc id="g-desc">Tender: 3 Mar to 13 Apr 2025 · late by 3 days\. Start: Sunday 1 June 2025\. Today: Tuesday 1 April 2025\.<\/desc>/u,
  )
  assert.match(drawn, /<td class="govuk-table__cell">13 April 2025<\/td>/u)
  assert.equal(drawn.match(/stroke-dasharray="5 4"/gu)?.length, 2)
  assert.equal(
    gantt({ id: 'g', title: 'A plan', bars: [bar], today: day('2026-04-01') })
      .toString()
      .match(/stroke-dasharray="5 4"/gu)?.length,
    1,
  )
})

test('options are as long as their points, and the table has every criterion', () => {
  const drawn = optionsChart({
    id: 'o',
    title: 'Options',
    most: 500,
    criteria: [
      { title: 'Quality', weight: 60 },
      { title: 'Cost', weight: 40 },
    ],
    options: [
      { title: 'Buy', rank: 1, points: [300, 0], total: 300, cost: '£9,000,000', recommended: true },
      { title: 'Wait', rank: 2, points: [60, 120], total: 180 },
    ],
  }).toString()
  assert.deepEqual(
    [...drawn.matchAll(/<rect x="([\d.]+)%" y="[\d.]+" width="([\d.]+)%"[^>]*fill="#(?!f3)/gu)].map(([, x, width]) => [
      x,
      width,
    ]),
    [
      ['0', '60'],
      ['0', '12'],
      ['12', '24'],
    ],
  )
  assert.match(drawn, /1\. Buy \(recommended\)/u)
  assert.match(drawn, /Quality \(60%\)/u)
})

test('where another would come first is drawn otherwise and said in the table', () => {
  const drawn = sensitivityChart({
    id: 's',
    title: 'Weights',
    rows: [
      {
        criterion: 'Cost',
        weight: 40,
        says: 'Above 62.5% Wait would come first (now 40%).',
        stretches: [
          { from: 0, to: 62.5, first: 'Buy', holds: true },
          { from: 62.5, to: 100, first: 'Wait', holds: false },
        ],
      },
    ],
  }).toString()
  assert.match(drawn, /0 to 62\.5%: Buy; 62\.5 to 100%: Wait/u)
  assert.match(drawn, /<line x1="40%" x2="40%"/u)
})

test('risks stand by their numbers in their field, the gravest red in word and colour', () => {
  const drawn = riskMatrix({
    id: 'r',
    title: 'Risks',
    risks: [
      { number: 1, title: 'Few bid', likelihood: 4, impact: 5 },
      { number: 2, title: 'Wages', likelihood: 4, impact: 5 },
    ],
  }).toString()
  assert.match(drawn, />1, 2<\/text>/u)
  assert.match(drawn, /20, very high/u)
  assert.deepEqual([1, 6, 12, 20].map(riskGrade), ['low', 'middling', 'high', 'very high'])
})

test('layers without a record are left out, and every box says what made it', () => {
  const drawn = layeredThread({
    title: 'Thread',
    layers: [
      { title: 'Need', nodes: [{ kind: 'Need', title: '800 people' }] },
      { title: 'Shaped', nodes: [] },
      {
        title: 'Decided',
        nodes: [{ kind: 'Decision', title: 'D-1', href: '/decisions/D-1', act: { text: 'Approves it' } }],
      },
    ],
  }).toString()
  assert.doesNotMatch(drawn, /Shaped/u)
  assert.equal(drawn.match(/remit-arrow/gu)?.length, 1)
  assert.match(drawn, /↑ Approves it/u)
})

test('the names of months have room on the smallest phone, wherever a plan begins', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 20, max: 2000 }), (start, days) => {
      const from = day('2024-01-01').add({ days: start })
      const drawn = gantt({
        id: 'g',
        title: 'A plan',
        bars: [{ title: 'All of it', look: 'planned', from, until: from.add({ days }) }],
      }).toString()
      // 290 pixels for the drawing, and 46 for the widest name at this size.
      const names = [...drawn.matchAll(/<text x="([\d.]+)%" y="14" font-size="14" text-anchor="(\w+)"/gu)].map(
        ([, x, anchor]) => Number(x) * 2.9 - (anchor === 'middle' ? 23 : 0),
      )
      for (const [at, left] of names.entries()) {
        assert.ok(left > -1 && left < 290 - 46 + 1, `a name sticks out: ${left}`)
        assert.ok(at === 0 || left - (names[at - 1] ?? 0) >= 46.3, `two names meet: ${names.join()}`)
      }
    }),
    { numRuns: 200 },
  )
})

test('what members are fewer is drawn as a gap as long as what is missing, and never where it is not known', () => {
  const drawn = (part: number | null) =>
    comparedBars({
      id: 'c',
      title: 'Age',
      of: 'Age',
      wholeTitle: 'people',
      partTitle: 'members',
      rows: [{ label: 'Under 25', whole: 4000, part, gap: 'said here' }],
    }).toString()
  assert.match(drawn(1000), /<rect x="20%" y="21" width="60%"[^>]*stroke-dasharray/u)
  assert.match(drawn(1000), /Missing, to be as many/u)
  for (const part of [5000, 4000, null]) assert.doesNotMatch(drawn(part), /stroke-dasharray|Missing/u)
  assert.match(drawn(null), /not shown/u)
})
