import type { DraftContent } from '#decisions'
import { ref } from '#platform/input.ts'
import type { Field, ReadClause, Reading } from './reading.ts'

export type Draftable = Pick<DraftContent, 'title' | 'fields'> & {
  clauses: Pick<DraftContent['clauses'][number], 'label' | 'verb' | 'words'>[]
  /** What could not be taken over as it stands, in sentences. */
  leftOut: string[]
}

/** What a draft takes over from a reading: what was read and what a draft can hold of it. */
export function draftableFrom(reading: Reading): Draftable {
  const leftOut: string[] = []
  const fit = (field: Field<string> | null, most: number, what: string): string | null => {
    if (field === null || field.value.length <= most) return field?.value ?? null
    leftOut.push(
      `${what} has ${field.value.length.toLocaleString('en-GB')} characters; the first ${most.toLocaleString('en-GB')} were taken over.`,
    )
    return field.value.slice(0, most).toWellFormed()
  }
  const identifiers = [...new Set(reading.identifiers.map(({ value }) => value.trim()))].filter((value) => {
    if (ref.safeParse(value).success) return true
    leftOut.push(`The reference “${value.slice(0, 80)}” is not written as references are, and was left out.`)
    return false
  })
  if (identifiers.length > 10)
    leftOut.push(`The record gives ${identifiers.length} references; the first ten were taken over.`)
  return {
    title: fit(reading.title, 300, 'The title') ?? 'Decision without a title',
    fields: {
      identifiers: identifiers.slice(0, 10),
      isKey: reading.isKey?.value ?? null,
      subjectToCallIn: reading.subjectToCallIn?.value ?? null,
      purpose: fit(reading.purpose, 20_000, 'The purpose'),
      reasons: fit(reading.reasons, 20_000, 'The reasons'),
      alternatives: fit(reading.alternatives, 20_000, 'The alternatives'),
      conflicts: fit(reading.conflicts, 4000, 'The statement of interests'),
      author: fit(reading.author, 300, 'The author'),
      wards: fit(reading.wards, 1000, 'The list of wards'),
    },
    clauses: clausesOf(reading.clauses, leftOut),
    leftOut,
  }
}

const mostClauses = 200

function clausesOf(clauses: ReadClause[], leftOut: string[]): Draftable['clauses'] {
  if (clauses.length > mostClauses)
    leftOut.push(`The record has ${clauses.length} clauses; the first ${mostClauses} were taken over.`)
  const labels = new Set<string>()
  return clauses.slice(0, mostClauses).map(({ label, verb, text }, at) => {
    if (text.length > 10_000)
      leftOut.push(`Clause ${at + 1} is longer than 10,000 characters; the rest of it was left out.`)
    // A draft's letters tell its clauses apart; a record may use one twice.
    const own = label === null || labels.has(label) || label.length > 12 ? null : label
    if (label !== null && own === null)
      leftOut.push(`The letter (${label}) stands at two clauses; clause ${at + 1} was left without.`)
    if (own !== null) labels.add(own)
    return { label: own, verb, words: text.slice(0, 10_000).toWellFormed() }
  })
}
