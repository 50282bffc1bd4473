/**
 * What a document was read to say. The shape is fixed from outside (`remit read --json` prints it); do not change a name here.
 *
 * `at` is [start, end) in UTF-16 code units of `text`. Every value is taken from there and none is invented: what the text
 * does not say is null.
 */
export type Span = [start: number, end: number]
export type Field<T> = { value: T; at: Span }
/** An ISO day, "2022-08-04". */
export type Day = string

export type MakerKind = 'cabinet' | 'member' | 'officer' | 'committee' | 'council'
export type Verb =
  'approve' | 'authorise' | 'delegate' | 'agree' | 'note' | 'consider' | 'recommend' | 'refuse' | 'defer' | 'other'
export type Per = 'year' | 'week' | 'day' | 'hour' | 'visit' | 'total'

export type Signature = { role: string; day: Day | null; at: Span }
export type Delegation = { to: string[]; consulting: string[] }
export type ReadClause = { label: string | null; text: string; verb: Verb; delegation: Delegation | null; at: Span }
/** Pence as a number: it is printed as JSON, and no single sum in a record outgrows a safe integer. */
export type Amount = { pence: number; per: Per | null; at: Span }
export type ReadingFinding = {
  rule: string
  weight: 'error' | 'warning' | 'note'
  says: string
  working: string | null
  at: Span[]
}

export type Reading = {
  file: string
  layout: string
  text: string
  council: Field<string> | null
  identifiers: Field<string>[]
  title: Field<string> | null
  decisionMaker: Field<string> | null
  makerKind: MakerKind | null
  isKey: Field<boolean> | null
  subjectToCallIn: Field<boolean> | null
  status: Field<string> | null
  decidedOn: Field<Day> | null
  publishedOn: Field<Day> | null
  effectiveFrom: Field<Day> | null
  formDate: Field<Day> | null
  signatures: Signature[]
  clauses: ReadClause[]
  purpose: Field<string> | null
  reasons: Field<string> | null
  alternatives: Field<string> | null
  conflicts: Field<string> | null
  author: Field<string> | null
  wards: Field<string> | null
  amounts: Amount[]
  findings: ReadingFinding[]
}
