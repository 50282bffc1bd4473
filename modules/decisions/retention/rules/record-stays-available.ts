import { act, dated, met, notMet, rule, si, type Dated } from '#platform/law.ts'
import { longDay } from '#platform/days.ts'

/** For how many years each kind of document stays open to inspection, counted from the day of the decision. */
export type Years = { record: number; background: number }

/**
 * Six years for the record and the report, four for background papers. The figures are those of the 2014 regulations (reg 8) and of
 * sections 100C and 100D of the 1972 Act; that they hold for executive records is practice, and is to be verified.
 */
export const yearsAvailable: Dated<Years> = dated('years for which a record stays available', [
  { from: '2000-10-02', value: { record: 6, background: 4 }, source: act('Local Government Act 1972', 's100C') },
  { from: '2012-09-10', value: { record: 6, background: 4 }, source: si('2012/2089', 'reg 21') },
])

/** The days until which a decision's documents must stay available: through the last of them. */
export function availableUntil(decidedOn: Temporal.PlainDate): {
  record: Temporal.PlainDate
  background: Temporal.PlainDate
} {
  const { record, background } = yearsAvailable.on(decidedOn)
  return { record: decidedOn.add({ years: record }), background: decidedOn.add({ years: background }) }
}

export type KeepingFacts = {
  kind: 'record' | 'background'
  decidedOn: Temporal.PlainDate
  on: Temporal.PlainDate
  isHeld: boolean
}

/** A document may be looked at for removal once its day has passed, and not while anybody holds it. Remit removes nothing itself. */
export const mayBeLookedAt = rule<KeepingFacts>({
  id: 'retention-day-has-passed',
  title: 'A record stays available until its day, and for as long as it is held',
  source: [si('2012/2089', 'reg 21'), act('Local Government Act 1972', 's100C')],
  from: '2000-10-02',
  check: ({ kind, decidedOn, on, isHeld }) => {
    const until = availableUntil(decidedOn)[kind]
    const what = kind === 'record' ? 'The record and its report' : 'Its background papers'
    if (Temporal.PlainDate.compare(on, until) <= 0)
      return notMet(`${what} must stay available until ${longDay(until)}.`)
    return isHeld
      ? notMet(`${what} had to stay available until ${longDay(until)}, and a legal hold keeps them.`)
      : met(`${what} had to stay available until ${longDay(until)}. Other rules may keep them for longer.`)
  },
  examples: [
    {
      given: 'a report on the day six years later',
      facts: {
        kind: 'record',
        decidedOn: Temporal.PlainDate.from('2016-08-05'),
        on: Temporal.PlainDate.from('2022-08-05'),
        isHeld: false,
      },
      met: false,
    },
    {
      given: 'a report on the day after that',
      facts: {
        kind: 'record',
        decidedOn: Temporal.PlainDate.from('2016-08-05'),
        on: Temporal.PlainDate.from('2022-08-06'),
        isHeld: false,
      },
      met: true,
    },
    {
      given: 'a background paper after four years and a day',
      facts: {
        kind: 'background',
        decidedOn: Temporal.PlainDate.from('2018-08-05'),
        on: Temporal.PlainDate.from('2022-08-06'),
        isHeld: false,
      },
      met: true,
    },
    {
      given: 'the same under a legal hold',
      facts: {
        kind: 'background',
        decidedOn: Temporal.PlainDate.from('2018-08-05'),
        on: Temporal.PlainDate.from('2022-08-06'),
        isHeld: true,
      },
      met: false,
    },
    {
      given: 'decided on 29 February',
      facts: {
        kind: 'record',
        decidedOn: Temporal.PlainDate.from('2016-02-29'),
        on: Temporal.PlainDate.from('2022-02-28'),
        isHeld: false,
      },
      met: false,
    },
  ],
})
