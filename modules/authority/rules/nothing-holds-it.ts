import { day, longDay, within } from '#platform/days.ts'
import { act, met, notMet, rule } from '#platform/law.ts'
import { aWeighing } from '../examples.ts'
import type { Weighing } from '../weighing.ts'

/** A call-in or a statutory hold stops all that hangs on the clause for as long as it stands. */
export const nothingHoldsIt = rule<Weighing>({
  id: 'nothing-holds-it',
  title: 'No call-in or statutory hold stood in the way',
  source: [act('Local Government Act 2000', 's9F'), act('Local Government and Housing Act 1989', 's5A')],
  from: '2000-10-26',
  check: ({ attempt, mandate, holds }) => {
    const standing = holds.filter(({ from, until }) => within(attempt.day, from, until))
    return standing.length
      ? notMet(standing.map(({ because, from }) => `${mandate.ref} has been suspended since ${longDay(from)}: ${because}.`).join(' '))
      : met(`Nothing suspended ${mandate.ref} on ${longDay(attempt.day)}.`)
  },
  examples: [
    { given: 'no call-in', facts: aWeighing(), met: true },
    { given: 'called in and not yet heard', facts: aWeighing({ holds: [{ kind: 'call-in', because: 'clause (c) was called in', from: day('2022-08-08'), until: null }] }), met: false },
    { given: 'called in and released before the act', facts: aWeighing({ holds: [{ kind: 'call-in', because: 'clause (c) was called in', from: day('2022-08-08'), until: day('2022-09-01') }] }), met: true },
    { given: 'the last day of the call-in', facts: aWeighing({ holds: [{ kind: 'call-in', because: 'clause (c) was called in', from: day('2022-08-08'), until: day('2022-09-02') }] }), met: false },
  ],
})
