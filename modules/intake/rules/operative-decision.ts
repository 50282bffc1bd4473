import { si } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { isRecord } from './evidence/clauses.ts'
import { matchesOf, pattern, placeOf, plainText, tidy } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/**
 * A record of a decision records a decision. Proposals, and permission sought, are what somebody asked for; a signature
 * under them leaves the reader to guess what was granted. Speaks of records that show a day of decision; a request that
 * nobody has decided is what it is.
 */
export const operativeDecision = readingRule({
  id: 'operative-decision',
  title: 'A record of a decision has words that decide',
  source: [si('2012/2089', 'regs 12 and 13')],
  from: '2012-09-10',
  kept: 'The record has words that decide.',
  find: (reading) => {
    const plain = plainText(reading)
    if (reading.clauses.length > 0) return reading.decidedOn ? [] : null
    if (!reading.decidedOn) {
      const request = placeOf(plain, /\bdecision request\b|\brequest(?:s|ing)? that a decision be (?:made|taken)\b/iu)
      return request ? [{ weight: 'note', says: 'It asks for a decision and records none.', at: [request] }] : null
    }
    if (!isRecord(reading)) return null
    const withheld = placeOf(
      plain,
      /\b(?:is|are) (?:exempt from publication|not for publication|confidential|withheld)\b/iu,
    )
    if (withheld) {
      return [
        {
          weight: 'note',
          says: `The decision itself is withheld (“${tidy(plain.slice(...withheld))}”): no clause can be read from it.`,
          at: [withheld],
        },
      ]
    }
    const asks = matchesOf(plain, asking)
    // "Recommendations Approved" as a status tells nothing of where the words stand.
    const elsewhere = matchesOf(plain, otherPaper).filter(({ at }) => at[0] !== reading.status?.at[0])
    const said = [...new Set(asks.map(({ words }) => `“${tidy(words)}”`))].slice(0, 4)
    if (asks.length > 0) {
      return [
        {
          weight: placeOf(plain, decides) ? 'warning' : 'error',
          says:
            `It is dated as decided, but has no operative clause: it proposes or asks (${said.join(', ')}) and `
            + 'nowhere says what was decided.',
          at: [...asks.slice(0, 4).map(({ at }) => at), reading.decidedOn.at],
        },
      ]
    }
    if (elsewhere.length > 0) {
      return [
        {
          weight: 'warning',
          says:
            'It has no operative clause of its own: what was decided stands in another paper '
            + `(“${tidy(elsewhere[0]?.words ?? '')}”).`,
          at: elsewhere.slice(0, 2).map(({ at }) => at),
        },
      ]
    }
    return [
      {
        weight: 'note',
        says: 'It is dated as decided, but no operative clause was found in it.',
        at: [reading.decidedOn.at],
      },
    ]
  },
  examples: [
    {
      given: 'a form that approves',
      facts: aReading('Decision: approve the host organisation. Signed 19 January 2022', {
        decidedOn: ['19 January 2022', '2022-01-19'],
        clauses: [{ text: 'approve the host organisation', verb: 'approve' }],
      }),
      met: true,
    },
    {
      given: 'a signed form that only seeks permission and proposes',
      facts: aReading('Permission sought for a network. We propose to ask the market. Signed 19 January 2022', {
        decidedOn: ['19 January 2022', '2022-01-19'],
      }),
      met: false,
    },
  ],
})

const asking = pattern(
  'giu',
  String.raw`\b(?:permission (?:is )?(?:being )?sought|seek(?:s|ing)? (?:approval|permission|agreement|authority)|`,
  String.raw`approval (?:is )?(?:being )?sought|(?:we|I|it is) proposed?\b|\bpropose (?:to|a|an|that)|request(?:s|`,
  String.raw`ing)? (?:approval|permission|that)|(?:is|are) (?:asked|requested|recommended) to)\b`,
)
const otherPaper = pattern(
  'giu',
  String.raw`\b(?:see|as (?:per|detailed|set out) in|as set out in) (?:the )?(?:attached |confidential |exempt |`,
  String.raw`accompanying )?(?:report|appendix|document|paper|minutes?)\b|\brecommendations? (?:agreed|approved|`,
  String.raw`accepted)\b`,
)

// Words that decide, though they were not read as a clause: then less is certain.
const decides = pattern(
  'u',
  String.raw`\bRESOLVED\b|\bI (?:hereby )?(?:approve|agree|authorise)\b|`,
  String.raw`\b(?:is|are|was|were) (?:hereby )?(?:approved|agreed|authorised|granted)\b`,
)
