import { postsHeldBy } from '#authority'
import { commissionsOfRecord, linksOf } from '#commissions'
import type { Part } from '#decisions'
import { explain } from '#platform/law.ts'
import { notYetAnswered } from '../analysis/stops.ts'
import { writePublished } from '../published.ts'
import { standingOn } from '../consultation.ts'
import { restsOnAnswers } from './rules/four-principles.ts'
import { consultationsFor, readingsOf } from './store.ts'

/**
 * A decision that rests on a consultation is not made before that is over, answered, reported and read. It rests on one that names
 * it, and, where it relies on what its commission wrote, on those of the commission.
 */
export const answeredFirst: Part = {
  name: 'consultations',
  // The public's copy says whether the decision waited: it is written anew once it is made.
  moved: async (work, decision, to) => {
    if (to !== 'decided') return
    for (const { ref, state } of await consultationsFor(work.tx, work.actor.council, [decision.ref]))
      if (state === 'reported') await writePublished(work, ref)
  },
  gate: async (asked, decision, stage, on) => {
    if (stage !== 'decide') return []
    const { tx, council } = asked
    const records = [decision.ref]
    for (const { commission, ref, relies } of await commissionsOfRecord(tx, council, decision.ref)) {
      if (!relies) continue
      const links = await linksOf(tx, council, commission)
      records.push(
        ref,
        ...links
          .filter(({ record, endedOn }) => endedOn === null && record.startsWith('K-'))
          .map(({ record }) => record),
      )
    }
    const said = []
    for (const one of await consultationsFor(tx, council, records)) {
      const standing = standingOn(one, on)
      if (!one.closesOn || standing === 'draft' || standing === 'withdrawn') continue
      const read = (await readingsOf(tx, council, one.consultation)).filter(
        (receipt) => receipt.decision === decision.ref && receipt.post === decision.maker,
      )
      said.push(
        ...explain(
          [restsOnAnswers],
          {
            consultation: one.ref,
            title: one.title,
            standing,
            closesOn: one.closesOn,
            decidedOn: on,
            unanswered: await notYetAnswered(asked, one.consultation),
            read: await isTheirs(read.map(({ account }) => account)),
          },
          on,
        ),
      )
    }
    return said

    // Who read it counts while they hold the post: whoever comes after them reads it too.
    async function isTheirs(accounts: readonly string[]): Promise<boolean> {
      for (const account of accounts)
        if ((await postsHeldBy(tx, council, account, on)).some(({ post }) => post === decision.maker)) return true
      return false
    }
  },
}
