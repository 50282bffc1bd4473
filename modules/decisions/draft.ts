import { changed, done, missing, refused, type Outcome, type Work } from '#platform/use-case.ts'
import { moves, type Decision, type State } from './decision.ts'
import { parts } from './parts.ts'
import { findDecision, touch } from './store.ts'

/** Finds and locks a decision that is about to change. */
export async function theDecision(work: Work, ref: string): Promise<Outcome<Decision>> {
  work.about(ref)
  const found = await findDecision(work.tx, work.actor.council, ref, 'lock')
  return found ? done(found) : missing(`There is no decision ${ref}.`)
}

/**
 * Finds and locks a draft for somebody who looked at version `version` of it. Of two people at one draft the second is told
 * who changed it, instead of undoing the other's work unseen.
 */
export async function theDraft(work: Work, ref: string, version: number): Promise<Outcome<Decision>> {
  const outcome = await theDecision(work, ref)
  if (!outcome.ok) return outcome
  const { state, version: current, changedBy, changedAt } = outcome.value
  if (state !== 'draft')
    return refused(
      `${ref} is ${state}: it no longer changes.`,
      [],
      state === 'proposed' ? 'Take it back to draft first.' : 'Draft a new decision that supersedes it.',
    )
  if (version !== current) {
    const time = changedAt.toZonedDateTimeISO('Europe/London').toPlainTime().toString({ smallestUnit: 'minute' })
    return changed(`${ref} changed while you had it open.`, `${changedBy} changed it at ${time}.`)
  }
  return outcome
}

/** Whether a record may move on; the refusal names the state that it is in. */
export function mayMove({ ref, state }: Decision, to: State): Outcome<null> {
  return moves[state].includes(to) ? done(null) : refused(`${ref} cannot become ${to}.`, `It is ${state}.`)
}

/** Tells the parts of this module that a record has moved, within the transaction that moved it. */
export async function tellParts(
  work: Work,
  decision: Decision,
  to: 'proposed' | 'decided' | 'published',
): Promise<void> {
  for (const { moved } of parts) await moved?.(work, decision, to)
}

/** Notes the change under the draft's next version, which the next edit must name. */
export async function changedDraft(work: Work, was: Decision): Promise<Outcome<{ ref: string; version: number }>> {
  await touch(work.tx, work.actor.council, was.decision, work.actor.name, work.now)
  for (const { changed: hear } of parts) await hear?.(work, was)
  return done({ ref: was.ref, version: was.version + 1 })
}
