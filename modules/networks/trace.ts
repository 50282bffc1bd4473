import { longDay } from '#platform/days.ts'
import type { Tracer } from '#platform/thread.ts'
import { networkPath } from './pages/paths.ts'
import { publicNetwork } from './store.ts'

/** Networks (NW-2026-0001): the people who shape what is commissioned, who hosts them, and the act that opened it. Nobody by name. */
export const traceNetwork: Tracer = async (tx, council, ref) => {
  const found = /^NW-/u.test(ref) ? await publicNetwork(tx, council, ref) : null
  if (!found) return null
  const { title, openedOn, openedAct, closedOn, hostName, serves } = found
  return {
    ref,
    kind: 'Network',
    title,
    href: networkPath({ ref }),
    day: openedOn,
    says: `Open since ${longDay(openedOn)}${closedOn === null ? '' : `, closed on ${longDay(closedOn)}`}.`,
    people: hostName === null ? [] : [{ name: hostName, did: 'hosts it' }],
    from: [
      { ref: openedAct, says: 'Opened by exercising a power' },
      ...(serves === null ? [] : [{ ref: serves, says: 'Asked for the sake of it' }]),
    ],
  }
}
