import { longDay, plainDay } from '#platform/days.ts'
import type { Tracer } from '#platform/thread.ts'
import type { PublicCallIn } from './call-in/public.ts'
import { stateWords } from './call-in/states.ts'
import { listWords } from './pages/grants.ts'
import { decisionPath } from './pages/paths.ts'
import { publicDecision } from './register.ts'

/** Published decisions (D-2022-0007): who decided, when it takes effect, and which act exercised the power to decide. */
export const traceDecision: Tracer = async (tx, council, ref) => {
  const found = /^D-/u.test(ref) ? await publicDecision(tx, council, ref) : null
  if (!found) return null
  const { title, decidedBy, decidedAct, decidedOn, effectiveOn, author, callIns, supersededBy } = found.document
  const on = Temporal.PlainDate.from(decidedOn)
  return {
    ref,
    kind: 'Decision',
    title,
    href: decisionPath({ ref }),
    day: on,
    says: `Decided on ${longDay(on)}; takes effect on ${longDay(Temporal.PlainDate.from(effectiveOn))}.${callIns.map(calledInWords).join('')}${supersededBy ? ` Superseded by ${supersededBy}.` : ''}`,
    people: [
      { name: decidedBy, did: 'decided' },
      ...(author ? [{ name: author, did: 'wrote the report' }] : []),
      ...callIns.map(({ callers, calledOn }) => ({
        name: callers,
        did: `called it in on ${longDay(Temporal.PlainDate.from(calledOn))}`,
      })),
    ],
    from: [{ ref: decidedAct, says: 'Decided by exercising the power to decide' }],
  }
}

// " Clauses (iv) and (v) called in on 21 March 2018: reconsidered and amended on 10 April 2018."
function calledInWords({ clauses, calledOn, state, releasedOn }: PublicCallIn): string {
  const stands = state === undefined ? (releasedOn === null ? 'open' : 'released') : stateWords[state]
  const day = (iso: string) => plainDay(Temporal.PlainDate.from(iso))
  return ` ${clauses.length === 1 ? 'Clause' : 'Clauses'} ${listWords(clauses.map((label) => (label === null ? 'without a letter' : `(${label})`)))} called in on ${day(calledOn)}: ${stands
    .charAt(0)
    .toLowerCase()}${stands.slice(1)}${releasedOn === null ? '' : ` on ${day(releasedOn)}`}.`
}
