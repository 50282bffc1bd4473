import type { Pence } from '#platform/money.ts'
import type { Section } from './hold/statutory-hold.ts'
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

/** What stands in the way for a time. A statutory report says which powers it stops (null for all) and whether consent is possible. */
export type Held = {
  kind: 'call-in' | 'statutory'
  because: string
  from: Temporal.PlainDate
  until: Temporal.PlainDate | null
  report?: {
    ref: string
    section: Section
    powers: Power[] | null
    consent: boolean
    considerBy: Temporal.PlainDate | null
  }
}

/** A mandate with all that bears on it on the attempt's day: the facts that the rules of authority look at. */
export type Weighing = {
  attempt: Attempt
  mandate: Mandate
  /** Who held the post that day, those for the time being with "(acting)"; empty when nobody did. */
  holders: string[]
  /** How many of them have to agree, for a post whose holders act together; null where each acts alone. */
  agreementOf: number | null
  /** For a vacant post: the titles of posts that could do this instead. */
  couldAct: string[]
  /** The attempt's subject and the mandate's scope, as people read them. */
  titles: { subject: string; scope: string }
  /** The ceiling stated for the mandate on the day, or null when it states none. */
  ceiling: Ceiling | null
  /** The post's own limit in the scheme of delegation, which stands in where the mandate states none. */
  ownLimit: { ceiling: Ceiling; entry: string } | null
  /** What was exercised in the financial year of the attempt's day. */
  usedThisYear: Pence
  /** The day from which it has lapsed unused; null where it has not by the attempt's day. */
  lapsedOn: Temporal.PlainDate | null
  holds: Held[]
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
  const { exercisedPence, passedOnPence, recalledPence } = weighing.mandate
  const gone = passedOnPence + recalledPence
  switch (ceiling.basis) {
    case 'no-limit':
      return null
    case 'each-act':
      return atLeastZero(ceiling.pence - recalledPence)
    case 'whole-life':
      return atLeastZero(ceiling.pence - gone - exercisedPence)
    case 'financial-year':
      return atLeastZero(ceiling.pence - gone - weighing.usedThisYear)
  }
}

const atLeastZero = (pence: Pence) => (pence < 0n ? 0n : pence)
