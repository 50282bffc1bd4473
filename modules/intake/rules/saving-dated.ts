import { principle } from '#platform/law.ts'
import { pounds } from '#platform/money.ts'
import { aReading } from './evidence/a-reading.ts'
import { sumsIn } from './evidence/money-in-text.ts'
import { matchesOf, plainText, sentencesOf } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/** A saving is so much in a year that is named, or a year: else nobody can tell whether it was made. */
export const savingDated = readingRule({
  id: 'saving-dated',
  title: 'A saving says in which year, or that it is yearly',
  source: principle('A saving without a year cannot be checked'),
  from: '2000-01-01',
  kept: 'Each saving names its year.',
  find: (reading) => {
    const plain = plainText(reading)
    const savings = sentencesOf(plain).flatMap((at) =>
      matchesOf(plain.slice(...at), /\bsavings?\b[^£]{0,60}(?=£)/giu).flatMap((match) => {
        const [sum] = sumsIn(plain, at[0] + match.at[1], at[1])
        return sum ? [{ sum, words: plain.slice(...at) }] : []
      }),
    )
    if (savings.length === 0) return null
    return savings
      .filter(
        ({ sum, words }) =>
          sum.per === null && !/\b20\d\d\b|\b\d\d\/\d\d\b|\byears?\b|\bannual|\bper annum\b|\bp\.?a\b/iu.test(words),
      )
      .filter(({ sum }, index, all) => all.findIndex((one) => one.sum.at[0] === sum.at[0]) === index)
      .map(({ sum }) => ({
        weight: 'note' as const,
        says: `A saving of ${pounds(sum.pence)} is stated without the year it falls in, or whether it comes each year.`,
        at: [sum.at],
      }))
  },
  examples: [
    { given: 'a saving in 2022/23', facts: aReading('Savings identified for 2022/23 are £1,000,000.'), met: true },
    { given: 'a saving in no year', facts: aReading('Savings of £50,000 are expected.'), met: false },
  ],
})
