import { noCalendar, type Calendar } from '#platform/days.ts'
import type { PackKind, State } from '../consultation.ts'
import { packKinds } from '../consultation.ts'
import type { QuietTime } from '../time-open.ts'

/** Something done that would prejudge the outcome if it came too early: an act or a decision, with its day. */
export type Done = { ref: string; what: string; on: Temporal.PlainDate }

/** What the four rules are asked about: the whole of a consultation, and of what it is for, as it stands on a day. */
export type GunningFacts = {
  state: State
  today: Temporal.PlainDate
  opensOn: Temporal.PlainDate
  closesOn: Temporal.PlainDate
  /** Approvals, notices, awards and commitments of money about the decisions and commissions that it serves. */
  done: Done[]
  /** What was still open when it opened; null where nobody has said. */
  openMind: { options: string[]; because: string | null; couldDiffer: string; by: string } | null
  pack: { kind: PackKind; title: string; version: number; addedOn: Temporal.PlainDate }[]
  /** Other wordings, with the day on which each could first be read. */
  wordings: { name: string; publishedOn: Temporal.PlainDate }[]
  /** How long it was open, what the council asks of itself, and holidays in between. */
  practice: {
    leastDays: number
    leastWorkingDays: number
    daysAfterKeyDocument: number
    daysReportToDecision: number
    quiet: QuietTime[]
    source: string
  } | null
  /** The days on which the council is closed, besides bank holidays. */
  calendar: Calendar
  lateKeyDocuments: { title: string; addedOn: Temporal.PlainDate }[]
  extended: boolean
  groups: { name: string; heard: 'answered' | 'silent' | 'otherwise' | 'not-told'; says: string | null }[]
  received: number
  waiting: number
  adds: boolean
  themes: { title: string; answered: boolean }[]
  reportedOn: Temporal.PlainDate | null
  /** Each decision that rests on it, with who of those who decide has read the report. */
  decisions: { ref: string; decidedOn: Temporal.PlainDate | null; readBy: string[] }[]
}

const day = (iso: string) => Temporal.PlainDate.from(iso)

/** Six weeks in autumn, reported and read, with nothing done before its time. */
export function someGunningFacts(but: Partial<GunningFacts> = {}): GunningFacts {
  return {
    state: 'reported',
    today: day('2026-12-01'),
    opensOn: day('2026-09-07'),
    closesOn: day('2026-10-18'),
    done: [],
    openMind: {
      options: ['Three levels', 'The present list'],
      because: null,
      couldDiffer: 'Yes: nothing is ordered or promised.',
      by: 'A director',
    },
    pack: (Object.keys(packKinds) as PackKind[])
      .filter((kind) => packKinds[kind].needed)
      .map((kind) => ({ kind, title: packKinds[kind].title, version: 1, addedOn: day('2026-09-01') })),
    wordings: [{ name: 'Easy Read', publishedOn: day('2026-09-07') }],
    practice: {
      leastDays: 42,
      leastWorkingDays: 28,
      daysAfterKeyDocument: 21,
      daysReportToDecision: 5,
      quiet: [],
      source: 'Part 5, protocol on consultation',
    },
    calendar: noCalendar,
    lateKeyDocuments: [],
    extended: false,
    groups: [{ name: 'Families', heard: 'answered', says: null }],
    received: 340,
    waiting: 0,
    adds: true,
    themes: [{ title: 'Closer to home', answered: true }],
    reportedOn: day('2026-11-10'),
    decisions: [{ ref: 'D-2026-0001', decidedOn: null, readBy: ['A cabinet member'] }],
    ...but,
  }
}
