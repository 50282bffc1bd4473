import { day, longDay } from '#platform/days.ts'
import { met, notMet, principle, rule } from '#platform/law.ts'
import { aWeighing } from '../examples.ts'
import type { Weighing } from '../weighing.ts'

/** A promise to report back on earlier acts must have been kept before the next act. */
export const reportsAreGiven = rule<Weighing>({
  id: 'reports-are-given',
  title: 'Reports due on earlier acts were given',
  source: principle('A condition of a delegation is kept for as long as it is used'),
  from: '2000-10-26',
  check: ({ mandate, overdue }) =>
    overdue.length
      ? notMet(
          overdue
            .map(
              ({ act, words, due }) => `The report on ${act} (“${words}”) was due on ${longDay(due)} and is not given.`,
            )
            .join(' '),
        )
      : met(`No report under ${mandate.ref} is overdue.`),
  examples: [
    { given: 'no report is due', facts: aWeighing(), met: true },
    {
      given: 'a report is a month late',
      facts: aWeighing({
        overdue: [{ act: 'A-2022-0004', words: 'report to Cabinet within 30 days', due: day('2022-08-01') }],
      }),
      met: false,
    },
  ],
})
