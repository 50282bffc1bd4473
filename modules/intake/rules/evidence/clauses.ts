import type { ReadClause, Reading, Span } from '../../reading.ts'
import { listed, matchesOf, plainText } from './plain-text.ts'

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

/**
 * Whether this is the record of a decision that was made: a page made as a record, with operative words or a dated
 * signature. Lists, plans, agendas, letters and hearings tell of decisions whose records are elsewhere.
 */
export function wasDecided(reading: Reading): boolean {
  if (!isRecord(reading)) return false
  return reading.clauses.length > 0 || reading.signatures.some(({ day }) => day !== null)
}

/** Whether the page was made as the record of a decision, and filled in. */
export function isRecord(reading: Reading): boolean {
  return recordLayouts.test(reading.layout) && unfilledPlaces(reading).length < 3
}

const recordLayouts = /^(?:example|moderngov-decision|cmis|executive-record|officer-form|numbered-form|label-form)$/u

/** The places of a form that still say what should be put there: "[insert title]", "dd/mm/yyyy". */
export function unfilledPlaces(reading: Reading): Span[] {
  return matchesOf(
    plainText(reading),
    /\[(?:please )?(?:insert|enter|set out|type|add|name of|state)\b[^\]\n]{0,120}\]|\bdd\/mm\/yy(?:yy)?\b|<(?:insert|enter)[^>\n]{0,60}>/giu,
  ).map(({ at }) => at)
}

/**
 * A post's name for comparison: "Director of Quality & Integration" and "the Director of quality and integration" are
 * one.
 */
export function samePost(one: string, other: string): boolean {
  const plain = (post: string) =>
    post
      .toLowerCase()
      .replace(/&/gu, ' and ')
      .replace(/^the\s+/u, '')
      .replace(/[^a-z0-9]+/gu, ' ')
      .trim()
  return plain(one) === plain(other)
}
