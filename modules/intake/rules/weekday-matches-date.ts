import { daysBetween, longDay, plainDay, weekdayName } from '#platform/days.ts'
import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { daysIn } from './evidence/days-in-text.ts'
import { plainText, tidy } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/** Where a weekday is printed with a date, it is that day's. A wrong one leaves it open which of the two was meant. */
export const weekdayMatchesDate = readingRule({
  id: 'weekday-matches-date',
  title: 'A weekday printed with a date is the weekday of that date',
  source: principle('The calendar'),
  from: '1900-01-01',
  kept: 'Each weekday printed is that of its date.',
  find: (reading) => {
    const named = daysIn(plainText(reading)).flatMap(({ day, words, at }) => {
      const weekday = /^[a-z]+day\b/iu.exec(words)?.[0]
      return day && weekday ? [{ day, weekday, words, at }] : []
    })
    if (named.length === 0) return null
    return named
      .filter(({ day, weekday }) => weekdayName(day).toLowerCase() !== weekday.toLowerCase())
      .map(({ day, weekday, words, at }) => {
        const near = [-3, -2, -1, 1, 2, 3]
          .map((days) => day.add({ days }))
          .filter((one) => weekdayName(one).toLowerCase() === weekday.toLowerCase())
        return {
          weight: 'warning' as const,
          says: `“${tidy(words)}”: ${plainDay(day)} was a ${weekdayName(day)}, not a ${weekdayName(near[0] ?? day)}.`,
          working: near.map(
            (one) =>
              `The nearest ${weekdayName(one)} was ${longDay(one)}, ` + `${Math.abs(daysBetween(day, one))} days off.`,
          ),
          at: [at],
        }
      })
  },
  examples: [
    { given: 'Tuesday 20 March 2018', facts: aReading('Tuesday, 20 March 2018'), met: true },
    { given: 'Tuesday 21 March 2018, which was a Wednesday', facts: aReading('Tuesday, 21 March 2018'), met: false },
  ],
})
