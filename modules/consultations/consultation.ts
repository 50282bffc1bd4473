import type { Questionnaire } from './questions/questionnaire.ts'
import type { Wording } from './questions/wording.ts'

/** How a consultation stands, as it is kept. While it is `open`, the day decides the rest: see `standingOn`. */
export type State = 'draft' | 'open' | 'closed' | 'analysed' | 'reported' | 'withdrawn'

/** How it stands on a day, as people speak of it. */
export type Standing = Exclude<State, 'open'> | 'announced' | 'open'

/** The moves that a consultation may make, and no others. */
export const moves: Record<State, readonly State[]> = {
  draft: ['open', 'withdrawn'],
  open: ['closed', 'withdrawn'],
  closed: ['analysed'],
  analysed: ['reported'],
  reported: [],
  withdrawn: [],
}

/** Somebody whom it affects, with how many they are where that is known, and where the figure comes from. */
export type Group = { name: string; population: number | null; source: string | null }

export type Happened = {
  n: number
  what: 'opened' | 'extended' | 'closed-early' | 'closed' | 'analysed' | 'reported' | 'withdrawn'
  was: Temporal.PlainDate | null
  becomes: Temporal.PlainDate | null
  because: string | null
  on: Temporal.PlainDate
  by: string
}

/** Null is what nobody has said yet. */
export type Consultation = {
  consultation: string
  ref: string
  state: State
  version: number
  title: string
  subject: string | null
  why: string | null
  affected: string | null
  contact: string | null
  serves: string[]
  opensOn: Temporal.PlainDate | null
  closesOn: Temporal.PlainDate | null
  secondKeyed: number
  draftedBy: string
  changedAt: Temporal.Instant
  changedBy: string
  openedAct: string | null
  openedBy: string | null
  groups: Group[]
  questionnaire: Questionnaire
  questionnaireVersion: number
  wordings: Wording[]
  happened: Happened[]
}

/** How a consultation stands on a day. Its first and last day both belong to it. */
export function standingOn(
  {
    state,
    opensOn,
    closesOn,
  }: { state: State; opensOn: Temporal.PlainDate | null; closesOn: Temporal.PlainDate | null },
  on: Temporal.PlainDate,
): Standing {
  if (state !== 'open' || !opensOn || !closesOn) return state
  if (Temporal.PlainDate.compare(on, opensOn) < 0) return 'announced'
  return Temporal.PlainDate.compare(on, closesOn) > 0 ? 'closed' : 'open'
}

/** How people's words come in. All count the same. */
export const channels = {
  online: 'Online',
  paper: 'On paper',
  telephone: 'By telephone',
  letter: 'By letter',
  email: 'By e-mail',
  workshop: 'At a workshop',
} as const
export type Channel = keyof typeof channels
export const channelNames = Object.keys(channels) as [Channel, ...Channel[]]

/** What a supporting pack is made of. `needed` is what people cannot do without if they are to answer with understanding. */
export const packKinds = {
  proposal: { title: 'What is proposed', needed: true },
  reasons: { title: 'Why', needed: true },
  costs: { title: 'What it costs', needed: true },
  impact: { title: 'What it means for the groups that it affects', needed: true },
  'rejected-options': { title: 'What else was considered, and why it is not proposed', needed: true },
  'equality-analysis': { title: 'Draft equality analysis', needed: true },
  accessible: { title: 'In another format', needed: false },
  other: { title: 'Something else', needed: false },
} as const
export type PackKind = keyof typeof packKinds
export const packKindNames = Object.keys(packKinds) as [PackKind, ...PackKind[]]

/** A document of the pack, in one of its versions. */
export type PackDocument = {
  document: string
  kind: PackKind
  title: string
  version: number
  isKey: boolean
  words: string | null
  file: { name: string; mediaType: string; size: number; sha256: string } | null
  because: string | null
  addedAt: Temporal.Instant
  addedBy: string
}
