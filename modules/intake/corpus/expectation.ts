import { visibleText } from './visible-text.ts'
import type { Day, MakerKind, Per, Span, Verb } from '../reading.ts'

/** One way a value may rightly be read: the value, and the words of the source it stands on. */
export type Right<T> = { value: T; words: string; at: Span }

/**
 * What is expected of one field: any of `rights` is right. Null means the source does not say, and any value is an invention.
 * `mayBeNull` marks the places where the contract leaves open whether there is a value at all.
 */
export type Expected<T> = { rights: Right<T>[]; mayBeNull: boolean } | null

export type ExpectedClause = {
  /** The numbers of an HTML list are drawn by the browser, so there a label may rightly be null: `clause 1? …`. */
  labels: (string | null)[]
  verbs: Verb[]
  text: Right<string>[]
  delegation: { to: Right<string>[][]; consulting: Right<string>[][] } | null
}
export type ExpectedAmount = { pence: number[]; per: (Per | null)[]; words: string; at: Span }
export type ExpectedSignature = { role: Right<string>[]; day: Day | null; mayBeNull: boolean }

export const textFields = [
  'council', 'title', 'decisionMaker', 'status', 'purpose', 'reasons', 'alternatives', 'conflicts', 'author', 'wards',
] as const
export const dayFields = ['decidedOn', 'publishedOn', 'effectiveFrom', 'formDate'] as const
export const flagFields = ['isKey', 'subjectToCallIn'] as const
export type TextField = (typeof textFields)[number]
export type DayField = (typeof dayFields)[number]
export type FlagField = (typeof flagFields)[number]

export type ExpectedReading = Record<TextField, Expected<string>> & Record<DayField, Expected<Day>> &
  Record<FlagField, Expected<boolean>> & {
    file: string
    /** The family of layout the record was written in: "mg-decision", "cmis", … */
    family: string
    /** True for papers Remit is not for (another country's, say): what is read must be right, but it may read nothing. */
    lenient: boolean
    makerKind: { rights: (MakerKind | null)[] }
    identifiers: { right: Right<string>[]; mayBeNull: boolean }[]
    signatures: ExpectedSignature[]
    clauses: ExpectedClause[]
    amounts: ExpectedAmount[]
    /** Patterns, each of which the sentence of some finding must match. */
    finds: RegExp[]
  }

const keywords: Record<string, TextField | DayField | FlagField> = {
  council: 'council', title: 'title', maker: 'decisionMaker', status: 'status', purpose: 'purpose', reasons: 'reasons',
  alternatives: 'alternatives', conflicts: 'conflicts', author: 'author', wards: 'wards', decided: 'decidedOn',
  published: 'publishedOn', effective: 'effectiveFrom', form: 'formDate', key: 'isKey', callin: 'subjectToCallIn',
}

/** A fault in an expectation file: the line, and what is wrong with it. */
export class ExpectationFault extends Error {}

/**
 * Reads an expectation file against the source it speaks of.
 *
 * One line says one thing; its words are quoted from the source and must occur there, exactly once unless `#2` says which:
 *
 * ```text
 * title "Care at home"                     a value in the words of the source
 * maker "Maker: «Cabinet»" cabinet         «…» marks the value within words that make the place certain
 * reasons "The contracts end … in time."   from the first words to the next occurrence of the last
 * status "WITHDRAWN" | -                   any of several; - is nothing at all
 * decided "4 August 2022" 2022-08-04       the tidied value, which dd/mm/yyyy may leave out
 * clause a approve "the creation … ;"      label (- for none), verb or verbs, text; then its `to` and `consult` lines
 * £ £7,500 year; £1.2m=1200000             every sum in its order
 * from "Second title"                      another record starts here (a page with several)
 * finds withdrawn                          a finding must say so
 * ```
 *
 * @throws ExpectationFault where a line is malformed or its words do not occur as they should.
 */
export function readExpectations(file: string, expectation: string, source: Uint8Array): ExpectedReading[] {
  const text = visibleText(file, source)
  const lines = expectation.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  const starts = lines.flatMap((line, index) => line.startsWith('from ') ? [index] : [])
  if (starts.length === 0) return [readOne(file, lines, text, [0, text.length])]
  if (starts[0] !== 0) throw new ExpectationFault(`${file}: a page with several records starts with "from"`)
  const places = starts.map((start) => find(lines[start]?.slice(5) ?? '', text, [0, text.length])[0]?.at[0] ?? 0)
  const head: Span = [0, places[0] ?? 0]
  return starts.map((start, index) => readOne(
    file, lines.slice(start + 1, starts[index + 1]), text, [places[index] ?? 0, places[index + 1] ?? text.length], head,
  ))
}

/** `head` is what stands above the first of several records, and may be said of each of them. */
function readOne(file: string, lines: string[], text: string, within: Span, head: Span = within): ExpectedReading {
  const reading = nothingExpected(file)
  let clauseFrom = within[0]
  let amountFrom = within[0]
  let clauseAt: Span = within
  for (const line of lines) {
    try {
      const space = line.indexOf(' ')
      const keyword = space < 0 ? line : line.slice(0, space)
      const rest = space < 0 ? '' : line.slice(space + 1)
      const clause = reading.clauses.at(-1)
      if (keyword === 'lenient') reading.lenient = true
      else if (keyword === 'finds') reading.finds.push(new RegExp(rest, 'i'))
      else if (keyword === '£') {
        for (const part of rest.split(';')) {
          const amount = readAmount(part.trim(), text, [amountFrom, within[1]])
          amountFrom = amount.at[1]
          reading.amounts.push(amount)
        }
      } else if (keyword === 'clause') {
        const [, label, verbs, quoted] = /^(\S+) (\S+) (.*)$/u.exec(rest) ?? []
        if (label === undefined || verbs === undefined || quoted === undefined) throw new Error('label, verb, text')
        const rights = find(quoted, text, [clauseFrom, within[1]], true)
        clauseAt = rights[0]?.at ?? clauseAt
        clauseFrom = clauseAt[1]
        reading.clauses.push({ labels: labelsOf(label), verbs: verbs.split('|').map(verbOf), text: rights, delegation: null })
      } else if (keyword === 'to' || keyword === 'consult') {
        if (clause === undefined) throw new Error('no clause before it')
        clause.delegation ??= { to: [], consulting: [] }
        // A post may be named in the words that lead into the list, so the clause is looked through first.
        if (rest !== '-') clause.delegation[keyword === 'to' ? 'to' : 'consulting'].push(findPost(rest, text, clauseAt, within))
      } else if (keyword === 'id') reading.identifiers.push({ right: find(rest, text, within), mayBeNull: isOptional(rest) })
      else if (keyword === 'sign') {
        const [, quoted, day] = /^(.*) (-|\d{4}-\d\d-\d\d)( \?)?$/.exec(rest) ?? []
        if (quoted === undefined || day === undefined) throw new Error('role and day')
        reading.signatures.push({ role: find(quoted, text, within), day: day === '-' ? null : day, mayBeNull: rest.endsWith(' ?') })
      } else readField(reading, keyword, rest, text, within, head)
    } catch (error) {
      throw new ExpectationFault(`${file}: ${line}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return reading
}

function readField(reading: ExpectedReading, keyword: string, rest: string, text: string, within: Span, head: Span): void {
  const name = keywords[keyword]
  if (name === undefined) throw new Error(`no such keyword: ${keyword}`)
  if (reading[name] !== null) throw new Error('said twice')
  const tail = /^(.*["\-](?:#\d+)?) ([a-z0-9|][a-z0-9|-]*)$/u.exec(rest)
  const quoted = tail?.[1] ?? rest
  const value = tail?.[2]
  const rights = findHere(quoted, text, within, head)
  const mayBeNull = isOptional(quoted)
  if (name === 'isKey' || name === 'subjectToCallIn') {
    if (value !== 'yes' && value !== 'no') throw new Error('yes or no')
    reading[name] = { rights: rights.map((right) => ({ ...right, value: value === 'yes' })), mayBeNull }
  } else if (isDayField(name)) {
    reading[name] = { rights: rights.map((right) => ({ ...right, value: value ?? plainDay(right.words) })), mayBeNull }
  } else {
    reading[name] = { rights, mayBeNull }
    if (name === 'decisionMaker') reading.makerKind = { rights: (value ?? '').split('|').map(makerKindOf) }
  }
}

/** The words of an authored value, found in the source; alternatives parted by ` | `. */
function find(quoted: string, text: string, within: Span, next = false): Right<string>[] {
  const rights: Right<string>[] = []
  for (const alternative of quoted.split(/ \| (?=["-])/)) {
    if (alternative === '-') continue
    const [, words, nth] = /^"(.*)"(?:#(\d+))?$/u.exec(alternative.trim()) ?? []
    if (words === undefined || words === '') throw new Error(`not quoted words: ${alternative}`)
    const [, before, value, after] = /^(.*)«(.*)»(.*)$/u.exec(words) ?? [undefined, '', words, '']
    const [start, end] = (value ?? '').split(' … ')
    const pattern = new RegExp(`${flexible(before ?? '')}${(before ?? '').endsWith(' ') ? '\\s+' : ''}(?<value>${flexible(start ?? '')})` +
      `${(after ?? '').startsWith(' ') ? '\\s+' : ''}${flexible(after ?? '')}`, 'gu')
    const places = [...text.slice(...within).matchAll(pattern)].map((match): Span => {
      const inside = match[0].indexOf(match.groups?.['value'] ?? '', before === '' ? 0 : flexLength(before ?? '', match[0]))
      const from = within[0] + match.index + inside
      return [from, from + (match.groups?.['value'] ?? '').length]
    })
    if (places.length === 0) throw new Error(`does not occur: ${words}`)
    if (places.length > 1 && nth === undefined && !next) throw new Error(`occurs ${places.length} times: ${words}`)
    const place = places[nth === undefined ? 0 : Number(nth) - 1]
    if (place === undefined) throw new Error(`occurs only ${places.length} times: ${words}`)
    const at: Span = end === undefined ? place : [place[0], endOf(end, text, [place[1], within[1]])]
    const found = text.slice(...at)
    rights.push({ value: found.replace(/\s+/gu, ' ').trim(), words: found, at })
  }
  if (rights.length === 0) throw new Error('no words')
  return rights
}

function findHere(quoted: string, text: string, within: Span, head: Span): Right<string>[] {
  try {
    return find(quoted, text, within)
  } catch (error) {
    if (head === within) throw error
    return find(quoted, text, head)
  }
}

function findPost(quoted: string, text: string, clause: Span, within: Span): Right<string>[] {
  try {
    return find(quoted, text, clause, true)
  } catch {
    return find(quoted, text, within, true)
  }
}

function endOf(words: string, text: string, within: Span): number {
  const match = new RegExp(flexible(words), 'u').exec(text.slice(...within))
  if (match === null) throw new Error(`does not occur after its beginning: ${words}`)
  return within[0] + match.index + match[0].length
}

/** How much of the matched text the leading context took; white space may have stretched it. */
function flexLength(before: string, matched: string): number {
  return new RegExp(`^${flexible(before)}\\s*`, 'u').exec(matched)?.[0].length ?? 0
}

/** White space in an authored quotation stands for any white space in the source, line ends and no-break spaces included. */
function flexible(words: string): string {
  return words.trim().split(/\s+/u).map((word) => RegExp.escape(word)).join('\\s+')
}

function readAmount(part: string, text: string, within: Span): ExpectedAmount {
  const [, words, pounds, per] =
    /^(£[^=]*?)(?:=([\d.|]+))?(?: ((?:year|week|day|hour|visit|total|-)(?:\|(?:year|week|day|hour|visit|total|-))*))?$/u.exec(part) ?? []
  if (words === undefined) throw new Error(`not a sum: ${part}`)
  const right = find(`"${words}"`, text, within, true)[0]
  if (right === undefined) throw new Error(`does not occur: ${words}`)
  if (pounds === undefined && !/^£\d{1,3}(,?\d{3})*(\.\d\d)?$/.test(words)) throw new Error(`write the pounds of ${words}`)
  const pence = (pounds ?? words.slice(1).replaceAll(',', '')).split('|').map((amount) => Math.round(Number(amount) * 1000) / 10)
  return { pence, per: (per ?? '-').split('|').map(perOf), words: right.words, at: right.at }
}

function plainDay(words: string): Day {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(words) ?? []
  if (day === undefined || month === undefined || year === undefined) throw new Error(`write the day of ${words}`)
  return `${year}-${month}-${day}`
}

function isOptional(quoted: string): boolean {
  return / \| -$/.test(quoted)
}

function isDayField(name: string): name is DayField {
  return dayFields.some((field) => field === name)
}

function labelsOf(label: string): (string | null)[] {
  if (label === '-') return [null]
  return label.endsWith('?') ? [label.slice(0, -1), null] : [label]
}

const verbs: readonly Verb[] =
  ['approve', 'authorise', 'delegate', 'agree', 'note', 'consider', 'recommend', 'refuse', 'defer', 'other']
function verbOf(word: string): Verb {
  const verb = verbs.find((known) => known === word)
  if (verb === undefined) throw new Error(`no such verb: ${word}`)
  return verb
}

const pers: readonly Per[] = ['year', 'week', 'day', 'hour', 'visit', 'total']
function perOf(word: string): Per | null {
  return pers.find((known) => known === word) ?? null
}

const makerKinds: readonly MakerKind[] = ['cabinet', 'member', 'officer', 'committee', 'council']
function makerKindOf(word: string): MakerKind | null {
  const kind = makerKinds.find((known) => known === word)
  if (kind === undefined && word !== 'none') throw new Error('which kind of maker? cabinet, member, officer, committee, council or none')
  return kind ?? null
}

function nothingExpected(file: string): ExpectedReading {
  return {
    file, family: file.replace(/^.*\//, '').replace(/-\d+\..*$/, ''), lenient: false,
    council: null, title: null, decisionMaker: null, status: null, purpose: null, reasons: null, alternatives: null,
    conflicts: null, author: null, wards: null, decidedOn: null, publishedOn: null, effectiveFrom: null, formDate: null,
    isKey: null, subjectToCallIn: null, makerKind: { rights: [null] }, identifiers: [], signatures: [], clauses: [],
    amounts: [], finds: [],
  }
}
