import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { clausesNamed, givesAuthority, wasDecided } from './evidence/clauses.ts'
import { aDay } from './evidence/days-in-text.ts'
import { aNumber, pattern, placeOf, plainText } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/**
 * A framework, a purchasing system or a contract that is approved has an end. A note, and only where no length of time
 * stands anywhere in the record: the term may be in a report.
 */
export const arrangementHasEnd = readingRule({
  id: 'arrangement-has-end',
  title: 'An arrangement that is approved has a term or an end',
  source: principle('A limit that is not stated cannot be kept'),
  from: '2000-01-01',
  kept: 'The record states a length of time or an end.',
  find: (reading) => {
    if (!wasDecided(reading)) return null
    const starting = reading.clauses.filter((clause) => givesAuthority(clause) && arrangement.test(clause.text))
    if (starting.length === 0) return null
    if (placeOf(plainText(reading), length) || starting.some(({ text }) => ending.test(text))) return []
    return [
      {
        weight: 'note',
        says:
          `${clausesNamed(starting)} let${starting.length === 1 ? 's' : ''} an arrangement begin, and no term or `
          + 'end is stated anywhere in the record.',
        at: starting.map(({ at }) => at),
      },
    ]
  },
  examples: [
    {
      given: 'a framework for four years',
      facts: aReading('(a) approve the creation of a framework for four years', {
        clauses: [{ label: 'a', text: 'approve the creation of a framework for four years', verb: 'approve' }],
      }),
      met: true,
    },
    {
      given: 'a purchasing system without an end',
      facts: aReading('(a) approve the creation of a purchasing framework', {
        clauses: [{ label: 'a', text: 'approve the creation of a purchasing framework', verb: 'approve' }],
      }),
      met: false,
    },
  ],
})

const arrangement = pattern(
  'iu',
  String.raw`\b(?:creation|establish\w*|award\w*|procurement|tender\w*|commission\w*|`,
  String.raw`open\w*)\b[^.;]{0,60}\b(?:frameworks?|dynamic (?:purchasing systems?|markets?)|contracts?|services?)\b`,
)
// The unit is looked for first and the number before it: a text has far fewer "years" than numbers.
const length = new RegExp(
  String.raw`(?<=\b${aNumber}[\s-]+)(?:year|month|week)s?\b(?! old)|\b\d\s*\+\s*\d\b|\bannual (?:contract|grant)|`
    + String.raw`\bone[- ]off\b`,
  'iu',
)
const ending = new RegExp(
  String.raw`\b(?:until|to|till|ending|expir\w*|end date)\b[^.;]{0,20}(?:${aDay}|\b20\d\d\b)`,
  'iu',
)
