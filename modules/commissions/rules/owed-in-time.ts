import { day, daysBetween, longDay } from '#platform/days.ts'
import { met, notMet, principle, rule } from '#platform/law.ts'

const count = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`

/** What a decision asks for by a day is done by that day: a review within two years is no ornament. */
export const owedIsDoneInTime = rule<{
  words: string
  due: Temporal.PlainDate
  doneOn: Temporal.PlainDate | null
  today: Temporal.PlainDate
}>({
  id: 'commission-owed-in-time',
  title: 'What is owed by a day is done by that day',
  source: principle('A promise is kept, or it is said that it is not'),
  from: '2012-09-10',
  check: ({ words, due, doneOn, today }) => {
    const name = `“${words}” is due on ${longDay(due)}`
    if (doneOn)
      return Temporal.PlainDate.compare(doneOn, due) <= 0
        ? met(`${name} and was done on ${longDay(doneOn)}.`)
        : notMet(`${name} and was done on ${longDay(doneOn)}, ${count(daysBetween(due, doneOn))} late.`)
    return Temporal.PlainDate.compare(today, due) <= 0
      ? met(`${name}, in ${count(daysBetween(today, due))}.`)
      : notMet(`${name} and is overdue by ${count(daysBetween(due, today))}.`)
  },
  examples: [
    {
      given: 'two years to go',
      facts: { words: 'Look into doing it in-house', due: day('2024-03-31'), doneOn: null, today: day('2022-04-01') },
      met: true,
    },
    {
      given: 'done in time',
      facts: {
        words: 'Look into doing it in-house',
        due: day('2024-03-31'),
        doneOn: day('2024-02-12'),
        today: day('2025-04-01'),
      },
      met: true,
    },
    {
      given: 'overdue',
      facts: { words: 'Look into doing it in-house', due: day('2024-03-31'), doneOn: null, today: day('2024-04-02') },
      met: false,
    },
    {
      given: 'done late',
      facts: {
        words: 'Look into doing it in-house',
        due: day('2024-03-31'),
        doneOn: day('2024-05-01'),
        today: day('2024-06-01'),
      },
      met: false,
    },
  ],
})
