import { daysBetween, longDay } from '#platform/days.ts'
import { explain } from '#platform/law.ts'
import type { Part } from '../part.ts'
import { findDecision } from '../store.ts'
import { dayOf, textOf, timeWords } from './clearance.ts'
import { givenInTime, linesOf, textNow } from './needed.ts'
import { clearancesAreGiven } from './rules/clearances-are-given.ts'
import { clearancesOf, setVoid } from './store.ts'
import { changesBetween, changeWords, hashOf } from './text.ts'

/** A clearance, as the public sees it: who cleared what when. What was said in comments is between those who wrote them. */
export type PublicClearance = { title: string; by: string; post: string; on: string; withComments: boolean }

/** Whoever has to read a draft before it is decided, each bound to the text that was read. */
export const clearancePart: Part = {
  name: 'clearance',
  async gate({ tx, council }, decision, stage, on) {
    if (stage === 'publish') return []
    const { lines } = await linesOf(tx, council, decision, on)
    const clearances = lines.map((line) => {
      const inTime = givenInTime(line, on)
      const given = line.counts?.answeredAt ? dayOf(line.counts.answeredAt) : on
      const late = `${line.title} was given on ${longDay(given)}, ${daysBetween(on, given)} days after the decision on ${longDay(on)}.`
      return { title: line.title, standing: line.standing, inTime, says: inTime ? line.says : late }
    })
    return explain([clearancesAreGiven], { clearances }, on)
  },
  // The edit that takes a text away from what was cleared is the moment to say so; the one that brings it back is silent.
  async changed(work, was) {
    const {
      tx,
      actor: { council, name },
      now: at,
    } = work
    const asked = (await clearancesOf(tx, council, was.decision)).filter(({ withdrawnAt }) => withdrawnAt === null)
    if (asked.length === 0) return
    const draft = await findDecision(tx, council, was.ref)
    if (!draft) return
    const now = await textNow(tx, council, draft)
    const hash = hashOf(now)
    for (const one of asked) {
      if (one.hash === hash && one.voidedAt !== null) await setVoid(tx, council, one.clearance, null)
      // Of several edits by several people the last is named: the text between them is nobody’s.
      if (one.hash !== hash) await setVoid(tx, council, one.clearance, { at, by: name })
      if (one.hash !== hash && one.voidedAt === null && one.outcome !== null && one.outcome !== 'refused') {
        const what = changeWords(changesBetween(textOf(one), now))
        work.announce('decisions.clearance-voided', {
          ref: was.ref,
          record: draft.title,
          clearance: one.clearance,
          post: one.post,
          title: one.title,
          asked: timeWords(one.askedAt),
          by: name,
          what,
        })
      }
    }
  },
  async shows(tx, council, decision) {
    const { lines } = await linesOf(tx, council, decision, decision.decidedOn ?? Temporal.PlainDate.from('2012-09-10'))
    const clearances = lines.flatMap(({ title, postTitle, standing, counts }): PublicClearance[] =>
      standing === 'good' && counts?.answeredAt
        ? [
            {
              title,
              by: counts.answeredBy ?? '',
              post: postTitle,
              on: dayOf(counts.answeredAt).toString(),
              withComments: counts.outcome === 'cleared-with-comments',
            },
          ]
        : [],
    )
    return clearances.length > 0 ? { clearances } : {}
  },
}
