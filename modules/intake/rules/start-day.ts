import { plainDay, whyNotWorking } from '#platform/days.ts'
import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { aDay, ifKnown, readDay } from './evidence/days-in-text.ts'
import { matchesOf, plainText } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/**
 * A new service or contract that starts on a weekend or holiday needs a handover on that day: worth knowing, wrong of
 * nobody. The first of a month is left alone, for contracts start on it whatever day it is.
 */
export const startDay = readingRule({
  id: 'start-day',
  title: 'A new service starts on a working day, or its handover is planned for the day it starts',
  source: principle('The calendar'),
  from: '2012-01-01',
  kept: 'The start is on a working day, or on the first of a month.',
  find: (reading) => {
    const starts = matchesOf(plainText(reading), begins).flatMap(({ groups, at }) => {
      const day = readDay(groups['day'] ?? '')
      return day ? [{ day, at }] : []
    })
    if (starts.length === 0) return null
    return starts.flatMap(({ day, at }) => {
      const off = ifKnown(() => whyNotWorking(day))
      if (off === null || day.day === 1) return []
      return [
        {
          weight: 'note' as const,
          says:
            `${plainDay(day)}, on which it is to start, is ${off}: a handover falls on a day when offices are `
            + 'closed.',
          at: [at],
        },
      ]
    })
  },
  examples: [
    {
      given: 'a start on Monday 27 October 2025',
      facts: aReading('The new provider will start on 27 October 2025.'),
      met: true,
    },
    {
      given: 'a start on Saturday 25 October 2025',
      facts: aReading('The new provider will start on 25 October 2025.'),
      met: false,
    },
    {
      given: 'a start on Saturday 1 October 2022',
      facts: aReading('The contract will start on 1 October 2022.'),
      met: true,
    },
  ],
})

const begins = new RegExp(
  String.raw`\b(?:service|contracts?|arrangements?|framework|provision|provider)\b[^.;\n]{0,50}\b(?:to|will|`
    + String.raw`shall|should)\s+(?:commence|start|begin)\s+(?:on|from)\s+(?:the\s+)?(?<day>${aDay})`,
  'giu',
)
