import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { careVolumesIn, timesAYear, type CareVolumes, type Often } from './evidence/care-volumes.ts'
import { dayOf } from './evidence/days-in-text.ts'
import { plausibleMinutesAWeek } from './evidence/home-care-bands.ts'
import { readingRule, type Found } from './evidence/reading-rule.ts'

/**
 * The hours stated, shared among the people stated, are an amount of care that somebody could live on. An indicator.
 */
export const hoursAPerson = readingRule({
  id: 'hours-a-person',
  title: 'The hours stated come to a plausible amount of care for each person',
  source: principle('Arithmetic: hours of care divided by the people who receive it'),
  from: '2012-04-01',
  kept: 'The hours stated come to a plausible amount of care for each person.',
  find: (reading) => {
    const volumes = careVolumesIn(reading)
    const on = dayOf(reading)
    if (!volumes?.people || !on || !plausibleMinutesAWeek.covers(on)) return null
    return judged(volumes.hours, volumes.people, plausibleMinutesAWeek.on(on))
  },
  examples: [
    {
      given: '1,385 hours a week for 800 people is 1.7 hours each',
      facts: aReading('On 19 June 2024 home care reaches 800 people with 1,385 hours each week.', {
        formDate: ['19 June 2024', '2024-06-19'],
      }),
      met: false,
    },
    {
      given: '1,385 hours a day for 800 people is 12.1 hours a week each',
      facts: aReading('On 19 June 2024 home care reaches 800 people with 1,385 hours each day.', {
        formDate: ['19 June 2024', '2024-06-19'],
      }),
      met: true,
    },
  ],
})

function judged(
  hours: CareVolumes['hours'],
  people: NonNullable<CareVolumes['people']>,
  band: { low: number; high: number },
): Found[] {
  const each = (often: Often) => {
    const [times, over] = timesAYear[often]
    return (hours.count * 60 * Number(times) * 7) / Number(over) / 365 / people.count
  }
  const fits = (often: Often) => each(often) >= band.low && each(often) <= band.high
  if (fits(hours.often)) return []
  const said = (minutes: number) => `${(minutes / 60).toFixed(1)} hours a week`
  const count = hours.count.toLocaleString('en-GB')
  const others = (['day', 'week', 'month', 'year'] as const).filter((often) => often !== hours.often && fits(often))
  const meant = others.map((often) => `${count} hours a ${often} would be ${said(each(often))}`).join(' or ')
  const daily = Math.round(each(hours.often) / 7)
  return [
    {
      weight: 'warning',
      says:
        `${count} hours a ${hours.often} for ${people.count.toLocaleString('en-GB')} people is `
        + `${said(each(hours.often))} each, `
        + `${daily} minutes a day${meant ? `; ${meant}` : ''}.`,
      working: [
        `${count} hours a ${hours.often} ÷ ${people.count} people = ${said(each(hours.often))} each, ${daily} minutes `
          + 'a day.',
        ...others.map(
          (often) =>
            `If a ${often} was meant: ${count} ÷ ${people.count} × `
            + `${often === 'day' ? '7 days' : 'its share of a week'} = ${said(each(often))} each.`,
        ),
        `Between ${band.low / 60} and ${band.high / 60} hours a week would be plausible for a whole service: an `
          + 'indicator, not a rule.',
      ],
      at: [hours.at, people.at],
    },
  ]
}
