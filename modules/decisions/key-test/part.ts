import { explain } from '#platform/law.ts'
import type { Part } from '../part.ts'
import { keyTestGate, notKeyAgainstTheTest } from './rules/answer-follows.ts'
import { officersRecord, officersRecordIsNeeded, regimes } from './rules/recording.ts'
import { becauseOf } from './suggestion.ts'
import { weighedOn } from './weighed.ts'

/** What the public is shown of the test of a decision. */
export type PublicKeyTest = {
  /** Which law asked for the record, in words, and where it is written. */
  regime: string
  source: string
  suggests: 'key' | 'not key' | null
  /** Each limb that could speak, in its own words. */
  limbs: string[]
  because: string[]
  /** It was said not to be key against the test. */
  against: boolean
}

/** The test for a key decision, and which of the two recording regimes a record is under. */
export const keyTestPart: Part = {
  name: 'key-test',
  async gate(asked, decision, stage, on) {
    if (stage === 'publish') return []
    const { facts, recording } = await weighedOn(asked, decision, on)
    return [...explain(keyTestGate, facts, on), ...explain(officersRecord[stage], recording, on)]
  },
  async looks(asked, decision, _, on) {
    const { facts, recording, test } = await weighedOn(asked, decision, on)
    return [
      ...explain([notKeyAgainstTheTest], facts, on),
      ...(test === null ? [] : explain([officersRecordIsNeeded], recording, on)),
    ]
  },
  async moved(work, decision, to) {
    if (to !== 'decided') return
    const { test } = await weighedOn(work, decision, work.today)
    if (test) work.seal('key-test', decision.ref, test)
  },
  async shows(tx, council, decision) {
    if (!decision.decidedOn) return {}
    const { facts, regime, suggestion } = await weighedOn({ tx, council }, decision, decision.decidedOn)
    const { title, source } = regimes[regime]
    const shown: PublicKeyTest = {
      regime: title,
      source: source.words,
      suggests: suggestion.key === null ? null : suggestion.key ? 'key' : 'not key',
      limbs: suggestion.limbs.flatMap(({ says }) => says ?? []),
      because: becauseOf(suggestion),
      against: suggestion.key === true && facts.isKey === false,
    }
    return { keyTest: shown }
  },
}
