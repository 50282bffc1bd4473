import type { ReadClause, Reading } from '../../reading.ts'
import { listed } from './plain-text.ts'

/** What the rules ask of the clauses of a decision. */

/** "Clause (b)", "Clauses (i) and (vii)", or "The decision" where they are not lettered. */
export function clausesNamed(clauses: readonly ReadClause[]): string {
  const labels = clauses.flatMap(({ label }) => (label === null ? [] : [`(${label})`]))
  if (labels.length === 0) return 'The decision'
  return `${labels.length === 1 ? 'Clause' : 'Clauses'} ${listed(labels)}`
}

/** Whether the clause lets something be done, rather than noting, considering or recommending it. */
export function givesAuthority({ verb }: ReadClause): boolean {
  return verb === 'approve' || verb === 'authorise' || verb === 'delegate' || verb === 'agree'
}

/** Whether the record tells of a decision that was made: it has operative words or a day of decision. */
export function wasDecided(reading: Reading): boolean {
  return reading.layout !== 'unknown' && (reading.clauses.length > 0 || reading.decidedOn !== null)
}

/** A post's name for comparison: "Director of Quality & Integration" and "the Director of quality and integration" are one. */
export function samePost(one: string, other: string): boolean {
  const plain = (post: string) => post.toLowerCase().replace(/&/gu, ' and ').replace(/^the\s+/u, '').replace(/[^a-z0-9]+/gu, ' ').trim()
  return plain(one) === plain(other)
}
