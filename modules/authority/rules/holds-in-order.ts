import { day, daysBetween, longDay, type Calendar } from '#platform/days.ts'
import { act, met, notMet, rule } from '#platform/law.ts'
import { releaseFrom, type HoldLaw } from '../hold/hold-clock.ts'

const sources = [
  act('Local Government and Housing Act 1989', 's5'),
  act('Local Government and Housing Act 1989', 's5A'),
  act('Local Government Finance Act 1988', 's115'),
] as const

type Considered = { considerBy: Temporal.PlainDate; consideredOn: Temporal.PlainDate }

/** A report that stops things is considered while its days run. Late or not, it has to be considered. */
export const holdConsideredInTime = rule<Considered>({
  id: 'hold-considered-in-time',
  title: 'A statutory report was considered within its days',
  source: sources,
  from: '2000-10-26',
  check: ({ considerBy, consideredOn }) => {
    const late = daysBetween(considerBy, consideredOn)
    return late > 0
      ? notMet(
          `It was considered on ${longDay(consideredOn)}, ${late} ${late === 1 ? 'day' : 'days'} after its last day, ${longDay(considerBy)}.`,
        )
      : met(`It was considered on ${longDay(consideredOn)}; its last day was ${longDay(considerBy)}.`)
  },
  examples: [
    {
      given: 'a week before the last day',
      facts: { considerBy: day('2022-09-05'), consideredOn: day('2022-08-29') },
      met: true,
    },
    { given: 'on the last day', facts: { considerBy: day('2022-09-05'), consideredOn: day('2022-09-05') }, met: true },
    { given: 'the day after', facts: { considerBy: day('2022-09-05'), consideredOn: day('2022-09-06') }, met: false },
  ],
})

type Released = {
  consideredOn: Temporal.PlainDate | null
  on: Temporal.PlainDate
  law: Pick<HoldLaw, 'release'>
  calendar?: Calendar
}

const businessDay = { release: 'after-first-business-day' } as const

/** Nothing goes on before the meeting has considered the report and the first business day after that has ended. */
export const holdReleasedInOrder = rule<Released>({
  id: 'hold-released-in-order',
  title: 'A statutory report was considered before it was released',
  source: sources,
  from: '2000-10-26',
  check: ({ consideredOn, on, law, calendar }) => {
    if (!consideredOn) return notMet('No meeting has considered the report yet.')
    const { day: first, working } = releaseFrom(consideredOn, law, calendar)
    return Temporal.PlainDate.compare(on, first) < 0
      ? notMet(
          `It was considered on ${longDay(consideredOn)} and may be released from ${longDay(first)}; ${longDay(on)} is too early.`,
          working,
        )
      : met(`It was considered on ${longDay(consideredOn)} and may be released from ${longDay(first)}.`, working)
  },
  examples: [
    {
      given: 'considered on Monday, released on Wednesday',
      facts: { consideredOn: day('2022-08-15'), on: day('2022-08-17'), law: businessDay },
      met: true,
    },
    {
      given: 'considered on Monday, released on Tuesday',
      facts: { consideredOn: day('2022-08-15'), on: day('2022-08-16'), law: businessDay },
      met: false,
    },
    {
      given: 'considered before a bank holiday weekend, released on the bank holiday',
      facts: { consideredOn: day('2022-08-26'), on: day('2022-08-29'), law: businessDay },
      met: false,
    },
    {
      given: 'considered before a bank holiday weekend, released on Wednesday',
      facts: { consideredOn: day('2022-08-26'), on: day('2022-08-31'), law: businessDay },
      met: true,
    },
    {
      given: 'not considered at all',
      facts: { consideredOn: null, on: day('2022-09-30'), law: businessDay },
      met: false,
    },
  ],
})
