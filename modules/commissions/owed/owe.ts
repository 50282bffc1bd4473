import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { findPost, officer, administrator, democraticServices } from '#authority'
import { plainDay } from '#platform/days.ts'
import { isoDay, ref, text, uuid } from '#platform/input.ts'
import { done, invalid, refused, useCase } from '#platform/use-case.ts'
import { showAgain } from '../shown.ts'
import { insertOwed, owedUnder, settleOwed, takeDue } from '../store.ts'
import { anyCommissionAt, openCommissionAt } from '../the-commission.ts'

/** Notes what a decision or a promise asks of a post by a day: a review within two years. */
export const owe = useCase({
  name: 'commissions.owe',
  title: 'Note what is owed by a day',
  may: [officer],
  input: z.object({ ref, words: text(500), source: text(300), owner: text(81), due: isoDay }),
  async run(work, { ref, ...given }) {
    const found = await openCommissionAt(work, ref)
    if (!found.ok) return found
    const { tx, actor, today } = work
    const post = await findPost(tx, actor.council, given.owner)
    if (!post) return invalid({ owner: 'Choose a post of the council.' })
    if ((await owedUnder(tx, actor.council, found.value.commission)).length >= 200)
      return refused(`${ref} has 200 obligations.`, [], 'Put those that are alike together.')
    const owed = randomUUID()
    await insertOwed(tx, actor.council, found.value.commission, { owed, ...given, owedOn: today, owedBy: actor.name })
    await showAgain(work, ref)
    work.announce('commissions.owed', {
      ref,
      title: found.value.title,
      words: given.words,
      owner: given.owner,
      due: given.due.toString(),
    })
    return done({ ref, owed })
  },
})

/** Notes that what was owed is done, and what shows it; also after the commission was closed. */
export const settle = useCase({
  name: 'commissions.settle',
  title: 'Note that what was owed is done',
  may: [officer],
  input: z.object({ ref, owed: uuid, on: isoDay, evidence: text(1000) }),
  async run(work, { ref, owed, on, evidence }) {
    const found = await anyCommissionAt(work, ref)
    if (!found.ok) return found
    const { tx, actor, today } = work
    const one = (await owedUnder(tx, actor.council, found.value.commission)).find((each) => each.owed === owed)
    if (!one) return refused('There is no such obligation.', [], 'Look at the commission again.')
    if (one.doneOn)
      return refused(
        'It is done already.',
        `${one.doneBy ?? 'Somebody'} noted it: ${one.evidence ?? ''}, on ${plainDay(one.doneOn)}.`,
      )
    if (Temporal.PlainDate.compare(on, today) > 0) return invalid({ on: `${plainDay(on)} is still to come.` })
    await settleOwed(tx, actor.council, owed, on, evidence, actor.name)
    await showAgain(work, ref)
    return done({ ref })
  },
})

/** Writes to whoever owes something that is due today or overdue, once. To be run every day. */
export const remindOfDue = useCase({
  name: 'commissions.remind-of-due',
  title: 'Remind people of what is due',
  may: [officer, democraticServices, administrator],
  input: z.object({}),
  async run(work) {
    const due = await takeDue(work.tx, work.actor.council, work.today, 200)
    for (const { ref, title, words, owner, due: on } of due)
      work.announce('commissions.due', { ref, title, words, owner, due: on.toString() })
    return done({ reminded: due.length })
  },
})
