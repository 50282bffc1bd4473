import { day, longDay } from '#platform/days.ts'
import { met, notApplicable, notMet, rule, si } from '#platform/law.ts'
import { clear, daysRun, firstDayAfter, working, type ClearDayRule } from '../clear-days.ts'
import { countWords } from './days-have-run.ts'

/** A notice that stands, with how its days are counted; special urgency has no days, only the day on which it was agreed. */
export type Standing = {
  ref: string
  kind: 'key-decision' | 'general-exception' | 'special-urgency'
  given: Temporal.PlainDate
  days: ClearDayRule | null
}

export type NoticedFacts = {
  isKey: boolean
  /** Only a decision of the executive can be key. */
  executive: boolean
  on: Temporal.PlainDate
  notices: readonly Standing[]
  /** What the council asks of a notice given now. */
  days: ClearDayRule
  exceptionDays: ClearDayRule
}

const names = {
  'key-decision': 'Notice',
  'general-exception': 'Notice of general exception',
  'special-urgency': 'Special urgency',
} as const

const others = ({ exceptionDays }: NoticedFacts): string =>
  `If it cannot wait, there are the general exception (reg 10: the scrutiny chair is told and ${exceptionDays.n} clear ${exceptionDays.unit} days run) and special urgency (reg 11: the scrutiny chair agrees).`

const aKey = (but: Partial<NoticedFacts> = {}): NoticedFacts => ({
  isKey: true,
  executive: true,
  on: day('2022-09-03'),
  notices: [{ ref: 'N-2022-0001', kind: 'key-decision', given: day('2022-08-05'), days: clear(28, 'calendar') }],
  days: clear(28, 'calendar'),
  exceptionDays: clear(5, 'working'),
  ...but,
})

/** A key decision is not taken before notice of it has run: 28 clear days, or what stands in their place. */
export const keyDecisionIsNoticed = rule<NoticedFacts>({
  id: 'gate-key-decision-is-noticed',
  title: 'Notice of a key decision has run its days before it is taken',
  source: [si('2012/2089', 'reg 9'), si('2012/2089', 'reg 10'), si('2012/2089', 'reg 11')],
  from: '2012-09-10',
  check: (facts) => {
    const { on, notices } = facts
    if (!facts.isKey || !facts.executive) return notApplicable
    const enough = notices.find(({ given, days }) =>
      days === null ? Temporal.PlainDate.compare(given, on) <= 0 : daysRun(days, given, on) >= days.n,
    )
    if (enough) {
      const { ref, kind, given, days } = enough
      return days === null
        ? met(`Special urgency was agreed on ${longDay(given)} (${ref}).`)
        : met(
            `${names[kind]} ${ref} was given on ${longDay(given)}: ${countWords({ given, on, days })}.`,
            working(days, given, on),
          )
    }
    const nearest = notices
      .flatMap((one) =>
        one.days === null ? [] : [{ ...one, days: one.days, first: firstDayAfter(one.days, one.given) }],
      )
      .toSorted((a, b) => Temporal.PlainDate.compare(a.first, b.first))[0]
    if (!nearest)
      return notMet(
        `It is a key decision and no notice of it was given: 0 clear days; ${facts.days.n} are needed. ${others(facts)}`,
      )
    const { ref, kind, given, days, first } = nearest
    return notMet(
      `${names[kind]} ${ref} was given on ${longDay(given)}: ${countWords({ given, on, days })}. The first day on which the decision can be taken is ${longDay(first)}. ${others(facts)}`,
      working(days, given, on),
    )
  },
  examples: [
    { given: '28 clear days', facts: aKey(), met: true },
    { given: '27 clear days', facts: aKey({ on: day('2022-09-02') }), met: false },
    { given: 'no notice at all', facts: aKey({ notices: [] }), met: false },
    {
      given: 'general exception, five clear working days',
      facts: aKey({
        on: day('2022-08-15'),
        notices: [
          { ref: 'N-2022-0002', kind: 'general-exception', given: day('2022-08-05'), days: clear(5, 'working') },
        ],
      }),
      met: true,
    },
    {
      given: 'general exception, four of them',
      facts: aKey({
        on: day('2022-08-12'),
        notices: [
          { ref: 'N-2022-0002', kind: 'general-exception', given: day('2022-08-05'), days: clear(5, 'working') },
        ],
      }),
      met: false,
    },
    {
      given: 'special urgency, agreed that morning',
      facts: aKey({
        on: day('2022-08-05'),
        notices: [{ ref: 'N-2022-0003', kind: 'special-urgency', given: day('2022-08-05'), days: null }],
      }),
      met: true,
    },
    {
      given: 'special urgency, agreed only afterwards',
      facts: aKey({
        on: day('2022-08-04'),
        notices: [{ ref: 'N-2022-0003', kind: 'special-urgency', given: day('2022-08-05'), days: null }],
      }),
      met: false,
    },
  ],
})
