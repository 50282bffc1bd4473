import { day, daysBetween, longDay, plainDay, whyNotWorking } from '#platform/days.ts'
import { act, met, notApplicable, notMet, principle, rule, si } from '#platform/law.ts'
import { regimes, type Regime } from '../timeline/plan.ts'

const from = '2012-09-10'
const compare = Temporal.PlainDate.compare
const count = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`
const last = (until: Temporal.PlainDate) => until.subtract({ days: 1 })

/** Nothing starts before what it waits for is over: not a first phase before the last signature that permits it. */
export const stepsKeepOrder = rule<{
  title: string
  from: Temporal.PlainDate
  waitsFor: string
  until: Temporal.PlainDate
}>({
  id: 'plan-keeps-order',
  title: 'No step starts before what it waits for is over',
  source: principle('No act without authority in effect'),
  from,
  check: ({ title, from: starts, waitsFor, until }) =>
    compare(starts, until) >= 0
      ? met(`“${title}” starts on ${longDay(starts)}, after “${waitsFor}”.`)
      : notMet(
          `“${title}” starts on ${longDay(starts)}, but “${waitsFor}” is over only on ${longDay(last(until))}: ${count(
            daysBetween(starts, until),
          )} too early.`,
        ),
  examples: [
    {
      given: 'a phase that starts the day after the last signature',
      met: true,
      facts: { title: 'Plan and research', from: day('2024-08-16'), waitsFor: 'Permission', until: day('2024-08-16') },
    },
    {
      given: 'a phase that starts on 1 August, permitted by a signature of 15 August 2024',
      met: false,
      facts: { title: 'Plan and research', from: day('2024-08-01'), waitsFor: 'Permission', until: day('2024-08-16') },
    },
  ],
})

/** Offices work from Monday to Friday: what is settled for another day is seen, and may still be meant. */
export const stepStartsOnWorkingDay = rule<{ title: string; from: Temporal.PlainDate }>({
  id: 'plan-starts-on-working-day',
  title: 'What a plan settles starts on a working day',
  source: principle('The calendar'),
  from,
  check: ({ title, from: starts }) => {
    const why = whyNotWorking(starts)
    return why === null
      ? met(`${title} starts on ${longDay(starts)}.`)
      : notMet(
          `${title} starts on ${plainDay(starts)}, ${
            /^a /u.test(why) ? why : `which is ${why}`
          }: see that people and systems are there on that day.`,
        )
  },
  examples: [
    { given: 'Monday 27 October 2025', facts: { title: 'The service', from: day('2025-10-27') }, met: true },
    { given: 'Saturday 25 October 2025', facts: { title: 'The service', from: day('2025-10-25') }, met: false },
    { given: 'Christmas Day', facts: { title: 'The service', from: day('2025-12-25') }, met: false },
  ],
})

/** A length that the papers state is the length that the plan gives, give or take a tenth. */
export const lengthIsAsStated = rule<{
  title: string
  given: number
  stated: number
  statedWords: string
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}>({
  id: 'plan-length-is-as-stated',
  title: 'A step lasts as long in the plan as the council’s papers say',
  source: principle('Arithmetic'),
  from,
  check: ({ title, given, stated, statedWords, from: starts, until }) => {
    const words = `The plan gives “${title}” ${count(given)}, from ${plainDay(starts)} to ${plainDay(
      last(until),
    )}; the papers say ${statedWords}, ${count(stated)}`
    return Math.abs(given - stated) * 10 <= stated
      ? met(`${words}.`)
      : notMet(`${words}. People will ask which of the two holds.`)
  },
  examples: [
    {
      given: 'six weeks in both',
      met: true,
      facts: {
        title: 'Consultation',
        given: 42,
        stated: 42,
        statedWords: '6 weeks',
        from: day('2024-10-01'),
        until: day('2024-11-12'),
      },
    },
    {
      given: 'two months in the plan, six weeks in the text',
      met: false,
      facts: {
        title: 'Consultation',
        given: 61,
        stated: 42,
        statedWords: '6 weeks',
        from: day('2024-10-01'),
        until: day('2024-12-01'),
      },
    },
  ],
})

/** The new service can start on the day on which it must. */
export const planReachesStart = rule<{ mustStart: Temporal.PlainDate; startsOn: Temporal.PlainDate }>({
  id: 'plan-reaches-start',
  title: 'By the plan the service can start on the day on which it must',
  source: principle('Arithmetic'),
  from,
  check: ({ mustStart, startsOn }) =>
    compare(startsOn, mustStart) <= 0
      ? met(`Everything is over by ${longDay(mustStart)}.`)
      : notMet(
          `The service must start on ${longDay(mustStart)} and could start on ${longDay(startsOn)}, ${count(
            daysBetween(mustStart, startsOn),
          )} later.`,
        ),
  examples: [
    { given: 'in time', facts: { mustStart: day('2025-10-25'), startsOn: day('2025-10-25') }, met: true },
    { given: 'a week late', facts: { mustStart: day('2025-10-25'), startsOn: day('2025-11-01') }, met: false },
  ],
})

/** Between the old contract and the new there is no day without one. */
export const planLeavesNoGap = rule<{
  until: Temporal.PlainDate
  couldUntil: Temporal.PlainDate
  leftMonths: number
  startsOn: Temporal.PlainDate
}>({
  id: 'plan-leaves-no-gap',
  title: 'The new service starts before the present contract has ended',
  source: act('Care Act 2014', 's5'),
  from: '2015-04-01',
  check: ({ until, couldUntil, leftMonths, startsOn }) => {
    if (leftMonths < 0)
      return notMet(
        `${count(-leftMonths).replace('day', 'month')} more were used than the option of the present contract allows.`,
      )
    const left =
      leftMonths > 0
        ? ` ${leftMonths} months of its option are left, to ${plainDay(last(couldUntil))}.`
        : ' Nothing of its option is left.'
    return compare(startsOn, until) <= 0
      ? met(
          `The present contract ends on ${longDay(last(until))} and the service starts on ${longDay(startsOn)}.${left}`,
        )
      : notMet(
          `The present contract ends on ${longDay(last(until))} and the service starts on ${longDay(startsOn)}: ${count(
            daysBetween(until, startsOn),
          )} without a contract.${left}`,
        )
  },
  examples: [
    {
      given: 'the new starts the day after the old ends',
      met: true,
      facts: { until: day('2025-10-25'), couldUntil: day('2026-10-25'), leftMonths: 12, startsOn: day('2025-10-25') },
    },
    {
      given: 'a week between them',
      met: false,
      facts: { until: day('2025-10-25'), couldUntil: day('2026-10-25'), leftMonths: 12, startsOn: day('2025-11-01') },
    },
    {
      given: 'more used than the option allows',
      met: false,
      facts: { until: day('2025-10-25'), couldUntil: day('2025-10-25'), leftMonths: -6, startsOn: day('2025-10-25') },
    },
  ],
})

const newAct = day('2025-02-24')

/** The day on which a procurement begins says under which rules it is done, not the habit of those who do it. */
export const regimeFitsDay = rule<{ regime: Regime; began: Temporal.PlainDate }>({
  id: 'plan-regime-fits-day',
  title: 'A tender is planned under the rules in force when it begins',
  source: [act('Procurement Act 2023', 's127'), si('2015/102', 'reg 27')],
  from: '2015-02-26',
  check: ({ regime, began }) => {
    if (regime === 'psr') return notApplicable
    const old = regime === 'pcr-2015' || regime === 'pcr-light-touch'
    const fits = old === compare(began, newAct) < 0
    const words = `The tender begins on ${longDay(began)} and is planned under the ${regimes[regime].title}`
    return fits
      ? met(`${words}.`)
      : notMet(
          `${words}; the Procurement Act 2023 applies to what begins on or after ${plainDay(newAct)}, and not before.`,
        )
  },
  examples: [
    { given: 'March 2025 under the Act', facts: { regime: 'light-touch', began: day('2025-03-03') }, met: true },
    {
      given: 'March 2025 under the Regulations',
      facts: { regime: 'pcr-light-touch', began: day('2025-03-03') },
      met: false,
    },
    { given: 'January 2025 under the Act', facts: { regime: 'procurement-act', began: day('2025-01-06') }, met: false },
  ],
})

/** A gate opens by a decision: without one it stays shut. */
export const gateNamesDecision = rule<{ title: string; decision: string | null }>({
  id: 'plan-gate-names-decision',
  title: 'A gate of a plan names the decision that opens it',
  source: principle('No act without authority in effect'),
  from,
  check: ({ title, decision }) =>
    decision
      ? met(`Decision ${decision} opens “${title}”.`)
      : notMet(
          `“${title}” is a gate, and no decision is named that opens it. What waits for it is blocked until one is linked and takes effect.`,
        ),
  examples: [
    { given: 'a decision is named', facts: { title: 'Return to Cabinet', decision: 'D-2025-0004' }, met: true },
    { given: 'none is', facts: { title: 'Return to Cabinet', decision: null }, met: false },
  ],
})
