import type { Reading, Span } from '../reading.ts'
import { plain, sameAbove, samePost, sameWords, wordOverlap } from './compare.ts'
import { dayFields, flagFields, textFields, type Expected, type ExpectedReading } from './expectation.ts'
import { tellOn, type Paper, type Tell } from './paper.ts'
import { scoreClauses } from './score-clauses.ts'

const longFields: readonly string[] = ['purpose', 'reasons', 'alternatives', 'conflicts']

/** Notes on `paper` how one reading does against what is expected; no reading at all misses everything. */
export function scoreRecord(paper: Paper, want: ExpectedReading, read: Reading | null): void {
  const tell = tellOn(paper, want)
  for (const field of textFields) {
    const same = longFields.includes(field) ? sameAtLength : sameWords
    scoreField(paper, tell, field, want, want[field], read, read?.[field] ?? null, same)
  }
  for (const field of [...dayFields, ...flagFields]) {
    scoreField<unknown>(paper, tell, field, want, want[field], read, read?.[field] ?? null, Object.is)
  }
  scoreMakerKind(tell, want, read)
  scoreIdentifiers(tell, want, read)
  scoreSignatures(tell, want, read)
  scoreClauses(tell, want, read)
  scoreAmounts(tell, want, read)
  for (const pattern of want.finds) {
    paper.findings.expected += 1
    if (read?.findings.some((finding) => pattern.test(finding.says)) === true) continue
    const { file, family } = want
    const expected = pattern.source
    paper.findings.missing.push({ kind: 'missed', file, family, field: 'findings', expected, got: null })
  }
}

function sameAtLength(one: string, other: string): boolean {
  return wordOverlap(one, other) >= sameAbove
}

function scoreField<T>(
  paper: Paper,
  tell: Tell,
  field: string,
  want: ExpectedReading,
  expected: Expected<T>,
  read: Reading | null,
  got: { value: T; at: Span } | null,
  same: (one: T, other: T) => boolean,
): void {
  const wanted = expected === null ? null : expected.rights.map((right) => String(right.value)).join(' or ')
  if (got === null) {
    if (expected !== null && !expected.mayBeNull && !want.lenient) tell(field, 'missed', wanted, null)
    return
  }
  if (expected === null) return tell(field, 'invented', null, String(got.value))
  const right = expected.rights.find((one) => same(one.value, got.value))
  tell(field, right === undefined ? 'wrong' : 'right', wanted, String(got.value))
  if (right === undefined) return
  paper.spans.total += 1
  const covered = read?.text.slice(...got.at) ?? ''
  if (expected.rights.some((one) => standsOn(covered, one.words))) paper.spans.right += 1
  else {
    const { file, family } = want
    paper.spans.wrong.push({ kind: 'wrong', file, family, field, expected: right.words, got: covered })
  }
}

/** A span is right when it covers the words, or lies within them, and does not take in much else. */
function standsOn(covered: string, words: string): boolean {
  const got = plain(covered)
  const want = plain(words)
  if (got === '') return false
  if (got.includes(want)) return got.length <= want.length * 2 + 60
  return want.includes(got) || wordOverlap(got, want) >= 0.8
}

function scoreMakerKind(tell: Tell, want: ExpectedReading, read: Reading | null): void {
  const kinds = want.makerKind.rights
  const wanted = kinds.map((kind) => kind ?? 'none').join(' or ')
  const kind = read?.makerKind ?? null
  if (kind === null) {
    if (!kinds.includes(null) && !want.lenient) tell('makerKind', 'missed', wanted, null)
  } else if (kinds.includes(kind)) tell('makerKind', 'right', wanted, kind)
  else tell('makerKind', kinds.every((one) => one === null) ? 'invented' : 'wrong', wanted, kind)
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
    } else if (found.day === signature.day || (signature.mayBeNull && found.day === null)) {
      tell('signatures', 'right', wanted, found.role)
    } else tell('signatures', 'wrong', wanted, `${found.role} ${found.day ?? '-'}`)
  }
  for (const signature of left) tell('signatures', 'invented', null, `${signature.role} ${signature.day ?? '-'}`)
}

/** A role may be given with the name beside it. */
function sameRole(one: string, other: string): boolean {
  const [want, got] = [plain(one), plain(other)]
  return samePost(one, other) || (want.length > 8 && got.includes(want) && got.length < want.length * 2)
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
    const per = `${amount.words} ${amount.per.map((one) => one ?? 'none').join(' or ')}`
    if (amount.per.includes(found.per)) {
      if (found.per !== null) tell('amounts.per', 'right', per, found.per)
    } else if (found.per === null) tell('amounts.per', 'missed', per, null)
    else tell('amounts.per', amount.per[0] === null ? 'invented' : 'wrong', per, found.per)
  }
  for (const { pence, at } of left) tell('amounts', 'invented', null, `${pence}p: ${read?.text.slice(...at) ?? ''}`)
}
