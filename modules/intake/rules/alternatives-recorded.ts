import { si } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { askedBy, missing } from './evidence/record-regime.ts'
import { readingRule } from './evidence/reading-rule.ts'

/** The record tells which alternatives were considered and rejected, or that there were none. */
export const alternativesRecorded = readingRule({
  id: 'alternatives-recorded',
  title: 'The record gives the alternatives considered and rejected',
  source: [si('2012/2089', 'regs 12(2) and 13')],
  from: '2012-09-10',
  kept: 'The record speaks of alternatives.',
  find: (reading) => {
    const asked = askedBy(reading)
    if (!asked) return null
    return reading.alternatives
      ? []
      : missing(
          reading,
          {
            name: 'alternatives considered',
            nil: 'No alternatives: …',
            touched: /\balternatives?\b|\boptions? (?:considered|appraisal|rejected|discarded)|\bother options\b/iu,
          },
          asked,
        )
  },
  examples: [
    {
      given: 'a cabinet decision with an alternative',
      facts: aReading('Cabinet decided to approve. Doing nothing was rejected', {
        makerKind: 'cabinet',
        alternatives: 'Doing nothing was rejected',
        clauses: [{ text: 'approve', verb: 'approve' }],
      }),
      met: true,
    },
    {
      given: 'a cabinet decision without any',
      facts: aReading('Cabinet decided to approve', {
        makerKind: 'cabinet',
        clauses: [{ text: 'approve', verb: 'approve' }],
      }),
      met: false,
    },
  ],
})
