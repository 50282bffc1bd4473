import type { Day, Delegation, Field, MakerKind, Reading, Span, Verb } from '../../reading.ts'

/** The words of a field as they stand in the text, or those words and the value read from them. */
type Said<T> = string | [words: string, value: T]

/** What an example's reading says beside its text; whatever is not said is null or empty. */
export type Sayings = {
  layout?: string
  council?: Said<string>
  title?: Said<string>
  decisionMaker?: Said<string>
  makerKind?: MakerKind
  isKey?: [words: string, value: boolean]
  subjectToCallIn?: [words: string, value: boolean]
  status?: Said<string>
  decidedOn?: [words: string, day: Day]
  publishedOn?: [words: string, day: Day]
  effectiveFrom?: [words: string, day: Day]
  formDate?: [words: string, day: Day]
  signatures?: { role: string; day: Day | null }[]
  clauses?: { label?: string; text: string; verb: Verb; delegation?: Delegation }[]
  purpose?: Said<string>
  reasons?: Said<string>
  alternatives?: Said<string>
  conflicts?: Said<string>
  wards?: Said<string>
}

/**
 * A reading for a worked example: its text and what was read of it. Each value is found by its words, and words that
 * are not in the text throw, so that no example can claim what its text does not say.
 */
export function aReading(text: string, said: Sayings = {}): Reading {
  const at = (words: string): Span => {
    const start = text.indexOf(words)
    if (start < 0) throw new RangeError(`the example's text does not say "${words}"`)
    return [start, start + words.length]
  }
  const words = (given: Said<string> | undefined): Field<string> | null => {
    if (given === undefined) return null
    return typeof given === 'string' ? { value: given, at: at(given) } : { value: given[1], at: at(given[0]) }
  }
  const value = <T>(given: [string, T] | undefined): Field<T> | null =>
    given === undefined ? null : { value: given[1], at: at(given[0]) }
  return {
    file: 'example',
    layout: said.layout ?? 'example',
    text,
    council: words(said.council),
    identifiers: [],
    title: words(said.title),
    decisionMaker: words(said.decisionMaker),
    makerKind: said.makerKind ?? null,
    isKey: value(said.isKey),
    subjectToCallIn: value(said.subjectToCallIn),
    status: words(said.status),
    decidedOn: value(said.decidedOn),
    publishedOn: value(said.publishedOn),
    effectiveFrom: value(said.effectiveFrom),
    formDate: value(said.formDate),
    signatures: (said.signatures ?? []).map((one) => ({ ...one, at: at(one.role) })),
    clauses: (said.clauses ?? []).map((one) => ({
      label: one.label ?? null,
      text: one.text,
      verb: one.verb,
      delegation: one.delegation ?? null,
      at: at(one.text),
    })),
    purpose: words(said.purpose),
    reasons: words(said.reasons),
    alternatives: words(said.alternatives),
    conflicts: words(said.conflicts),
    author: null,
    wards: words(said.wards),
    amounts: [],
    findings: [],
  }
}
