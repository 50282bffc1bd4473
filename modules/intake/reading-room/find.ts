import type { Reading, ReadingFinding } from '../reading.ts'
import { findingsFor } from '../rules/index.ts'

/** What is found in a reading; of a text in which nothing was recognised, that this is so. */
export const find = (reading: Reading): ReadingFinding[] => [...nothingRecognised(reading), ...findingsFor(reading)]

function nothingRecognised({ clauses, title, decisionMaker, decidedOn, identifiers }: Reading): ReadingFinding[] {
  if (clauses.length > 0 || title !== null || decisionMaker !== null || decidedOn !== null || identifiers.length > 0)
    return []
  return [
    {
      rule: 'reading-nothing',
      weight: 'note',
      working: null,
      at: [],
      says: 'No decision was recognised in this text: no title, nobody who decided, no day and no words that decide. If it records one, say where and correct the reading.',
    },
  ]
}
