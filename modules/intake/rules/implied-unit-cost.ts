import { pounds, type Pence } from '#platform/money.ts'
import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { careVolumesIn, timesAYear, type CareVolumes, type Often } from './evidence/care-volumes.ts'
import { dayOf } from './evidence/days-in-text.ts'
import { plausibleHourlyRate } from './evidence/home-care-bands.ts'
import { readingRule, type Found } from './evidence/reading-rule.ts'
import type { Reading, Span } from '../reading.ts'

type Band = { low: Pence; high: Pence }

/**
 * What a year costs, divided by the hours, is a price that could be true. The band is an indicator; where another
 * reading of the hours ("a day" for "each week") would fall within it, that is said.
 */
export const impliedUnitCost = readingRule({
  id: 'implied-unit-cost',
  title: 'The yearly spend over the hours stated gives a plausible price an hour',
  source: principle('Arithmetic: the price of an hour is the yearly spend divided by the hours in the year'),
  from: '2012-04-01',
  kept: 'The yearly spend over the hours stated gives a plausible price an hour.',
  find: (reading) => {
    const volumes = careVolumesIn(reading)
    const on = dayOf(reading)
    if (!volumes?.yearly || !on || !plausibleHourlyRate.covers(on)) return null
    return judged(volumes, volumes.yearly, plausibleHourlyRate.on(on))
  },
  examples: [
    { given: '1,385 hours each week for £9,139,875 a year is £126.56 an hour', facts: homeCare('week'), met: false },
    { given: 'the same hours each day are £18.08 an hour', facts: homeCare('day'), met: true },
  ],
})

function homeCare(often: string): Reading {
  return aReading(
    `On 19 June 2024 home care reaches 800 people with 1,385 hours each ${often}. The spend in 2023/24 was £9,139,875.`,
    { formDate: ['19 June 2024', '2024-06-19'] },
  )
}

function judged({ hours, people }: CareVolumes, yearly: { pence: Pence; at: Span }, band: Band): Found[] {
  const rate = hourly(yearly.pence, hours.count, hours.often)
  if (rate >= band.low && rate <= band.high) return []
  const others = (['day', 'week', 'month', 'year'] as const).filter((often) => {
    const other = hourly(yearly.pence, hours.count, often)
    return often !== hours.often && other >= band.low && other <= band.high
  })
  const hoursSaid = `${hours.count.toLocaleString('en-GB')} hours`
  const minutes = people ? minutesADay(hours.count, hours.often, people.count) : null
  const each = minutes === null ? '' : ` and ${minutes} minutes a person a day`
  const fits = others.map(
    (often) =>
      `${hoursSaid} a ${often} would give about ` + `${pounds(hourly(yearly.pence, hours.count, often))} an hour`,
  )
  return [
    {
      weight: 'warning',
      says:
        `${pounds(yearly.pence)} a year for ${hoursSaid} a ${hours.often} is about ${pounds(rate)} an hour${each}, `
        + `outside the ${pounds(band.low)} to ${pounds(band.high)} that is plausible`
        + `${fits.length > 0 ? `; ${fits.join(' or ')}` : ''}.`,
      working: [
        yearSaid(hours.count, hours.often),
        `${pounds(yearly.pence)} ÷ ${yearHours(hours.count, hours.often)} hours = ${pounds(rate)} an hour.`,
        ...(people
          ? [`${hoursSaid} a ${hours.often} ÷ ${people.count} people = ${minutes} minutes a person a day.`]
          : []),
        ...others.flatMap((often) => [
          `If a ${often} was meant: ${yearSaid(hours.count, often)}`,
          `${pounds(yearly.pence)} ÷ ${yearHours(hours.count, often)} hours = `
            + `${pounds(hourly(yearly.pence, hours.count, often))} an hour.`,
        ]),
        `The band of ${pounds(band.low)} to ${pounds(band.high)} is an indicator, not a price.`,
      ],
      at: [hours.at, yearly.at, ...(people ? [people.at] : [])],
    },
  ]
}

/** Pence an hour, to the nearest penny. Hours are whole or have two decimals at most, so hundredths keep them exact. */
function hourly(yearly: Pence, count: number, often: Often): Pence {
  const [times, over] = timesAYear[often]
  const hundredths = BigInt(Math.round(count * 100)) * times
  return (yearly * over * 100n * 2n + hundredths) / (hundredths * 2n)
}

function yearHours(count: number, often: Often): string {
  const [times, over] = timesAYear[often]
  return Math.round((count * Number(times)) / Number(over)).toLocaleString('en-GB')
}

function yearSaid(count: number, often: Often): string {
  const many = { day: '365 days', week: '52.14 weeks', month: '12 months', year: '1 year' }[often]
  return `${count.toLocaleString('en-GB')} hours × ${many} = ${yearHours(count, often)} hours a year.`
}

function minutesADay(count: number, often: Often, people: number): number {
  const [times, over] = timesAYear[often]
  return Math.round((count * 60 * Number(times)) / Number(over) / 365 / people)
}
