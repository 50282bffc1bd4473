import { day } from '#platform/days.ts'
import type { Citation } from '#platform/law.ts'
import type { Reading, ReadingFinding } from '../reading.ts'
import { alternativesRecorded } from './alternatives-recorded.ts'
import { amountAgainstTerm } from './amount-against-term.ts'
import { amountScale } from './amount-scale.ts'
import { arrangementHasEnd } from './arrangement-has-end.ts'
import { attributedRightly } from './attributed-rightly.ts'
import { authorityBeforeAct } from './authority-before-act.ts'
import { boxesFilled } from './boxes-filled.ts'
import { callInExpiry } from './call-in-expiry.ts'
import { clausesGiveAuthority } from './clauses-give-authority.ts'
import { clausesOnce } from './clauses-once.ts'
import { conflictsRecorded } from './conflicts-recorded.ts'
import { consultationLength } from './consultation-length.ts'
import { daysExist } from './days-exist.ts'
import { daysInOrder } from './days-in-order.ts'
import { delegationHasCeiling } from './delegation-has-ceiling.ts'
import { delegationNoWider } from './delegation-no-wider.ts'
import { delegationToAPost } from './delegation-to-a-post.ts'
import { effectiveDay } from './effective-day.ts'
import { englishRecord } from './english-record.ts'
import { ownStretch } from './evidence/own-stretch.ts'
import type { ReadingRule } from './evidence/reading-rule.ts'
import { extensionWithinOption } from './extension-within-option.ts'
import { figuresForOneThing } from './figures-for-one-thing.ts'
import { formFilled } from './form-filled.ts'
import { formToSignature } from './form-to-signature.ts'
import { hoursAPerson } from './hours-a-person.ts'
import { impliedUnitCost } from './implied-unit-cost.ts'
import { keyOrNot } from './key-or-not.ts'
import { makerAndDayRecorded } from './maker-and-day-recorded.ts'
import { operativeDecision } from './operative-decision.ts'
import { procurementRegime } from './procurement-regime.ts'
import { publishedPromptly } from './published-promptly.ts'
import { reasonsRecorded } from './reasons-recorded.ts'
import { recordStands } from './record-stands.ts'
import { revokedInstruments } from './revoked-instruments.ts'
import { savingDated } from './saving-dated.ts'
import { signaturesInOrder } from './signatures-in-order.ts'
import { startDay } from './start-day.ts'
import { sumsAddUp } from './sums-add-up.ts'
import { termApproved } from './term-approved.ts'
import { termPlaced } from './term-placed.ts'
import { weekdayMatchesDate } from './weekday-matches-date.ts'
import { withinPortfolio } from './within-portfolio.ts'

export type { Found, ReadingRule } from './evidence/reading-rule.ts'

/** Every rule a record is read by, in the order a reader would want to hear them. */
export const readingRules: readonly ReadingRule[] = [
  englishRecord,
  recordStands,
  formFilled,
  operativeDecision,
  boxesFilled,
  makerAndDayRecorded,
  sumsAddUp,
  amountScale,
  amountAgainstTerm,
  figuresForOneThing,
  impliedUnitCost,
  hoursAPerson,
  savingDated,
  daysExist,
  weekdayMatchesDate,
  daysInOrder,
  effectiveDay,
  callInExpiry,
  publishedPromptly,
  formToSignature,
  signaturesInOrder,
  authorityBeforeAct,
  revokedInstruments,
  delegationToAPost,
  delegationNoWider,
  delegationHasCeiling,
  clausesGiveAuthority,
  clausesOnce,
  termApproved,
  termPlaced,
  arrangementHasEnd,
  extensionWithinOption,
  keyOrNot,
  procurementRegime,
  attributedRightly,
  withinPortfolio,
  reasonsRecorded,
  alternativesRecorded,
  conflictsRecorded,
  startDay,
  consultationLength,
]

/**
 * What the rules find in a reading, worst first. Rules not in force on the record's day are passed over; a record
 * without any day is read by all of them. A record of another country is not judged by English law, nor by the habits
 * of English councils: only what holds anywhere is said. Pure: the same reading gives the same findings.
 */
export function findingsFor(whole: Reading): ReadingFinding[] {
  const { reading, offset } = ownStretch(whole)
  const stated = reading.decidedOn ?? reading.publishedOn ?? reading.formDate
  const on = stated ? day(stated.value) : null
  const foreign = (englishRecord.find(reading) ?? []).length > 0
  const found = readingRules
    .filter((rule) => (on === null || rule.inForceOn(on)) && !(foreign && rule.sources.some(isEnacted)))
    .flatMap((rule) =>
      (rule.find(reading) ?? []).map(({ weight, says, working, at }): ReadingFinding => ({
        rule: rule.id,
        weight,
        says,
        working: working && working.length > 0 ? working.join('\n') : null,
        at: at.map(([start, end]) => [start + offset, end + offset]),
      })),
    )
  const order = { error: 0, warning: 1, note: 2 }
  return found.toSorted((one, other) => order[one.weight] - order[other.weight])
}

function isEnacted({ kind }: Citation): boolean {
  return kind === 'si' || kind === 'act'
}
