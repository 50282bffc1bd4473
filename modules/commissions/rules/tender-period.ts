import { day, daysBetween, longDay } from '#platform/days.ts'
import { act, dated, met, notApplicable, notMet, rule, si, type Dated } from '#platform/law.ts'
import type { Minimum } from '../timeline/minimum.ts'
import { regimes, type Regime } from '../timeline/plan.ts'

/** Calendar days for tendering, everything electronic and given at once (verify). */
export const tenderDaysUnderTheAct = dated('calendar days for tendering, Procurement Act 2023', [
  { from: '2025-02-24', value: 25, source: act('Procurement Act 2023', 's54') },
])

/** Calendar days for tendering in the open procedure, tenders sent electronically (verify). */
export const tenderDaysUnderTheRegulations = dated('calendar days for tendering, Public Contracts Regulations 2015', [
  { from: '2015-02-26', value: 30, source: si('2015/102', 'reg 27') },
])

// Light touch and the Provider Selection Regime set no period: it must be reasonable, which a person judges.
const figureOf: Partial<Record<Regime, Dated<number>>> = {
  'procurement-act': tenderDaysUnderTheAct,
  'pcr-2015': tenderDaysUnderTheRegulations,
}

/** The least time for tendering from the day of the notice, that day the first; null where the regime sets none. */
export function tenderMinimum(regime: Regime, began: Temporal.PlainDate): Minimum | null {
  const figure = figureOf[regime]
  if (!figure?.covers(began)) return null
  const { value, source } = figure.entry(began)
  return { until: began.add({ days: value }), source, says: `tenderers have ${value} days from the day of the notice` }
}

/** Tenderers have the time that the law gives them. */
export const planGivesTenderTime = rule<{ regime: Regime; began: Temporal.PlainDate; until: Temporal.PlainDate }>({
  id: 'plan-gives-tender-time',
  title: 'A plan gives tenderers the time of its regime',
  source: [act('Procurement Act 2023', 's54'), si('2015/102', 'reg 27')],
  from: '2015-02-26',
  check: ({ regime, began, until }) => {
    const least = tenderMinimum(regime, began)
    if (!least) return notApplicable
    const given = daysBetween(began, until)
    const words = `${given} days from ${longDay(began)}; under the ${regimes[regime].title} ${daysBetween(
      began,
      least.until,
    )} are needed`
    return Temporal.PlainDate.compare(until, least.until) >= 0 ? met(`${words}.`) : notMet(`${words}.`)
  },
  examples: [
    {
      given: '25 days under the Act',
      facts: { regime: 'procurement-act', began: day('2026-03-02'), until: day('2026-03-27') },
      met: true,
    },
    {
      given: '24 days under the Act',
      facts: { regime: 'procurement-act', began: day('2026-03-02'), until: day('2026-03-26') },
      met: false,
    },
    {
      given: '29 days under the Regulations',
      facts: { regime: 'pcr-2015', began: day('2024-03-04'), until: day('2024-04-02') },
      met: false,
    },
  ],
})
