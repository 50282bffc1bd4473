import { si } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { pattern, plainText, tidy } from './evidence/plain-text.ts'
import { askedBy, missing } from './evidence/record-regime.ts'
import { readingRule } from './evidence/reading-rule.ts'

/** The record gives reasons. "To consider proposals" says what the meeting was for, not why it decided as it did. */
export const reasonsRecorded = readingRule({
  id: 'reasons-recorded',
  title: 'The record gives the reasons for the decision',
  source: [si('2012/2089', 'regs 12(2) and 13')],
  from: '2012-09-10',
  kept: 'The record gives reasons.',
  find: (reading) => {
    const asked = askedBy(reading)
    if (!asked) return null
    if (!reading.reasons) {
      // A box for "the decision [with reasons]" holds both, and cannot be told apart.
      if (/\bwith reasons\b/iu.test(plainText(reading))) return null
      return missing(
        reading,
        { name: 'reasons', nil: null, touched: /\breasons? for (?:the )?(?:decision|recommendations?)\b/iu },
        asked,
      )
    }
    const { value, at } = reading.reasons
    if (!purpose.test(value)) return []
    return [
      {
        weight: 'note',
        says:
          `What stands as reasons (“${tidy(value).slice(0, 60)}${value.length > 60 ? '…' : ''}”) is a purpose: it `
          + 'says what was before the maker, not why it was decided.',
        at: [at],
      },
    ]
  },
  examples: [
    {
      given: 'a cabinet decision with a reason',
      facts: aReading('Cabinet decided to approve, because the current contract ends', {
        decisionMaker: 'Cabinet',
        makerKind: 'cabinet',
        reasons: 'because the current contract ends',
        clauses: [{ text: 'approve', verb: 'approve' }],
      }),
      met: true,
    },
    {
      given: 'a cabinet decision with a purpose in the place of a reason',
      facts: aReading('Cabinet decided to approve. Reasons: To consider proposals for a contract', {
        decisionMaker: 'Cabinet',
        makerKind: 'cabinet',
        reasons: 'To consider proposals for a contract',
        clauses: [{ text: 'approve', verb: 'approve' }],
      }),
      met: false,
    },
  ],
})

const purpose = pattern(
  'iu',
  String.raw`^[\s\-–:]*to (?:consider|receive|seek|inform|note|report|update|request|present)\b(?![^]*\b(?:because|`,
  String.raw`in order|so that|as the|due to)\b)`,
)
