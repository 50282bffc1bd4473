import { daysBetween, longDay } from '#platform/days.ts'
import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { clausesNamed, givesAuthority } from './evidence/clauses.ts'
import { aDay, dayIn, lapse, readDay } from './evidence/days-in-text.ts'
import { matchesOf, pattern, plainText, tidy } from './evidence/plain-text.ts'
import { readingRule, type Found } from './evidence/reading-rule.ts'
import type { Reading } from '../reading.ts'

/**
 * What a decision authorises starts when the decision has taken effect, not before. Looks only at the days on which a
 * clause itself lets a contract, an extension or a grant begin; what the background tells of older contracts is no
 * matter.
 */
export const authorityBeforeAct = readingRule({
  id: 'authority-before-act',
  title: 'What is authorised starts after the decision takes effect',
  source: principle('No act without authority in effect'),
  from: '2000-01-01',
  kept: 'What is authorised starts after the decision takes effect.',
  find: (reading) => {
    const decided = dayIn(reading.decidedOn)
    const effective = dayIn(reading.effectiveFrom) ?? decided
    if (!effective) return null
    const starts = startsIn(reading)
    const words = ratifyingIn(reading)
    if (starts.length === 0 && words.length === 0) return null
    const early = starts.filter(({ day }) => daysBetween(day, effective.day) > 0)
    const kind = reading.effectiveFrom ? 'took effect' : 'was made'
    return [
      ...early.map(({ day, name, at }): Found => ({
        weight: 'warning',
        says:
          `${name} lets something start on ${longDay(day)}, ${lapse(day, effective.day)} before the decision `
          + `${kind} on ${longDay(effective.day)}.`,
        working: [
          `From ${longDay(day)} to ${longDay(effective.day)}: ${lapse(day, effective.day)} without this `
            + 'authority.',
        ],
        at: [at, effective.at],
      })),
      ...(early.length > 0 ? [] : words),
    ]
  },
  examples: [
    {
      given: 'a contract from 1 October under a decision in effect on 13 August',
      facts: aReading('Effective from 13/08/2022. (a) approve the award of a contract from 1 October 2022', {
        effectiveFrom: ['13/08/2022', '2022-08-13'],
        clauses: [{ label: 'a', text: 'approve the award of a contract from 1 October 2022', verb: 'approve' }],
      }),
      met: true,
    },
    {
      given: 'contracts from 1 October 2024 under a decision in effect on 21 January 2025',
      facts: aReading('Effective from 21/01/2025. (a) approve the award of contracts from 1 October 2024', {
        effectiveFrom: ['21/01/2025', '2025-01-21'],
        clauses: [{ label: 'a', text: 'approve the award of contracts from 1 October 2024', verb: 'approve' }],
      }),
      met: false,
    },
  ],
})

const begins = new RegExp(
  String.raw`\b(?:commenc\w+|start\w*|begin\w*|with effect|backdated|effective)`
    + String.raw`(?: (?:on|from|to|date of))*(?: the)? (?<day>${aDay})`
    + String.raw`|\b(?:from|for the period(?: of)?(?: from)?) (?:the )?(?<plain>${aDay})`,
  'giu',
)
const acts =
  /\b(?:contracts?|award\w*|exten(?:d|sion)\w*|grant\w*|framework|agreement|uplift\w*|fees?|rates?|service)\b/iu
const past = pattern(
  'iu',
  String.raw`\b(?:expir\w+|ended|ceased|existing|previous|report (?:for|of)|approved on|agreed on|dated|`,
  String.raw`meeting (?:on|of))\b[^.;]{0,40}$`,
)
const ratifies = /\b(?:ratif(?:y|ies|ied)|retrospective(?:ly)?(?: approval)?|regularise)\b/iu

function startsIn(reading: Reading): { day: Temporal.PlainDate; name: string; at: [number, number] }[] {
  const plain = plainText(reading)
  return reading.clauses
    .filter((clause) => givesAuthority(clause) && acts.test(clause.text))
    .flatMap((clause) =>
      matchesOf(plain.slice(...clause.at), begins).flatMap(({ groups, at }) => {
        const day = readDay(groups['day'] ?? groups['plain'] ?? '')
        const before = plain.slice(clause.at[0], clause.at[0] + at[0])
        if (!day || past.test(before)) return []
        return [
          { day, name: clausesNamed([clause]), at: [clause.at[0] + at[0], clause.at[0] + at[1]] as [number, number] },
        ]
      }),
    )
}

/** Words that say themselves that the act came first. */
function ratifyingIn(reading: Reading): Found[] {
  return reading.clauses
    .filter(({ text }) => ratifies.test(text))
    .map((clause): Found => ({
      weight: 'warning',
      says:
        `${clausesNamed([clause])} approves after the event (“${tidy(ratifies.exec(clause.text)?.[0] ?? '')}”): `
        + 'the act came before its authority.',
      at: [clause.at],
    }))
}
