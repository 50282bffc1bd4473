import { changed, done, missing, refused, type Outcome, type Work } from '#platform/use-case.ts'
import type { Commission } from './commission.ts'
import { findCommission } from './store.ts'

/** Finds and locks an open commission that is about to change, or part of which is. */
export async function openCommissionAt(work: Work, ref: string): Promise<Outcome<Commission>> {
  const found = await anyCommissionAt(work, ref)
  if (found.ok && found.value.state === 'closed')
    return refused(
      `${ref} is closed: it no longer changes.`,
      found.value.closedBecause ?? [],
      'Reopen it first, with the reason.',
    )
  return found
}

/** Finds and locks a commission, whether it is open or closed. */
export async function anyCommissionAt(work: Work, ref: string): Promise<Outcome<Commission>> {
  work.about(ref)
  const found = await findCommission(work.tx, work.actor.council, ref, 'lock')
  return found ? done(found) : missing(`There is no commission ${ref}.`)
}

/** Whether somebody looked at the commission as it stands; else they are told who changed it. */
export function seenAt({ ref, version, changedBy, changedAt }: Commission, seen: number): Outcome<null> {
  return seen === version
    ? done(null)
    : changed(`${ref} changed while you had it open.`, `${changedBy} changed it at ${timeWords(changedAt)}.`)
}

export const timeWords = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO('Europe/London').toPlainTime().toString({ smallestUnit: 'minute' })
