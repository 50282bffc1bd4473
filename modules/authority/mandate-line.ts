import { ceilingWords, sourceWords, type Ceiling } from './mandate.ts'
import type { MandateRow } from './lists-store.ts'
import type { MandateLine, MandateState } from './shapes.ts'
import { leftUnder } from './weighing.ts'

/** How a mandate stands on a day; the day on which it ends is the first it no longer has. */
export function stateOn(mandate: { from: Temporal.PlainDate; until: Temporal.PlainDate | null; suspended: boolean }, day: Temporal.PlainDate): MandateState {
  if (mandate.until && Temporal.PlainDate.compare(day, mandate.until) >= 0) return 'ended'
  if (Temporal.PlainDate.compare(day, mandate.from) < 0) return 'not yet'
  return mandate.suspended ? 'suspended' : 'in effect'
}

/** A subject as people read it. The empty scope is everything the council does. */
export const scopeWords = (scope: string, title: string | null): string => scope === '' ? 'Everything' : title ?? scope

/** A mandate as lists show it, on a day. */
export function mandateLine(found: MandateRow, day: Temporal.PlainDate): MandateLine {
  const ceiling = ceilingOf(found)
  const left = ceiling && leftUnder({ ceiling, ownLimit: null, mandate: found, usedThisYear: found.usedThisYear })
  return {
    ref: found.ref, source: found.source, comesFrom: sourceWords(found), decisionRef: found.decisionRef, clauseLabel: found.clauseLabel,
    schemeEntry: found.schemeEntry, holder: found.holder, holderTitle: found.holderTitle, powers: found.powers, scope: found.scope,
    scopeTitle: scopeWords(found.scope, found.scopeTitle), words: found.words, ceiling,
    ceilingWords: ceiling ? ceilingWords(ceiling) : 'the post’s own limit', exercised: found.exercisedPence, passedOn: found.passedOnPence,
    exercisedThisYear: found.usedThisYear, left, from: found.from, until: found.until, mayDelegate: found.mayDelegate, state: stateOn(found, day),
  }
}

const ceilingOf = ({ basis, pence }: MandateRow): Ceiling | null =>
  basis === null ? null : basis === 'no-limit' || pence === null ? { basis: 'no-limit', pence: null } : { basis, pence }
