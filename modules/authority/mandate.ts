import { pounds, type Pence } from '#platform/money.ts'
import { powerWords, type Power } from './powers.ts'

/**
 * How a ceiling is counted. `whole-life`: everything ever done under the mandate. `financial-year`: April to March, each year
 * anew. `each-act`: any single act, however many. `no-limit`: said in so many words; silence is not that.
 */
export type Basis = 'whole-life' | 'financial-year' | 'each-act' | 'no-limit'

export type Ceiling = { basis: Exclude<Basis, 'no-limit'>; pence: Pence } | { basis: 'no-limit'; pence: null }

/** What must be shown before an act stands, or reported after it. `key` names the condition within its mandate. */
export type Condition =
  | { kind: 'consult'; key: string; post: string; words: string }
  | { kind: 'procedure'; key: string; words: string }
  | { kind: 'report-back'; key: string; words: string; withinDays: number }

/** What shows that a condition was kept: who was consulted and when, which procedure and where it is written. */
export type Evidence = { condition: string; says: string; day: Temporal.PlainDate }

export type Mandate = {
  mandate: string
  ref: string
  source: 'scheme' | 'clause' | 'sub-delegation'
  holder: string
  powers: Power[]
  /** A subject path; the mandate covers it and all that lies below. */
  scope: string
  /** The grant as it was written. */
  words: string
  parent: string | null
  clause: string | null
  decisionRef: string | null
  clauseLabel: string | null
  schemeEntry: string | null
  constitutionVersion: number | null
  from: Temporal.PlainDate
  until: Temporal.PlainDate | null
  mayDelegate: boolean
  conditions: Condition[]
  exercisedPence: Pence
  passedOnPence: Pence
  /** What was taken back from it: no longer there to use. */
  recalledPence: Pence
  /** The first day on which it has lapsed, if nothing was done under it before. */
  lapsesOn: Temporal.PlainDate | null
  endedBecause: string | null
}

/** Whether a subject lies within a scope: 'adults/care-at-home' within 'adults'; everything within ''. */
export const covers = (scope: string, subject: string): boolean =>
  scope === '' || subject === scope || subject.startsWith(`${scope}/`)

/** The financial year of a day, named by the calendar year in which it starts: 31 March 2023 is in 2022. */
export const financialYear = (day: Temporal.PlainDate): number => (day.month >= 4 ? day.year : day.year - 1)

/** "2022/23" */
export const yearWords = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`

/** "£500,000 over its whole life"; a rendition for somebody who may not know it says `withheld` in its place. */
export function ceilingWords(ceiling: Ceiling | { basis: 'withheld'; pence: null }): string {
  switch (ceiling.basis) {
    case 'withheld':
      return 'a sum that is withheld'
    case 'no-limit':
      return 'no limit'
    case 'whole-life':
      return `${pounds(ceiling.pence)} over its whole life`
    case 'financial-year':
      return `${pounds(ceiling.pence)} in each financial year`
    case 'each-act':
      return `${pounds(ceiling.pence)} for any one act`
  }
}

/** Where a mandate comes from, in words: "D-2026-0003, clause (c)". */
export function sourceWords(
  mandate: Pick<Mandate, 'source' | 'decisionRef' | 'clauseLabel' | 'schemeEntry' | 'ref'>,
): string {
  switch (mandate.source) {
    case 'clause':
      return `${mandate.decisionRef}${mandate.clauseLabel ? `, clause (${mandate.clauseLabel})` : ''}`
    case 'scheme':
      return `the scheme of delegation, entry ${mandate.schemeEntry}`
    case 'sub-delegation':
      return 'a sub-delegation'
  }
}

export const powersWords = (given: readonly Power[]): string => given.map(powerWords).join(', ')
