import { z } from 'zod'
import { pounds } from '#platform/money.ts'
import { pence as penceInput, ref, text } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { decisionMaker, monitoringOfficer, officer } from '../roles.ts'
import { findMandate, lockMandate } from '../store.ts'
import { mayTakeAway } from './may-end.ts'
import { takeBack, unusedOf } from './unused.ts'

/**
 * Recalls part of what was passed on: so much less is there to use, and exactly that comes back to the post that passed it on. What
 * was used, or passed on again, stays where it is.
 */
export const recall = useCase({
  name: 'authority.recall',
  title: 'Recall part of what was passed on',
  may: [officer, decisionMaker, monitoringOfficer],
  input: z.object({ mandate: ref, pence: penceInput, because: text(2000, 'Say why it is taken back.') }),
  async run(work, { mandate: asked, pence }) {
    work.about(asked)
    const { tx, council, today } = work
    const found = await findMandate(tx, council, asked)
    if (!found) return missing(`There is no mandate ${asked}.`)
    if (found.parent === null)
      return refused(`${asked} was not passed on by another post.`, [], 'Revoke it, or have the decision superseded.')
    const by = await mayTakeAway(work, found)
    if (!by.ok) return by
    if (pence === 0n) return invalid({ pence: 'Enter how much to recall.' })
    await lockMandate(tx, council, found.parent)
    await lockMandate(tx, council, found.mandate)
    const { unused, setAside } = await unusedOf(tx, council, found.mandate)
    if (unused === null)
      return refused(`${asked} states no sum that part of could be recalled.`, [], 'Revoke it instead.')
    if (pence > unused) {
      return refused(
        `${pounds(pence)} cannot be recalled from ${asked}.`,
        `${pounds(unused)} of it is neither used nor passed on.`,
        unused > 0n ? `Recall ${pounds(unused)} or less.` : 'Recall what was passed on again first.',
      )
    }
    const back = await takeBack(tx, council, found.mandate, found.parent, pence, setAside, today)
    work.announce('authority.recalled', { mandate: asked, pence: pence.toString() })
    return done({ ref: asked, back, left: unused - pence })
  },
})
