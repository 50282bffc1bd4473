import { plain, samePost, sameWords, sharedOf, wordOverlap } from './corpus/compare.ts'
import {
  dayFields, flagFields, textFields, type ExpectedClause, type ExpectedReading, type Right,
} from './corpus/expectation.ts'
import { corpusRecords, type Part } from './corpus/records.ts'
import type { Reading, ReadClause, Span } from './reading.ts'

export type Tally = {
  truePositive: number; falsePositive: number; falseNegative: number; precision: number; recall: number; f1: number
}
/**
 * Where a reading and its expectation part: `invented` gives what the record does not say, `missed` leaves out what it says,
 * `wrong` gives another value than the one it says.
 */
export type Disagreement = {
  kind: 'invented' | 'missed' | 'wrong'
  file: string; family: string; field: string; expected: string | null; got: string | null
}
export type Score = {
  fields: Record<string, Tally>
  overall: Tally
  inventions: Disagreement[]
  disagreements: Disagreement[]
  /** Of the values read rightly, those whose span covers the words they came from. */
  spans: { right: number; total: number; wrong: Disagreement[] }
  /** Expected findings, and those that no finding's sentence spoke of. */
  findings: { expected: number; missing: Disagreement[] }
}
export type CorpusScore = { score: Score; byFamily: Record<string, Score & { records: number }>; unread: string[]; table: string }
/** How the corpus is read: never throws; a document that cannot be read has no readings. */
export type ReadForScore = (bytes: Uint8Array, file: string) => Promise<Reading[]>

/** From this overlap of words on, two long passages count as the same. */
const sameAbove = 0.9
const longFields: readonly string[] = ['purpose', 'reasons', 'alternatives', 'conflicts']

type Count = { truePositive: number; falsePositive: number; falseNegative: number }
type Paper = {
  counts: Map<string, Count>
  disagreements: Disagreement[]
  spans: Score['spans']
  findings: Score['findings']
}

/** Scores what was read against what is expected, field by field. Readings of a page with several are paired in order. */
export function scoreReadings(expected: ExpectedReading[], got: Reading[]): Score {
  const paper = blank()
  const pairs = pair(expected, got)
  for (const [want, read] of pairs) scoreOne(paper, want, read)
  return summed([paper])
}

/** Reads the corpus, or a part of it, through `read`, and scores it whole, by field and by family of layout. */
export async function scoreCorpus(read: ReadForScore, parts: readonly Part[] = ['open', 'held-out']): Promise<CorpusScore> {
  const papers = new Map<string, { papers: Paper[]; records: number }>()
  const unread: string[] = []
  for (const record of corpusRecords(parts)) {
    const family = record.expected[0]?.family ?? 'other'
    const entry = papers.get(family) ?? { papers: [], records: 0 }
    papers.set(family, entry)
    entry.records += 1
    const got = await read(record.source, record.file)
    if (got.length === 0) unread.push(record.file)
    const paper = blank()
    for (const [want, reading] of pair(record.expected, got)) scoreOne(paper, want, reading)
    entry.papers.push(paper)
  }
  const score = summed([...papers.values()].flatMap((entry) => entry.papers))
  const byFamily = Object.fromEntries([...papers].map(([family, entry]) =>
    [family, { ...summed(entry.papers), records: entry.records }]))
  return { score, byFamily, unread, table: scoreTable(score, byFamily) }
}

/** The score as two Markdown tables: by field, and by family of layout. */
export function scoreTable(score: Score, byFamily: Record<string, Score & { records: number }>): string {
  const figure = (share: number): string => share.toFixed(3)
  const row = (name: string, tally: Tally): string => `| ${name} | ${tally.truePositive} | ${tally.falsePositive} | ` +
    `${tally.falseNegative} | ${figure(tally.precision)} | ${figure(tally.recall)} | ${figure(tally.f1)} |`
  return [
    '| Field | Right | Not so | Missed | Precision | Recall | F1 |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...Object.entries(score.fields).map(([field, tally]) => row(field, tally)),
    row('**All**', score.overall),
    '',
    '| Layout | Records | F1 | Inventions |',
    '| --- | ---: | ---: | ---: |',
    ...Object.entries(byFamily).map(([family, one]) =>
      `| ${family} | ${one.records} | ${figure(one.overall.f1)} | ${one.inventions.length} |`),
    '',
    `Inventions: ${score.inventions.length}. Spans on their words: ${score.spans.right} of ${score.spans.total}. ` +
      `Findings asked for: ${score.findings.expected - score.findings.missing.length} of ${score.findings.expected}.`,
  ].join('\n')
}

function scoreOne(paper: Paper, want: ExpectedReading, read: Reading | null): void {
  const tell = teller(paper, want)
  for (const field of textFields) {
    const same = longFields.includes(field)
      ? (one: string, other: string) => wordOverlap(one, other) >= sameAbove
      : sameWords
    scoreField(tell, field, want[field], read?.[field] ?? null, same, want.lenient, read, paper)
  }
  for (const field of [...dayFields, ...flagFields]) {
    scoreField<unknown>(tell, field, want[field], read?.[field] ?? null, (one, other) => one === other, want.lenient, read, paper)
  }
  const kinds = want.makerKind.rights
  const kind = read?.makerKind ?? null
  if (kind === null) {
    if (!kinds.includes(null) && !want.lenient) tell('makerKind', 'missed', kinds.join(' or '), null)
  } else if (kinds.includes(kind)) tell('makerKind', 'right', kind, kind)
  else tell('makerKind', kinds.every((one) => one === null) ? 'invented' : 'wrong', kinds.join(' or '), kind)
  scoreIdentifiers(tell, want, read)
  scoreSignatures(tell, want, read)
  scoreClauses(tell, want, read)
  scoreAmounts(tell, want, read)
  for (const pattern of want.finds) {
    paper.findings.expected += 1
    if (read?.findings.some((finding) => pattern.test(finding.says)) !== true) {
      paper.findings.missing.push({ kind: 'missed', file: want.file, family: want.family, field: 'findings', expected: pattern.source, got: null })
    }
  }
}

type Tell = (field: string, what: 'right' | 'invented' | 'missed' | 'wrong', expected: string | null, got: string | null) => void

function teller(paper: Paper, want: ExpectedReading): Tell {
  return (field, what, expected, got) => {
    const count = paper.counts.get(field) ?? { truePositive: 0, falsePositive: 0, falseNegative: 0 }
    paper.counts.set(field, count)
    if (what === 'right') count.truePositive += 1
    if (what === 'invented' || what === 'wrong') count.falsePositive += 1
    if (what === 'missed' || what === 'wrong') count.falseNegative += 1
    if (what !== 'right') paper.disagreements.push({ kind: what, file: want.file, family: want.family, field, expected, got })
  }
}

function scoreField<T>(
  tell: Tell, field: string, want: { rights: Right<T>[]; mayBeNull: boolean } | null, got: { value: T; at: Span } | null,
  same: (one: T, other: T) => boolean, lenient: boolean, read: Reading | null, paper: Paper,
): void {
  const wanted = want === null ? null : want.rights.map((right) => String(right.value)).join(' or ')
  if (got === null) {
    if (want !== null && !want.mayBeNull && !lenient) tell(field, 'missed', wanted, null)
    return
  }
  if (want === null) {
    tell(field, 'invented', null, String(got.value))
    return
  }
  const right = want.rights.find((one) => same(one.value, got.value))
  if (right === undefined) {
    tell(field, 'wrong', wanted, String(got.value))
    return
  }
  tell(field, 'right', wanted, String(got.value))
  paper.spans.total += 1
  const words = read?.text.slice(...got.at) ?? ''
  if (want.rights.some((one) => onTheWords(words, one.words))) paper.spans.right += 1
  else paper.spans.wrong.push({ kind: 'wrong', file: read?.file ?? '', family: '', field, expected: right.words, got: words })
}

/** A span is right when it covers the words, or lies within them, and does not take in much else. */
function onTheWords(covered: string, words: string): boolean {
  const got = plain(covered)
  const want = plain(words)
  if (got === '') return false
  return (got.includes(want) && got.length <= want.length * 2 + 60) || want.includes(got) || wordOverlap(got, want) >= 0.8
}

function scoreIdentifiers(tell: Tell, want: ExpectedReading, read: Reading | null): void {
  const left = (read?.identifiers ?? []).map((field) => field.value)
  for (const identifier of want.identifiers) {
    const index = left.findIndex((value) => identifier.right.some((right) => sameWords(right.value, value)))
    const wanted = identifier.right.map((right) => right.value).join(' or ')
    if (index >= 0) tell('identifiers', 'right', wanted, left.splice(index, 1)[0] ?? null)
    else if (!identifier.mayBeNull && !want.lenient) tell('identifiers', 'missed', wanted, null)
  }
  for (const value of left) tell('identifiers', 'invented', null, value)
}

function scoreSignatures(tell: Tell, want: ExpectedReading, read: Reading | null): void {
  const left = [...(read?.signatures ?? [])]
  for (const signature of want.signatures) {
    const index = left.findIndex((one) => signature.role.some((right) => sameRole(right.value, one.role)))
    const wanted = `${signature.role[0]?.value ?? ''} ${signature.day ?? '-'}`
    const found = index < 0 ? undefined : left.splice(index, 1)[0]
    if (found === undefined) {
      if (!signature.mayBeNull && !want.lenient) tell('signatures', 'missed', wanted, null)
    } else if (found.day === signature.day || (signature.mayBeNull && found.day === null)) tell('signatures', 'right', wanted, found.role)
    else tell('signatures', 'wrong', wanted, `${found.role} ${found.day ?? '-'}`)
  }
  for (const signature of left) tell('signatures', 'invented', null, `${signature.role} ${signature.day ?? '-'}`)
}

function sameRole(one: string, other: string): boolean {
  return samePost(one, other) || (plain(one).length > 8 && plain(other).includes(plain(one)) && plain(other).length < plain(one).length * 2)
}

function scoreClauses(tell: Tell, want: ExpectedReading, read: Reading | null): void {
  const left = [...(read?.clauses ?? [])]
  for (const [clause, found] of matched(want.clauses, left)) {
    const wanted = clause.text[0]?.value ?? ''
    if (found === null) {
      if (want.lenient) continue
      tell('clauses', 'missed', wanted, null)
      tell('clauses.verb', 'missed', clause.verbs.join(' or '), null)
      for (const post of clause.delegation?.to ?? []) tell('clauses.delegates', 'missed', post[0]?.value ?? '', null)
      for (const post of clause.delegation?.consulting ?? []) tell('clauses.consulting', 'missed', post[0]?.value ?? '', null)
      continue
    }
    left.splice(left.indexOf(found), 1)
    const close = Math.max(...clause.text.map((right) => wordOverlap(unlabelled(right.value), unlabelled(found.text))))
    tell('clauses', close >= sameAbove ? 'right' : 'wrong', wanted, found.text)
    const label = found.label === null ? null : plain(found.label)
    if (clause.labels.some((one) => (one === null ? null : plain(one)) === label)) {
      if (label !== null) tell('clauses.label', 'right', found.label, found.label)
    } else if (label === null) tell('clauses.label', 'missed', clause.labels[0] ?? null, null)
    else tell('clauses.label', clause.labels[0] === null ? 'invented' : 'wrong', clause.labels[0] ?? null, found.label)
    tell('clauses.verb', clause.verbs.includes(found.verb) ? 'right' : 'wrong', `${clause.verbs.join(' or ')}: ${wanted}`, found.verb)
    scorePosts(tell, 'clauses.delegates', clause.delegation?.to ?? [], found.delegation?.to ?? [])
    scorePosts(tell, 'clauses.consulting', clause.delegation?.consulting ?? [], found.delegation?.consulting ?? [])
  }
  for (const extra of left) {
    const from = want.clauses.some((clause) => clause.text.some((right) => sharedOf(extra.text, right.value) >= 0.8))
    tell('clauses', from ? 'wrong' : 'invented', null, `${extra.label ?? '-'} ${extra.text}`)
    for (const post of extra.delegation?.to ?? []) tell('clauses.delegates', 'wrong', null, post)
  }
}

function scorePosts(tell: Tell, field: string, want: Right<string>[][], got: string[]): void {
  const left = [...got]
  for (const post of want) {
    const index = left.findIndex((one) => post.some((right) => samePost(right.value, one)))
    if (index >= 0) tell(field, 'right', post[0]?.value ?? '', left.splice(index, 1)[0] ?? null)
    else tell(field, 'missed', post[0]?.value ?? '', left.join(' + ') || null)
  }
  for (const post of left) tell(field, want.length === 0 ? 'invented' : 'wrong', want.map((one) => one[0]?.value).join(' + ') || null, post)
}

/** Each expected clause with the read clause most like it, best matches first; a read clause is used once. */
function matched(want: ExpectedClause[], got: ReadClause[]): [ExpectedClause, ReadClause | null][] {
  const options = want.flatMap((clause) => got.map((read) => ({
    clause, read,
    close: Math.max(...clause.text.map((right) => wordOverlap(unlabelled(right.value), unlabelled(read.text)))) +
      (clause.labels.some((label) => label !== null && read.label !== null && plain(label) === plain(read.label)) ? 0.1 : 0),
  }))).filter((option) => option.close >= 0.4).sort((one, other) => other.close - one.close)
  const taken = new Map<ExpectedClause, ReadClause>()
  const used = new Set<ReadClause>()
  for (const option of options) {
    if (taken.has(option.clause) || used.has(option.read)) continue
    taken.set(option.clause, option.read)
    used.add(option.read)
  }
  return want.map((clause) => [clause, taken.get(clause) ?? null])
}

/** A clause without the label or the "RESOLVED" that may stand before it: neither is part of what is compared. */
function unlabelled(text: string): string {
  return text.replace(/^\s*(?:\(?(?:[a-z]{1,4}|\d{1,2}(?:\.\d{1,2})?)[).]|[•·\-–*])\s+/iu, '').replace(/^\s*resolved\b\s*[:–—-]?\s*/iu, '')
}

function scoreAmounts(tell: Tell, want: ExpectedReading, read: Reading | null): void {
  const left = [...(read?.amounts ?? [])]
  for (const amount of want.amounts) {
    const index = left.findIndex((one) => amount.pence.some((pence) => Math.abs(pence - one.pence) < 1e-6))
    const found = index < 0 ? undefined : left.splice(index, 1)[0]
    if (found === undefined) {
      if (!want.lenient) tell('amounts', 'missed', amount.words, null)
      continue
    }
    tell('amounts', 'right', amount.words, String(found.pence))
    const per = amount.per.map((one) => one ?? 'none').join(' or ')
    if (amount.per.includes(found.per)) {
      if (found.per !== null) tell('amounts.per', 'right', per, found.per)
    } else if (found.per === null) tell('amounts.per', 'missed', `${amount.words} ${per}`, null)
    else tell('amounts.per', amount.per[0] === null ? 'invented' : 'wrong', `${amount.words} ${per}`, found.per)
  }
  for (const amount of left) tell('amounts', 'invented', null, `${amount.pence} pence: ${read?.text.slice(...amount.at) ?? ''}`)
}

/** Readings beside what is expected of them: in order where the numbers agree, otherwise each with the one most like it. */
function pair(expected: ExpectedReading[], got: Reading[]): [ExpectedReading, Reading | null][] {
  if (expected.length === got.length) return expected.map((want, index) => [want, got[index] ?? null])
  const left = [...got]
  const pairs = expected.map((want): [ExpectedReading, Reading | null] => {
    const index = left.findIndex((read) => read.title !== null && want.title?.rights.some((right) => sameWords(right.value, read.title?.value ?? '')))
    return [want, left.splice(index < 0 ? 0 : index, 1)[0] ?? null]
  })
  // What was read beyond the records there are is scored against nothing.
  const first = expected[0]
  return first === undefined ? pairs : [...pairs, ...left.map((read): [ExpectedReading, Reading] => [nothingOf(first), read])]
}

function nothingOf(want: ExpectedReading): ExpectedReading {
  const nothing = { ...want, makerKind: { rights: [null] }, identifiers: [], signatures: [], clauses: [], amounts: [], finds: [] }
  for (const field of [...textFields, ...dayFields, ...flagFields]) nothing[field] = null
  return nothing
}

function blank(): Paper {
  return { counts: new Map(), disagreements: [], spans: { right: 0, total: 0, wrong: [] }, findings: { expected: 0, missing: [] } }
}

const fieldOrder: readonly string[] = [
  'council', 'identifiers', 'title', 'decisionMaker', 'makerKind', 'isKey', 'subjectToCallIn', 'status', 'decidedOn', 'publishedOn',
  'effectiveFrom', 'formDate', 'signatures', 'clauses', 'clauses.label', 'clauses.verb', 'clauses.delegates', 'clauses.consulting',
  'purpose', 'reasons', 'alternatives', 'conflicts', 'author', 'wards', 'amounts', 'amounts.per',
]

function summed(papers: Paper[]): Score {
  const add = (counts: Count[]): Tally => {
    const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0)
    return tallied({ truePositive: sum('truePositive'), falsePositive: sum('falsePositive'), falseNegative: sum('falseNegative') })
  }
  const of = (field: string): Count[] => papers.flatMap((paper) => paper.counts.get(field) ?? [])
  const disagreements = papers.flatMap((paper) => paper.disagreements)
  return {
    fields: Object.fromEntries(fieldOrder.map((field) => [field, add(of(field))])),
    overall: add(papers.flatMap((paper) => [...paper.counts.values()])),
    inventions: disagreements.filter((one) => one.kind === 'invented'),
    disagreements,
    spans: {
      right: papers.reduce((total, paper) => total + paper.spans.right, 0),
      total: papers.reduce((total, paper) => total + paper.spans.total, 0),
      wrong: papers.flatMap((paper) => paper.spans.wrong),
    },
    findings: {
      expected: papers.reduce((total, paper) => total + paper.findings.expected, 0),
      missing: papers.flatMap((paper) => paper.findings.missing),
    },
  }
}

/** Nothing expected and nothing given is a perfect score: there was nothing to get wrong. */
function tallied(count: Count): Tally {
  const given = count.truePositive + count.falsePositive
  const there = count.truePositive + count.falseNegative
  const precision = given === 0 ? 1 : count.truePositive / given
  const recall = there === 0 ? 1 : count.truePositive / there
  return { ...count, precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
