import { day, lastClearDay, longDay, type Calendar } from '#platform/days.ts'
import { constitution, met, notApplicable, notMet, rule, type Finding } from '#platform/law.ts'
import type { Within } from './call-in-window.ts'

/** What has to be done within days that are counted from another day. */
export type Timed = {
  within: Within | null
  since: Temporal.PlainDate
  on: Temporal.PlainDate
  calendar?: Calendar | undefined
}

/** The last day on which something can still be done in time; null where the council's rule sets none. */
export const dueBy = (
  within: Within | null | undefined,
  since: Temporal.PlainDate,
  calendar?: Calendar,
): Temporal.PlainDate | null => (within ? lastClearDay(since, within.days, within.unit, calendar) : null)

/** "within 15 working days of Friday 5 August 2022, by Friday 26 August 2022" */
export const dueWords = (within: Within, since: Temporal.PlainDate, calendar?: Calendar): string =>
  `within ${within.days} ${within.unit} ${within.days === 1 ? 'day' : 'days'} of ${longDay(since)}, by ${longDay(lastClearDay(since, within.days, within.unit, calendar))}`

function inTime({ within, since, on, calendar }: Timed, what: string): Finding {
  const due = dueBy(within, since, calendar)
  if (!within || !due) return notApplicable
  const asked = `The rule asks for ${what} ${dueWords(within, since, calendar)}`
  return Temporal.PlainDate.compare(on, due) <= 0
    ? met(`${asked}; it is on ${longDay(on)}.`)
    : notMet(`${asked}; ${longDay(on)} is later.`)
}

/** Scrutiny hears a call-in within the council's days of receiving it. */
export const heardInTime = rule<Timed>({
  id: 'call-in-heard-in-time',
  title: 'A call-in is heard within the days that the council’s rule gives',
  source: constitution('The council', 'scrutiny procedure rules, hearing of a call-in'),
  from: '2000-10-26',
  check: (timed) => inTime(timed, 'a hearing'),
  examples: [
    {
      given: 'West Lancashire and Bracknell Forest: on the fifteenth working day',
      facts: timed(15, 'working', '2022-08-05', '2022-08-26'),
      met: true,
    },
    {
      given: 'West Lancashire: a working day later, with the bank holiday between',
      facts: timed(15, 'working', '2022-08-05', '2022-08-30'),
      met: false,
    },
    {
      given: 'Isle of Wight: on the tenth working day',
      facts: timed(10, 'working', '2022-08-05', '2022-08-19'),
      met: true,
    },
    {
      given: 'Harrogate: on the twentieth day of the notice',
      facts: timed(20, 'calendar', '2019-03-01', '2019-03-21'),
      met: true,
    },
    {
      given: 'closed for a day of the council’s own: on the sixteenth working day of everybody else',
      facts: {
        ...timed(15, 'working', '2022-08-05', '2022-08-30'),
        calendar: { days: [{ day: '2022-08-12', name: 'a day of the council’s own', kind: 'closed' }] },
      },
      met: true,
    },
    { given: 'Harrogate: a day later', facts: timed(20, 'calendar', '2019-03-01', '2019-03-22'), met: false },
  ],
})

/** Whoever decided reconsiders within the council's days of the referral. */
export const reconsideredInTime = rule<Timed>({
  id: 'decision-reconsidered-in-time',
  title: 'A decision that scrutiny referred back is reconsidered within the days that the council’s rule gives',
  source: constitution('The council', 'scrutiny procedure rules, reconsideration'),
  from: '2000-10-26',
  check: (timed) => inTime(timed, 'the reconsideration'),
  examples: [
    {
      given: 'Bracknell Forest: on the seventh working day',
      facts: timed(7, 'working', '2022-08-05', '2022-08-16'),
      met: true,
    },
    { given: 'Bracknell Forest: on the eighth', facts: timed(7, 'working', '2022-08-05', '2022-08-17'), met: false },
    {
      given: 'Isle of Wight: on the fifth working day',
      facts: timed(5, 'working', '2022-08-05', '2022-08-12'),
      met: true,
    },
    { given: 'Isle of Wight: after it', facts: timed(5, 'working', '2022-08-05', '2022-08-15'), met: false },
  ],
})

export type Attendance = { attend: number | undefined; callers: readonly string[]; attended: readonly string[] }

/** Where the rule asks for it, those who called in come and say why. */
export const callersAttended = rule<Attendance>({
  id: 'callers-attended',
  title: 'Those who called a decision in attend where the council’s rule asks for it',
  source: constitution('The council', 'scrutiny procedure rules, attendance at a call-in'),
  from: '2000-10-26',
  check: ({ attend, callers, attended }) => {
    if (!attend) return notApplicable
    const came = callers.filter((name) => attended.includes(name))
    const asked = `The rule asks for ${attend} of those who called it in to attend`
    return came.length >= attend
      ? met(`${asked}; ${came.join(', ')} did.`)
      : notMet(`${asked}; ${came.length === 0 ? 'none did' : `only ${came.join(', ')} did`}.`)
  },
  examples: [
    {
      given: 'Isle of Wight and West Somerset: one of three came',
      facts: { attend: 1, callers: ['A', 'B', 'C'], attended: ['B', 'The Leader'] },
      met: true,
    },
    {
      given: 'Isle of Wight: nobody who called it in came',
      facts: { attend: 1, callers: ['A', 'B', 'C'], attended: ['The Leader'] },
      met: false,
    },
  ],
})

function timed(days: number, unit: Within['unit'], since: string, on: string): Timed {
  return { within: { days, unit, otherwise: 'waits' }, since: day(since), on: day(on) }
}
