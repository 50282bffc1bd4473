import type { ClearDayRule } from './clear-days.ts'

export const noticeKinds = [
  'key-decision',
  'general-exception',
  'special-urgency',
  'private-meeting',
  'private-meeting-again',
  'private-urgency',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const noticeWords: Record<NoticeKind, string> = {
  'key-decision': 'Notice of a key decision',
  'general-exception': 'Notice of a general exception',
  'special-urgency': 'Notice of special urgency',
  'private-meeting': 'Notice of a meeting in private',
  'private-meeting-again': 'Second notice of a meeting in private',
  'private-urgency': 'Notice of an urgent meeting in private',
}

/** What may happen once the days of a notice have run. */
export const onceRun = (kind: NoticeKind): string =>
  kind.startsWith('private') ? 'it may be held in private from' : 'it may be decided from'

/** Where the regulations (SI 2012/2089) ask for each. */
export const noticeLaw: Record<NoticeKind, string> = {
  'key-decision': 'reg 9',
  'general-exception': 'reg 10',
  'special-urgency': 'reg 11',
  'private-meeting': 'reg 5(2)',
  'private-meeting-again': 'reg 5(4)',
  'private-urgency': 'reg 5(6)',
}

/** One thing that a notice says; `letter` is that of the regulation where it has one. */
export type Said = { letter?: string; key: string; words: string[] }

/** A notice as it was given; days are ISO text in what it says. */
export type Notice = {
  notice: string
  ref: string
  kind: NoticeKind
  matter: string
  item: string | null
  decision: string | null
  meeting: string | null
  givenOn: Temporal.PlainDate
  givenBy: string
  elsewhere: { address: string | null; recordedOn: string } | null
  content: Said[]
  rule: ClearDayRule | null
  ruleSource: string | null
  earliest: Temporal.PlainDate
  replaces: string | null
  replacedBy: string | null
  endedOn: Temporal.PlainDate | null
  withdrawnBecause: string | null
}

/** Whether it still stands: neither withdrawn nor replaced. */
export const stands = ({ endedOn }: Pick<Notice, 'endedOn'>): boolean => endedOn === null
