import type { Field, Reading, Span } from '../../reading.ts'

const lists = new Set(['moderngov-list', 'moderngov-plan'])

/**
 * A page that lists many records gives each of them the text of the whole page. The rules are shown only the stretch
 * that a record's own values stand in, so that no record answers for its neighbour's sums. Returns the reading to
 * judge, and how far its places lie from those on the page.
 */
export function ownStretch(reading: Reading): { reading: Reading; offset: number } {
  if (!lists.has(reading.layout)) return { reading, offset: 0 }
  const places = placesOf(reading)
  if (places.length === 0) return { reading, offset: 0 }
  const first = places.reduce((least, [start]) => Math.min(least, start), reading.text.length)
  const last = places.reduce((most, [, end]) => Math.max(most, end), 0)
  const offset = reading.text.lastIndexOf('\n', first) + 1
  const lineEnd = reading.text.indexOf('\n', last)
  return { reading: moved(reading, offset, lineEnd < 0 ? reading.text.length : lineEnd), offset }
}

function placesOf(reading: Reading): Span[] {
  return [
    ...fieldsOf(reading).flatMap((field) => (field ? [field.at] : [])),
    ...reading.identifiers.map(({ at }) => at),
    ...reading.signatures.map(({ at }) => at),
    ...reading.clauses.map(({ at }) => at),
    ...reading.amounts.map(({ at }) => at),
  ]
}

function fieldsOf(reading: Reading): (Field<unknown> | null)[] {
  return [
    reading.title,
    reading.decisionMaker,
    reading.isKey,
    reading.subjectToCallIn,
    reading.status,
    reading.decidedOn,
    reading.publishedOn,
    reading.effectiveFrom,
    reading.formDate,
    reading.purpose,
    reading.reasons,
    reading.alternatives,
    reading.conflicts,
    reading.author,
    reading.wards,
  ]
}

function moved(reading: Reading, offset: number, end: number): Reading {
  const back = <T extends { at: Span }>(one: T): T => ({ ...one, at: [one.at[0] - offset, one.at[1] - offset] })
  const field = <T>(one: Field<T> | null): Field<T> | null => (one ? back(one) : null)
  return {
    ...reading,
    text: reading.text.slice(offset, end),
    // The council's name stands at the head of the page, outside; what it says still holds.
    council: reading.council ? { ...reading.council, at: [0, 0] } : null,
    identifiers: reading.identifiers.map(back),
    title: field(reading.title),
    decisionMaker: field(reading.decisionMaker),
    isKey: field(reading.isKey),
    subjectToCallIn: field(reading.subjectToCallIn),
    status: field(reading.status),
    decidedOn: field(reading.decidedOn),
    publishedOn: field(reading.publishedOn),
    effectiveFrom: field(reading.effectiveFrom),
    formDate: field(reading.formDate),
    signatures: reading.signatures.map(back),
    clauses: reading.clauses.map(back),
    purpose: field(reading.purpose),
    reasons: field(reading.reasons),
    alternatives: field(reading.alternatives),
    conflicts: field(reading.conflicts),
    author: field(reading.author),
    wards: field(reading.wards),
    amounts: reading.amounts.map(back),
  }
}
