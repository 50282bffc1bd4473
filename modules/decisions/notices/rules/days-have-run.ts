import { day, longDay } from '#platform/days.ts'
import { met, notMet, rule, si } from '#platform/law.ts'
import { clear, daysRun, firstDayAfter, working, type ClearDayRule } from '../clear-days.ts'

export type DaysFacts = { given: Temporal.PlainDate; on: Temporal.PlainDate; days: ClearDayRule }

const facts = (given: string, on: string, days: ClearDayRule): DaysFacts => ({ given: day(given), on: day(on), days })
const calendar28 = clear(28, 'calendar')

/** "27 clear days; 28 are needed": how a count is put into words. */
export const countWords = ({ given, on, days }: DaysFacts): string => {
  const run = daysRun(days, given, on)
  return `${run} clear ${days.unit === 'working' ? 'working ' : ''}${run === 1 ? 'day' : 'days'}; ${days.n} ${days.n === 1 ? 'is' : 'are'} needed`
}

/**
 * A notice has run its days. Its examples are read off notices and decisions that councils published: 28 clear days are calendar
 * days at each of them, and five are counted in working days by some and in calendar days by others.
 */
export const noticeDaysHaveRun = rule<DaysFacts>({
  id: 'notice-days-have-run',
  title: 'A notice runs its clear days before what it announces',
  source: [si('2012/2089', 'reg 9(1)'), si('2012/2089', 'reg 10'), si('2012/2089', 'reg 5')],
  from: '2012-09-10',
  check: (given) => {
    const steps = working(given.days, given.given, given.on)
    return daysRun(given.days, given.given, given.on) >= given.days.n
      ? met(`${countWords(given)}.`, steps)
      : notMet(
          `${countWords(given)}. The first day that has them is ${longDay(firstDayAfter(given.days, given.given))}.`,
          steps,
        )
  },
  examples: [
    {
      given: 'Leeds, 12 September to 11 October 2018: exactly 28',
      facts: facts('2018-09-12', '2018-10-11', calendar28),
      met: true,
    },
    { given: 'the day before that', facts: facts('2018-09-12', '2018-10-10', calendar28), met: false },
    {
      given: 'Leeds, 29 September to 28 October 2014',
      facts: facts('2014-09-29', '2014-10-28', calendar28),
      met: true,
    },
    {
      given: 'Leeds, 16 October to 14 November 2020, a Saturday',
      facts: facts('2020-10-16', '2020-11-14', calendar28),
      met: true,
    },
    { given: 'Leeds, 26 January to 24 February 2023', facts: facts('2023-01-26', '2023-02-24', calendar28), met: true },
    { given: 'Kent, 10 November to 9 December 2021', facts: facts('2021-11-10', '2021-12-09', calendar28), met: true },
    {
      given: 'Middlesbrough, 15 November to 6 December 2022: 20 clear days',
      facts: facts('2022-11-15', '2022-12-06', calendar28),
      met: false,
    },
    {
      given: 'Nottingham, 7 to 15 February 2019: five working days',
      facts: facts('2019-02-07', '2019-02-15', clear(5, 'working')),
      met: true,
    },
    {
      given: 'Nottingham, 2 to 10 June 2020: five working days',
      facts: facts('2020-06-02', '2020-06-10', clear(5, 'working')),
      met: true,
    },
    {
      given: 'East Sussex, 21 to 27 October 2022: five calendar days',
      facts: facts('2022-10-21', '2022-10-27', clear(5, 'calendar')),
      met: true,
    },
    {
      given: 'the same days where a council counts working days: three',
      facts: facts('2022-10-21', '2022-10-27', clear(5, 'working')),
      met: false,
    },
    {
      given: 'Southampton’s definition over Christmas 2022: no weekends, no bank holidays, neither end',
      facts: facts('2022-12-22', '2023-01-03', clear(5, 'working')),
      met: false,
    },
  ],
})
