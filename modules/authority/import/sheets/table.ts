import { readCsv } from '#platform/csv.ts'
import type { Problem } from '../problems.ts'
import { sheetNames, sheets, type SheetName } from './sheet.ts'

/** A cell's place, to be told to whoever filled it in. */
export type Place = { file: string; row: number; column?: string }

export const placeInSheet = ({ file, row, column }: Place): string =>
  `${file}, row ${row}${column === undefined ? '' : `, column “${column}”`}`

/** A row, its cells by the names of their columns. */
export type TableRow = { row: number; cell(column: string): string }
export type Table = { sheet: SheetName; file: string; rows: TableRow[] }
export type TableRead = { sheet: SheetName | null; table: Table | null; problems: Problem[] }

const howToSave = 'Save each sheet as a file of its own, in Excel as “CSV UTF-8 (Comma delimited)”.'

/** A column's name as people write it: "Limit in pounds", "limit_in_pounds" and "limit in pounds" are one. */
const nameOf = (written: string): string =>
  written
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ')
    .trim()

const neededBy = (sheet: SheetName): string[] =>
  sheets[sheet].columns.filter(({ needed }) => needed).map(({ name }) => name)

/** Reads one file. Which table it is, its first row says: files may be called anything. */
export function readTable(file: string, text: string): TableRead {
  const place = placeInSheet({ file, row: 1 })
  if (text.startsWith('PK\u0003'))
    return { sheet: null, table: null, problems: [{ place, says: `This is a workbook. ${howToSave}` }] }
  if (text.includes('\uFFFD'))
    return { sheet: null, table: null, problems: [{ place, says: `This is not text in UTF-8. ${howToSave}` }] }
  const { rows, openQuoteAt } = readCsv(text)
  const problem = (row: number, says: string, column?: string): Problem => ({
    place: placeInSheet({ file, row, ...(column === undefined ? {} : { column }) }),
    says,
  })
  if (openQuoteAt !== null) {
    const says =
      'A cell begins with a quote and never ends. Close the quote, or export the file from the spreadsheet again.'
    return { sheet: null, table: null, problems: [problem(openQuoteAt, says)] }
  }
  const [head, ...body] = rows
  if (!head)
    return { sheet: null, table: null, problems: [problem(1, 'This file is empty. Give at least the first row.')] }
  const names = head.cells.map(nameOf)
  const sheet = sheetOf(names)
  if (!sheet) return { sheet: null, table: null, problems: [problem(head.row, unknownHead(names))] }
  const problems: Problem[] = []
  const columns = sheets[sheet].columns.map(({ name }) => name)
  names.forEach((name, at) => {
    if (name === '') return
    if (!columns.includes(name))
      problems.push(
        problem(
          head.row,
          `${sheets[sheet].title} have no such column. Leave it out, or call it one of: ${columns.join(', ')}.`,
          name,
        ),
      )
    else if (names.indexOf(name) !== at)
      problems.push(problem(head.row, 'This column stands twice. Keep one of them.', name))
  })
  const read = body.map(({ row, cells }): TableRow => {
    const over = cells.slice(names.length).findIndex((one) => one !== '')
    if (over >= 0)
      problems.push(
        problem(row, 'This row has more cells than the first row has columns. Is a comma inside a text not quoted?'),
      )
    return { row, cell: (column) => cells[names.indexOf(column)] ?? '' }
  })
  for (const { row, cell } of read)
    for (const column of neededBy(sheet))
      if (cell(column) === '') problems.push(problem(row, 'This is empty. Fill it in.', column))
  problems.push(
    ...twice(sheet, read).map(({ row, first, column }) =>
      problem(row, `This stands in row ${first} already. Keep one of the two rows.`, column),
    ),
  )
  return { sheet, table: { sheet, file, rows: read }, problems }
}

/** The table of which all needed columns are there; where there are several, the one that knows most of the columns. */
function sheetOf(names: readonly string[]): SheetName | null {
  return (
    sheetNames
      .filter((sheet) => neededBy(sheet).every((name) => names.includes(name)))
      .toSorted((a, b) => known(b, names) - known(a, names))[0] ?? null
  )
}

const known = (sheet: SheetName, names: readonly string[]): number =>
  sheets[sheet].columns.filter(({ name }) => names.includes(name)).length

function unknownHead(names: readonly string[]): string {
  if (names.length === 1 && names[0]?.includes(';'))
    return `The cells of this file are divided by semicolons. ${howToSave}`
  const near = sheetNames
    .map((sheet) => ({ sheet, missing: neededBy(sheet).filter((name) => !names.includes(name)) }))
    .filter(({ sheet, missing }) => missing.length < neededBy(sheet).length)
    .toSorted((a, b) => known(b.sheet, names) - known(a.sheet, names) || a.missing.length - b.missing.length)[0]
  return near
    ? `The first row has to name the columns. For ${sheets[near.sheet].title.toLowerCase()} it lacks: ${near.missing.join(', ')}.`
    : 'The first row has to name the columns, and these are none that Remit knows. Begin with a template.'
}

function twice(sheet: SheetName, rows: readonly TableRow[]): { row: number; first: number; column: string }[] {
  const { once } = sheets[sheet]
  const seen = new Map<string, number>()
  return rows.flatMap(({ row, cell }) => {
    const key = JSON.stringify(once.map((column) => cell(column).toLowerCase()))
    const first = seen.get(key)
    if (first === undefined) seen.set(key, row)
    return first === undefined || once.every((column) => cell(column) === '')
      ? []
      : [{ row, first, column: once.at(-1) ?? '' }]
  })
}
