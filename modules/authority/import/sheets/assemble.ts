import { parseDay } from '#platform/days.ts'
import { toJson } from '#platform/json.ts'
import { parsePounds } from '#platform/money.ts'
import { constitutionInput, settings, type Constitution } from '../../constitution.ts'
import { isSettingKey } from '../../setting-words.ts'
import { placeWords, type Problem, type Read } from '../problems.ts'
import { between, betweenChoices, ownSheets, type SheetName } from './sheet.ts'
import { ruleFrom, type RuleRead } from './setting-rows.ts'
import { placeInSheet, readTable, type Place, type Table, type TableRow } from './table.ts'

/** A constitution as JSON has it: what spreadsheets and the version that they stand on are put together from. */
type Raw = Record<'subjects' | 'posts' | 'holders' | 'scheme' | 'settings', unknown[]> & {
  inForceFrom: unknown
  title: unknown
}

type Given = { file: string; text: string }
export type Assembled = Read & { tables: { file: string; sheet: SheetName | null; rows: number }[] }

/**
 * The next version of a constitution: the version that stands, with each table that was given as a spreadsheet in place of its
 * own. Every problem is named at once, by file, row and column.
 */
export function assemble(
  base: Constitution | null,
  given: readonly Given[],
  head: { day: string; title: string },
): Assembled {
  const read = given.map(({ file, text }) => ({ file, ...readTable(file, text) }))
  const places = new Places()
  const problems: Problem[] = read.flatMap((one) => one.problems)
  const raw = baseOf(base)
  raw.title = head.title.trim() || raw.title
  const day = parseDay(head.day)
  raw.inForceFrom = day?.toString() ?? null
  if (!day)
    problems.unshift({
      place: 'In force from',
      says: head.day.trim()
        ? `“${head.day.trim()}” is no day. Write it like 1 4 2026.`
        : 'Say from which day it is in force.',
    })
  const tableOf = new Map(read.flatMap(({ table }) => (table ? [[table.sheet, table] as const] : [])))
  const reading: Reading = { raw, places, problems }
  for (const sheet of inOrder) {
    const table = tableOf.get(sheet)
    if (table) take[sheet](table, reading)
  }
  const tables = read.map(({ file, sheet, table }) => ({ file, sheet, rows: table?.rows.length ?? 0 }))
  const checked = constitutionInput.safeParse(raw)
  if (!checked.success)
    for (const { path, message } of checked.error.issues) {
      const place = places.find(path.map(String))
      if (path[0] === 'inForceFrom') continue
      const said = { place: place ? placeInSheet(place) : placeWords(path.map(String), raw), says: message }
      // An empty cell is said to be empty already: that it is no day either helps nobody.
      if (!problems.some((one) => one.place === said.place)) problems.push(said)
    }
  return problems.length === 0 && checked.success
    ? { document: checked.data, problems: [], tables }
    : { document: null, problems: problems.slice(0, 200), tables }
}

/** Where each value came from: the longest known beginning of its path says so. */
class Places {
  readonly #known = new Map<string, Place>()
  put(path: readonly (string | number)[], place: Place): void {
    const key = path.join('/')
    const known = this.#known.get(key)
    // A value that is a whole row, like a year, has a cell all the same.
    if (!known || (known.column === undefined && known.row === place.row)) this.#known.set(key, place)
  }
  find(path: readonly string[]): Place | null {
    for (let length = path.length; length > 0; length--) {
      const found = this.#known.get(path.slice(0, length).join('/'))
      if (found) return found
    }
    return null
  }
}

type Reading = { raw: Raw; places: Places; problems: Problem[] }

function baseOf(base: Constitution | null): Raw {
  const empty: Raw = {
    inForceFrom: null,
    title: 'Constitution',
    subjects: [],
    posts: [],
    holders: [],
    scheme: [],
    settings: [],
  }
  return base ? { ...empty, ...(JSON.parse(toJson(base)) as Raw) } : empty
}

// Conditions are put on the entries of the scheme, so that comes first.
const inOrder: readonly SheetName[] = [
  'subjects',
  'posts',
  'holders',
  'scheme',
  'conditions',
  'settings',
  'forms',
  'calendar',
]

const dayIn = (typed: string): string | null => (typed === '' ? null : (parseDay(typed)?.toString() ?? typed))
const slugIn = (typed: string): string => typed.trim().toLowerCase().replaceAll(/\s+/gu, '-')
const listIn = (typed: string): string[] =>
  typed
    .split(between.trim())
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Reads a row's cells, and remembers where each value came from. */
function reader(
  { places, problems }: Reading,
  file: string,
  { row, cell }: TableRow,
  path: readonly (string | number)[],
) {
  places.put(path, { file, row })
  const at = (column: string, ...rest: (string | number)[]): string => {
    places.put([...path, ...rest], { file, row, column })
    return cell(column)
  }
  const wrong = (column: string, says: string) => {
    problems.push({ place: placeInSheet({ file, row, column }), says })
  }
  const yesNo = (column: string, name: string): boolean => {
    const typed = at(column, name)
    if (/^(?:yes|y|true)$/iu.test(typed)) return true
    if (typed !== '' && !/^(?:no|n|false)$/iu.test(typed)) wrong(column, 'Answer yes or no.')
    return false
  }
  const number = (column: string, name: string): Record<string, unknown> => {
    const typed = at(column, name)
    return typed === '' ? {} : { [name]: /^\d{1,9}$/u.test(typed) ? Number(typed) : typed }
  }
  return { at, wrong, yesNo, number }
}

const take: Record<SheetName, (table: Table, reading: Reading) => void> = {
  subjects({ file, rows }, reading) {
    reading.raw.subjects = rows.map((row, i) => {
      const { at } = reader(reading, file, row, ['subjects', i])
      return { subject: at('subject', 'subject'), title: at('title', 'title') }
    })
  },
  posts({ file, rows }, reading) {
    reading.raw.posts = rows.map((row, i) => {
      const { at, number } = reader(reading, file, row, ['posts', i])
      return {
        post: at('post', 'post'),
        title: at('title', 'title'),
        kind: at('kind', 'kind').toLowerCase(),
        from: dayIn(at('from', 'from')),
        until: dayIn(at('until', 'until')),
        ...number('agreement of', 'agreementOf'),
      }
    })
  },
  holders({ file, rows }, reading) {
    reading.raw.holders = rows.map((row, i) => {
      const { at, yesNo } = reader(reading, file, row, ['holders', i])
      const acting = yesNo('acting', 'acting')
      return {
        post: at('post', 'post'),
        email: at('email', 'email'),
        from: dayIn(at('from', 'from')),
        until: dayIn(at('until', 'until')),
        ...(acting ? { acting } : {}),
      }
    })
  },
  scheme({ file, rows }, reading) {
    const before = new Map((reading.raw.scheme as Entry[]).map((one) => [one.entry, one.conditions]))
    reading.raw.scheme = rows.map((row, i) => {
      const { at, wrong, yesNo } = reader(reading, file, row, ['scheme', i])
      const entry = at('entry', 'entry')
      return {
        entry,
        post: at('post', 'post'),
        powers: listIn(at('powers', 'powers')).map(slugIn),
        scope: at('subject', 'scope'),
        words: at('words', 'words'),
        ceiling: ceilingIn(
          slugIn(at('limit counted', 'ceiling', 'basis')),
          at('limit in pounds', 'ceiling', 'pence'),
          wrong,
        ),
        mayDelegate: yesNo('may be passed on', 'mayDelegate'),
        conditions: before.get(entry) ?? [],
      }
    })
  },
  conditions({ file, rows }, { raw, places, problems }) {
    const entries = new Map((raw.scheme as Entry[]).map((one, i) => [one.entry, { one, i }]))
    for (const { one } of entries.values()) one.conditions = []
    for (const row of rows) {
      const found = entries.get(row.cell('entry'))
      if (!found) {
        const says = `The scheme has no entry ${row.cell('entry')}. Add it to the scheme, or correct the number.`
        problems.push({ place: placeInSheet({ file, row: row.row, column: 'entry' }), says })
        continue
      }
      const path = ['scheme', found.i, 'conditions', found.one.conditions.length]
      const { at, number } = reader({ raw, places, problems }, file, row, path)
      const kind = slugIn(at('kind', 'kind'))
      found.one.conditions.push({
        kind,
        key: at('key', 'key'),
        words: at('words', 'words'),
        ...(kind === 'consult' ? { post: at('post', 'post') } : {}),
        ...(kind === 'report-back' ? number('within days', 'withinDays') : {}),
      })
    }
  },
  settings({ file, rows }, reading) {
    const groups = groupedBy(rows, ['rule', 'from'])
    const own = (key: unknown) => (ownSheets as readonly unknown[]).includes(key)
    const kept = reading.raw.settings.filter((one) => own((one as Setting).key))
    const read = groups.map((group, i) => ruleOf({ file, rows: group, path: ['settings', i] }, reading))
    reading.raw.settings = [...read, ...kept]
  },
  forms: (table, reading) => {
    others('forms', table, reading, (rows, path) => formsOf({ file: table.file, rows, path }, reading))
  },
  calendar: (table, reading) => {
    others('calendar', table, reading, (rows, path) => calendarIn({ file: table.file, rows, path }, reading))
  },
}

type Entry = { entry: string; conditions: unknown[] }
type Setting = { key: unknown; from: unknown; source: unknown; value: unknown }
type Group = { file: string; rows: readonly TableRow[]; path: readonly (string | number)[] }

function ceilingIn(basis: string, pounds: string, wrong: (column: string, says: string) => void): unknown {
  if (basis === '' && pounds === '') return null
  if (basis === '') {
    wrong('limit counted', 'Say how the limit is counted: whole life, financial year or each act.')
    return null
  }
  if (basis === 'no-limit') {
    if (pounds !== '')
      wrong('limit in pounds', 'There is no limit, and here is one. Empty this cell, or say how it is counted.')
    return { basis }
  }
  const pence = parsePounds(pounds)
  if (pence === null)
    wrong(
      'limit in pounds',
      pounds === ''
        ? 'Enter the amount in pounds, for example 250,000.'
        : `“${pounds}” is no amount in pounds. Write it like 250,000 or 7500.50.`,
    )
  return { basis, pence: pence === null ? 0 : Number(pence) }
}

function groupedBy(rows: readonly TableRow[], columns: readonly string[]): TableRow[][] {
  return [...Map.groupBy(rows, ({ cell }) => columns.map((one) => dayIn(cell(one)) ?? '').join('\n')).values()]
}

/** The rows of a rule share its source. */
function sourceOf({ file, rows }: Group, { problems }: Reading): string {
  const first = rows[0]?.cell('source') ?? ''
  const other = rows.find(({ cell }) => cell('source') !== first)
  if (other)
    problems.push({
      place: placeInSheet({ file, row: other.row, column: 'source' }),
      says: `Row ${rows[0]?.row} gives “${first}” as the source of the same rule from the same day. Give one source.`,
    })
  return first
}

function ruleOf(group: Group, reading: Reading): Setting {
  const { file, rows, path } = group
  const [first] = rows
  const key = slugIn(first?.cell('rule') ?? '')
  headOf(group, reading)
  const cells = rows.map(({ cell }) => ({ what: cell('what'), value: cell('value') }))
  const read = settled(key, cells)
  const rowOf = (at: number) => rows[at]?.row ?? first?.row ?? 1
  for (const { at, says } of read.wrong)
    reading.problems.push({ place: placeInSheet({ file, row: rowOf(at), column: 'value' }), says })
  for (const { at, path: rest } of read.placed)
    reading.places.put([...path, 'value', ...rest], { file, row: rowOf(at), column: 'value' })
  if ((ownSheets as readonly string[]).includes(key))
    reading.problems.push({
      place: placeInSheet({ file, row: rowOf(0), column: 'rule' }),
      says: `${key === 'forms' ? 'Forms have' : 'The calendar has'} a file of its own. Give it there.`,
    })
  return { key, from: dayIn(first?.cell('from') ?? ''), source: sourceOf(group, reading), value: read.value }
}

/** Reads a rule; what its schema wants as text is text, though it looks like a number. */
function settled(key: string, cells: { what: string; value: string }[]): RuleRead {
  const read = ruleFrom(cells)
  if (!isSettingKey(key)) return read
  const checked = settings[key].safeParse(read.value)
  if (checked.success) return read
  const texts = checked.error.issues.flatMap((issue) =>
    issue.code === 'invalid_type' && issue.expected === 'string' ? [issue.path.join('.')] : [],
  )
  return texts.length ? ruleFrom(cells, new Set(texts)) : read
}

/** Says where a rule's own name, day and source stand. */
function headOf({ file, rows, path }: Group, { places }: Reading): void {
  const row = rows[0]?.row ?? 1
  places.put(path, { file, row })
  places.put([...path, 'key'], { file, row, column: 'rule' })
  places.put([...path, 'from'], { file, row, column: 'from' })
  places.put([...path, 'source'], { file, row, column: 'source' })
}

/** Puts the values of a sheet of its own, a value for each day from which its rows count, in place of those that were there. */
function others(
  key: (typeof ownSheets)[number],
  { file, rows }: Table,
  reading: Reading,
  value: (rows: readonly TableRow[], path: readonly (string | number)[]) => { value: unknown; source: string },
): void {
  const kept = reading.raw.settings.filter((one) => (one as Setting).key !== key)
  const read = groupedBy(rows, ['from']).map((group, i): Setting => {
    const path = ['settings', kept.length + i]
    headOf({ file, rows: group, path }, reading)
    return { key, from: dayIn(group[0]?.cell('from') ?? ''), ...value(group, path) }
  })
  reading.raw.settings = [...kept, ...read]
}

type RawForm = { key: string; title: string; makers: string[]; sections: { title: string; items: unknown[] }[] }

function formsOf(group: Group, reading: Reading): { value: unknown; source: string } {
  const forms: RawForm[] = []
  for (const row of group.rows) {
    const key = row.cell('form')
    let f = forms.findIndex((one) => one.key === key)
    if (f < 0)
      f =
        forms.push({ key, title: row.cell('form title'), makers: listIn(row.cell('makers')).map(slugIn), sections: [] })
        - 1
    const form = forms[f] as RawForm
    const path = [...group.path, 'value', f]
    const ofForm = reader(reading, group.file, row, path)
    ofForm.at('form', 'key')
    ofForm.at('form title', 'title')
    ofForm.at('makers', 'makers')
    const title = row.cell('section')
    if (form.sections.at(-1)?.title !== title) form.sections.push({ title, items: [] })
    const section = form.sections.at(-1) as RawForm['sections'][number]
    const inSection = [...path, 'sections', form.sections.length - 1]
    reader(reading, group.file, row, inSection).at('section', 'title')
    section.items.push(itemOf(row, reader(reading, group.file, row, [...inSection, 'items', section.items.length])))
  }
  return { value: forms, source: sourceOf(group, reading) }
}

function itemOf(row: TableRow, { at, wrong, yesNo }: ReturnType<typeof reader>): unknown {
  const [field, key] = [slugIn(row.cell('field')), row.cell('question')]
  if ((field === '') === (key === ''))
    wrong('field', 'Give either a field that every record has, or a question of the form’s own.')
  const words = Object.fromEntries(
    (['label', 'hint'] as const).flatMap((name) => (row.cell(name) === '' ? [] : [[name, at(name, name)]])),
  )
  if (field !== '') {
    at('field', 'field')
    return { field, ...words }
  }
  const choices = row
    .cell('choices')
    .split(betweenChoices.trim())
    .map((one) => one.trim())
  at('choices', 'choices')
  return {
    key: at('question', 'key'),
    ...words,
    kind: slugIn(at('kind', 'kind')),
    choices: choices.filter((one) => one !== ''),
    required: yesNo('needed', 'required'),
  }
}

function calendarIn(group: Group, reading: Reading): { value: unknown; source: string } {
  const [days, wholeYears]: [unknown[], unknown[]] = [[], []]
  const sources = new Set<string>()
  for (const row of group.rows) {
    const kind = slugIn(row.cell('kind'))
    sources.add(row.cell('source'))
    const year = kind === 'whole-year'
    const list = year ? wholeYears : days
    const { at } = reader(reading, group.file, row, [...group.path, 'value', year ? 'wholeYears' : 'days', list.length])
    if (year) {
      const typed = at('day')
      list.push(/^\d{4}$/u.test(typed) ? Number(typed) : typed)
    } else
      list.push({
        day: dayIn(at('day', 'day')),
        name: at('name', 'name'),
        kind: slugIn(at('kind', 'kind')),
        source: at('source', 'source'),
      })
  }
  return { value: { days, wholeYears }, source: [...sources].join(between).slice(0, 300) }
}
