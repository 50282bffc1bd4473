import { pounds, type Pence } from '#platform/money.ts'
import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import type { StatedSum } from './evidence/money-in-text.ts'
import { partsAndWholesIn, roundingOf, type PartsAndWhole } from './evidence/parts-and-whole.ts'
import { capital, listed, plainText } from './evidence/plain-text.ts'
import { readingRule, type Found } from './evidence/reading-rule.ts'

/**
 * The parts of a total make the total. Speaks only of figures that the text itself says are whole and parts, allows for
 * rounding, and keeps quiet when they are so far apart (a quarter of the total) that something else must be meant.
 */
export const sumsAddUp = readingRule({
  id: 'sums-add-up',
  title: 'The parts of a total add up to it',
  source: principle('Arithmetic: a total is the sum of its parts'),
  from: '2000-01-01',
  kept: 'Each total printed is the sum of the parts printed with it.',
  find: (reading) => {
    const statements = partsAndWholesIn(plainText(reading))
    return statements.length === 0 ? null : statements.flatMap((one) => disagreement(one))
  },
  examples: [
    {
      given: 'two parts in brackets that make the total',
      facts: aReading('Spend in the year was £9,647,321 (£6,349,221 adults, £3,298,100 children’s).'),
      met: true,
    },
    {
      given: 'a total that is £100,000 less than its two parts',
      facts: aReading('Spend in the year was £9,547,321 (£6,349,221 adults, £3,298,100 children’s).'),
      met: false,
    },
    {
      given: 'the parts in the sentence after the total, with what each is for in brackets',
      facts: aReading(
        'The contract value is £9,547,321. This is split £6,349,221 (adults) and £3,298,100 (children’s).',
      ),
      met: false,
    },
    {
      given: 'parts rounded to the nearest hundred thousand, within rounding of their total',
      facts: aReading('The budget of £9.7m is made up of £6.3m for adults and £3.3m for children.'),
      met: true,
    },
    {
      given: 'a table whose rows do not make its total',
      facts: aReading('Item\tCost\nVenue\t£1,200\nFacilitation\t£4,500\nTotal\t£5,800\n'),
      met: false,
    },
    {
      given: 'an addition with its total',
      facts: aReading('The grant of £12,000 plus £3,000 for travel, giving a total of £15,000.'),
      met: true,
    },
  ],
})

function disagreement({ whole, parts, sure }: PartsAndWhole): Found[] {
  const sums = parts.map(({ sum }) => sum)
  // The price of an hour is not made of the prices of other hours.
  if (whole.per === 'hour' || whole.per === 'visit') return []
  if (sums.some(({ per }) => per !== null && whole.per !== null && per !== whole.per && whole.per !== 'total'))
    return []
  const rounding = roundingOf([whole, ...sums])
  if (runsOf(sums).some((run) => distance(total(run), whole.pence) <= rounding)) return []
  const made = total(sums)
  const gap = distance(made, whole.pence)
  if (gap * 4n > whole.pence) return []
  const more = made > whole.pence ? 'more' : 'less'
  const named = listed(parts.map(({ sum, label }) => `${pounds(sum.pence)}${label ? ` (${label})` : ''}`))
  const exact = [whole, ...sums].every(({ step }) => step <= 100n)
  return [
    {
      weight: sure && exact ? 'error' : 'warning',
      says:
        `${capital(named)} add up to ${pounds(made)}, ${pounds(gap)} ${more} than the ${pounds(whole.pence)} `
        + 'printed.',
      working: [
        `${sums.map(({ pence }) => pounds(pence)).join(' + ')} = ${pounds(made)}.`,
        `${pounds(made)} − ${pounds(whole.pence)} = ${pounds(made - whole.pence)}.`,
        `The figures would agree if the total were ${pounds(made)}${alternatives(whole, sums)}.`,
        ...(exact ? [] : [`Rounding alone could explain up to ${pounds(rounding)}.`]),
      ],
      at: [whole.at, ...sums.map(({ at }) => at)],
    },
  ]
}

/** Each part put right in turn: ", or if £6,249,221 stood in place of £6,349,221". */
function alternatives(whole: StatedSum, sums: readonly StatedSum[]): string {
  const missing = whole.pence - total(sums)
  return sums
    .filter(({ pence }) => pence + missing > 0n)
    .map(({ pence }) => `, or if ${pounds(pence + missing)} stood in place of ${pounds(pence)}`)
    .join('')
}

/**
 * All the parts, and each run of neighbours: a sentence may name other sums before the ones it adds. A long table is
 * added whole.
 */
function runsOf(sums: readonly StatedSum[]): (readonly StatedSum[])[] {
  if (sums.length > 12) return [sums]
  return sums.flatMap((_, from) => sums.slice(from + 1).map((__, more) => sums.slice(from, from + more + 2)))
}

function total(sums: readonly StatedSum[]): Pence {
  return sums.reduce((all, { pence }) => all + pence, 0n)
}

function distance(one: Pence, other: Pence): Pence {
  return one > other ? one - other : other - one
}
