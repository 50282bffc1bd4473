import { day, isWorkingDay, noCalendar, type Calendar, longDay, workingDayFrom } from '#platform/days.ts'
import { act, dated, met, notMet, rule, si, type Dated } from '#platform/law.ts'
import type { Minimum } from '../timeline/minimum.ts'
import { regimeNames, regimes, type Regime } from '../timeline/plan.ts'
import { isUkWorkingDay } from '../timeline/uk-working-days.ts'

/** Working days of standstill from the day on which the contract award notice is published, that day counted (verify). */
export const standstillUnderTheAct = dated('working days of standstill, Procurement Act 2023', [
  { from: '2025-02-24', value: 8, source: act('Procurement Act 2023', 's51') },
])

/** Calendar days after the day on which the bidders were told, the end put off to a working day (verify). */
export const standstillUnderTheRegulations = dated('calendar days of standstill, Public Contracts Regulations 2015', [
  { from: '2015-02-26', value: 10, source: si('2015/102', 'reg 87') },
])

/** Working days after the day on which the intention to award is published (verify). */
export const standstillUnderProviderSelection = dated('working days of standstill, Provider Selection Regime', [
  { from: '2024-01-01', value: 8, source: si('2023/1348', 'reg 12') },
])

const figureOf: Record<Regime, Dated<number>> = {
  'procurement-act': standstillUnderTheAct,
  'light-touch': standstillUnderTheAct,
  'pcr-2015': standstillUnderTheRegulations,
  'pcr-light-touch': standstillUnderTheRegulations,
  psr: standstillUnderProviderSelection,
}

/**
 * The least that a standstill lasts, from the day it begins. Under the light touch of the Procurement Act it is voluntary, but
 * one that is kept is no shorter (s51(4)). Days on which a council alone is closed count: the statutes know bank holidays only. Null
 * before the regime began.
 */
export function standstillMinimum(
  regime: Regime,
  began: Temporal.PlainDate,
  calendar: Calendar = noCalendar,
): Minimum | null {
  if (!figureOf[regime].covers(began)) return null
  const { value, source } = figureOf[regime].entry(began)
  switch (regime) {
    case 'pcr-2015':
    case 'pcr-light-touch':
      return {
        until: workingDayFrom(began.add({ days: value }), calendar).add({ days: 1 }),
        source,
        says: `a standstill lasts ${value} calendar days after bidders are told, and ends on a working day`,
      }
    case 'psr':
      return {
        until: nthWorkingDay(began.add({ days: 1 }), value, (on) => isWorkingDay(on, calendar)).add({ days: 1 }),
        source,
        says: `a standstill lasts until the end of the ${value}th working day after it begins`,
      }
    case 'light-touch':
    case 'procurement-act':
      return {
        until: nthWorkingDay(began, value, (on) => isUkWorkingDay(on, calendar)).add({ days: 1 }),
        source,
        says: `${
          regime === 'light-touch' ? 'a standstill that is kept although none is needed' : 'a standstill'
        } lasts ${
          value
        } working days from the day of the award notice, no bank holiday of any part of the United Kingdom among them`,
      }
  }
}

function nthWorkingDay(
  from: Temporal.PlainDate,
  count: number,
  works: (on: Temporal.PlainDate) => boolean,
): Temporal.PlainDate {
  let found = from
  for (let left = count; ; found = found.add({ days: 1 })) if (works(found) && --left === 0) return found
}

/** No contract is signed before the standstill is over. */
export const planKeepsStandstill = rule<{ regime: Regime; began: Temporal.PlainDate; until: Temporal.PlainDate }>({
  id: 'plan-keeps-standstill',
  title: 'A plan keeps the standstill of its regime',
  source: [act('Procurement Act 2023', 's51'), si('2015/102', 'reg 87'), si('2023/1348', 'reg 12')],
  from: '2015-02-26',
  check: ({ regime, began, until }) => {
    const least = standstillMinimum(regime, began)
    const last = until.subtract({ days: 1 })
    if (!least) return notMet(`No standstill is known under the ${regimes[regime].title} for ${longDay(began)}.`)
    const needed = least.until.subtract({ days: 1 })
    const words = `From ${longDay(began)} to ${longDay(last)}; under the ${
      regimes[regime].title
    } it lasts until ${longDay(needed)}`
    return Temporal.PlainDate.compare(until, least.until) >= 0 ? met(`${words}.`) : notMet(`${words}.`)
  },
  examples: [
    ...(
      [
        ['procurement-act', '2026-11-02', '2026-11-11'],
        ['procurement-act', '2026-11-23', '2026-12-03'],
        ['light-touch', '2026-07-06', '2026-07-16'],
        ['light-touch', '2027-03-10', '2027-03-22'],
        ['psr', '2026-12-18', '2027-01-04'],
        ['pcr-2015', '2026-12-18', '2026-12-29'],
        ['pcr-light-touch', '2024-11-04', '2024-11-14'],
      ] as const
    ).map(([regime, began, last]) => ({
      given: `${regimes[regime].title}, from ${began} to ${last}`,
      met: true,
      facts: { regime, began: day(began), until: day(last).add({ days: 1 }) },
    })),
    ...(
      [
        ['procurement-act', '2026-11-23', '2026-12-02'],
        ['light-touch', '2026-07-06', '2026-07-15'],
        ['psr', '2026-12-18', '2026-12-31'],
        ['pcr-2015', '2026-12-18', '2026-12-28'],
      ] as const
    ).map(([regime, began, last]) => ({
      given: `${regimes[regime].title}, from ${began} to ${last}, too short`,
      met: false,
      facts: { regime, began: day(began), until: day(last).add({ days: 1 }) },
    })),
  ],
})

/** Every regime has its figure; the compiler holds `figureOf` to that, and this list lets a page show them. */
export const standstillFigures = regimeNames.map((regime) => ({ regime, figure: figureOf[regime] }))
