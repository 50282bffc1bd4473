import { si } from '#platform/law.ts'
import { pounds } from '#platform/money.ts'
import { aReading } from './evidence/a-reading.ts'
import { sumsIn } from './evidence/money-in-text.ts'
import { placeOf, plainText } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/**
 * A decision marked as not key that speaks of £1 million or more says why it is not key. Every council sets its own
 * threshold, none found above £1 million; a step in a large programme may well not be key, so this is only a note.
 */
export const keyOrNot = readingRule({
  id: 'key-or-not',
  title: 'A decision marked as not key says why, where it speaks of large sums',
  source: si('2012/2089', 'reg 8'),
  from: '2012-09-10',
  kept: 'Nothing in it is large enough to ask why it is not key.',
  find: (reading) => {
    if (!reading.isKey || reading.isKey.value) return null
    const plain = plainText(reading)
    const largest = sumsIn(plain).toSorted((one, other) => Number(other.pence - one.pence))[0]
    if (!largest || largest.pence < highestThreshold) return []
    if (
      placeOf(
        plain,
        /\bnot (?:a )?key(?: decision)? (?:because|as|since)\b|\breasons? (?:it is|why it is|this is) not (?:a )?key\b/iu,
      )
    )
      return []
    const wards = reading.wards && /\ball\b/iu.test(reading.wards.value) ? reading.wards : null
    return [
      {
        weight: 'note',
        says:
          `It is marked as not key, though it speaks of ${pounds(largest.pence)}${wards ? ' and all wards' : ''}; `
          + 'why it is not key is not recorded.',
        working: [
          'A decision is key where spending or savings are significant for the service’s budget, or two or more wards '
            + 'are significantly affected.',
          `${pounds(largest.pence)} is at or above ${pounds(highestThreshold)}, the highest threshold found in any `
            + 'council.',
        ],
        at: [reading.isKey.at, largest.at, ...(wards ? [wards.at] : [])],
      },
    ]
  },
  examples: [
    {
      given: 'a non-key decision on £15,000',
      facts: aReading('Non-Key. A grant of £15,000.', { isKey: ['Non-Key', false] }),
      met: true,
    },
    {
      given: 'a non-key decision in a programme of £50m',
      facts: aReading('Non-Key. Contracts cost up to £50m.', { isKey: ['Non-Key', false] }),
      met: false,
    },
  ],
})

const highestThreshold = 1_000_000_00n
