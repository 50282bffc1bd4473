import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#platform/days.ts'
import { authorityTree, barChart, callInTimeline, ceilingBar, threadDrawing, type AuthorityNode } from '#govuk'
import { lines, percent } from './figure.ts'

const pence = fc.bigInt({ min: 0n, max: 10n ** 15n })
const widths = (markup: string) =>
  [...markup.matchAll(/<rect class="remit-part--[\w-]+" x="([\d.]+)%" y="1" width="([\d.]+)%"/g)].map(
    ([, x, width]) => ({ x: Number(x), width: Number(width) }),
  )

test('however large the sums, the parts of a ceiling lie end to end and fill the bar', () => {
  fc.assert(
    fc.property(pence, pence, pence, pence, (used, passedOn, forecast, spare) => {
      const granted = used + passedOn + forecast + spare
      const left = forecast + spare
      const parts = widths(ceilingBar({ id: 'a', granted, used, passedOn, forecast, left }).toString())
      let end = 0
      for (const { x, width } of parts) {
        assert.ok(Math.abs(x - end) < 0.001)
        assert.ok(width >= 0)
        end = x + width
      }
      if (granted > 0n) assert.ok(Math.abs(end - 100) < 0.001)
    }),
  )
})

test('a ceiling says its figures in words for whoever cannot see the bar', () => {
  const amounts = { granted: 1_000_000n, used: 250_000n, passedOn: 100_000n, left: 650_000n }
  const bar = ceilingBar({ id: 'a', ...amounts }).toString()
  assert.match(bar, /<desc id="a-desc">Of £10,000 granted: £2,500 used, £1,000 passed on, £6,500 left\.<\/desc>/)
  assert.match(bar, /role="img" aria-labelledby="a-title a-desc"/)
  assert.match(bar, /<td class="govuk-table__cell govuk-table__cell--numeric">65%/)
})

test('a forecast beyond the ceiling is said in pounds and the ceiling drawn across the bar', () => {
  const amounts = { id: 'a', granted: 1000n, used: 500n, passedOn: 0n, left: 500n }
  const bar = ceilingBar({ ...amounts, forecast: 1500n }).toString()
  assert.match(bar, /The forecast is £10 over the ceiling\./)
  assert.match(bar, /<line x1="50%"/)
  const within = ceilingBar({ ...amounts, forecast: 500n }).toString()
  assert.doesNotMatch(within, /over the ceiling|<line x1="\d/)
})

const act = (number: number): AuthorityNode => ({
  id: `a${number}`,
  kind: 'act',
  title: `Act ${number}`,
  href: `/acts/${number}`,
})
const treeOf = (below: AuthorityNode[]) =>
  authorityTree({
    title: 'Authority',
    root: { id: 'd', kind: 'decision', title: 'Care', href: '/decisions/1', below },
  }).toString()

test('branches stand side by side while they can be read, and one under the other when there are more', () => {
  assert.match(treeOf([1, 2, 3, 4].map(act)), /remit-tree__list--across/)
  assert.doesNotMatch(treeOf([1, 2, 3, 4, 5].map(act)), /remit-tree__list--across/)
  assert.match(treeOf([act(1)]), /remit-tree__list--on/)
})

test('every box of a tree leads to its record, and its table says under what it stands', () => {
  const tree = treeOf([act(1), act(2)])
  for (const link of ['/decisions/1', '/acts/1', '/acts/2']) assert.ok(tree.includes(`href="${link}"`))
  assert.match(tree, /Act: Act 1<\/th><td class="govuk-table__cell">Care<\/td>/)
})

test('a thread is a list in order: each record, and between them the act that made it', () => {
  const thread = threadDrawing({
    title: 'Who decided this?',
    steps: [
      { kind: 'Decision', title: 'Care' },
      { kind: 'Invoice line', title: 'Week 24', here: true, act: { text: 'Paid by <the desk>' } },
    ],
  }).toString()
  assert.ok(thread.indexOf('Care') < thread.indexOf('Paid by &lt;the desk&gt;'))
  assert.ok(thread.indexOf('Paid by') < thread.indexOf('Week 24'))
  assert.equal(thread.match(/remit-arrow/g)?.length, 1)
  assert.match(thread, /You are here/)
})

const week = {
  counted: [
    { day: day('2022-08-05'), counts: false, why: 'the day of publication, not counted' },
    { day: day('2022-08-06'), counts: false, why: 'a Saturday' },
    { day: day('2022-08-07'), counts: false, why: 'a Sunday' },
    { day: day('2022-08-08'), counts: true, why: 'day 1' },
    { day: day('2022-08-09'), counts: true, why: 'day 2' },
  ],
  lastDay: day('2022-08-09'),
  effective: day('2022-08-11'),
}
const daysOf = (markup: string) =>
  [...markup.matchAll(/remit-clock__day--(\w+) [^>]*><time class="[^"]*" datetime="([\d-]+)"/g)].map(
    ([, kind, on]) => `${on} ${kind}`,
  )

test('the clock shows every day from publication to effect and what each is', () => {
  assert.deepEqual(daysOf(callInTimeline(week).toString()), [
    '2022-08-05 start',
    '2022-08-06 skipped',
    '2022-08-07 skipped',
    '2022-08-08 counted',
    '2022-08-09 counted',
    '2022-08-10 waits',
    '2022-08-11 effective',
  ])
  assert.match(callInTimeline({ ...week, closesAt: '17:00' }).toString(), /Last day for call-in, until 17:00/)
  assert.match(callInTimeline({ ...week, today: day('2022-08-08') }).toString(), /aria-current="date"/)
})

test('a call-in stops the clock: no later day counts and nothing takes effect', () => {
  const stopped = callInTimeline({ ...week, calledIn: day('2022-08-08') }).toString()
  assert.deepEqual(daysOf(stopped).slice(3), [
    '2022-08-08 stopped',
    '2022-08-09 waits',
    '2022-08-10 waits',
    '2022-08-11 waits',
  ])
  assert.match(stopped, /Would have taken effect/)
  assert.doesNotMatch(stopped, />Takes effect|>Last day/)
})

test('a bar for nothing has no length, and the longest leaves room for its words', () => {
  const chart = barChart({
    id: 'b',
    title: 'Hours',
    of: 'Zone',
    amount: 'Hours',
    bars: [
      { label: 'North', value: 4120, shown: '4,120 hours' },
      { label: 'Islands', value: 0, shown: 'none' },
    ],
  }).toString()
  const [longest, none] = [...chart.matchAll(/width="([\d.]+)%"\s+height="22"/g)].map((match) => Number(match[1]))
  assert.equal(none, 0)
  assert.ok(longest !== undefined && longest > 40 && longest < 70)
  assert.match(chart, /<desc id="b-desc">North: 4,120 hours; Islands: none<\/desc>/)
})

test('long labels are broken between words and lose none', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (words) => {
      const broken = lines(words.join(' '), 20)
      assert.equal(broken.join(' '), words.join(' '))
      for (const line of broken) assert.ok(line.length <= 20)
    }),
  )
})

test('a share of nothing is nothing', () => {
  assert.equal(percent(5n, 0n), 0)
  assert.equal(percent(1n, 3n), 33.33)
})
