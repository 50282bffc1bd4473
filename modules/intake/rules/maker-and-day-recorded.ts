import { si } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
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
    if (!first || reading.layout === 'unknown') return null
    const found: Found[] = []
    if (!reading.decisionMaker) found.push({ weight: 'warning', says: 'It has words that decide, but does not say who decided.', at: [first.at] })
    if (!reading.decidedOn) found.push({ weight: 'warning', says: 'It has words that decide, but no day of decision.', at: [first.at] })
    return found
  },
  examples: [
    {
      given: 'a decision of Cabinet on 21 July 2021',
      facts: aReading('Cabinet, 21/07/2021: approve the plan', {
        decisionMaker: 'Cabinet', decidedOn: ['21/07/2021', '2021-07-21'], clauses: [{ text: 'approve the plan', verb: 'approve' }],
      }),
      met: true,
    },
    {
      given: 'a decision of Cabinet on no day',
      facts: aReading('Cabinet: approve the plan', { decisionMaker: 'Cabinet', clauses: [{ text: 'approve the plan', verb: 'approve' }] }),
      met: false,
    },
  ],
})
