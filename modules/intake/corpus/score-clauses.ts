import type { Reading, ReadClause } from '../reading.ts'
import { plain, samePost, sameAbove, sharedOf, wordOverlap } from './compare.ts'
import type { ExpectedClause, ExpectedPost, ExpectedReading } from './expectation.ts'
import type { Tell } from './paper.ts'

/** Scores clauses by their words, and apart from those their labels, verbs, delegates and posts to consult. */
export function scoreClauses(tell: Tell, want: ExpectedReading, read: Reading | null): void {
  const left = [...(read?.clauses ?? [])]
  for (const [clause, found] of matched(want.clauses, left)) {
    if (found === null) {
      if (!want.lenient) tellMissed(tell, clause)
      continue
    }
    left.splice(left.indexOf(found), 1)
    scoreOne(tell, clause, found)
  }
  for (const extra of left) {
    // A piece of an expected clause is read amiss rather than invented.
    const piece = want.clauses.some((clause) => clause.text.some((right) => sharedOf(extra.text, right.value) >= 0.8))
    if (piece) tell('clauses', 'wrong', null, `${extra.label ?? '-'} ${extra.text}`)
    else tell('clauses', 'invented', null, `${extra.label ?? '-'} ${extra.text}`)
    for (const post of extra.delegation?.to ?? []) tell('clauses.delegates', 'invented', null, post)
  }
}

function scoreOne(tell: Tell, clause: ExpectedClause, found: ReadClause): void {
  const wanted = clause.text[0]?.value ?? ''
  tell('clauses', closeness(clause, found) >= sameAbove ? 'right' : 'wrong', wanted, found.text)
  const [first = null] = clause.labels
  if (clause.labels.some((label) => sameLabel(label, found.label))) {
    if (found.label !== null) tell('clauses.label', 'right', first, found.label)
  } else if (found.label === null) tell('clauses.label', 'missed', first, null)
  else tell('clauses.label', first === null ? 'invented' : 'wrong', first, found.label)
  const verbs = `${clause.verbs.join(' or ')}: ${wanted}`
  tell('clauses.verb', clause.verbs.includes(found.verb) ? 'right' : 'wrong', verbs, found.verb)
  scorePosts(tell, 'clauses.delegates', clause.delegation?.to ?? [], found.delegation?.to ?? [])
  scorePosts(tell, 'clauses.consulting', clause.delegation?.consulting ?? [], found.delegation?.consulting ?? [])
}

function tellMissed(tell: Tell, clause: ExpectedClause): void {
  tell('clauses', 'missed', clause.text[0]?.value ?? '', null)
  if (!clause.labels.includes(null)) tell('clauses.label', 'missed', clause.labels[0] ?? null, null)
  tell('clauses.verb', 'missed', clause.verbs.join(' or '), null)
  scorePosts(tell, 'clauses.delegates', clause.delegation?.to ?? [], [])
  scorePosts(tell, 'clauses.consulting', clause.delegation?.consulting ?? [], [])
}

function scorePosts(tell: Tell, field: string, want: ExpectedPost[], got: string[]): void {
  const left = [...got]
  const missing = want.filter((post) => {
    const index = left.findIndex((one) => post.rights.some((right) => samePost(right.value, one)))
    if (index >= 0) tell(field, 'right', named(post), left.splice(index, 1)[0] ?? null)
    return index < 0 && !post.mayBeNull
  })
  // A post given in place of another is one wrong value; what is over is missed or invented.
  for (const post of missing) tell(field, left.length > 0 ? 'wrong' : 'missed', named(post), left.shift() ?? null)
  for (const post of left) tell(field, 'invented', null, post)
}

/** Each expected clause with the read clause most like it, best matches first; a read clause is used once. */
function matched(want: ExpectedClause[], got: ReadClause[]): [ExpectedClause, ReadClause | null][] {
  const options = want
    .flatMap((clause) =>
      got.map((read) => {
        const labelled = clause.labels.some((label) => label !== null && sameLabel(label, read.label))
        return { clause, read, close: closeness(clause, read) + (labelled ? 0.1 : 0) }
      }),
    )
    .filter((option) => option.close >= 0.4)
    .sort((one, other) => other.close - one.close)
  const taken = new Map<ExpectedClause, ReadClause>()
  const used = new Set<ReadClause>()
  for (const option of options) {
    if (taken.has(option.clause) || used.has(option.read)) continue
    taken.set(option.clause, option.read)
    used.add(option.read)
  }
  return want.map((clause) => [clause, taken.get(clause) ?? null])
}

function closeness(clause: ExpectedClause, read: ReadClause): number {
  return Math.max(...clause.text.map((right) => wordOverlap(unlabelled(right.value), unlabelled(read.text))))
}

/** A clause without the label or the "RESOLVED" that may stand before it: neither is part of what is compared. */
function unlabelled(text: string): string {
  return text
    .replace(/^\s*(?:\(?(?:[a-z]{1,4}|\d{1,2}(?:\.\d{1,2})?)[).]|[•·\-–*])\s+/iu, '')
    .replace(/^\s*resolved\b\s*[:–—-]?\s*/iu, '')
}

function sameLabel(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : plain(one) === plain(other)
}

function named(post: ExpectedPost): string {
  return post.rights[0]?.value ?? ''
}
