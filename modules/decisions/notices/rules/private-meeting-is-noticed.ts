import { day, longDay } from '#platform/days.ts'
import { met, notApplicable, notMet, rule, si } from '#platform/law.ts'
import { clear, daysRun, firstDayAfter, working, type ClearDayRule } from '../clear-days.ts'
import { countWords } from './days-have-run.ts'

type Given = { ref: string; given: Temporal.PlainDate; days: ClearDayRule } | null

export type PrivateFacts = {
  /** The executive, or a committee of it, decides this item with the public shut out. */
  inPrivate: boolean
  executive: boolean
  on: Temporal.PlainDate
  first: Given
  again: Given
  /** Agreement that it is urgent, where that was had. */
  urgent: { ref: string; given: Temporal.PlainDate } | null
  needs: { first: ClearDayRule; again: ClearDayRule }
}

const aMeeting = (but: Partial<PrivateFacts> = {}): PrivateFacts => ({
  inPrivate: true,
  executive: true,
  on: day('2022-09-06'),
  first: { ref: 'N-2022-0001', given: day('2022-08-05'), days: clear(28, 'calendar') },
  again: { ref: 'N-2022-0002', given: day('2022-08-26'), days: clear(5, 'working') },
  urgent: null,
  needs: { first: clear(28, 'calendar'), again: clear(5, 'working') },
  ...but,
})

/** Before the executive meets in private: 28 clear days' notice with reasons, then five more with what was said against it. */
export const privateMeetingIsNoticed = rule<PrivateFacts>({
  id: 'gate-private-meeting-is-noticed',
  title: 'Both notices of a meeting in private have run their days',
  source: si('2012/2089', 'reg 5'),
  from: '2012-09-10',
  check: ({ inPrivate, executive, on, first, again, urgent, needs }) => {
    if (!inPrivate || !executive) return notApplicable
    if (urgent && Temporal.PlainDate.compare(urgent.given, on) <= 0)
      return met(`It was agreed on ${longDay(urgent.given)} that the meeting in private is urgent (${urgent.ref}).`)
    const said = (
      [
        ['First notice', first, needs.first],
        ['Second notice', again, needs.again],
      ] as const
    ).map(([name, given, need]) => {
      if (!given)
        return {
          ok: false,
          says: `${name} of the meeting in private was not given: 0 clear days; ${need.n} are needed.`,
          steps: [],
        }
      const ok = daysRun(given.days, given.given, on) >= given.days.n
      return {
        ok,
        steps: working(given.days, given.given, on),
        says: `${name} ${given.ref} of the meeting in private: ${countWords({ ...given, on })}.${ok ? '' : ` The first day that has them is ${longDay(firstDayAfter(given.days, given.given))}.`}`,
      }
    })
    const says = said.map((one) => one.says).join(' ')
    const steps = said.flatMap((one) => one.steps)
    return said.every(({ ok }) => ok)
      ? met(says, steps)
      : notMet(`${says} If it cannot wait, the scrutiny chair may agree that it is urgent (reg 5(6)).`, steps)
  },
  examples: [
    { given: 'both in time', facts: aMeeting(), met: true },
    { given: 'no second notice', facts: aMeeting({ again: null }), met: false },
    {
      given: 'the first two days late',
      facts: aMeeting({ first: { ref: 'N-2022-0001', given: day('2022-08-10'), days: clear(28, 'calendar') } }),
      met: false,
    },
    {
      given: 'agreed to be urgent',
      facts: aMeeting({ first: null, again: null, urgent: { ref: 'N-2022-0003', given: day('2022-09-05') } }),
      met: true,
    },
  ],
})
