import { randomUUID } from 'node:crypto'
import { done, refused, type Outcome, type Work } from '#platform/use-case.ts'
import type { Ceiling, Condition, Mandate } from './mandate.ts'
import type { Power } from './powers.ts'
import { endUnlessHeld, mendEnds, replacing } from './ends/conditional-end.ts'
import {
  endMandate,
  findPost,
  holdClause,
  insertMandate,
  mandatesOfDecision,
  nextRef,
  releaseHold,
  type NewMandate,
} from './store.ts'

/** What a clause of a decision gives to a post, once the decision takes effect. */
export type ClauseGrant = {
  clause: string
  decisionRef: string
  clauseLabel: string | null
  holder: string
  powers: Power[]
  scope: string
  words: string
  ceiling: Ceiling | null
  from: Temporal.PlainDate
  until: Temporal.PlainDate | null
  mayDelegate: boolean
  conditions: Condition[]
  /** The first day on which it lapses, if nothing was done under it before; where it is left out it does not lapse. */
  lapsesOn?: Temporal.PlainDate | null
}

/** Grants what a clause gives. The caller has checked that the decision was taken, under what authority, and when it takes effect. */
export async function grantFromClause(work: Work, grant: ClauseGrant): Promise<Outcome<{ ref: string }>> {
  const { tx, council } = work
  if (!(await findPost(tx, council, grant.holder))) {
    return refused(
      `Clause (${grant.clauseLabel ?? '–'}) gives power to a post that the council does not have: ${grant.holder}.`,
      [],
      'Name a post of the constitution.',
    )
  }
  const ref = await nextRef(tx, council, 'M', work.today)
  const mandate: NewMandate = {
    ...grant,
    mandate: randomUUID(),
    ref,
    source: 'clause',
    parent: null,
    schemeEntry: null,
    constitutionVersion: null,
    lapsesOn: grant.lapsesOn ?? null,
  }
  await insertMandate(tx, council, mandate, work.now)
  work.seal('mandate', ref, sealedMandate(mandate))
  return done({ ref })
}

/** What the journal binds of a mandate: the grant as made. Use, suspension and end are events of their own. */
export const sealedMandate = (
  m: Omit<Mandate, 'exercisedPence' | 'passedOnPence' | 'recalledPence' | 'endedBecause'>,
) => ({
  ref: m.ref,
  source: m.source,
  holder: m.holder,
  powers: m.powers,
  scope: m.scope,
  words: m.words,
  clause: m.clause,
  decision: m.decisionRef,
  label: m.clauseLabel,
  entry: m.schemeEntry,
  from: m.from,
  mayDelegate: m.mayDelegate,
  conditions: m.conditions,
  ...(m.lapsesOn ? { lapsesOn: m.lapsesOn } : {}),
})

/** Suspends all that hangs on a clause, sub-delegations included, from today. Returns the hold, with which it is released again. */
export async function suspendClause(
  work: Work,
  clause: string,
  kind: 'call-in' | 'statutory',
  because: string,
): Promise<{ hold: string; mandates: number }> {
  const hold = randomUUID()
  const mandates = await holdClause(work.tx, work.actor.council, clause, { hold, kind, because, from: work.today })
  await mendEnds(work.tx, work.actor.council, work.today)
  return { hold, mandates }
}

/** Releases a hold: from today the mandates stand as they did, no wider and no narrower. */
export async function releaseClause(work: Work, hold: string): Promise<void> {
  await releaseHold(work.tx, work.actor.council, hold, work.today)
  await mendEnds(work.tx, work.actor.council, work.today)
}

/**
 * Ends, from a day on, everything that a decision granted and all that was passed on from it. With `newer`, a decision that takes
 * its place and whose grants are made already: a mandate whose place is taken by a clause that is suspended on that day (called in,
 * or under a statutory hold) stands until the clause is released, so that nobody is left without.
 */
export async function endDecision(
  work: Work,
  decisionRef: string,
  on: Temporal.PlainDate,
  because: string,
  newer: string | null = null,
): Promise<string[]> {
  const { tx, council } = work
  const ended = await mandatesOfDecision(tx, council, decisionRef)
  for (const mandate of ended) {
    const clauses = newer === null ? [] : await replacing(tx, council, newer, mandate)
    if (clauses.length) await endUnlessHeld(tx, council, mandate.mandate, on, because, clauses)
    else await endMandate(tx, council, mandate.mandate, on, because)
  }
  if (newer !== null) await mendEnds(tx, council, work.today)
  return ended.map(({ ref }) => ref)
}
