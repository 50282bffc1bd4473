import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pounds } from '#platform/money.ts'
import { aReading } from './evidence/a-reading.ts'
import { sumsAddUp } from './sums-add-up.ts'

const found = (text: string) => sumsAddUp.find(aReading(text)) ?? []

const parts = fc.array(
  fc.bigInt({ min: 100_00n, max: 90_000_000_00n }).map((pence) => (pence / 100n) * 100n),
  { minLength: 2, maxLength: 4 },
)
const names = ['adults', 'children’s', 'carers', 'housing']

/** One statement of parts and a whole, each way that records print it. */
function statements(sums: readonly bigint[], whole: bigint): string[] {
  const labelled = sums.map((sum, at) => `${pounds(sum)} ${names[at]}`)
  return [
    `The year cost ${pounds(whole)} (${labelled.join(', ')}).`,
    `The budget of ${pounds(whole)} is made up of ${labelled.join(' and ')}.`,
    `It costs ${sums.map((sum) => pounds(sum)).join(' plus ')}, giving a total of ${pounds(whole)}.`,
    `${sums.map((sum) => pounds(sum)).join(' + ')} = ${pounds(whole)}`,
    ['Item\tCost', ...sums.map((sum, at) => `${names[at]}\t${pounds(sum)}`), `Total\t${pounds(whole)}`].join('\n'),
    [
      '| Item | Cost |',
      ...sums.map((sum, at) => `| ${names[at]} | ${pounds(sum)} |`),
      `| Total | ${pounds(whole)} |`,
    ].join('\n'),
  ]
}

test('parts that add up are never accused, however they are printed', () => {
  fc.assert(
    fc.property(parts, (sums) => {
      const whole = sums.reduce((all, one) => all + one, 0n)
      for (const text of statements(sums, whole)) assert.deepEqual(found(text), [], text)
    }),
  )
})

test(
  'a slip of more than rounding and less than a quarter is found in each of them, with figures that would ' + 'agree',
  () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 15 }), fc.boolean(), (sums, percent, up) => {
        const made = sums.reduce((all, one) => all + one, 0n)
        const slip = ((made * BigInt(percent)) / 10_000n) * 100n
        fc.pre(slip >= 10_00n && !sums.some((one) => one <= slip))
        const whole = up ? made + slip : made - slip
        // Neighbours among the parts may themselves make the figure: then the sentence adds up in another way.
        fc.pre(
          !sums.some((_, from) =>
            sums
              .slice(from)
              .some(
                (__, more) =>
                  more > 0 && sums.slice(from, from + more + 1).reduce((all, one) => all + one, 0n) === whole,
              ),
          ),
        )
        for (const text of statements(sums, whole)) {
          const [first, ...more] = found(text)
          assert.ok(first, text)
          assert.equal(more.length, 0, text)
          assert.ok(
            first.says.includes(
              `add up to ${pounds(made)}, ${pounds(slip)} ${up ? 'less' : 'more'} than the `
                + `${pounds(whole)} printed`,
            ),
            first.says,
          )
          assert.ok(first.working?.some((line) => line.includes(`if the total were ${pounds(made)}`)))
        }
      }),
    )
  },
)

test('the figures that would agree are named one by one', () => {
  const [finding] = found('The year cost £9,547,321 (£6,349,221 adults, £3,298,100 children’s).')
  assert.ok(finding)
  assert.equal(finding.weight, 'error')
  assert.equal(
    finding.says,
    '£6,349,221 (adults) and £3,298,100 (children’s) add up to £9,647,321, £100,000 more than the £9,547,321 printed.',
  )
  assert.deepEqual(finding.working, [
    '£6,349,221 + £3,298,100 = £9,647,321.',
    '£9,647,321 − £9,547,321 = £100,000.',
    'The figures would agree if the total were £9,647,321, or if £6,249,221 stood in place of £6,349,221, or if '
      + '£3,198,100 stood in place of £3,298,100.',
  ])
})

test('each column of a table is added on its own', () => {
  const table = 'Item\t2022/23\t2023/24\nVenue\t£1,000\t£1,100\nSupport\t£2,000\t£2,200\nTotal\t£3,000\t£3,200\n'
  assert.deepEqual(
    found(table).map(({ says }) => says),
    ['£1,100 (Venue) and £2,200 (Support) add up to £3,300, £100 more than the £3,200 printed.'],
  )
})

test('what only looks like parts and a whole is left alone', () => {
  for (const text of [
    'The budget rose to £500,000 (from £400,000 in 2020 and £450,000 in 2021).',
    'Grants of up to £5,000 (£1,000 minimum, £4,500 average).',
    'A budget of £500,000 (including £300,000 for staff and £150,000 for premises).',
    'The total of £600,000 compares with £300,000 and £250,000 in the two years before.',
    'Spend was £1,000,000 (£100,000 adults, £50,000 children’s).',
    'A contract at £100,000 (£60,000 per annum and £45,000 per annum).',
    'Staff\t£100,000\nLess income\t£20,000\nTotal\t£80,000\n',
    'Staff\t£100,000\nSub-total\t£100,000\nPremises\t£20,000\nTotal\t£125,000\n',
    'Adults £100, children £200. A different project costs £310.',
    'Spend is £9.5m (£6.3m adults, £3.3m children’s).',
    'A rate of £25.00 per hour (£12.20 early, £14.00 late).',
    'Fees are £1,000 (£550 single, £440 couple).',
    'Bids of £10,000, £12,000 and £13,000 were received; the budget is £33,000.',
  ])
    assert.deepEqual(found(text), [], text)
})
