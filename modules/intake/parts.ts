/**
 * The parts of a reading that somebody can correct, each under a name: "title", "identifiers", "clauses.2", "amounts.0". A name
 * past the last clause, sum or signature stands for one that the reader did not see.
 */
import type { Amount, Field, MakerKind, ReadClause, Reading, Signature, Span } from './reading.ts'

export const textParts = [
  'council',
  'title',
  'decisionMaker',
  'status',
  'purpose',
  'reasons',
  'alternatives',
  'conflicts',
  'author',
  'wards',
] as const
export const dayParts = ['decidedOn', 'publishedOn', 'effectiveFrom', 'formDate'] as const
export const yesNoParts = ['isKey', 'subjectToCallIn'] as const
export const listParts = ['clauses', 'amounts', 'signatures'] as const

export type TextPart = (typeof textParts)[number]
export type DayPart = (typeof dayParts)[number]
export type YesNoPart = (typeof yesNoParts)[number]
export type ListPart = (typeof listParts)[number]

/** A part by its kind, so that whoever handles one knows what stands in it. */
export type Part =
  | { kind: 'text'; name: TextPart }
  | { kind: 'day'; name: DayPart }
  | { kind: 'yes-no'; name: YesNoPart }
  | { kind: 'maker-kind' }
  | { kind: 'identifiers' }
  | { kind: 'item'; list: ListPart; at: number }

/** What stands in a part; null is what the record does not say, or an item that was taken out. */
export type PartValue =
  Field<string> | Field<boolean> | Field<string>[] | MakerKind | ReadClause | Amount | Signature | null

const one = <T extends string>(names: readonly T[], given: string): T | undefined =>
  names.find((name) => name === given)

/** The part of this name, or null when there is none. */
export function partOf(given: string): Part | null {
  const text = one(textParts, given)
  if (text) return { kind: 'text', name: text }
  const day = one(dayParts, given)
  if (day) return { kind: 'day', name: day }
  const yesNo = one(yesNoParts, given)
  if (yesNo) return { kind: 'yes-no', name: yesNo }
  if (given === 'makerKind') return { kind: 'maker-kind' }
  if (given === 'identifiers') return { kind: 'identifiers' }
  const [, name = '', at = ''] = /^([a-z]+)\.(\d{1,4})$/u.exec(given) ?? []
  const list = one(listParts, name)
  return list ? { kind: 'item', list, at: Number(at) } : null
}

const titles: Record<TextPart | DayPart | YesNoPart, string> = {
  council: 'Council',
  title: 'Title',
  decisionMaker: 'Decided by',
  status: 'Status',
  purpose: 'Purpose',
  reasons: 'Reasons',
  alternatives: 'Alternatives considered',
  conflicts: 'Interests declared',
  author: 'Author',
  wards: 'Wards',
  decidedOn: 'Decided on',
  publishedOn: 'Published on',
  effectiveFrom: 'Takes effect',
  formDate: 'Form dated',
  isKey: 'Key decision',
  subjectToCallIn: 'Subject to call-in',
}

const itemTitles: Record<ListPart, string> = { clauses: 'Clause', amounts: 'Sum', signatures: 'Signature' }

/** The part in words: "Decided on", "Clause 3". */
export function partTitle(part: Part): string {
  switch (part.kind) {
    case 'maker-kind':
      return 'Kind of decision maker'
    case 'identifiers':
      return 'References'
    case 'item':
      return `${itemTitles[part.list]} ${part.at + 1}`
    default:
      return titles[part.name]
  }
}

/** A reading as it stands: items that were taken out leave a gap, so that the others keep their names. */
export type Standing = Omit<Reading, ListPart> & {
  clauses: (ReadClause | null)[]
  amounts: (Amount | null)[]
  signatures: (Signature | null)[]
}

/** What stands in a part; undefined where an item is neither there nor the next one. */
export function valueOf(standing: Standing, part: Part): PartValue | undefined {
  switch (part.kind) {
    case 'maker-kind':
      return standing.makerKind
    case 'identifiers':
      return standing.identifiers
    case 'item': {
      const list = standing[part.list]
      return part.at > list.length ? undefined : (list[part.at] ?? null)
    }
    default:
      return standing[part.name]
  }
}

/** One that was corrected earlier, as it is kept. */
export type Change = { part: string; new: unknown }

/** The reading with its corrections carried out in order. What stands in a correction was checked when it was made. */
export function standingAfter(reading: Reading, changes: readonly Change[]): Standing {
  const standing: Record<string, unknown> & Standing = {
    ...reading,
    clauses: [...reading.clauses],
    amounts: [...reading.amounts],
    signatures: [...reading.signatures],
  }
  for (const change of changes) {
    const part = partOf(change.part)
    if (part?.kind === 'item') (standing[part.list] as unknown[])[part.at] = change.new
    else if (part) standing[change.part] = change.new
  }
  return standing
}

/** The same in the shape of a reading, without gaps. */
export const readingOf = (standing: Standing): Reading => {
  const there = <T>(list: readonly (T | null)[]): T[] => list.filter((item) => item !== null)
  return {
    ...standing,
    clauses: there(standing.clauses),
    amounts: there(standing.amounts),
    signatures: there(standing.signatures),
  }
}

/** The place of something that a person says and the text does not: no words at all. */
export const nowhere: Span = [0, 0]

/** Where words stand in a text: exactly, or with other white space between them; null when they do not. */
export function placeOf(text: string, words: string): Span | null {
  const wanted = words.trim()
  if (wanted === '') return null
  const exact = text.indexOf(wanted)
  if (exact >= 0) return [exact, exact + wanted.length]
  if (wanted.length > 5000) return null
  const found = new RegExp(
    wanted
      .split(/\s+/u)
      .map((word) => RegExp.escape(word))
      .join('\\s+'),
    'u',
  ).exec(text)
  return found && [found.index, found.index + found[0].length]
}
