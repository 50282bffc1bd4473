import { si } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { askedBy, missing } from './evidence/record-regime.ts'
import { readingRule } from './evidence/reading-rule.ts'

/** The record tells of conflicts of interest declared, or that none were. */
export const conflictsRecorded = readingRule({
  id: 'conflicts-recorded',
  title: 'The record gives the conflicts of interest declared, or says that none were',
  source: [si('2012/2089', 'regs 12(2) and 13')],
  from: '2012-09-10',
  kept: 'The record speaks of conflicts of interest.',
  find: (reading) => {
    const asked = askedBy(reading)
    if (!asked) return null
    return reading.conflicts
      ? []
      : missing(
          reading,
          {
            name: 'conflicts of interest',
            nil: 'No conflicts declared',
            touched: /\bconflicts? of interests?\b|\bdeclarations?\b|\binterests? declared\b/iu,
          },
          asked,
        )
  },
  examples: [
    {
      given: 'a cabinet decision that says None',
      facts: aReading('Cabinet decided to approve. Conflicts: None', {
        makerKind: 'cabinet',
        conflicts: 'None',
        clauses: [{ text: 'approve', verb: 'approve' }],
      }),
      met: true,
    },
    {
      given: 'a cabinet decision that says nothing of them',
      facts: aReading('Cabinet decided to approve', {
        makerKind: 'cabinet',
        clauses: [{ text: 'approve', verb: 'approve' }],
      }),
      met: false,
    },
  ],
})
