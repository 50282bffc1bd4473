import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { aDay } from './evidence/days-in-text.ts'
import { aNumber, matchesOf, placeOf, plainText, tidy } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/** A term has a day or a month that it starts or ends on: else the years can be counted, but not placed. */
export const termPlaced = readingRule({
  id: 'term-placed',
  title: 'The term of a contract has a start or an end',
  source: principle('A length of time without an end of it cannot be placed'),
  from: '2000-01-01',
  kept: 'The term has a start or an end.',
  find: (reading) => {
    const plain = plainText(reading)
    const terms = matchesOf(
      plain,
      new RegExp(
        String.raw`\b(?:contract|agreement|framework|grant)s? (?:length|term|period|duration) (?:of|is|will be|`
          + String.raw`to be) (?:up to )?(?<term>${aNumber} (?:years?|months))\b`,
        'giu',
      ),
    )
    const [first] = terms
    if (!first) return null
    if (placeOf(plain, anchored)) return []
    return [
      {
        weight: 'note',
        says: `A term of ${tidy(first.groups['term'] ?? '')} is stated, but no day or month on which it starts or ends.`,
        at: [first.at],
      },
    ]
  },
  examples: [
    {
      given: 'two years from 1 April 2022',
      facts: aReading('A contract length of two years, starting on 1 April 2022.'),
      met: true,
    },
    { given: 'two years from no day', facts: aReading('A contract length of two years.'), met: false },
  ],
})

const month = 'january|february|march|april|may|june|july|august|september|october|november|december'
const anchored = new RegExp(
  String.raw`\b(?:commenc\w*|start\w*|begin\w*|from|until|till|to|end\w*|expir\w*|by)\b[^.;\n]{0,30}?(?:${aDay}|`
    + String.raw`\b(?:${month})\b\s+(?:19|20)\d\d|\bimmediate)`,
  'iu',
)
