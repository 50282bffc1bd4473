import { principle } from '#platform/law.ts'
import { pounds } from '#platform/money.ts'
import { aReading } from './evidence/a-reading.ts'
import { partsAndWholesIn } from './evidence/parts-and-whole.ts'
import { matchesOf, placeOf, plainText, tidy } from './evidence/plain-text.ts'
import { readingRule, type Found } from './evidence/reading-rule.ts'

/**
 * A cabinet member decides within their portfolio. Where a part of the money is labelled with words of another member's
 * portfolio, and that member was only consulted, somebody should look whose decision it was. A note: a leader may have
 * arranged it so.
 */
export const withinPortfolio = readingRule({
  id: 'within-portfolio',
  title: 'A cabinet member decides within their own portfolio',
  source: principle('A member decides what the leader’s scheme of delegation gives to that member'),
  from: '2000-10-26',
  kept: 'No part of the money is labelled as another member’s.',
  find: (reading) => {
    const maker = reading.decisionMaker
    if (reading.makerKind !== 'member' || !maker) return null
    const plain = plainText(reading)
    const others = matchesOf(plain, /in consultation with the (?<post>Cabinet Member for [^),;\n]{3,80})/gu)
    const parts = partsAndWholesIn(plain).filter(({ sure }) => sure)
    if (others.length === 0 || parts.length === 0) return null
    return others.flatMap(({ groups, at }): Found[] => {
      const theirs = topicsOf(groups['post'] ?? '').filter((topic) => !topicsOf(maker.value).includes(topic))
      return parts.flatMap(({ whole, parts: each }) =>
        each
          .filter(({ label }) => topicsOf(label).some((topic) => theirs.includes(topic)))
          .map(({ sum, label }): Found => {
            const all = each.reduce((so, one) => so + one.sum.pence, 0n)
            const share = all === 0n ? 0 : Math.round(Number((sum.pence * 1000n) / all) / 10)
            return {
              weight: 'note',
              says:
                `${pounds(sum.pence)} of the money (${share}%) is labelled “${label}”, while the `
                + `${tidy(maker.value)} decided and the `
                + `${tidy(groups['post'] ?? '')} was consulted: check whose decision that part was.`,
              working: [`${pounds(sum.pence)} of ${pounds(all)} is ${share}%.`],
              at: [maker.at, at, sum.at, whole.at],
            }
          }),
      )
    })
  },
  examples: [
    {
      given: 'the member for adults decides on money of which a third is for children',
      facts: aReading(
        'Cabinet Member for Adult Social Care (in consultation with the Cabinet Member for Children’s Services). '
          + 'Spend was £9,647,321 '
          + '(£6,349,221 adults, £3,298,100 children’s).',
        { decisionMaker: 'Cabinet Member for Adult Social Care', makerKind: 'member' },
      ),
      met: false,
    },
    {
      given: 'the same member decides on money for adults only',
      facts: aReading(
        'Cabinet Member for Adult Social Care (in consultation with the Cabinet Member for Children’s Services). '
          + 'Spend was £9,000 '
          + '(£6,000 adults in towns, £3,000 adults elsewhere).',
        { decisionMaker: 'Cabinet Member for Adult Social Care', makerKind: 'member' },
      ),
      met: true,
    },
  ],
})

const topics = [
  'adult',
  'child',
  'education',
  'school',
  'housing',
  'highway',
  'transport',
  'environment',
  'finance',
  'public health',
  'communit',
]

function topicsOf(words: string): string[] {
  return topics.filter((topic) => placeOf(words.toLowerCase(), topic) !== null)
}
