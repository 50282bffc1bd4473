import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { pattern, placeOf, plainText, tidy } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'
import { wasDecided } from './evidence/clauses.ts'

/**
 * A page still shows the text of a decision that was withdrawn; another still waits "for determination" though it is
 * made.
 */
export const recordStands = readingRule({
  id: 'record-stands',
  title: 'The status printed is that of a decision that stands',
  source: principle('A record that was withdrawn gives no authority'),
  from: '2000-01-01',
  kept: 'The status printed is that of a decision that stands.',
  find: (reading) => {
    const { status } = reading
    const marked = placeOf(plainText(reading), mark)
    if (!status && !marked) return null
    if (status && gone.test(status.value)) {
      return [
        {
          weight: 'warning',
          says: `The record is marked “${tidy(status.value)}”: its text is shown, but may give no authority.`,
          at: [status.at],
        },
      ]
    }
    if (marked) {
      return [
        {
          weight: 'warning',
          says: `The text is marked “${tidy(plainText(reading).slice(...marked))}”: it may give no authority.`,
          at: [marked],
        },
      ]
    }
    if (
      status
      && waiting.test(status.value)
      && wasDecided(reading)
      && reading.decidedOn
      && reading.clauses.length > 0
    ) {
      return [
        {
          weight: 'note',
          says:
            `The status is “${tidy(status.value)}”, though the record shows a decision made: the status may be `
            + 'stale.',
          at: [status.at, reading.decidedOn.at],
        },
      ]
    }
    if (status && suspended.test(status.value)) {
      return [
        {
          weight: 'warning',
          says: `The status is “${tidy(status.value)}”: what was called in is suspended until it is released.`,
          at: [status.at],
        },
      ]
    }
    return []
  },
  examples: [
    {
      given: 'Recommendations Approved',
      facts: aReading('Status: Recommendations Approved', { status: 'Recommendations Approved' }),
      met: true,
    },
    { given: 'Deleted', facts: aReading('Status: Deleted', { status: 'Deleted' }), met: false },
    {
      given: 'For Determination, over a decision made',
      facts: aReading('Status: For Determination. 4 August 2022: approve the plan', {
        status: 'For Determination',
        decidedOn: ['4 August 2022', '2022-08-04'],
        clauses: [{ text: 'approve the plan', verb: 'approve' }],
      }),
      met: false,
    },
  ],
})

// A line that says so of the record itself, not of a policy or a service that the decision withdraws.
const mark = pattern(
  'mu',
  String.raw`^[ \t*([]*(?:WITHDRAWN|DELETED|RESCINDED|Withdrawn|Deleted|Rescinded)\b(?:[ \t*)\].]*$| - [^\n]{0,120})|`,
  String.raw`\b[Tt]his (?:decision|record|item|page|report|notice)\b[^.\n]{0,60}\b(?:has been|was|is) (?:WITHDRAWN|`,
  String.raw`DELETED|RESCINDED|withdrawn|deleted|rescinded)\b`,
)
const gone = /\b(?:withdrawn|deleted|abandoned|rescinded|revoked|quashed|superseded|void)\b/iu
const waiting = /\b(?:for determination|for decision|draft|pending|awaiting)\b/iu
const suspended = /\bcalled[- ]in\b(?!.*\b(?:not agreed|released|completed)\b)/iu
