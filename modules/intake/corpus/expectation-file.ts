import type { Day, MakerKind, Per, Span, Verb } from '../reading.ts'
import {
  dayFields,
  flagFields,
  nothingExpected,
  type DayField,
  type ExpectedAmount,
  type ExpectedReading,
  type FlagField,
  type Right,
  type TextField,
} from './expectation.ts'
import { ExpectationFault, find, isOptional } from './quotation.ts'
import { visibleText } from './visible-text.ts'

const keywords: Record<string, TextField | DayField | FlagField> = {
  council: 'council',
  title: 'title',
  maker: 'decisionMaker',
  status: 'status',
  purpose: 'purpose',
  reasons: 'reasons',
  alternatives: 'alternatives',
  conflicts: 'conflicts',
  author: 'author',
  wards: 'wards',
  decided: 'decidedOn',
  published: 'publishedOn',
  effective: 'effectiveFrom',
  form: 'formDate',
  key: 'isKey',
  callin: 'subjectToCallIn',
}
const verbs: readonly Verb[] = [
  'approve',
  'authorise',
  'delegate',
  'agree',
  'note',
  'consider',
  'recommend',
  'refuse',
  'defer',
  'other',
]
const pers: readonly Per[] = ['year', 'week', 'day', 'hour', 'visit', 'total']
const makerKinds: readonly MakerKind[] = ['cabinet', 'member', 'officer', 'committee', 'council']

/**
 * Reads an expectation file against the source it speaks of. One line says one thing, in words quoted from the source
 * (see {@link find}):
 *
 * ```text
 * title "Care at home"                     a value in the words of the source
 * maker "Maker: «Cabinet»" cabinet         with the kind of maker; key and callin are followed by yes or no
 * decided "4 August 2022" 2022-08-04       the tidied value, which dd/mm/yyyy may leave out
 * status "WITHDRAWN" | -                   any of several; - is nothing at all
 * clause a approve|agree "the … ;"         label (- for none, 1? for perhaps), verb or verbs, text; then its posts:
 * to "Director of Care"                    … to whom power is given
 * consult "Leader"                         … who must be consulted first
 * sign "Director of Care" 2022-08-04       role and day (- for none; a final ? where it may be left out)
 * £ £7,500 year; £1.2m=1200000             every sum in its order
 * from "Second title"                      another record starts here (a page with several)
 * finds withdrawn                          a finding must say so
 * lenient                                  nothing need be read
 * ```
 *
 * @throws ExpectationFault where a line is malformed or its words do not occur as they should.
 */
export function readExpectations(file: string, expectation: string, source: Uint8Array): ExpectedReading[] {
  const text = visibleText(file, source)
  const lines = expectation
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const starts = lines.flatMap((line, index) => (line.startsWith('from ') ? [index] : []))
  const [first] = starts
  const whole: Span = [0, text.length]
  if (first === undefined) return [readOne(file, lines, { text, within: whole, head: whole })]
  if (first !== 0) throw new ExpectationFault(`${file}: a page with several records starts with "from"`)
  const places = starts.map((start) => find(lines[start]?.slice(5) ?? '', text, whole)[0]?.at[0] ?? 0)
  return starts.map((start, index) =>
    readOne(file, lines.slice(start + 1, starts[index + 1]), {
      text,
      within: [places[index] ?? 0, places[index + 1] ?? text.length],
      head: [0, places[0] ?? 0],
    }),
  )
}

/** Where one record stands; `head`, above the first of several records, may be quoted for each of them. */
type Place = { text: string; within: Span; head: Span }

function readOne(file: string, lines: string[], place: Place): ExpectedReading {
  const reading = nothingExpected(file)
  for (const line of lines) {
    try {
      const [, keyword = line, rest = ''] = /^(\S+) (.*)$/u.exec(line) ?? []
      readLine(reading, keyword, rest, place)
    } catch (error) {
      throw new ExpectationFault(`${file}: ${line}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return reading
}

function readLine(reading: ExpectedReading, keyword: string, rest: string, place: Place): void {
  const { text, within } = place
  switch (keyword) {
    case 'lenient':
      reading.lenient = true
      return
    case 'finds':
      reading.finds.push(new RegExp(rest, 'i'))
      return
    case '£':
      for (const part of rest.split(';')) readAmount(reading, part.trim(), place)
      return
    case 'clause':
      return readClause(reading, rest, place)
    case 'to':
    case 'consult':
      return readPost(reading, keyword, rest, place)
    case 'id':
      reading.identifiers.push({ right: find(rest, text, within), mayBeNull: isOptional(rest) })
      return
    case 'sign': {
      const [, quoted, day, perhaps] = /^(.*) (-|\d{4}-\d\d-\d\d)( \?)?$/.exec(rest) ?? []
      if (quoted === undefined || day === undefined) throw new ExpectationFault('role and day')
      reading.signatures.push({
        role: find(quoted, text, within),
        day: day === '-' ? null : day,
        mayBeNull: perhaps !== undefined,
      })
      return
    }
    default:
      return readField(reading, keyword, rest, place)
  }
}

function readField(reading: ExpectedReading, keyword: string, rest: string, place: Place): void {
  const name = keywords[keyword]
  if (name === undefined) throw new ExpectationFault(`no such keyword: ${keyword}`)
  if (reading[name] !== null) throw new ExpectationFault('said twice')
  const [, quoted = rest, value] = /^(.*["-](?:#\d+)?) ([a-z0-9|][a-z0-9|-]*)$/u.exec(rest) ?? []
  const rights = findHere(quoted, place)
  const mayBeNull = isOptional(quoted)
  if (isFlagField(name)) {
    if (value !== 'yes' && value !== 'no') throw new ExpectationFault('yes or no')
    reading[name] = { rights: rights.map((right) => ({ ...right, value: value === 'yes' })), mayBeNull }
  } else if (isDayField(name)) {
    reading[name] = { rights: rights.map((right) => ({ ...right, value: value ?? plainDay(right.words) })), mayBeNull }
  } else {
    reading[name] = { rights, mayBeNull }
    if (name === 'decisionMaker') reading.makerKind = { rights: (value ?? '').split('|').map(makerKindOf) }
  }
}

function findHere(quoted: string, { text, within, head }: Place): Right<string>[] {
  try {
    return find(quoted, text, within)
  } catch (error) {
    if (head[1] > within[0]) throw error
    return find(quoted, text, head)
  }
}

function readClause(reading: ExpectedReading, rest: string, { text, within }: Place): void {
  const [, label, verb, quoted] = /^(\S+) (\S+) (.*)$/u.exec(rest) ?? []
  if (label === undefined || verb === undefined || quoted === undefined) throw new ExpectationFault('label, verb, text')
  // Clauses are quoted in their order, so each is looked for after the one before.
  const from = reading.clauses.at(-1)?.text[0]?.at[1] ?? within[0]
  reading.clauses.push({
    labels: label === '-' ? [null] : label.endsWith('?') ? [label.slice(0, -1), null] : [label],
    verbs: verb.split('|').map(verbOf),
    text: find(quoted, text, [from, within[1]], true),
    delegation: null,
  })
}

function readPost(reading: ExpectedReading, keyword: 'to' | 'consult', rest: string, { text, within }: Place): void {
  const clause = reading.clauses.at(-1)
  if (clause === undefined) throw new ExpectationFault('no clause before it')
  clause.delegation ??= { to: [], consulting: [] }
  // A post may be named in the words that lead into the list, so the clause itself is only looked through first.
  const inside = clause.text[0]?.at ?? within
  let post: Right<string>[]
  try {
    post = find(rest, text, inside, true)
  } catch {
    post = find(rest, text, within, true)
  }
  clause.delegation[keyword === 'to' ? 'to' : 'consulting'].push({ rights: post, mayBeNull: isOptional(rest) })
}

const amountLine = /^(?<words>£[^=]*?)(?:=(?<pounds>[\d.|]+))?(?: (?<per>[a-z|-]+))?$/u

function readAmount(reading: ExpectedReading, part: string, { text, within }: Place): void {
  const { words, pounds, per = '-' } = amountLine.exec(part)?.groups ?? {}
  if (words === undefined) throw new ExpectationFault(`not a sum: ${part}`)
  if (pounds === undefined && !/^£\d{1,3}(,?\d{3})*(\.\d\d)?$/.test(words)) {
    throw new ExpectationFault(`write the pounds of ${words}`)
  }
  const from = reading.amounts.at(-1)?.at[1] ?? within[0]
  const [right] = find(`"${words}"`, text, [from, within[1]], true)
  if (right === undefined) throw new ExpectationFault(`does not occur: ${words}`)
  const pence = (pounds ?? words.slice(1).replaceAll(',', ''))
    .split('|')
    .map((amount) => Math.round(Number(amount) * 1000) / 10)
  const amount: ExpectedAmount = { pence, per: per.split('|').map(perOf), words: right.words, at: right.at }
  reading.amounts.push(amount)
}

function plainDay(words: string): Day {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(words) ?? []
  if (day === undefined) throw new ExpectationFault(`write the day of ${words}`)
  return `${year}-${month}-${day}`
}

function isDayField(name: string): name is DayField {
  return dayFields.some((field) => field === name)
}

function isFlagField(name: string): name is FlagField {
  return flagFields.some((field) => field === name)
}

function verbOf(word: string): Verb {
  const verb = verbs.find((known) => known === word)
  if (verb === undefined) throw new ExpectationFault(`no such verb: ${word}`)
  return verb
}

function perOf(word: string): Per | null {
  const per = pers.find((known) => known === word)
  if (per === undefined && word !== '-') throw new ExpectationFault(`no such unit: ${word}`)
  return per ?? null
}

function makerKindOf(word: string): MakerKind | null {
  const kind = makerKinds.find((known) => known === word)
  if (kind === undefined && word !== 'none') throw new ExpectationFault('which kind of maker?')
  return kind ?? null
}
