import type { Pence } from '#platform/money.ts'
import type { Ceiling, Condition, Power } from '#authority'

/** How a record stands, as it is kept. From `published` on, the day decides the rest: see `standingOn`. */
export type State = 'draft' | 'proposed' | 'refused' | 'withdrawn' | 'decided' | 'published' | 'superseded'

/** How a decision stands on a day, as people speak of it. */
export type Standing = Exclude<State, 'published'> | 'published' | 'call-in open' | 'called in' | 'effective'

/** The moves that a record may make, and no others. */
export const moves: Record<State, readonly State[]> = {
  draft: ['proposed', 'withdrawn'],
  proposed: ['draft', 'decided', 'refused', 'withdrawn'],
  refused: [],
  withdrawn: [],
  decided: ['published'],
  published: ['superseded'],
  superseded: [],
}

export const verbs = [
  'approve',
  'authorise',
  'delegate',
  'agree',
  'note',
  'consider',
  'recommend',
  'refuse',
  'defer',
  'other',
] as const
export type Verb = (typeof verbs)[number]

/** Verbs that decide something. To note or to consider is no authority for anything. */
export const operative: readonly Verb[] = ['approve', 'authorise', 'delegate', 'agree']

export type Grant = {
  grant: string
  holder: string
  powers: Power[]
  scope: string
  ceiling: Ceiling | null
  from: Temporal.PlainDate | null
  until: Temporal.PlainDate | null
  mayDelegate: boolean
  conditions: Condition[]
  /** The mandate that it became, once the decision was published. */
  mandate: string | null
}

export type Clause = {
  clause: string
  position: number
  label: string | null
  verb: Verb
  words: string
  grants: Grant[]
}

/** `withheld` is what somebody is told who may not know it; it is never kept. */
export type Value = { kind: 'stated'; pence: Pence } | { kind: 'none' } | { kind: 'not-stated' } | { kind: 'withheld' }

/** The lettered record: what was asked, decided, by whom and why. Null is what nobody has said yet. */
export type Decision = {
  decision: string
  ref: string
  state: State
  version: number
  title: string
  identifiers: string[]
  maker: string | null
  subject: string | null
  isKey: boolean | null
  keyReasoning: string | null
  value: Value | null
  subjectToCallIn: boolean | null
  purpose: string | null
  reasons: string | null
  alternatives: string | null
  conflicts: string | null
  dispensations: string | null
  author: string | null
  wards: string | null
  supersedes: string | null
  reading: string | null
  draftedBy: string
  changedAt: Temporal.Instant
  changedBy: string
  decidedOn: Temporal.PlainDate | null
  decidedBy: string | null
  decidedAct: string | null
  refusedBecause: string | null
  publishedOn: Temporal.PlainDate | null
  effectiveOn: Temporal.PlainDate | null
  callInLastDay: Temporal.PlainDate | null
  supersededBy: string | null
  clauses: Clause[]
}

/** How a published decision stands on a day; before publication, simply its state. */
export function standingOn(
  decision: { state: State; effectiveOn: Temporal.PlainDate | null; calledIn: boolean },
  on: Temporal.PlainDate,
): Standing {
  if (decision.state !== 'published') return decision.state
  if (decision.calledIn) return 'called in'
  return decision.effectiveOn && Temporal.PlainDate.compare(on, decision.effectiveOn) < 0 ? 'call-in open' : 'effective'
}

/** What people write where there is nothing to write: a positive nil, which is not the same as a blank. */
export const nil = {
  alternatives: 'No alternatives were considered.',
  conflicts: 'No conflicts declared.',
  dispensations: 'No dispensations were given.',
} as const
