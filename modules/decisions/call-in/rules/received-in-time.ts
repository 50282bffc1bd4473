import { day, longDay } from '#platform/days.ts'
import { constitution, met, notMet, rule } from '#platform/law.ts'
import { callInWindow, fiveClearWorkingDays, type CallInRule } from './call-in-window.ts'

export type Received = {
  callIn: CallInRule
  /** The day from which the rule counts. */
  started: Temporal.PlainDate
  on: Temporal.PlainDate
  /** The time in London, `16:59`. */
  at: string
  /** A later last day, where officers took days of the window to judge a first request. */
  until?: Temporal.PlainDate
}

/** A call-in is there by the last day of the window, and on that day by the time at which it closes. */
export const receivedInTime = rule<Received>({
  id: 'call-in-received-in-time',
  title: 'A call-in is received while the window is open',
  source: constitution('The council', 'scrutiny procedure rules, period of call-in'),
  from: '2000-10-26',
  check: ({ callIn, started, on, at, until }) => {
    const { lastDay: counted, closesAt, working } = callInWindow(callIn, started)
    const later = until && Temporal.PlainDate.compare(until, counted) > 0 ? until : null
    const lastDay = later ?? counted
    const order = Temporal.PlainDate.compare(on, lastDay)
    const end = closesAt && !later ? `${longDay(lastDay)} at ${closesAt}` : longDay(lastDay)
    if (order > 0) return notMet(`Its last day was ${end}; today is ${longDay(on)}.`, working)
    if (order === 0 && closesAt && !later && at >= closesAt)
      return notMet(`The window closed at ${closesAt} on its last day, ${longDay(lastDay)}; it is ${at}.`, working)
    return met(`It can be called in until ${end}.`, working)
  },
  examples: [
    {
      given: 'Kent: on the fifth working day, a minute before midnight',
      facts: received(fiveClearWorkingDays(), '2022-08-05', '2022-08-12', '23:59'),
      met: true,
    },
    {
      given: 'Kent: on the Saturday after',
      facts: received(fiveClearWorkingDays(), '2022-08-05', '2022-08-13', '09:00'),
      met: false,
    },
    {
      given: 'West Lancashire: a minute before five on the Tuesday of the week following',
      facts: received(westLancashire(), '2024-06-20', '2024-06-25', '16:59'),
      met: true,
    },
    {
      given: 'West Lancashire: at five',
      facts: received(westLancashire(), '2024-06-20', '2024-06-25', '17:00'),
      met: false,
    },
    {
      given: 'Merton: before noon on the third working day after publication',
      facts: received(merton(), '2022-08-05', '2022-08-10', '11:59'),
      met: true,
    },
    {
      given: 'Merton: in the afternoon of that day',
      facts: received(merton(), '2022-08-05', '2022-08-10', '12:30'),
      met: false,
    },
    {
      given: 'Staffordshire: on the third working day after publication',
      facts: received({ ...fiveClearWorkingDays(), lengthDays: 3 }, '2021-07-22', '2021-07-27', '15:00'),
      met: true,
    },
    {
      given: 'put right after the last day, within the days that officers took to judge the first request',
      facts: { ...received(fiveClearWorkingDays(), '2022-08-05', '2022-08-16', '09:00'), until: day('2022-08-17') },
      met: true,
    },
  ],
})

function received(callIn: CallInRule, started: string, on: string, at: string): Received {
  return { callIn, started: day(started), on: day(on), at }
}

function westLancashire(): CallInRule {
  return { ...fiveClearWorkingDays(), weekdayAnchor: { weekday: 2, weeksLater: 1 }, cutoffTime: '17:00' }
}

function merton(): CallInRule {
  return { ...fiveClearWorkingDays(), lengthDays: 3, cutoffTime: '12:00' }
}
