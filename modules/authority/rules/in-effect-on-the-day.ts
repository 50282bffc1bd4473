import { day, longDay } from '#platform/days.ts'
import { act, met, notMet, rule } from '#platform/law.ts'
import { aMandate, aWeighing } from '../examples.ts'
import type { Weighing } from '../weighing.ts'

/** Authority runs from a day to a day: what is done before or after has none. */
export const inEffectOnTheDay = rule<Weighing>({
  id: 'in-effect-on-the-day',
  title: 'The authority was in effect on the day of the act',
  source: act('Local Government Act 2000', 's9F'),
  from: '2000-10-26',
  check: ({ attempt: { day: on }, mandate: { ref, from, until, endedBecause }, lapsedOn }) => {
    if (Temporal.PlainDate.compare(on, from) < 0) {
      const early = on.until(from).days
      return notMet(
        `${ref} takes effect on ${longDay(from)}; ${longDay(on)} is ${early} ${early === 1 ? 'day' : 'days'} too early.`,
      )
    }
    if (until && Temporal.PlainDate.compare(on, until) >= 0) {
      return notMet(
        `${ref} ended: its last day was ${longDay(until.subtract({ days: 1 }))}${endedBecause ? ` (${endedBecause})` : ''}.`,
      )
    }
    if (lapsedOn) return notMet(`${ref} lapsed: nothing was done under it before ${longDay(lapsedOn)}.`)
    return met(
      `${ref} is in effect from ${longDay(from)}${until ? ` to ${longDay(until.subtract({ days: 1 }))}` : ''}; the act is on ${longDay(on)}.`,
    )
  },
  examples: [
    { given: 'the first day', facts: aWeighing({ day: day('2022-08-05') }), met: true },
    { given: 'the day before', facts: aWeighing({ day: day('2022-08-04') }), met: false },
    {
      given: 'the last day',
      facts: aWeighing({ day: day('2023-03-31'), mandate: aMandate({ until: day('2023-04-01') }) }),
      met: true,
    },
    {
      given: 'it was to be used within a year, and was not',
      facts: aWeighing({ lapsedOn: day('2022-08-31') }),
      met: false,
    },
    {
      given: 'the day after the last',
      facts: aWeighing({ day: day('2023-04-01'), mandate: aMandate({ until: day('2023-04-01') }) }),
      met: false,
    },
  ],
})
