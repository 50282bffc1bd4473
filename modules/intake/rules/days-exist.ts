import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { daysIn } from './evidence/days-in-text.ts'
import { plainText, tidy } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/** A day that is printed is in the calendar. 31/02/2022 is read as no day at all, never as the nearest one. */
export const daysExist = readingRule({
  id: 'days-exist',
  title: 'Each day printed exists',
  source: principle('The calendar'),
  from: '1900-01-01',
  kept: 'Each day printed is in the calendar.',
  find: (reading) => {
    const days = daysIn(plainText(reading))
    if (days.length === 0) return null
    return days.flatMap(({ day, words, at }) => {
      const [first = 0, second = 0] = [...words.matchAll(/\d+/gu)].map(([digits]) => Number(digits))
      const numbers = words.includes('/')
      // 45/60/2022 is a reference of some kind; 12/25/2021 a date written the American way, or a slip.
      if (day || (numbers && (first > 31 || first === 0 || second > 31 || second === 0))) return []
      const swapped = numbers && second > 12
      return [
        {
          weight: swapped ? ('warning' as const) : ('error' as const),
          says:
            `“${tidy(words)}” is not a day: `
            + `${swapped ? `there is no month ${second}` : 'that month has no such day'}.`,
          working: swapped && first <= 12 ? ['Read with the month first it would be a day; here days come first.'] : [],
          at: [at],
        },
      ]
    })
  },
  examples: [
    { given: '28/02/2022', facts: aReading('Date of decision: 28/02/2022'), met: true },
    { given: '31/02/2022', facts: aReading('Date of decision: 31/02/2022'), met: false },
    { given: '31 June 2024', facts: aReading('The contract ends on 31 June 2024.'), met: false },
    {
      given: 'a reference that only looks like a date',
      facts: aReading('Ref 99/99/2022, dated 1 June 2022'),
      met: true,
    },
  ],
})
