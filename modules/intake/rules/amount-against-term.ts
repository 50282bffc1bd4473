import { pounds } from '#platform/money.ts'
import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { sumsIn, type StatedSum } from './evidence/money-in-text.ts'
import { aNumber, listed, numberOf, pattern, plainText, sentencesOf } from './evidence/plain-text.ts'
import { readingRule, type Found } from './evidence/reading-rule.ts'
import type { Reading, Span } from '../reading.ts'

type Terms = { yearly: StatedSum; overall: StatedSum; years: number[]; at: Span }

/**
 * A yearly sum, times the years, is the total: where one sentence states one of each. A term with options ("3+1+1
 * years") may be priced with or without them, so any of its lengths will do. Approximate sums are left alone.
 */
export const amountAgainstTerm = readingRule({
  id: 'amount-against-term',
  title: 'A yearly sum over the term makes the total stated',
  source: principle('Arithmetic: a yearly sum times the years is the total'),
  from: '2000-01-01',
  kept: 'The yearly sum times the years makes the total stated.',
  find: (reading) => {
    const stated = termsIn(reading)
    return stated.length === 0 ? null : stated.flatMap((one) => disagreement(one))
  },
  examples: [
    {
      given: '£7,500 a year for two years is £15,000',
      facts: aReading('Two years at £7,500 per annum, with an overall value of £15,000.'),
      met: true,
    },
    {
      given: '£7,500 a year for three years said to be £15,000',
      facts: aReading('Three years at £7,500 per annum, with an overall value of £15,000.'),
      met: false,
    },
    {
      given: 'a total that counts the options of a 3+1+1 year term',
      facts: aReading('A contract of 3+1+1 years at £200,000 per annum, with a total value of £1,000,000.'),
      met: true,
    },
  ],
})

const loose = pattern(
  'iu',
  String.raw`\b(?:approx\w*|around|about|circa|c\.|estimated|inflation|uplift\w*|index\w*|increas\w*|rising|`,
  String.raw`includ\w*|excluding|minimum|average|remaining|saving\w*|year (?:one|two|1|2))\b|~`,
)

function termsIn(reading: Reading): Terms[] {
  const plain = plainText(reading)
  return sentencesOf(plain).flatMap((at) => {
    const words = plain.slice(...at)
    if (!words.includes('£') || loose.test(words)) return []
    const sums = sumsIn(plain, ...at)
    const yearly = sums.filter(({ per }) => per === 'year')
    const overall = sums.filter(({ per }) => per === 'total')
    const years = yearsIn(words)
    const [oneYear, oneTotal] = [yearly[0], overall[0]]
    if (!oneYear || !oneTotal || sums.length !== 2 || years.length === 0) return []
    return [{ yearly: oneYear, overall: oneTotal, years, at }]
  })
}

/**
 * The lengths a term may mean, in years: "two years" is 2; "3+1+1 years" is 3, 4 or 5. Empty when several terms are
 * named.
 */
function yearsIn(words: string): number[] {
  const terms = [
    ...words.matchAll(
      new RegExp(
        String.raw`\b(?<terms>${aNumber}(?:\s*(?:\+|plus)\s*${aNumber}){0,6})`
          + String.raw`[\s-]*(?:years?|yrs?)\b(?!\s+(?:old|olds|of age|ago))`,
        'giu',
      ),
    ),
  ]
  if (terms.length !== 1) return []
  let length = 0
  return (terms[0]?.groups?.['terms'] ?? '').split(/\+|plus/iu).map((one) => (length += numberOf(one) ?? 0))
}

function disagreement({ yearly, overall, years, at }: Terms): Found[] {
  const makes = (length: number) => (yearly.pence * BigInt(Math.round(length * 12))) / 12n
  const gap = (length: number) =>
    makes(length) > overall.pence ? makes(length) - overall.pence : overall.pence - makes(length)
  const near = (length: number) => gap(length) <= (yearly.step * BigInt(Math.ceil(length)) + overall.step) / 2n
  if (years.some(near)) return []
  const hundredths = (overall.pence * 100n) / yearly.pence
  return [
    {
      weight: 'warning',
      says:
        `${pounds(yearly.pence)} a year for ${listed(years.map(String))} years is `
        + `${listed(years.map((one) => pounds(makes(one))))}, `
        + `not the ${pounds(overall.pence)} stated.`,
      working: [
        ...years.map((one) => `${pounds(yearly.pence)} × ${one} = ${pounds(makes(one))}.`),
        `${pounds(overall.pence)} ÷ ${pounds(yearly.pence)} is ${Number(hundredths) / 100} years.`,
      ],
      at: [yearly.at, overall.at, at],
    },
  ]
}
