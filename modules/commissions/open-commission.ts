import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { exercise, findPost, nextRef, officer, subjects } from '#authority'
import { ref, text } from '#platform/input.ts'
import { done, invalid, useCase } from '#platform/use-case.ts'
import { insertCommission } from './store.ts'

/**
 * Opens a commission: an act under a mandate that commits nothing by itself. The words of the act are published, so the title
 * names no person.
 */
export const openCommission = useCase({
  name: 'commissions.open',
  title: 'Open a commission',
  may: [officer],
  input: z.object({
    title: text(200),
    subject: text(200),
    lead: text(81),
    why: text(4000),
    /** The post that opens it; the mandate, where it is not the one that is found. */
    post: text(81),
    under: ref.optional(),
  }),
  async run(work, { title, subject, lead, why, post, under }) {
    const { tx, actor, today } = work
    if (!(await subjects(tx, actor.council)).some((one) => one.subject === subject))
      return invalid({ subject: 'Choose a subject from the council’s list.' })
    if (!(await findPost(tx, actor.council, lead))) return invalid({ lead: 'Choose a post of the council.' })
    if (!(await findPost(tx, actor.council, post))) return invalid({ post: 'Choose a post of the council.' })
    const ref = await nextRef(tx, actor.council, 'C', today)
    const acted = await exercise(work, {
      post,
      power: 'commission',
      subject,
      value: 0n,
      day: today,
      what: `Opened the commission “${title}”`,
      recordRef: ref,
      ...(under !== undefined && { under }),
    })
    if (!acted.ok) return acted
    await insertCommission(
      tx,
      actor.council,
      {
        commission: randomUUID(),
        ref,
        title,
        subject,
        lead,
        why,
        openedOn: today,
        openedBy: actor.name,
        openedAct: acted.value.ref,
      },
      work.now,
    )
    work.about(ref)
    work.announce('commissions.opened', { ref, title, lead })
    return done({ ref, act: acted.value.ref })
  },
})
