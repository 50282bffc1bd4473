import { longDay } from '#platform/days.ts'
import { si } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { dayIn, lapse } from './evidence/days-in-text.ts'
import { readingRule, type Found } from './evidence/reading-rule.ts'

/**
 * A decision is made, then published, then takes effect. A decision that is not open to call-in often takes effect
 * before it is published, so that is only a note unless the record says call-in applies.
 */
export const daysInOrder = readingRule({
  id: 'days-in-order',
  title: 'A decision is made before it is published, and published before it takes effect',
  source: [si('2012/2089', 'regs 12 to 14')],
  from: '2012-09-10',
  kept: 'The decision was made, published and in effect in that order.',
  find: (reading) => {
    const decided = dayIn(reading.decidedOn)
    const published = dayIn(reading.publishedOn)
    const effective = dayIn(reading.effectiveFrom)
    if ([decided, published, effective].filter((one) => one !== null).length < 2) return null
    const found: Found[] = []
    if (decided && published && before(published.day, decided.day)) {
      found.push({
        weight: 'warning',
        says:
          `It was published on ${longDay(published.day)}, ${lapse(published.day, decided.day)} before it was `
          + `decided on ${longDay(decided.day)}.`,
        at: [published.at, decided.at],
      })
    }
    if (decided && effective && before(effective.day, decided.day)) {
      found.push({
        weight: 'warning',
        says:
          `It is effective from ${longDay(effective.day)}, ${lapse(effective.day, decided.day)} before it was `
          + `decided on ${longDay(decided.day)}.`,
        at: [effective.at, decided.at],
      })
    } else if (published && effective && before(effective.day, published.day)) {
      const callable = reading.subjectToCallIn?.value === true
      found.push({
        weight: callable ? 'warning' : 'note',
        says:
          `It is effective from ${longDay(effective.day)}, ${lapse(effective.day, published.day)} before it was `
          + 'published on '
          + `${longDay(published.day)}${callable ? ', though it is subject to call-in' : ''}.`,
        at: [effective.at, published.at, ...(reading.subjectToCallIn ? [reading.subjectToCallIn.at] : [])],
      })
    }
    return found
  },
  examples: [
    {
      given: 'decided on the 4th, published on the 5th, in effect on the 13th',
      facts: aReading('Published 05/08/2022, decided 04/08/2022, effective from 13/08/2022', {
        publishedOn: ['05/08/2022', '2022-08-05'],
        decidedOn: ['04/08/2022', '2022-08-04'],
        effectiveFrom: ['13/08/2022', '2022-08-13'],
      }),
      met: true,
    },
    {
      given: 'published the day before it was decided',
      facts: aReading('Published 03/08/2022, decided 04/08/2022', {
        publishedOn: ['03/08/2022', '2022-08-03'],
        decidedOn: ['04/08/2022', '2022-08-04'],
      }),
      met: false,
    },
    {
      given: 'in effect before it was published, while call-in applies',
      facts: aReading('Call in: Yes. Published 05/08/2022, effective from 04/08/2022', {
        publishedOn: ['05/08/2022', '2022-08-05'],
        effectiveFrom: ['04/08/2022', '2022-08-04'],
        subjectToCallIn: ['Yes', true],
      }),
      met: false,
    },
  ],
})

function before(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0
}
