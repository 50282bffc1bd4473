import type { Decision, OtherFinding } from '#decisions'
import { amountsIn } from './fields/amounts.ts'
import { delegationOf } from './fields/delegation.ts'
import type { Field, Reading, ReadClause, Span } from './reading.ts'
import { findingsFor } from './rules/index.ts'
import { plainOf } from './text/page.ts'

/**
 * Rules that the draft's own gate speaks for already, or that look for what only a finished record has. What is left reads the
 * words: sums that do not add up, days that do not exist, instruments no longer in force.
 */
const leftOut = new Set([
  'alternatives-recorded',
  'boxes-filled',
  'clauses-give-authority',
  'conflicts-recorded',
  'delegation-has-ceiling',
  'english-record',
  'form-filled',
  'maker-and-day-recorded',
  'operative-decision',
  'published-promptly',
  'reasons-recorded',
  'record-stands',
])

/** What the rules for documents find in a draft, as if it were printed. */
export const findingsOfDraft = (decision: Decision, makerTitle: string | null): OtherFinding[] =>
  findingsFor(draftAsReading(decision, makerTitle))
    .filter(({ rule }) => !leftOut.has(rule))
    .map(({ rule, weight, says, working }) => ({ rule, weight, says, working }))

/** A draft as a reading of the record it would make: its text is composed, and every place is a place in that text. */
export function draftAsReading(draft: Decision, makerTitle: string | null): Reading {
  const lines: string[] = []
  let length = 0
  const add = (before: string, words: string): Span => {
    lines.push(`${before}${words}`)
    const start = length + before.length
    length += before.length + words.length + 1
    return [start, start + words.length]
  }
  const field = (label: string, words: string | null): Field<string> | null =>
    words === null || words.trim() === '' ? null : { value: words, at: add(`${label}: `, words) }
  const answer = (label: string, said: boolean | null): Field<boolean> | null =>
    said === null ? null : { value: said, at: add(`${label}: `, said ? 'Yes' : 'No') }

  const identifiers = draft.identifiers.map((value): Field<string> => ({ value, at: add('Reference: ', value) }))
  const title = field('Title', draft.title)
  const decisionMaker = field('Decision maker', makerTitle)
  const isKey = answer('Key decision', draft.isKey)
  const subjectToCallIn = answer('Subject to call-in', draft.subjectToCallIn)
  const purpose = field('Purpose', draft.purpose)
  add('', 'Decision:')
  const clauses = draft.clauses.map(({ label, words, verb }): ReadClause => ({
    label,
    text: words,
    verb,
    delegation: delegationOf(words),
    at: add(label === null ? '' : `(${label}) `, words),
  }))
  const reasons = field('Reasons for the decision', draft.reasons)
  const alternatives = field('Alternative options considered', draft.alternatives)
  const conflicts = field('Interests declared', draft.conflicts)
  const author = field('Author', draft.author)
  const wards = field('Wards affected', draft.wards)
  const text = lines.join('\n')
  return {
    file: draft.ref,
    layout: 'draft',
    text,
    council: null,
    identifiers,
    title,
    decisionMaker,
    makerKind: null,
    isKey,
    subjectToCallIn,
    status: null,
    decidedOn: null,
    publishedOn: null,
    effectiveFrom: null,
    formDate: null,
    signatures: [],
    clauses,
    purpose,
    reasons,
    alternatives,
    conflicts,
    author,
    wards,
    amounts: amountsIn(plainOf(text), 0, text.length),
    findings: [],
  }
}
