import { randomUUID } from 'node:crypto'
import { done, refused, type Outcome, type Work } from '#platform/use-case.ts'
import type { Ceiling, Condition, Mandate } from './mandate.ts'
import type { Power } from './powers.ts'
import { endMandate, findPost, holdClause, insertMandate, mandatesOfDecision, nextRef, releaseHold, type NewMandate } from './store.ts'

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
}

/** Grants what a clause gives. The caller has checked that the decision was taken, under what authority, and when it takes effect. */
export async function grantFromClause(work: Work, grant: ClauseGrant): Promise<Outcome<{ ref: string }>> {
  const { tx, actor: { council } } = work
  if (!await findPost(tx, council, grant.holder)) {
    return refused(`Clause (${grant.clauseLabel ?? '–'}) gives power to a post that the council does not have: ${grant.holder}.`, [], 'Name a post of the constitution.')
  }
  const ref = await nextRef(tx, council, 'M', work.today)
  const mandate: NewMandate = { ...grant, mandate: randomUUID(), ref, source: 'clause', parent: null, schemeEntry: null, constitutionVersion: null }
  await insertMandate(tx, council, mandate, work.now)
  work.seal('mandate', ref, sealedMandate(mandate))
  return done({ ref })
}

/** What the journal binds of a mandate: the grant as made. Use, suspension and end are events of their own. */
export const sealedMandate = (m: Omit<Mandate, 'exercisedPence' | 'passedOnPence' | 'endedBecause'>) => ({
  ref: m.ref, source: m.source, holder: m.holder, powers: m.powers, scope: m.scope, words: m.words, clause: m.clause,
  decision: m.decisionRef, label: m.clauseLabel, entry: m.schemeEntry, from: m.from, mayDelegate: m.mayDelegate, conditions: m.conditions,
})

/** Suspends all that hangs on a clause, sub-delegations included, from today. Returns the hold, with which it is released again. */
export async function suspendClause(work: Work, clause: string, kind: 'call-in' | 'statutory', because: string): Promise<{ hold: string; mandates: number }> {
  const hold = randomUUID()
  const mandates = await holdClause(work.tx, work.actor.council, clause, { hold, kind, because, from: work.today })
  return { hold, mandates }
}

/** Releases a hold: from today the mandates stand as they did, no wider and no narrower. */
export const releaseClause = async (work: Work, hold: string): Promise<void> =>
  void await releaseHold(work.tx, work.actor.council, hold, work.today)

/** Ends, from a day on, everything that a decision granted and all that was passed on from it. */
export async function endDecision(work: Work, decisionRef: string, on: Temporal.PlainDate, because: string): Promise<string[]> {
  const ended = await mandatesOfDecision(work.tx, work.actor.council, decisionRef)
  for (const { mandate } of ended) await endMandate(work.tx, work.actor.council, mandate, on, because)
  return ended.map(({ ref }) => ref)
}
