import { findPost, settingOn } from '#authority'
import type { Decision } from '../decision.ts'
import type { Asked } from '../part.ts'
import { keyFactsOf, type KeyFacts } from './facts.ts'
import { isExecutive, type KeyTest } from './key-test.ts'
import { regimeOf, type RecordingFacts, type Regime } from './rules/recording.ts'
import { keyTestOf } from './store.ts'
import { suggestionOf, type Suggestion } from './suggestion.ts'

/** A decision's test as it stands on a day, against what the council had settled by then. */
export type Weighed = {
  test: KeyTest | null
  facts: KeyFacts
  recording: RecordingFacts
  regime: Regime
  suggestion: Suggestion
  /** Where the council's threshold and its own limb are written; null where it has settled none. */
  thresholdSource: string | null
  ownSource: string | null
}

/** The statute's two wards, where the council has settled nothing of its own. */
export const statutoryWards = 2

export async function weighedOn(
  { tx, council }: Pick<Asked, 'tx' | 'council'>,
  decision: Decision,
  on: Temporal.PlainDate,
): Promise<Weighed> {
  const test = await keyTestOf(tx, council, decision.decision)
  const maker = decision.maker === null ? null : await findPost(tx, council, decision.maker)
  const threshold = await settingOn(tx, council, 'key-decision-threshold', on)
  const own = await settingOn(tx, council, 'key-test', on)
  const recordingThreshold = await settingOn(tx, council, 'recording-threshold', on)
  const executive = isExecutive(test)
  const facts = keyFactsOf({ ...decision, makerKind: maker?.kind ?? null }, test, executive, {
    threshold: threshold?.value ?? null,
    wardsNeeded: own?.value.wards ?? statutoryWards,
    localLimb: own?.value.local ?? null,
  })
  const recording: RecordingFacts = {
    executive,
    makerKind: maker?.kind ?? null,
    authorised: test?.authorised ?? null,
    effects: test?.effects ?? [],
    value: decision.value?.kind === 'stated' ? decision.value.pence : decision.value?.kind === 'none' ? 0n : null,
    threshold: recordingThreshold?.value.pence ?? null,
    reasons: decision.reasons,
    conflicts: decision.conflicts,
  }
  return {
    test,
    facts,
    recording,
    regime: regimeOf(recording),
    suggestion: suggestionOf(facts, on),
    thresholdSource: threshold?.source ?? null,
    ownSource: own?.source ?? null,
  }
}
