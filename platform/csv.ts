/** What may stand in a cell. Days and amounts are put into words by whoever knows what they are. */
export type CsvCell = string | number | null | undefined

// A spreadsheet reads a cell that begins so as a formula; a quote in front of it makes it text. Plain numbers stay numbers.
const formula = /^[=+\-@\t\r]/u
const number = /^-?\d+(\.\d+)?$/u

const cell = (value: CsvCell): string => {
  const text = value === null || value === undefined ? '' : String(value)
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One record of RFC 4180, its line end included. */
export const csvRecord = (cells: readonly CsvCell[]): string => `${cells.map(cell).join(',')}\r\n`

/**
 * A file that is written while its rows are read, page by page: a whole register does not have to fit in memory. It begins
 * with a byte order mark, without which Excel shows ’ as three strange letters.
 */
export async function* csvFile(head: readonly string[], pages: AsyncIterable<readonly (readonly CsvCell[])[]>): AsyncGenerator<string> {
  yield `\uFEFF${csvRecord(head)}`
  for await (const rows of pages) yield rows.map(csvRecord).join('')
}

/** Pence as a spreadsheet adds them up: "1234.50". */
export function csvPounds(pence: bigint): string {
  const size = pence < 0n ? -pence : pence
  return `${pence < 0n ? '-' : ''}${size / 100n}.${(size % 100n).toString().padStart(2, '0')}`
}
