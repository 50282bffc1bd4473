import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { placeOf, plainText, tidy } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/** These rules are England's. A record made under another country's law is read, and not judged by them. */
export const englishRecord = readingRule({
  id: 'english-record',
  title: 'The record was made by an English council',
  source: principle('Local government law differs in England, Scotland, Wales and Northern Ireland'),
  from: '1900-01-01',
  kept: 'Nothing in the record speaks of the law of another country.',
  find: (reading) => {
    const plain = plainText(reading)
    const [found] = countries.flatMap(({ country, words }) => {
      const at = placeOf(plain, words)
      if (!at) return []
      // "(Scotland) Act 1973" with the words of its title before it.
      const before = plain.slice(Math.max(0, at[0] - 60), at[0])
      const title = plain[at[0]] === '(' ? (/\p{Lu}[\p{L} ]{0,50}$/u.exec(before)?.[0] ?? '') : ''
      return [{ country, at: [at[0] - title.length, at[1]] as [number, number] }]
    })
    if (!found) return []
    return [
      {
        weight: 'warning',
        says:
          `It seems to be a record of ${found.country} (“${tidy(plain.slice(...found.at)).slice(0, 80)}”), not `
          + 'England: it was read, but is not judged by English law.',
        at: [found.at],
      },
    ]
  },
  examples: [
    {
      given: 'a council that names no other country’s law',
      facts: aReading('Decision of Cabinet under the Care Act 2014'),
      met: true,
    },
    {
      given: 'a report made under the Local Government (Scotland) Act',
      facts: aReading('Made under the Local Government (Scotland) Act 1973'),
      met: false,
    },
  ],
})

const countries = [
  {
    country: 'Scotland',
    words: /\(Scotland\) Act \d{4}|\bScottish Ministers\b|\bIntegration Joint Board\b|\bComhairle\b/u,
  },
  { country: 'Wales', words: /\(Wales\) (?:Act|Measure) \d{4}|\bCyngor (?:Sir|Dinas|Bwrdeistref)\b|\bSenedd\b/u },
  { country: 'Northern Ireland', words: /\(Northern Ireland\) (?:Act|Order) \d{4}/u },
  { country: 'the United States', words: /\bWHEREAS\b[\s\S]{1,2000}\bBE IT (?:FURTHER )?RESOLVED\b/u },
] as const
