import { guidance } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { matchesOf, plainText, tidy } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/**
 * Words are attributed to where they stand. One is known to go astray: the Care Act 2014 does not define co-production;
 * the statutory guidance under it does. To be confirmed against the guidance of the day.
 */
export const attributedRightly = readingRule({
  id: 'attributed-rightly',
  title: 'Words are attributed to the text they stand in',
  source: guidance(
    'Care and Support Statutory Guidance',
    'on co-production',
    'https://www.gov.uk/government/publications/care-act-statutory-guidance',
  ),
  from: '2014-05-14',
  kept: 'The definition is attributed to the guidance.',
  find: (reading) => {
    const plain = plainText(reading)
    const defined = matchesOf(plain, /\b(?<whose>Care Act(?: 2014)?|statutory guidance) defines co-?\s?production\b/giu)
    if (defined.length === 0) return null
    return defined
      .filter(({ groups }) => /^care act/iu.test(groups['whose'] ?? ''))
      .map(({ words, at }) => ({
        weight: 'note' as const,
        says: `“${tidy(words)}”: the definition stands in the Care and Support Statutory Guidance, not in the Act.`,
        at: [at],
      }))
  },
  examples: [
    {
      given: 'a definition attributed to the guidance',
      facts: aReading('The statutory guidance defines co-production as shared work.'),
      met: true,
    },
    {
      given: 'a definition attributed to the Act',
      facts: aReading('The Care Act defines co-production as shared work.'),
      met: false,
    },
  ],
})
