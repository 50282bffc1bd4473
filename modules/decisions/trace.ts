import { longDay } from '#platform/days.ts'
import type { Tracer } from '#platform/thread.ts'
import { decisionPath } from './pages/paths.ts'
import { publicDecision } from './register.ts'

/** Published decisions (D-2022-0007): who decided, when it takes effect, and which act exercised the power to decide. */
export const traceDecision: Tracer = async (tx, council, ref) => {
  const found = /^D-/u.test(ref) ? await publicDecision(tx, council, ref) : null
  if (!found) return null
  const { title, decidedBy, decidedAct, decidedOn, effectiveOn, author, callIns, supersededBy } = found.document
  const on = Temporal.PlainDate.from(decidedOn)
  return {
    ref, kind: 'Decision', title, href: decisionPath({ ref }), day: on,
    says: `Decided on ${longDay(on)}; takes effect on ${longDay(Temporal.PlainDate.from(effectiveOn))}.${supersededBy ? ` Superseded by ${supersededBy}.` : ''}`,
    people: [
      { name: decidedBy, did: 'decided' },
      ...(author ? [{ name: author, did: 'wrote the report' }] : []),
      ...callIns.map(({ callers, calledOn }) => ({ name: callers, did: `called it in on ${longDay(Temporal.PlainDate.from(calledOn))}` })),
    ],
    from: [{ ref: decidedAct, says: 'Decided by exercising the power to decide' }],
  }
}
