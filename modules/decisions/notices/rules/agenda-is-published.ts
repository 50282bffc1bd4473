import { day, longDay } from '#platform/days.ts'
import { act, met, notApplicable, notMet, rule, si } from '#platform/law.ts'
import { clear, daysRun, firstDayAfter, working, type ClearDayRule } from '../clear-days.ts'
import { countWords } from './days-have-run.ts'

export type AgendaFacts = {
  /** The council asks that this body decide only what stood on a published agenda. */
  asked: boolean
  on: Temporal.PlainDate
  /** The meeting on whose agenda the decision stands. */
  meeting: {
    ref: string
    held: Temporal.PlainDate
    agenda: Temporal.PlainDate | null
    lateBecause: string | null
  } | null
  days: ClearDayRule
}

const aDecision = (but: Partial<AgendaFacts> = {}): AgendaFacts => ({
  asked: true,
  on: day('2022-09-06'),
  meeting: { ref: 'MT-2022-0001', held: day('2022-09-06'), agenda: day('2022-08-26'), lateBecause: null },
  days: clear(5, 'working'),
  ...but,
})

/** What a body decides in public stood on its agenda for five clear days, or whoever presided said why it was urgent. */
export const agendaWasPublished = rule<AgendaFacts>({
  id: 'gate-agenda-was-published',
  title: 'The agenda was open to inspection for its clear days',
  source: [act('Local Government Act 1972', 's100B'), si('2012/2089', 'reg 7')],
  from: '1986-04-01',
  check: ({ asked, on, meeting, days }) => {
    if (!meeting)
      return asked
        ? notMet('It stands on the agenda of no meeting of this body. Put it on one, and publish the agenda.')
        : notApplicable
    if (!on.equals(meeting.held))
      return notMet(
        `It stands on the agenda of ${meeting.ref}, which meets on ${longDay(meeting.held)}, and would be decided on ${longDay(on)}.`,
      )
    if (!meeting.agenda)
      return notMet(`The agenda of ${meeting.ref} is not published: 0 clear days; ${days.n} are needed.`)
    const given = { given: meeting.agenda, on, days }
    const steps = working(days, meeting.agenda, on)
    if (daysRun(days, meeting.agenda, on) >= days.n && meeting.lateBecause === null)
      return met(
        `The agenda of ${meeting.ref} was published on ${longDay(meeting.agenda)}: ${countWords(given)}.`,
        steps,
      )
    return meeting.lateBecause !== null
      ? met(
          `It came late onto the agenda of ${meeting.ref}, as a matter of urgency: ${meeting.lateBecause.replace(/[.!?]?$/u, '.')}`,
          steps,
        )
      : notMet(
          `The agenda of ${meeting.ref} was published on ${longDay(meeting.agenda)}: ${countWords(given)}. The first day that has them is ${longDay(firstDayAfter(days, meeting.agenda))}.`,
          steps,
        )
  },
  examples: [
    { given: 'published eleven days before', facts: aDecision(), met: true },
    {
      given: 'four clear working days',
      facts: aDecision({
        meeting: { ref: 'MT-2022-0001', held: day('2022-09-06'), agenda: day('2022-08-30'), lateBecause: null },
      }),
      met: false,
    },
    {
      given: 'a late item, with the reason',
      facts: aDecision({
        meeting: {
          ref: 'MT-2022-0001',
          held: day('2022-09-06'),
          agenda: day('2022-09-05'),
          lateBecause: 'The provider gave notice on Friday',
        },
      }),
      met: true,
    },
    { given: 'on no agenda, where the council asks for one', facts: aDecision({ meeting: null }), met: false },
    { given: 'decided on another day than the meeting', facts: aDecision({ on: day('2022-09-07') }), met: false },
  ],
})
