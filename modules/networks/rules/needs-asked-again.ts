import { dated, guidance, met, notApplicable, notMet, rule } from '#platform/law.ts'
import { longDay } from '#platform/days.ts'

const source = guidance('Accessible Information Standard (DAPB1605), review: what people need is asked again')

/** After how many months somebody is asked again what they need. The standard says regularly; a year is this house's usual. */
export const askAgainAfter = dated('months until needs are asked about again', [
  { from: '2016-08-01', value: 12, source },
])

/** The day by which somebody who was asked on a day is asked again. */
export const askAgainBy = (askedOn: Temporal.PlainDate): Temporal.PlainDate =>
  askedOn.add({ months: askAgainAfter.on(askedOn) })

export type Asked = {
  askedOn: Temporal.PlainDate | null
  askAgainBy: Temporal.PlainDate | null
  today: Temporal.PlainDate
}

/** What somebody needs changes: it is asked about by the day that was set, and not only once. */
export const needsAskedAgain = rule<Asked>({
  id: 'network-needs-asked-again',
  title: 'What a member needs is asked about again in time',
  source,
  from: '2016-08-01',
  check: ({ askedOn, askAgainBy: by, today }) => {
    if (askedOn === null || by === null) return notApplicable
    const late = Temporal.PlainDate.compare(today, by)
    if (late < 0) return met(`They were last asked on ${longDay(askedOn)}, and are asked again by ${longDay(by)}.`)
    return notMet(
      `They were last asked on ${longDay(askedOn)}. By ${longDay(by)} they are asked again: does it still hold?`,
    )
  },
  examples: [
    {
      given: 'asked in March, seen in September',
      facts: {
        askedOn: Temporal.PlainDate.from('2024-03-01'),
        askAgainBy: Temporal.PlainDate.from('2025-03-01'),
        today: Temporal.PlainDate.from('2024-09-01'),
      },
      met: true,
    },
    {
      given: 'the day itself',
      facts: {
        askedOn: Temporal.PlainDate.from('2024-03-01'),
        askAgainBy: Temporal.PlainDate.from('2025-03-01'),
        today: Temporal.PlainDate.from('2025-03-01'),
      },
      met: false,
    },
  ],
})
