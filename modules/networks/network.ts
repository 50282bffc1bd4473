import type { Pence } from '#platform/money.ts'

export const connections = { autistic: 'Autistic', family: 'Family', carer: 'Carer', advocate: 'Advocate' } as const
export type Connection = keyof typeof connections

/** What a member has agreed to, each by itself; nothing is taken as agreed that was not asked. */
export const consents = {
  invitations: 'Be invited to workshops',
  news: 'Be written to: answers to what was raised, payments offered, the yearly report',
  'share-needs': 'Have access needs told to whoever runs a workshop',
  panels: 'Be asked onto evaluation panels and other bodies',
  quotes: 'Be quoted without a name',
  photographs: 'Be in photographs',
} as const
export type Consent = keyof typeof consents

/** Access needs by the Accessible Information Standard, and what else makes a room bearable. */
export const needs = {
  'easy-read': 'Easy Read',
  'large-print': 'Large print',
  bsl: 'British Sign Language interpreter',
  interpreter: 'Interpreter for another language',
  'step-free': 'Step-free access',
  'hearing-loop': 'Hearing loop',
  'quiet-room': 'Quiet room',
  'low-light': 'Low light, no scents or background sound',
  'papers-early': 'Papers a week before',
  'support-person': 'Brings a support person',
  online: 'Takes part online, camera off',
  other: 'Something else',
} as const
export type NeedKind = keyof typeof needs

/** What somebody wants for one workshop, besides what they always need. */
export const wants = {
  'carer-cover': 'Cover for caring at home',
  'easy-read': 'Papers in Easy Read',
  sensory: 'Something about light, noise or space',
  travel: 'Help with getting there',
} as const
export type Want = keyof typeof wants

export const payments = { money: 'Money', voucher: 'Vouchers', none: 'None', donate: 'Given to a good cause' } as const
export type PaymentPreference = keyof typeof payments

export const contacts = {
  email: 'E-mail',
  phone: 'Telephone',
  post: 'Post',
  host: 'Through the host organisation',
} as const

export type Topic = { topic: string; title: string }

export type Network = {
  network: string
  ref: string
  title: string
  subject: string
  purpose: string
  leadPost: string
  serves: string | null
  hostName: string | null
  area: string
  connectedBy: string
  topics: Topic[]
  yearlyBudget: Pence
  openedOn: Temporal.PlainDate
  openedAct: string
  closedOn: Temporal.PlainDate | null
}

/** A network as those who run it see it. */
export type RunNetwork = Network & { hostAccount: string | null; hourlyFee: Pence }

export type Workshop = {
  workshop: string
  ref: string
  title: string
  day: Temporal.PlainDate
  fromMinute: number
  untilMinute: number
  place: string
  online: string | null
  agenda: string
  accessPlan: string
  places: number
  state: 'planned' | 'held' | 'cancelled'
  cancelledBecause: string | null
}

export const outcomes = { will: 'We will', partly: 'We will in part', 'will-not': 'We will not' } as const
export type IssueOutcome = keyof typeof outcomes

export type Issue = {
  issue: string
  ref: string
  topic: string
  says: string
  raisedOn: Temporal.PlainDate
  how: 'workshop' | 'member' | 'anonymous'
  ownerBody: string | null
  answerBy: Temporal.PlainDate | null
  outcome: IssueOutcome | null
  answer: string | null
  answeredOn: Temporal.PlainDate | null
  toldOn: Temporal.PlainDate | null
  public: boolean
}

/** How an issue stands, as people speak of it. */
export type IssueStanding = 'raised' | 'with its owner' | 'late' | 'answered' | 'told back'

export function issueStanding(
  { answerBy, answeredOn, toldOn }: Pick<Issue, 'answerBy' | 'answeredOn' | 'toldOn'>,
  on: Temporal.PlainDate,
): IssueStanding {
  if (toldOn) return 'told back'
  if (answeredOn) return 'answered'
  if (!answerBy) return 'raised'
  return Temporal.PlainDate.compare(on, answerBy) > 0 ? 'late' : 'with its owner'
}

/** "14:30" for minutes after midnight. */
export const clockWords = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
