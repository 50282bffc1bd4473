import { principle } from '#platform/law.ts'
import { plainDay } from '#platform/days.ts'
import { aReading } from './evidence/a-reading.ts'
import { clausesNamed, givesAuthority } from './evidence/clauses.ts'
import { aDay, readDay } from './evidence/days-in-text.ts'
import { aNumber, listed, numberOf, tidy } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'
import type { Reading } from '../reading.ts'

/** How long a contract lasts is approved, not only noted in passing. */
export const termApproved = readingRule({
  id: 'term-approved',
  title: 'The length of a contract is approved, not only noted',
  source: principle('Noting is not deciding'),
  from: '2000-01-01',
  kept: 'A clause that decides states the term.',
  find: (reading) => {
    const idle = reading.clauses.filter(
      ({ verb, text }) => (verb === 'note' || verb === 'consider') && termOf(text) !== null,
    )
    const deciding = reading.clauses.filter((clause) => givesAuthority(clause) && termOf(clause.text) !== null)
    const [noted] = idle
    if (!noted) return deciding.length > 0 ? [] : null
    if (deciding.length > 0 || !reading.clauses.some(givesAuthority)) return []
    const term = termOf(noted.text) ?? ''
    return [
      {
        weight: 'note',
        says: `The term (${term}) is only noted, in ${clausesNamed([noted]).toLowerCase()}; no clause approves it.`,
        working: ends(term, reading),
        at: [noted.at],
      },
    ]
  },
  examples: [
    {
      given: 'a framework approved, its 2+1+1 years only noted',
      facts: aReading('(a) approve the framework (b) note the contracts (2+1+1 years)', {
        clauses: [
          { label: 'a', text: 'approve the framework', verb: 'approve' },
          { label: 'b', text: 'note the contracts (2+1+1 years)', verb: 'note' },
        ],
      }),
      met: false,
    },
    {
      given: 'a framework approved for 2+1+1 years',
      facts: aReading('(a) approve the framework for 2+1+1 years', {
        clauses: [{ label: 'a', text: 'approve the framework for 2+1+1 years', verb: 'approve' }],
      }),
      met: true,
    },
  ],
})

/** "2+1+1 years", or a term of so many years or months: null when the clause names no contract's length. */
function termOf(text: string): string | null {
  const ladder = new RegExp(String.raw`\b${aNumber}(?:\s*\+\s*${aNumber}){1,6}\s*years?\b`, 'iu').exec(text)
  if (ladder) return tidy(ladder[0])
  const plain = new RegExp(
    String.raw`\b(?:term|period|length|contract\w*|extension|extended) (?:of|for|`
      + String.raw`by) (?:up to )?(?<term>${aNumber} (?:years?|months))\b`,
    'iu',
  ).exec(text)
  return plain?.groups?.['term'] ?? null
}

/** Where the start is printed too: the days on which each step of the ladder would end. */
function ends(term: string, reading: Reading): string[] {
  const start = reading.clauses
    .map(
      ({ text }) => new RegExp(String.raw`\bcommenc\w+ (?:from|on) (?<day>${aDay})`, 'iu').exec(text)?.groups?.['day'],
    )
    .map((words) => (words === undefined ? null : readDay(words)))
    .find((one) => one !== null)
  if (!start || !term.includes('+')) return []
  let end = start
  const days = term
    .replace(/years?/iu, '')
    .split('+')
    .map((years) => {
      end = end.add({ years: numberOf(years) ?? 0 })
      return plainDay(end.subtract({ days: 1 }))
    })
  return [`From ${plainDay(start)}, ${term} would end on ${listed(days)} in turn.`]
}
