import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { matchesOf, placeOf, plainText } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/**
 * £3.062m and £3.062 are not the same sum. Three decimals of a pound are no money, and the same digits printed once
 * with "m" and once without are probably one sum. Left alone: unit rates, ranges that share one "m", tables headed in
 * millions.
 */
export const amountScale = readingRule({
  id: 'amount-scale',
  title: 'A sum is printed in one scale throughout',
  source: principle('Arithmetic: a pound has a hundred pence, and a million is a million times more'),
  from: '2000-01-01',
  kept: 'No sum is printed in two scales.',
  find: (reading) => {
    const plain = plainText(reading)
    if (placeOf(plain, /\(\s?£\s?(?:m|million|000s?|k)\s?\)|£\s?(?:m|million)\b(?!\w)|£\s?['’]?000s?\b/iu)) return null
    const figures = matchesOf(
      plain,
      /£\s?(?<digits>\d+\.(?<part>\d+))(?<scale>\s?(?:bn|billion|million|mn|m|k|thousand)\b)?/giu,
    )
    if (figures.length === 0) return null
    const scaled = figures.filter(({ groups }) => groups['scale'])
    const bare = figures.filter(({ groups, at }) => !groups['scale'] && isWhole(plain.slice(at[1], at[1] + 40)))
    return bare.flatMap(({ words, groups, at }) => {
      const digits = groups['digits'] ?? ''
      const twin = scaled.find((other) => other.groups['digits'] === digits)
      const odd = (groups['part'] ?? '').length >= 3 && Number(digits) >= 1
      if (twin) {
        return [
          {
            weight: 'warning' as const,
            says:
              `${words} is printed once, and ${twin.words} once: the same digits in two scales, a million or a `
              + 'thousand times apart.',
            working: [`${twin.words} and ${words} share the digits ${digits}.`],
            at: [at, twin.at],
          },
        ]
      }
      return odd
        ? [
            {
              weight: 'warning' as const,
              says:
                `${words} has ${(groups['part'] ?? '').length} decimals of a pound, so it is no sum of money; `
                + `${words}m may be meant.`,
              working: ['A pound has a hundred pence: two decimals.'],
              at: [at],
            },
          ]
        : []
    })
  },
  examples: [
    {
      given: 'one sum with its scale and once without',
      facts: aReading('A budget of £3.062m is approved. The £3.062 is for three years.'),
      met: false,
    },
    {
      given: 'a sum that always carries its scale',
      facts: aReading('A budget of £3.062m is approved. The £3.062m is for three years.'),
      met: true,
    },
    {
      given: 'a range that shares one scale, and a unit rate',
      facts: aReading('Between £1.125 and £1.5m a year, with mileage at £0.455 per mile.'),
      met: true,
    },
  ],
})

/**
 * Whether a figure stands for itself: not the start of a range that ends in millions, and not so much for each of
 * something.
 */
function isWhole(next: string): boolean {
  return (
    !/^\s?(?:-|–|to|and|or)\s?£?\s?[\d.,]+\s?(?:bn|billion|million|mn|m|k|thousand)\b/iu.test(next)
    && !/^\s?(?:per|an?|each|\/|p\b|pence)/iu.test(next)
    && !/^[\d,]/u.test(next)
  )
}
