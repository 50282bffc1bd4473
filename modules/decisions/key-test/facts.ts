import type { Pence } from '#platform/money.ts'
import type { Value } from '../decision.ts'
import type { MakerKind } from '../record-facts.ts'
import type { KeyTest } from './key-test.ts'

/** What the rules of the key-decision test look at: the answers, the record's own value, and what the council has settled. */
export type KeyFacts = {
  executive: boolean
  makerKind: MakerKind | null
  value: Value | null
  perYear: Pence | null
  saving: Pence | null
  savingPerYear: Pence | null
  wards: number | null
  effectSignificant: boolean | null
  local: boolean | null
  isKey: boolean | null
  reasoning: string | null
  /** The council's figure on the day; null where it has settled none. */
  threshold: { pence: Pence; basis: 'whole-life' | 'financial-year' } | null
  /** From how many wards on; the statute's two unless the council is stricter. */
  wardsNeeded: number
  localLimb: string | null
}

/** A key decision of £960,000 for two wards, for the examples of the rules. */
export const aKeyTest = (but: Partial<KeyFacts> = {}): KeyFacts => ({
  executive: true,
  makerKind: 'member',
  value: { kind: 'stated', pence: 960_000_00n },
  perYear: 240_000_00n,
  saving: null,
  savingPerYear: null,
  wards: 2,
  effectSignificant: true,
  local: null,
  isKey: true,
  reasoning: null,
  threshold: { pence: 500_000_00n, basis: 'whole-life' },
  wardsNeeded: 2,
  localLimb: null,
  ...but,
})

/** The answers of a test with what the record and the council say; a test that nobody has worked has no answers. */
export const keyFactsOf = (
  record: Pick<KeyFacts, 'value' | 'isKey' | 'makerKind'> & { keyReasoning: string | null },
  test: KeyTest | null,
  executive: boolean,
  council: Pick<KeyFacts, 'threshold' | 'wardsNeeded' | 'localLimb'>,
): KeyFacts => ({
  executive,
  makerKind: record.makerKind,
  value: record.value,
  isKey: record.isKey,
  reasoning: record.keyReasoning,
  ...council,
  perYear: test?.perYear ?? null,
  saving: test?.saving ?? null,
  savingPerYear: test?.savingPerYear ?? null,
  wards: test?.wards ?? null,
  effectSignificant: test?.effectSignificant ?? null,
  local: test?.local ?? null,
})
