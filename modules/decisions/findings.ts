import { findPost, settingOn } from '#authority'
import { explain, type Explanation } from '#platform/law.ts'
import type { Decision } from './decision.ts'
import { isExecutive } from './key-test/key-test.ts'
import { keyTestOf } from './key-test/store.ts'
import type { Asked } from './part.ts'
import { gatesOf, looksOf } from './parts.ts'
import { factsOf, type RecordFacts } from './record-facts.ts'
import { neededToDecide } from './rules/record-can-be-decided.ts'
import {
  alternativesAreGiven,
  conflictsAreStated,
  dispensationsAreStated,
  reasonsAreGiven,
} from './rules/statutory-elements.ts'
import { worthASecondLook } from './rules/worth-a-second-look.ts'

/** What stops a record from going on, and what is only put before whoever signs it. */
export type Findings = { gate: Explanation[]; look: Explanation[]; also: OtherFinding[] }

/** A finding of a reader of drafts outside this module (see `findWith`). */
export type OtherFinding = { rule: string; weight: 'error' | 'warning' | 'note'; says: string; working: string | null }

// Intake reads texts and finds what does not add up; it stands above this module and so is handed in from outside.
let readDraft: (decision: Decision, makerTitle: string | null) => OtherFinding[] = () => []

/** Has every draft read by `reader` as well. Called once, where the house is put together. */
export const findWith = (reader: typeof readDraft): void => {
  readDraft = reader
}

/**
 * What the rules say of a record on a day. Reasons and alternatives must stand before it is proposed; conflicts and
 * dispensations are for whoever decides to state, and must stand before it is decided.
 */
export async function findingsOn(
  asked: Asked,
  decision: Decision,
  stage: 'propose' | 'decide',
  on = asked.today,
): Promise<Findings> {
  const { tx, council } = asked
  const maker = decision.maker === null ? null : await findPost(tx, council, decision.maker)
  const threshold = await settingOn(tx, council, 'key-decision-threshold', on)
  const facts: RecordFacts = factsOf(
    decision,
    maker?.kind ?? null,
    threshold?.value ?? null,
    isExecutive(await keyTestOf(tx, council, decision.decision)),
  )
  const elements =
    stage === 'propose'
      ? [reasonsAreGiven, alternativesAreGiven]
      : [reasonsAreGiven, alternativesAreGiven, conflictsAreStated, dispensationsAreStated]
  return {
    gate: [...explain([...neededToDecide, ...elements], facts, on), ...(await gatesOf(asked, decision, stage, on))],
    look: [...explain(worthASecondLook, facts, on), ...(await looksOf(asked, decision, stage, on))],
    also: readDraft(decision, maker?.title ?? null),
  }
}

/** The sentences that stand in the way; none when the record can go on. */
export const standingInTheWay = (said: readonly Explanation[]): string[] =>
  said.flatMap(({ outcome, says }) => (outcome === 'not-met' && says ? [says] : []))
