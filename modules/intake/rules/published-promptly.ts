import { daysBetween, longDay } from '#platform/days.ts'
import { si } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { dayIn, lapse } from './evidence/days-in-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/**
 * A record is made and published as soon as reasonably practicable. No number of days is law: from two weeks on it is
 * noted, from thirty days on it is a warning.
 */
export const publishedPromptly = readingRule({
  id: 'published-promptly',
  title: 'A decision is published as soon as reasonably practicable',
  source: [si('2012/2089', 'reg 14')],
  from: '2012-09-10',
  kept: 'It was published within two weeks of the decision.',
  find: (reading) => {
    const decided = dayIn(reading.decidedOn)
    const published = dayIn(reading.publishedOn)
    if (!decided || !published || daysBetween(decided.day, published.day) < 0) return null
    const days = daysBetween(decided.day, published.day)
    if (days <= 14) return []
    return [
      {
        // Years later is more likely the day on which old records were moved to a new system.
        weight: days >= 30 && days < 366 ? 'warning' : 'note',
        says:
          `It was decided on ${longDay(decided.day)} and published on ${longDay(published.day)}, `
          + `${lapse(decided.day, published.day)} later.`,
        at: [decided.at, published.at],
      },
    ]
  },
  examples: [
    {
      given: 'published the next day',
      facts: aReading('Decided 04/08/2022, published 05/08/2022', {
        decidedOn: ['04/08/2022', '2022-08-04'],
        publishedOn: ['05/08/2022', '2022-08-05'],
      }),
      met: true,
    },
    {
      given: 'published 105 days later',
      facts: aReading('Decided 04/01/2022, published 19/04/2022', {
        decidedOn: ['04/01/2022', '2022-01-04'],
        publishedOn: ['19/04/2022', '2022-04-19'],
      }),
      met: false,
    },
  ],
})
