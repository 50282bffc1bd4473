import { principle } from '#platform/law.ts'
import { pounds, type Pence } from '#platform/money.ts'
import { aReading } from './evidence/a-reading.ts'
import { sumsIn, type StatedSum } from './evidence/money-in-text.ts'
import { matchesOf, plainText, tidy } from './evidence/plain-text.ts'
import { readingRule, type Found } from './evidence/reading-rule.ts'

/**
 * What is "currently" spent a year on a thing, and what was spent on it in a named year, are near each other. A round
 * figure a twentieth and more away from the actual one carries the difference into every total made from it.
 */
export const figuresForOneThing = readingRule({
  id: 'figures-for-one-thing',
  title: 'A round yearly figure is near the actual one it stands for',
  source: principle('Arithmetic: rounding moves a figure by no more than half its last digit'),
  from: '2000-01-01',
  kept: 'The round figure is near the actual one.',
  find: (reading) => {
    const plain = plainText(reading)
    const round = matchesOf(
      plain,
      /\bspends? (?<sum>£[\d.,]+\s?(?:m|million|k)?) (?:a|per|each) year on (?<subject>[a-z ]{4,40}?)(?= and\b| with\b|[.,;])/giu,
    )
    const actual = matchesOf(
      plain,
      /\bspen[dt] on (?<subject>[a-z ]{4,40}?) in (?<year>20\d\d\s?[/-]\s?\d{2,4}) was (?<sum>£[\d.,]+\d(?:\s?(?:m|million|k)\b)?)/giu,
    )
    const pairs = round.flatMap((one) =>
      actual
        .filter(
          ({ groups }) =>
            tidy(groups['subject'] ?? '').toLowerCase() === tidy(one.groups['subject'] ?? '').toLowerCase(),
        )
        .map((other) => ({ one, other })),
    )
    if (pairs.length === 0) return null
    return pairs.flatMap(({ one, other }): Found[] => {
      const said = sumsIn(one.groups['sum'] ?? '')[0]?.pence ?? 0n
      const was = sumsIn(other.groups['sum'] ?? '')[0]?.pence ?? 0n
      if (was === 0n || said === 0n) return []
      const tenths = Number(((said - was) * 1000n) / was)
      if (Math.abs(tenths) < 50) return []
      const percent = `${(Math.abs(tenths) / 10).toFixed(1)}%`
      return [
        {
          weight: 'note',
          says:
            `${pounds(said)} a year is said to be spent on ${tidy(one.groups['subject'] ?? '').toLowerCase()}; in `
            + `${other.groups['year']} it was `
            + `${pounds(was)}, so the round figure is ${percent} ${tenths > 0 ? 'above' : 'below'} the actual one.`,
          working: [
            `${pounds(said)} ÷ ${pounds(was)} − 1 = ${tenths > 0 ? '+' : '−'}${percent}.`,
            ...carriedInto(said, was, sumsIn(plain)),
          ],
          at: [one.at, other.at],
        },
      ]
    })
  },
  examples: [
    {
      given: '£10m a year said, £9,139,875 spent',
      facts: aReading(
        'It spends £10m a year on home care, all told. The spend on home care in 2023/24 was ' + '£9,139,875.',
      ),
      met: false,
    },
    {
      given: '£9.1m a year said, £9,139,875 spent',
      facts: aReading(
        'It spends £9.1m a year on home care, all told. The spend on home care in 2023/24 was ' + '£9,139,875.',
      ),
      met: true,
    },
  ],
})

/** The totals in the record that are the round figure times some years, and what the actual one would make them. */
function carriedInto(said: Pence, was: Pence, sums: readonly StatedSum[]): string[] {
  const years = [...new Set(sums.filter(({ pence }) => pence % said === 0n).map(({ pence }) => pence / said))]
  return years
    .filter((times) => times >= 2n && times <= 10n)
    .map(
      (times) =>
        `${times} years at ${pounds(said)} is ${pounds(times * said)}, as printed; at ${pounds(was)} it would be `
        + `${pounds(times * was)}.`,
    )
}
