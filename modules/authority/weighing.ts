import type { Pence } from '#platform/money.ts'
import type { Ceiling, Evidence, Mandate } from './mandate.ts'
import type { Power } from './powers.ts'

/** What somebody wants to do, and when. */
export type Attempt = {
  post: string
  postTitle: string
  power: Power
  subject: string
  value: Pence
  day: Temporal.PlainDate
  evidence: Evidence[]
}

/** A mandate with all that bears on it on the attempt's day: the facts that the rules of authority look at. */
export type Weighing = {
  attempt: Attempt
  mandate: Mandate
  /** Who held the post that day; empty when nobody did. */
  holders: string[]
  /** The ceiling stated for the mandate on the day, or null when it states none. */
  ceiling: Ceiling | null
  /** The post's own limit in the scheme of delegation, which stands in where the mandate states none. */
  ownLimit: { ceiling: Ceiling; entry: string } | null
  /** What was exercised in the financial year of the attempt's day. */
  usedThisYear: Pence
  holds: { kind: 'call-in' | 'statutory'; because: string; from: Temporal.PlainDate; until: Temporal.PlainDate | null }[]
  /** Reports promised after earlier acts that were due before the attempt's day and are not given. */
  overdue: { act: string; words: string; due: Temporal.PlainDate }[]
}

/** The ceiling that counts: the mandate's own, else the post's own limit, else nothing at all. Silence is not permission. */
export function effectiveCeiling({ ceiling, ownLimit }: Pick<Weighing, 'ceiling' | 'ownLimit'>): Ceiling {
  return ceiling ?? ownLimit?.ceiling ?? { basis: 'whole-life', pence: 0n }
}

/**
 * What is left under a mandate for an act on the day, in pence; null when there is no limit. What was passed on to others is
 * no longer there to use, whether or not they have used it.
 */
export function leftUnder(weighing: Pick<Weighing, 'ceiling' | 'ownLimit' | 'mandate' | 'usedThisYear'>): Pence | null {
  const ceiling = effectiveCeiling(weighing)
  const { exercisedPence, passedOnPence } = weighing.mandate
  switch (ceiling.basis) {
    case 'no-limit': return null
    case 'each-act': return ceiling.pence
    case 'whole-life': return atLeastZero(ceiling.pence - passedOnPence - exercisedPence)
    case 'financial-year': return atLeastZero(ceiling.pence - passedOnPence - weighing.usedThisYear)
  }
}

const atLeastZero = (pence: Pence) => pence < 0n ? 0n : pence
