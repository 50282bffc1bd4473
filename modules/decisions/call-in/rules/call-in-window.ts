import { day, eachDay, longDay, weekdayName, whyNotWorking, workingDayFrom, type Calendar } from '#platform/days.ts'
import { act, met, notMet, rule } from '#platform/law.ts'

/** Who calls in: any member, those of the committees that hear call-ins, whoever chairs one, or holders of named posts. */
export type CallerGroup = 'members' | 'committee' | 'chair' | 'posts'

/** One way of calling in; all that it names is needed, each place filled by somebody else. */
export type CallInWay = { all: { who: CallerGroup; posts?: string[] | undefined; least: number }[] }

/** Within how many days something is done, and what becomes of the decision where it is not. */
export type Within = { days: number; unit: 'working' | 'calendar'; otherwise: 'waits' | 'takes-effect' }

/**
 * A council's call-in rule. Parliament only gives overview and scrutiny the power to review a decision made but not yet
 * implemented (Local Government Act 2000, s9F): how long it may take, and everything else here, is the council's own
 * constitution.
 */
export type CallInRule = {
  /** How many days the window lasts; not looked at where `weekdayAnchor` ends it. */
  lengthDays: number
  unit: 'clear-working' | 'clear-calendar'
  start: 'publication' | 'decision'
  /** Whether the day of publication (or decision) is day 1 rather than day 0. */
  countStartDay: boolean
  /** Ends the window on a weekday (1 is Monday) so many weeks on: "the Tuesday of the week following" is 2 and 1. */
  weekdayAnchor?: { weekday: number; weeksLater: number } | undefined
  /** The time on the last day at which the window closes, `17:00`; the end of the day where absent. */
  cutoffTime?: string | undefined
  effective: 'day-after' | 'last-day' | 'next-working-day'
  /** How many members it takes, where the rule does not say which; then their posts are not looked at. */
  minCallers?: number | undefined
  /** The ways of calling in, of which any one is enough. */
  callers?: CallInWay[] | undefined
  coopted?: { posts: string[]; may: boolean } | undefined
  /** The bodies that hear call-ins and the posts that chair them. */
  committees?: string[] | undefined
  chairs?: string[] | undefined
  grounds?:
    { list?: string[] | undefined; particulars?: boolean | undefined; substitute?: boolean | undefined } | undefined
  clauses?: 'some' | 'whole' | undefined
  onceOnly?: boolean | undefined
  /** What may be called in, by who decides. */
  scope?:
    Partial<Record<'cabinet' | 'member' | 'officer' | 'committee', 'all' | 'key' | 'none' | undefined>> | undefined
  hearing?: Within | undefined
  /** How many of those who called in have to come to the hearing. */
  attend?: number | undefined
  reconsideration?: Within | undefined
  /** When scrutiny may refer a decision to full council; `always` where absent. */
  council?: 'always' | 'outside-framework' | 'never' | undefined
  /** From when a released decision stands; `that-day` where absent. */
  releasedFrom?: 'that-day' | 'day-after' | undefined
  /** Posts of which one must agree that a decision is too urgent to be called in; nobody can where absent. */
  waiver?: { posts: string[] } | undefined
  /** The council's own calendar as it stood when the clock was started, kept with the rule. */
  calendar?: Calendar | undefined
}

export type CountedDay = { day: Temporal.PlainDate; counts: boolean; why: string }

/** `lastDay` is the last on which the decision may be called in; `effective` the first on which it may be acted on. */
export type CallInWindow = {
  lastDay: Temporal.PlainDate
  closesAt: string | null
  effective: Temporal.PlainDate
  counted: CountedDay[]
  working: string[]
}

/**
 * Counts a call-in window from the day the rule starts on: publication or decision, as `rule.start` says.
 * Throws when the rule cannot be counted, or the days leave the bank-holiday table.
 *
 * Five clear working days from Friday 5 August 2022, day after: last day 12 August, effective Saturday 13 August.
 */
export function callInWindow(rule: CallInRule, started: Temporal.PlainDate): CallInWindow {
  const counted = rule.weekdayAnchor ? countToWeekday(rule, started) : countLength(rule, started)
  const lastDay = counted.at(-1)?.day ?? started
  const effective = effectiveDay(rule, lastDay)
  const closesAt = rule.cutoffTime ?? null
  return { lastDay, closesAt, effective, counted, working: workingOf(rule, started, { lastDay, effective, counted }) }
}

/** The rule in words: "5 clear working days after publication". */
export function callInRuleWords(rule: CallInRule): string {
  const { weekdayAnchor: anchor, cutoffTime } = rule
  if (anchor) {
    const weeks = anchor.weeksLater === 1 ? 'the week following' : `the week ${anchor.weeksLater} weeks after`
    return `until ${cutoffTime ?? 'the end'} on the ${nameOf(anchor.weekday)} of ${weeks} ${rule.start}`
  }
  const unit = rule.unit === 'clear-working' ? 'working' : 'calendar'
  const days = rule.lengthDays === 1 ? 'day' : 'days'
  if (rule.countStartDay) return `${rule.lengthDays} ${unit} ${days} from ${rule.start}, counting that day`
  return `${rule.lengthDays} clear ${unit} ${days} after ${rule.start}`
}

/** Nothing is done under a decision while it may still be called in. */
export const callInPeriodOver = rule<{ callIn: CallInRule; started: Temporal.PlainDate; on: Temporal.PlainDate }>({
  id: 'call-in-period-over',
  title: 'A decision is not acted on while it may still be called in',
  source: act('Local Government Act 2000', 's9F'),
  from: '2012-05-04',
  check: ({ callIn, started, on }) => {
    const { effective, lastDay, working } = callInWindow(callIn, started)
    const ran = `Call-in ran ${callInRuleWords(callIn)} (${longDay(started)}) to ${longDay(lastDay)}`
    return Temporal.PlainDate.compare(on, effective) >= 0
      ? met(`${ran}; the decision took effect on ${longDay(effective)}.`, working)
      : notMet(
          `${ran}; on ${longDay(on)} the decision is not yet in effect, and will be on ${longDay(effective)}.`,
          working,
        )
  },
  examples: [
    {
      given: 'published on Friday 5 August 2022 under five clear working days, acted on the Saturday after the fifth',
      facts: { callIn: fiveClearWorkingDays(), started: day('2022-08-05'), on: day('2022-08-13') },
      met: true,
    },
    {
      given: 'the same decision, acted on a day earlier',
      facts: { callIn: fiveClearWorkingDays(), started: day('2022-08-05'), on: day('2022-08-12') },
      met: false,
    },
    {
      given: 'five clear working days over Christmas, acted on the day after the fifth',
      facts: { callIn: fiveClearWorkingDays(), started: day('2026-12-18'), on: day('2026-12-30') },
      met: true,
    },
    {
      given: 'the same, where the council’s calendar says that it is closed on two of them',
      facts: { callIn: closedAtChristmas(), started: day('2026-12-18'), on: day('2026-12-30') },
      met: false,
    },
    {
      given: 'published the Friday before Easter week: two bank holidays push the fifth day to Tuesday 3 April 2018',
      facts: { callIn: fiveClearWorkingDays(), started: day('2018-03-23'), on: day('2018-04-03') },
      met: false,
    },
  ],
})

/** The commonest rule: five clear working days after publication, in effect the day after the fifth. */
export function fiveClearWorkingDays(): CallInRule {
  return { lengthDays: 5, unit: 'clear-working', start: 'publication', countStartDay: false, effective: 'day-after' }
}

function closedAtChristmas(): CallInRule {
  const name = 'Christmas closure'
  return {
    ...fiveClearWorkingDays(),
    calendar: {
      days: [
        { day: '2026-12-24', name, kind: 'closed' },
        { day: '2026-12-29', name, kind: 'closed' },
      ],
    },
  }
}

function countLength(rule: CallInRule, started: Temporal.PlainDate): CountedDay[] {
  if (!Number.isInteger(rule.lengthDays) || rule.lengthDays < 1 || rule.lengthDays > 60) {
    throw new RangeError(
      `A call-in period of ${rule.lengthDays} days cannot be counted: give a whole number from 1 ` + 'to 60',
    )
  }
  const counted: CountedDay[] = []
  const startWhy = `the day of ${rule.start}, not counted`
  let number = 0
  for (let one = started; number < rule.lengthDays; one = one.add({ days: 1 })) {
    const off = rule.unit === 'clear-working' ? whyNotWorking(one, rule.calendar) : null
    const isStart = one.equals(started)
    const counts = off === null && (!isStart || rule.countStartDay)
    if (counts) number++
    counted.push({
      day: one,
      counts,
      why: counts ? `day ${number}` : isStart && !rule.countStartDay ? startWhy : (off ?? ''),
    })
  }
  return counted
}

// A constitution that names a weekday means that weekday, bank holiday or not: none was found that says otherwise.
function countToWeekday(rule: CallInRule, started: Temporal.PlainDate): CountedDay[] {
  const { weekday, weeksLater } = rule.weekdayAnchor ?? { weekday: 0, weeksLater: 0 }
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7 || !Number.isInteger(weeksLater) || weeksLater < 1) {
    throw new RangeError('A call-in period ends on a weekday from 1 (Monday) to 7 (Sunday), at least one week later')
  }
  const last = started.subtract({ days: started.dayOfWeek - 1 }).add({ days: weeksLater * 7 + weekday - 1 })
  let number = 0
  return [...eachDay(started, last.add({ days: 1 }))].map((one) => {
    const counts = !one.equals(started) || rule.countStartDay
    if (counts) number++
    const ends = one.equals(last) ? `, the ${nameOf(weekday)} on which it ends` : ''
    return { day: one, counts, why: counts ? `day ${number}${ends}` : `the day of ${rule.start}, not counted` }
  })
}

function effectiveDay(rule: CallInRule, lastDay: Temporal.PlainDate): Temporal.PlainDate {
  if (rule.effective === 'last-day') return lastDay
  const after = lastDay.add({ days: 1 })
  return rule.effective === 'day-after' ? after : workingDayFrom(after, rule.calendar)
}

function workingOf(
  rule: CallInRule,
  started: Temporal.PlainDate,
  window: Pick<CallInWindow, 'lastDay' | 'effective' | 'counted'>,
): string[] {
  const began = rule.start === 'publication' ? 'Published' : 'Decided'
  const time = rule.cutoffTime ? ` at ${rule.cutoffTime}` : ''
  const how = {
    'day-after': 'Takes effect the day after',
    'last-day': 'Takes effect on that day',
    'next-working-day': 'Takes effect on the next working day',
  }[rule.effective]
  return [
    `${began} on ${longDay(started)}; the rule is ${callInRuleWords(rule)}.`,
    ...window.counted.map(
      (one) => `${longDay(one.day)}: ` + `${one.why}${one.counts || one.day.equals(started) ? '' : ', not counted'}.`,
    ),
    `May be called in until ${longDay(window.lastDay)}${time}.`,
    `${how}: ${longDay(window.effective)}.`,
  ]
}

/** 1 is Monday. */
function nameOf(weekday: number): string {
  return weekdayName(day('2024-01-01').add({ days: weekday - 1 }))
}
