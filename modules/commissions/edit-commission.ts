import { z } from 'zod'
import { findPost, officer } from '#authority'
import { ref, text, whole, yesNo } from '#platform/input.ts'
import { done, invalid, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { showable, type Commission } from './commission.ts'
import { showAgain } from './shown.ts'
import { updateCommission } from './store.ts'
import { anyCommissionAt, openCommissionAt, seenAt } from './the-commission.ts'

const seen = z.object({ ref, version: whole(1, 1_000_000) })

/** Changes what a commission is called, who leads it, or why it is there. */
export const editCommission = useCase({
  name: 'commissions.edit',
  title: 'Edit a commission',
  may: [officer],
  input: seen.extend({ title: text(200), lead: text(81), why: text(4000) }),
  async run(work, { ref, version, ...given }) {
    const found = await openCommissionAt(work, ref)
    if (!found.ok) return found
    if (!(await findPost(work.tx, work.actor.council, given.lead)))
      return invalid({ lead: 'Choose a post of the council.' })
    return keep(work, found.value, version, given)
  },
})

/** Says whether the public may see a commission, and which of its parts. */
export const showCommission = useCase({
  name: 'commissions.show',
  title: 'Say what the public may see of a commission',
  may: [officer],
  input: seen.extend({ isPublic: yesNo, shows: z.array(z.enum(showable)).max(showable.length).default([]) }),
  async run(work, { ref, version, isPublic, shows }) {
    const found = await anyCommissionAt(work, ref)
    return found.ok ? keep(work, found.value, version, { isPublic, shows: isPublic ? [...new Set(shows)] : [] }) : found
  },
})

/** Closes a commission: it stays whole and changes no more. */
export const closeCommission = useCase({
  name: 'commissions.close',
  title: 'Close a commission',
  may: [officer],
  input: seen.extend({ because: text(2000) }),
  async run(work, { ref, version, because }) {
    const found = await openCommissionAt(work, ref)
    return found.ok
      ? keep(work, found.value, version, { state: 'closed', closedOn: work.today, closedBecause: because })
      : found
  },
})

/** Opens a closed commission again. Why stands in the journal with it. */
export const reopenCommission = useCase({
  name: 'commissions.reopen',
  title: 'Reopen a commission',
  may: [officer],
  input: seen.extend({ because: text(2000) }),
  async run(work, { ref, version, because: _ }) {
    const found = await anyCommissionAt(work, ref)
    if (!found.ok) return found
    if (found.value.state === 'open') return refused(`${ref} is open.`, [], 'There is nothing to reopen.')
    return keep(work, found.value, version, { state: 'open', closedOn: null, closedBecause: null })
  },
})

async function keep(
  work: Work,
  found: Commission,
  version: number,
  change: Partial<Commission>,
): Promise<Outcome<{ ref: string; version: number }>> {
  const same = seenAt(found, version)
  if (!same.ok) return same
  await updateCommission(
    work.tx,
    work.actor.council,
    found.commission,
    { ...found, ...change },
    { name: work.actor.name, at: work.now },
  )
  await showAgain(work, found.ref)
  return done({ ref: found.ref, version: found.version + 1 })
}
