import { shownAround } from '#commissions'
import { longDay } from '#platform/days.ts'
import type { Shaper, Tracer } from '#platform/thread.ts'
import { findPublished, publishedFor } from './published.ts'
import { consultationPath } from './pages/paths.ts'

/**
 * The consultations on which a decision rests, in its thread: those that were asked for its sake, or for the sake of a commission to
 * which it belongs, and were over before it was made.
 */
export const heardBefore: Shaper = async (tx, council, { ref, day }) => {
  if (!/^D-/u.test(ref) || day === null) return []
  const commissions = await shownAround(tx, council, ref)
  const around = [ref, ...commissions.map((one) => one.ref)]
  const linked = commissions.flatMap(({ links }) => links.map(({ record }) => record))
  return (await publishedFor(tx, council, around, linked))
    .filter(({ state, closesOn }) => state !== 'withdrawn' && Temporal.PlainDate.compare(closesOn, day) < 0)
    .map((one) => ({ ref: one.ref, says: 'People were asked first, in this consultation' }))
}

/** Consultations (K-2026-0001): when people were asked, who asked them, and under which act. */
export const traceConsultation: Tracer = async (tx, council, ref) => {
  const found = /^K-/u.test(ref) ? await findPublished(tx, council, ref) : null
  if (!found) return null
  const { title, opensOn, closesOn, openedBy, openedAct, serves } = found.document
  const day = Temporal.PlainDate.from(opensOn)
  return {
    ref,
    kind: 'Consultation',
    title,
    href: consultationPath({ ref }),
    day,
    says: `Open from ${longDay(day)} to ${longDay(Temporal.PlainDate.from(closesOn))}.`,
    people: [{ name: openedBy, did: 'opened it' }],
    from: [
      { ref: openedAct, says: 'Opened by exercising the power to consult' },
      ...serves.map((one) => ({ ref: one, says: 'Asked for the sake of it' })),
    ],
  }
}
