import type { Power } from '../powers.ts'

/** Under what a hold is issued. */
export const sections = ['s5', 's5A', 's114', 's114A', 'court'] as const
export type Section = (typeof sections)[number]

/** The section as people say it, who issues under it, and who is sent the report. */
export const sectionWords: Record<
  Section,
  { title: string; short: string; issuer: 'monitoring officer' | 's151 officer'; considers: string }
> = {
  s5: {
    title: 'Report of the monitoring officer on the council (Local Government and Housing Act 1989, s5)',
    short: 'Section 5 report',
    issuer: 'monitoring officer',
    considers: 'the council',
  },
  s5A: {
    title: 'Report of the monitoring officer on the executive (Local Government and Housing Act 1989, s5A)',
    short: 'Section 5A report',
    issuer: 'monitoring officer',
    considers: 'the executive',
  },
  s114: {
    title: 'Report of the s151 officer on the council (Local Government Finance Act 1988, s114)',
    short: 'Section 114 report',
    issuer: 's151 officer',
    considers: 'the council',
  },
  s114A: {
    title: 'Report of the s151 officer on the executive (Local Government Finance Act 1988, s114A)',
    short: 'Section 114A report',
    issuer: 's151 officer',
    considers: 'the executive',
  },
  court: { title: 'Order of a court', short: 'Court order', issuer: 'monitoring officer', considers: 'the court' },
}

/** How far a hold reaches. It reaches what is granted while it runs as well as what was granted before. */
export type Reach =
  | { kind: 'clauses'; decision: string; labels: string[] }
  | { kind: 'decision'; decision: string }
  | { kind: 'subject'; subject: string }
  | { kind: 'council' }

export type Hold = {
  hold: string
  ref: string
  section: Section
  reach: Reach
  /** Null stops everything. */
  powers: Power[] | null
  consent: boolean
  reason: string
  issuedBy: string
  issuedPost: string
  issuedOn: Temporal.PlainDate
  considerBy: Temporal.PlainDate | null
  consideredOn: Temporal.PlainDate | null
  consideredSays: string | null
  consideredBy: string | null
  /** The first day on which it no longer holds; null while it runs. */
  until: Temporal.PlainDate | null
  releasedBy: string | null
  releasedBecause: string | null
}

/** "clauses (b) and (c) of D-2026-0003" */
export function reachWords(reach: Reach, titleOf: (subject: string) => string = (subject) => subject): string {
  switch (reach.kind) {
    case 'clauses':
      return `${reach.labels.length === 1 ? 'clause' : 'clauses'} ${listed(reach.labels.map((label) => `(${label})`))} of ${reach.decision}`
    case 'decision':
      return `everything under ${reach.decision}`
    case 'subject':
      return `everything about ${titleOf(reach.subject)}`
    case 'council':
      return 'the whole council'
  }
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** What it stops, in words. */
export const stopsWords = ({ powers }: Pick<Hold, 'powers'>): string =>
  powers === null ? 'every step to carry it out' : 'new agreements that commit money'

/** The key under which the s151 officer's written consent to one act is given as evidence. */
export const consentKey = (ref: string): string => `consent-${ref}`

/** Powers by which the council enters into an agreement that may cost money. To decide is not yet to agree with anybody. */
export const agreements: readonly Power[] = ['award', 'contract', 'extend', 'vary', 'grant', 'commit']
