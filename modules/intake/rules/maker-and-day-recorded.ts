import { si } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { wasDecided } from './evidence/clauses.ts'
import { daysIn } from './evidence/days-in-text.ts'
import { pattern, plainText } from './evidence/plain-text.ts'
import { readingRule, type Found } from './evidence/reading-rule.ts'

/** A record of words that decide says who decided them and on which day. */
export const makerAndDayRecorded = readingRule({
  id: 'maker-and-day-recorded',
  title: 'The record says who decided and on which day',
  source: [si('2012/2089', 'regs 12(2) and 13')],
  from: '2012-09-10',
  kept: 'The record says who decided and when.',
  find: (reading) => {
    const [first] = reading.clauses
    if (!first || !wasDecided(reading)) return null
    const plain = plainText(reading)
    const found: Found[] = []
    // A day or a body that stands anywhere in the text may be the one that was not told apart.
    if (!reading.decisionMaker && !anyMaker.test(plain)) {
      found.push({ weight: 'warning', says: 'It has words that decide, but does not say who decided.', at: [first.at] })
    }
    const others = daysIn(plain).filter(
      ({ at }) => at[0] !== reading.publishedOn?.at[0] && at[0] !== reading.effectiveFrom?.at[0],
    )
    if (!reading.decidedOn && others.length === 0) {
      found.push({ weight: 'warning', says: 'It has words that decide, but no day of decision.', at: [first.at] })
    }
    return found
  },
  examples: [
    {
      given: 'a decision of Cabinet on 21 July 2021',
      facts: aReading('Cabinet, 21/07/2021: approve the plan', {
        decisionMaker: 'Cabinet',
        decidedOn: ['21/07/2021', '2021-07-21'],
        clauses: [{ text: 'approve the plan', verb: 'approve' }],
      }),
      met: true,
    },
    {
      given: 'a decision of Cabinet on no day',
      facts: aReading('Cabinet: approve the plan', {
        decisionMaker: 'Cabinet',
        clauses: [{ text: 'approve the plan', verb: 'approve' }],
      }),
      met: false,
    },
  ],
})

const anyMaker = pattern(
  'iu',
  String.raw`\b(?:decision[- ]?makers?|(?:taken|made|decided) by|cabinet|executive|committee|councillor|director|`,
  String.raw`officer|mayor|leader|resolved|board)\b`,
)
