import type { Ceiling, Condition } from '#authority'
import type { Decision, Value, Verb } from './decision.ts'

export type MakerKind = 'cabinet' | 'member' | 'officer' | 'committee' | 'council'

/** What the rules of the record look at: what is filled in, who decides, and what each clause would give. */
export type RecordFacts = {
  title: string
  maker: string | null
  makerKind: MakerKind | null
  /** The function is the executive’s, so that SI 2012/2089 asks for the record. */
  executive: boolean
  subject: string | null
  value: Value | null
  isKey: boolean | null
  subjectToCallIn: boolean | null
  reasons: string | null
  alternatives: string | null
  conflicts: string | null
  dispensations: string | null
  clauses: {
    label: string | null
    verb: Verb
    grants: {
      holder: string
      ceiling: Ceiling | null
      powers: readonly string[]
      scope: string
      conditions: readonly Condition[]
    }[]
  }[]
  /** The council's figure on the day, or null where it has settled none. */
  keyThreshold: { pence: bigint; basis: 'whole-life' | 'financial-year' } | null
}

export const factsOf = (
  decision: Decision,
  makerKind: MakerKind | null,
  keyThreshold: RecordFacts['keyThreshold'],
  executive = true,
): RecordFacts => ({ ...decision, makerKind, keyThreshold, executive })

/** A cabinet decision with everything in its place, for the rules' examples. */
export function aRecord(but: Partial<RecordFacts> = {}): RecordFacts {
  return {
    title: 'Care at home from 2025',
    maker: 'cabinet',
    makerKind: 'cabinet',
    executive: true,
    subject: 'adults/care-at-home',
    value: { kind: 'stated', pence: 5_000_000_00n },
    isKey: true,
    subjectToCallIn: true,
    reasons: 'The present contracts end.',
    alternatives: 'No alternatives were considered.',
    conflicts: 'No conflicts declared.',
    dispensations: 'No dispensations were given.',
    clauses: [
      {
        label: 'a',
        verb: 'delegate',
        grants: [
          {
            holder: 'director-adults',
            ceiling: { basis: 'whole-life', pence: 5_000_000_00n },
            powers: ['award'],
            scope: 'adults/care-at-home',
            conditions: [],
          },
        ],
      },
    ],
    keyThreshold: { pence: 500_000_00n, basis: 'whole-life' },
    ...but,
  }
}
