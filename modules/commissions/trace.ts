import { plainDay } from '#platform/days.ts'
import type { Tracer } from '#platform/thread.ts'
import { commissionPath } from './pages/paths.ts'
import { figureWords } from './need/words.ts'
import { threadGiven } from './view-thread.ts'
import { shownCommission } from './store.ts'
import { threadOf } from './thread-of.ts'

/**
 * Public commissions (C-2026-0001). What one hangs on is all that made it what it is: the act that opened it, what belongs to it,
 * what was decided, and what was done under those decisions, so that its thread goes from need to pounds.
 */
export const traceCommission: Tracer = async (tx, council, ref) => {
  const found = /^C-/u.test(ref) ? await shownCommission(tx, council, ref) : null
  if (!found) return null
  const opened = Temporal.PlainDate.from(found.openedOn)
  // Mandates lie between a decision and its acts, and are met on the way.
  const layers = await threadOf(tx, council, threadGiven(found), opened, false)
  const need = found.parts.need
    ? (threadGiven(found)
        .need?.figures.slice(0, 3)
        .map((one) => `${one.measure}, ${one.cohort}: ${figureWords(one)}`) ?? [])
    : []
  return {
    ref,
    kind: 'Commission',
    title: found.title,
    href: commissionPath({ ref }),
    day: opened,
    says: [
      `Opened on ${plainDay(opened)}.`,
      ...(found.closedOn ? [`Closed on ${plainDay(Temporal.PlainDate.from(found.closedOn))}.`] : []),
      ...(need.length ? [`Need: ${need.join('; ')}.`] : []),
    ].join(' '),
    people: [{ name: found.lead.title, did: 'leads it' }],
    from: [
      { ref: found.openedAct, says: 'Opened by this act' },
      ...layers
        .filter(({ layer }) => layer === 'shaped' || layer === 'decision' || layer === 'pounds')
        .flatMap(({ boxes }) =>
          boxes.flatMap((box) => (box.ref === null ? [] : [{ ref: box.ref, says: box.act?.text ?? 'Belongs to it' }])),
        ),
    ],
  }
}
