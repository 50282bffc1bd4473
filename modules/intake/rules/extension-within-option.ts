import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { aNumber, matchesOf, numberOf, plainText } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/**
 * An extension stays within the option the contract has, and what is left of the option is told. More than the option
 * is a warning; a rest that is not stated is a note.
 */
export const extensionWithinOption = readingRule({
  id: 'extension-within-option',
  title: 'An extension stays within its option, and what is left is said',
  source: principle('An option can be used once'),
  from: '2000-01-01',
  kept: 'The extension uses the whole option, or says what is left.',
  find: (reading) => {
    const plain = plainText(reading)
    const options = matchesOf(
      plain,
      new RegExp(
        String.raw`\boptions? to extend\b[^.]{0,70}?\bup to (?:a (?:further|`
          + String.raw`maximum of) )?(?<count>${aNumber}) (?<unit>months?|years?)\b`,
        'giu',
      ),
    )
    const used = matchesOf(
      plain,
      new RegExp(
        String.raw`\bextend\w*\b[^.]{0,60}?\bby (?:a further )?(?<count>${aNumber}) (?<unit>months?|years?)\b`,
        'giu',
      ),
    )
    const [option] = options
    const [use] = used
    if (!option || !use || options.length > 1 || used.length > 1 || use.at[0] <= option.at[0]) return null
    const most = monthsOf(option.groups)
    const taken = monthsOf(use.groups)
    if (most === null || taken === null || most === taken) return []
    if (/\b(?:remaining|leaves|left)\b[^.]{0,40}\b(?:months?|years?)\b/iu.test(plain.slice(use.at[0], use.at[1] + 200)))
      return []
    return [
      {
        weight: taken > most ? 'warning' : 'note',
        says:
          taken > most
            ? `The contract may be extended by up to ${most} months and is extended by ${taken}: ${taken - most} more `
              + 'than the option.'
            : `Of an option of up to ${most} months ${taken} are used; that ${most - taken} remain is not stated.`,
        working: [`${most} − ${taken} = ${most - taken} months.`],
        at: [option.at, use.at],
      },
    ]
  },
  examples: [
    {
      given: 'one year used of an option of 24 months',
      facts: aReading('The contract has an option to extend by up to 24 months. It is extended by one year.'),
      met: false,
    },
    {
      given: 'all of it used',
      facts: aReading('The contract has an option to extend by up to 12 months. It is extended by one year.'),
      met: true,
    },
  ],
})

function monthsOf(groups: Record<string, string | undefined>): number | null {
  const count = numberOf(groups['count'])
  return count === null ? null : count * (/^year/iu.test(groups['unit'] ?? '') ? 12 : 1)
}
