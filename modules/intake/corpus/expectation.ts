import type { Day, MakerKind, Per, Span, Verb } from '../reading.ts'

/** One way a value may rightly be read: the value, and the words of the source it stands on. */
export type Right<T> = { value: T; words: string; at: Span }

/**
 * What is expected of one field: any of `rights` is right. Null means that the source does not say, and any value is an
 * invention. `mayBeNull` marks the places where the contract leaves open whether there is a value at all.
 */
export type Expected<T> = { rights: Right<T>[]; mayBeNull: boolean } | null

/** A post, in any of the words it may rightly be given in. */
export type ExpectedPost = { rights: Right<string>[]; mayBeNull: boolean }
export type ExpectedClause = {
  /** The numbers of an HTML list are drawn by the browser, so there a label may rightly be null: `clause 1? …`. */
  labels: (string | null)[]
  verbs: Verb[]
  text: Right<string>[]
  delegation: { to: ExpectedPost[]; consulting: ExpectedPost[] } | null
}
export type ExpectedAmount = { pence: number[]; per: (Per | null)[]; words: string; at: Span }
export type ExpectedSignature = { role: Right<string>[]; day: Day | null; mayBeNull: boolean }

export const textFields = [
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
export const dayFields = ['decidedOn', 'publishedOn', 'effectiveFrom', 'formDate'] as const
export const flagFields = ['isKey', 'subjectToCallIn'] as const
export type TextField = (typeof textFields)[number]
export type DayField = (typeof dayFields)[number]
export type FlagField = (typeof flagFields)[number]

export type ExpectedReading = Record<TextField, Expected<string>>
  & Record<DayField, Expected<Day>>
  & Record<FlagField, Expected<boolean>> & {
    file: string
    /** The family of layout the record was written in: "mg-decision", "cmis", … */
    family: string
    /** For papers Remit is not for, another country's say: what is read must be right, but nothing need be read. */
    lenient: boolean
    makerKind: { rights: (MakerKind | null)[] }
    identifiers: { right: Right<string>[]; mayBeNull: boolean }[]
    signatures: ExpectedSignature[]
    clauses: ExpectedClause[]
    amounts: ExpectedAmount[]
    /** Patterns, each of which the sentence of some finding must match. */
    finds: RegExp[]
  }

/** An expectation of a source that says nothing. */
export function nothingExpected(file: string): ExpectedReading {
  return {
    file,
    family: file.replace(/^.*\//, '').replace(/-\d+\..*$/, ''),
    lenient: false,
    council: null,
    title: null,
    decisionMaker: null,
    status: null,
    purpose: null,
    reasons: null,
    alternatives: null,
    conflicts: null,
    author: null,
    wards: null,
    decidedOn: null,
    publishedOn: null,
    effectiveFrom: null,
    formDate: null,
    isKey: null,
    subjectToCallIn: null,
    makerKind: { rights: [null] },
    identifiers: [],
    signatures: [],
    clauses: [],
    amounts: [],
    finds: [],
  }
}
