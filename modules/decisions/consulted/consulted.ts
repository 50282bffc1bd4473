/** In which capacity somebody was consulted. The law asks most of members of the executive. */
export const capacities = ['executive-member', 'ward-member', 'other'] as const
export type Capacity = (typeof capacities)[number]

export const capacityWords: Record<Capacity, string> = {
  'executive-member': 'Member of the executive',
  'ward-member': 'Ward member',
  other: 'Somebody else',
}

export const responses = ['agrees', 'disagrees', 'comments', 'none'] as const
export type Response = (typeof responses)[number]

export const responseWords: Record<Response, string> = {
  agrees: 'agreed',
  disagrees: 'disagreed',
  comments: 'commented',
  none: 'did not respond',
}

/** Somebody who was consulted before a decision. */
export type Consulted = {
  consulted: string
  capacity: Capacity
  post: string | null
  postTitle: string | null
  name: string
  on: Temporal.PlainDate
  how: string
  response: Response
  says: string | null
  /** What shows it: where the e-mail or the minute is kept. For the desk, not for the public. */
  evidence: string
  /** Said in so many words, also where there were none. */
  interests: string | null
  dispensation: string | null
  recordedByName: string
  recordedAt: Temporal.Instant
}

/** What stands in the record where there was nothing to declare. */
export const nilOfConsulted = {
  interests: 'No conflict of interest was declared.',
  dispensation: 'No dispensation was given.',
} as const

/** "Desmond Okoro, Cabinet Member for Adult Social Care". */
export const whoWords = ({ name, postTitle }: Pick<Consulted, 'name' | 'postTitle'>): string =>
  postTitle === null || postTitle === name ? name : `${name}, ${postTitle}`
