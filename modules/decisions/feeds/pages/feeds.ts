import { longDay } from '#platform/days.ts'
import type { Page, Visit } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { stateWords, type CallInState } from '../../call-in/states.ts'
import { planPath, plannedPath } from '../../notices/paths.ts'
import { viewPlan } from '../../notices/plan/queries.ts'
import { meetingPath } from '../../meetings/paths.ts'
import { listWords } from '../../pages/grants.ts'
import { decisionPath, registerPath } from '../../pages/paths.ts'
import { askedOf } from '../../pages/register-address.ts'
import { searchRegister } from '../../queries.ts'
import type { PublicDecision } from '../../register.ts'
import { atomFeed, atomType, tagOf, type AtomEntry } from '../atom.ts'
import { calendar, calendarType, type CalendarEvent } from '../ical.ts'
import { callInAtomPath, callInCalendarPath, meetingsCalendarPath, planAtomPath, registerAtomPath } from '../paths.ts'
import { listCalledIn, listMeetingsWhole, listWindows, readDecisions } from '../queries.ts'

const here = ({ path, query, origin }: Visit): string => {
  const asked = new URLSearchParams(query).toString()
  return `${origin}${path}${asked === '' ? '' : `?${asked}`}`
}

const shortened = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most).trimEnd()}…` : words

/** The latest decisions, or those that match what the register is asked, as a feed. */
export const registerAtom: Page = {
  path: registerAtomPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const { asked } = askedOf(visit)
    const found = await visit.ask(searchRegister, { ...asked, size: 50 })
    if (!found.ok) return { refusal: found.refusal }
    const read = await visit.ask(readDecisions, { refs: found.value.decisions.map(({ ref }) => ref) })
    if (!read.ok) return { refusal: read.refusal }
    const { council, origin } = visit
    return {
      type: atomType,
      file: atomFeed({
        id: tagOf(council.council, 'register'),
        title: `${council.name}: decisions`,
        self: here(visit),
        alternate: `${origin}${registerPath()}`,
        author: council.name,
        entries: read.value.decisions.map((one): AtomEntry => ({
          id: tagOf(council.council, `decisions/${one.ref}`),
          title: one.title,
          href: `${origin}${decisionPath(one)}`,
          published: one.publishedOn,
          updated: lastChange(one),
          author: one.decidedBy,
          summary: `Decided by ${one.decidedBy}. ${shortened(one.clauses.map(({ label, words }) => (label === null ? words : `(${label}) ${words}`)).join(' '), 1200)}`,
        })),
      }),
    }
  },
}

/** The last day on which something happened to a decision that its page shows. */
const lastChange = ({ publishedOn, callIns, amendments = [], keyChallenges = [] }: PublicDecision): string =>
  [
    publishedOn,
    ...callIns.flatMap(({ calledOn, steps = [] }) => [calledOn, ...steps.map(({ on }) => on)]),
    ...amendments.map(({ on }) => on),
    ...keyChallenges.flatMap(({ raisedOn, answeredOn, closedOn }) => [
      raisedOn,
      answeredOn ?? raisedOn,
      closedOn ?? raisedOn,
    ]),
  ]
    .toSorted()
    .at(-1) ?? publishedOn

/** What is planned to be decided, the latest entries first, as a feed. */
export const planAtom: Page = {
  path: planAtomPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const found = await visit.ask(viewPlan, { order: 'entered', turned: false, size: 50, state: 'all' })
    if (!found.ok) return { refusal: found.refusal }
    const { council, origin } = visit
    return {
      type: atomType,
      file: atomFeed({
        id: tagOf(council.council, 'forward-plan'),
        title: `${council.name}: forward plan`,
        self: here(visit),
        alternate: `${origin}${planPath()}`,
        author: council.name,
        entries: found.value.items.map((one): AtomEntry => ({
          id: tagOf(council.council, `forward-plan/${one.ref}`),
          title: one.matter,
          href: `${origin}${plannedPath(one)}`,
          published: one.enteredOn.toString(),
          updated: (one.endedOn ?? one.noticedOn ?? one.enteredOn).toString(),
          author: one.makerTitle,
          summary: `${one.makerTitle}, not before ${longDay(one.dueFrom)}.${one.about === null ? '' : ` ${shortened(one.about, 800)}`}${one.state === 'planned' ? '' : ` It is ${one.state}.`}`,
        })),
      }),
    }
  },
}

/** Call-ins and what came of each, step by step, as a feed. */
export const callInAtom: Page = {
  path: callInAtomPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const found = await visit.ask(listCalledIn, {})
    if (!found.ok) return { refusal: found.refusal }
    const { council, origin } = visit
    const entries = found.value.decisions.flatMap((one) =>
      one.callIns.flatMap((callIn, at) =>
        (callIn.steps ?? []).flatMap((step, n): AtomEntry[] => {
          const words = stateWordsOf(step.what)
          return words === null
            ? []
            : [
                {
                  id: tagOf(council.council, `decisions/${one.ref}/call-ins/${at + 1}/${n + 1}`),
                  href: `${origin}${decisionPath(one)}#called-in`,
                  published: step.on,
                  updated: step.on,
                  author: council.name,
                  title: `${step.what === 'received' ? 'Called in' : words}: ${one.title}`,
                  summary: `${listWords(callIn.clauses.map((label) => (label === null ? 'A clause' : `Clause (${label})`)))} of ${one.ref}, called in by ${callIn.callers}.${step.says === null ? '' : ` ${shortened(step.says, 800)}`}`,
                },
              ]
        }),
      ),
    )
    return {
      type: atomType,
      file: atomFeed({
        id: tagOf(council.council, 'call-in'),
        title: `${council.name}: call-in`,
        self: here(visit),
        alternate: `${origin}${registerPath()}?standing=called+in`,
        author: council.name,
        entries: entries.toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0)).slice(0, 100),
      }),
    }
  },
}

const stateWordsOf = (what: string): string | null =>
  Object.hasOwn(stateWords, what) ? stateWords[what as CallInState] : null

/** Until when each decision may be called in, as a calendar. */
export const callInCalendar: Page = {
  path: callInCalendarPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const found = await visit.ask(listWindows, {})
    if (!found.ok) return { refusal: found.refusal }
    const { council, origin } = visit
    return {
      type: calendarType,
      file: calendar({
        name: `${council.name}: call-in`,
        events: found.value.windows.map((one): CalendarEvent => ({
          uid: `${one.ref}-call-in@${council.council}.remit.invalid`,
          sequence: one.sequence,
          changedAt: one.changedAt,
          day: one.lastDay,
          time: one.closesAt,
          cancelled: one.clauses === 0,
          summary: one.closesAt === null ? `Last day for call-in: ${one.title}` : `Call-in closes: ${one.title}`,
          description: `${one.ref}, decided by ${one.makerTitle}, published on ${longDay(one.publishedOn)}. It can be called in until ${longDay(one.lastDay)}${one.closesAt === null ? '' : ` at ${one.closesAt}`}${one.calledIn ? '; some of it is called in already' : ''}.`,
          url: `${origin}${decisionPath(one)}`,
        })),
      }),
    }
  },
}

/** The council's meetings, as a calendar. */
export const meetingsCalendar: Page = {
  path: meetingsCalendarPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const found = await visit.ask(listMeetingsWhole, {})
    if (!found.ok) return { refusal: found.refusal }
    const { council, origin } = visit
    return {
      type: calendarType,
      file: calendar({
        name: `${council.name}: meetings`,
        events: found.value.meetings.map((one): CalendarEvent => {
          const stages = [one.agenda !== null, one.minutes !== null, one.state === 'cancelled'].filter(Boolean).length
          return {
            uid: `${one.ref}-meeting@${council.council}.remit.invalid`,
            sequence: stages,
            day: Temporal.PlainDate.from(one.day),
            time: /^\d\d:\d\d$/u.test(one.time) ? one.time : null,
            location: one.place,
            changedAt: Temporal.PlainDate.from(one.minutes?.publishedOn ?? one.agenda?.publishedOn ?? one.day)
              .toZonedDateTime('UTC')
              .toInstant(),
            cancelled: one.state === 'cancelled',
            summary: one.bodyTitle,
            description:
              one.cancelledBecause
              ?? (one.agenda?.items ?? []).map(({ position, title }) => `${position}. ${title}`).join('\n'),
            url: `${origin}${meetingPath(one)}`,
          }
        }),
      }),
    }
  },
}

export const feedPages: Page[] = [registerAtom, planAtom, callInAtom, callInCalendar, meetingsCalendar]
