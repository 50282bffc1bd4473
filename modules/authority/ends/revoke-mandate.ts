import { z } from 'zod'
import { longDay } from '#platform/days.ts'
import { row, sql, type Tx } from '#platform/database.ts'
import { isoDay, ref, text } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { decisionMaker, monitoringOfficer, officer } from '../roles.ts'
import { findMandate, lockMandate } from '../store.ts'
import { endTree } from './end-tree.ts'
import { mayTakeAway } from './may-end.ts'
import { takeBack, unusedOf } from './unused.ts'

/**
 * Revokes a mandate from a day on: it ends, and with it all that was passed on from it. What was neither used nor passed on goes back
 * to the post that passed it on. What was done under it stands.
 */
export const revokeMandate = useCase({
  name: 'authority.revoke-mandate',
  title: 'Revoke a mandate',
  may: [officer, decisionMaker, monitoringOfficer],
  input: z.object({ mandate: ref, on: isoDay.optional(), because: text(2000, 'Say why it is revoked.') }),
  async run(work, { mandate: asked, on = work.today, because }) {
    work.about(asked)
    const { tx, council, today } = work
    const found = await findMandate(tx, council, asked)
    if (!found) return missing(`There is no mandate ${asked}.`)
    const by = await mayTakeAway(work, found)
    if (!by.ok) return by
    if (Temporal.PlainDate.compare(on, today) < 0)
      return invalid({ on: `A mandate is revoked from today or a later day; ${longDay(on)} is over.` })
    if (found.parent !== null) await lockMandate(tx, council, found.parent)
    const mandate = await lockMandate(tx, council, found.mandate)
    if (!mandate) throw new Error(`The mandate ${asked} vanished.`)
    if (mandate.until && Temporal.PlainDate.compare(mandate.until, on) <= 0)
      return refused(`${asked} ends before that: its last day is ${longDay(mandate.until.subtract({ days: 1 }))}.`)
    const last = await lastActIn(tx, council, mandate.mandate)
    if (last && Temporal.PlainDate.compare(last, on) >= 0) {
      return refused(
        `${asked} cannot be revoked from ${longDay(on)}.`,
        `Something was done under it on ${longDay(last)}.`,
        `Revoke it from ${longDay(last.add({ days: 1 }))}.`,
      )
    }
    const ended = await endTree(tx, council, mandate.mandate, on, `it was revoked by ${by.value}: ${because}`)
    const { basis, unused, setAside } = await unusedOf(tx, council, mandate.mandate)
    const counted = basis === 'whole-life' || basis === 'financial-year'
    const back =
      mandate.parent !== null && counted && unused !== null && unused > 0n
        ? await takeBack(tx, council, mandate.mandate, mandate.parent, unused, setAside, today)
        : 0n
    work.announce('authority.revoked', { mandate: asked, ended, on: on.toString() })
    return done({ ref: asked, ended, back })
  },
})

/** The last day on which anything was done under a mandate or what was passed on from it, not counting what was undone. */
const lastActIn = async (tx: Tx, council: string, mandate: string): Promise<Temporal.PlainDate | null> =>
  (
    await row<{ day: Temporal.PlainDate | null }>(
      tx,
      sql`
    with recursive tree as (
      select m.mandate from authority.mandate m where m.council = ${council} and m.mandate = ${mandate}::uuid
      union all select c.mandate from authority.mandate c join tree on c.parent = tree.mandate
        where c.council = ${council})
    select max((select max(a.day) from authority.act a where a.council = ${council} and a.mandate = tree.mandate
      and a.undoes is null
      and not exists (select from authority.act u where u.council = a.council and u.undoes = a.act))) as day from tree`,
    )
  )?.day ?? null
