/** A meeting of a body; `day` is the day on which it meets. */
export type Meeting = {
  meeting: string
  ref: string
  body: string
  day: Temporal.PlainDate
  time: string
  place: string
  inPrivate: boolean
  state: 'called' | 'held' | 'cancelled'
  agendaOn: Temporal.PlainDate | null
  minutes: string | null
  minutesOn: Temporal.PlainDate | null
  cancelledBecause: string | null
}

export type AgendaItem = {
  agendaItem: string
  position: number
  title: string
  decision: string | null
  /** Reference of the record; the public sees it once it is published. */
  decisionRef: string | null
  inPrivate: boolean
  lateBecause: string | null
  addedOn: Temporal.PlainDate
}

/** One person at a meeting. What nobody had to declare is said in words: a blank is not the same. */
export type Attendance = { name: string; present: boolean; interests: string; dispensations: string }

export const nilInterests = 'None declared.'
export const nilDispensations = 'None given.'

/** What the public is shown of a meeting, as it is stored; days are ISO text. */
export type PublicMeeting = {
  ref: string
  body: string
  bodyTitle: string
  day: string
  time: string
  place: string
  inPrivate: boolean
  state: Meeting['state']
  cancelledBecause: string | null
  agenda: {
    publishedOn: string
    /** How the days were counted when it was published, and whether there were enough. */
    days: { says: string; working: string[]; enough: boolean }
    items: {
      position: number
      title: string
      inPrivate: boolean
      lateBecause: string | null
      decision: string | null
    }[]
  } | null
  minutes: { publishedOn: string; words: string; attendance: Attendance[] } | null
}
