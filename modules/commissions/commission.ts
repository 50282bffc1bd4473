/** What a commission consists of besides itself: each kept edition by edition. */
export const partNames = ['timeline', 'options', 'risks', 'duties', 'need'] as const
export type PartName = (typeof partNames)[number]

export const partTitles: Record<PartName, string> = {
  timeline: 'Timeline',
  options: 'Options appraisal',
  risks: 'Risks',
  duties: 'Equality and duties',
  need: 'Need and market',
}

/** What may be shown to the public one by one: the parts, and what is owed by when. */
export const showable = [...partNames, 'owed'] as const
export type Showable = (typeof showable)[number]
export const showableTitles: Record<Showable, string> = { ...partTitles, owed: 'What is owed by when' }

/** The undertaking that ties a service's decisions, consultations, contracts and money together. */
export type Commission = {
  commission: string
  /** C-2026-0001 */
  ref: string
  title: string
  subject: string
  /** The post that leads it. */
  lead: string
  why: string
  state: 'open' | 'closed'
  openedOn: Temporal.PlainDate
  openedBy: string
  openedAct: string
  closedOn: Temporal.PlainDate | null
  closedBecause: string | null
  isPublic: boolean
  shows: Showable[]
  version: number
  changedAt: Temporal.Instant
  changedBy: string
}

/** A part as it was settled on a day, by whom and why; nothing in it ever changes. */
export type Edition = {
  part: PartName
  n: number
  document: unknown
  why: string
  madeOn: Temporal.PlainDate
  madeBy: string
}

/** A record that belongs to a commission. `kind` is what it is: "Decision", "Consultation", "Contract". */
export type Link = {
  link: string
  kind: string
  record: string
  says: string
  relies: boolean
  linkedOn: Temporal.PlainDate
  linkedBy: string
  endedOn: Temporal.PlainDate | null
  endedBecause: string | null
  endedBy: string | null
}

/** What somebody owes by a day, and what shows that it was done. */
export type Owed = {
  owed: string
  words: string
  /** Where it comes from: a clause, a report, a promise. */
  source: string
  owner: string
  due: Temporal.PlainDate
  owedOn: Temporal.PlainDate
  owedBy: string
  doneOn: Temporal.PlainDate | null
  evidence: string | null
  doneBy: string | null
}
