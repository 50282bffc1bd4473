import { noCalendar, type Calendar } from '#platform/days.ts'
import { packKinds, type PackKind } from './consultation.ts'
import type { QuietTime } from './time-open.ts'

/** What the rules are asked about: a consultation as it stands, reduced to what they need. */
export type ConsultationFacts = {
  opensOn: Temporal.PlainDate | null
  closesOn: Temporal.PlainDate | null
  today: Temporal.PlainDate
  /** What the council asks of itself; null where it has settled nothing. */
  practice: {
    leastDays: number
    leastWorkingDays: number
    daysAfterKeyDocument: number
    quiet: QuietTime[]
    source: string
  } | null
  /** The days on which the council is closed, besides bank holidays. */
  calendar: Calendar
  title: string
  subject: string | null
  why: string | null
  contact: string | null
  groups: number
  questions: number
  /** What would leave people stuck, in sentences. */
  faults: string[]
  /** The kinds of the documents in the pack. */
  pack: PackKind[]
  serves: string[]
  /** Key documents added after opening and not yet answered by an extension, the latest first. */
  lateDocuments: { title: string; addedOn: Temporal.PlainDate }[]
}

const day = (iso: string) => Temporal.PlainDate.from(iso)

/** Six weeks on short breaks, with everything in place. */
export function someFacts(but: Partial<ConsultationFacts> = {}): ConsultationFacts {
  return {
    opensOn: day('2026-09-07'),
    closesOn: day('2026-10-18'),
    today: day('2026-09-07'),
    practice: {
      leastDays: 42,
      leastWorkingDays: 28,
      daysAfterKeyDocument: 21,
      quiet: [],
      source: 'Part 5, protocol on consultation',
    },
    calendar: noCalendar,
    title: 'Short breaks',
    subject: 'children/short-breaks',
    why: 'The present criteria are unclear.',
    contact: 'Call 01234 000000.',
    groups: 3,
    questions: 8,
    faults: [],
    pack: (Object.keys(packKinds) as PackKind[]).filter((kind) => packKinds[kind].needed),
    serves: ['D-2026-0001'],
    lateDocuments: [],
    ...but,
  }
}
