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
export async function* csvFile(
  head: readonly string[],
  pages: AsyncIterable<readonly (readonly CsvCell[])[]>,
): AsyncGenerator<string> {
  yield `\uFEFF${csvRecord(head)}`
  for await (const rows of pages) yield rows.map(csvRecord).join('')
}

/** Pence as a spreadsheet adds them up: "1234.50". */
export function csvPounds(pence: bigint): string {
  const size = pence < 0n ? -pence : pence
  return `${pence < 0n ? '-' : ''}${size / 100n}.${(size % 100n).toString().padStart(2, '0')}`
}

/** A record as it stood in a file: its row as a spreadsheet numbers it, and its cells as text, spaces around them taken off. */
export type CsvRow = { row: number; cells: string[] }

/**
 * Reads RFC 4180 as spreadsheets write it: with or without a byte order mark, any line end, empty lines left out. The quote that
 * `csvRecord` puts before what looks like a formula is taken off again. Where a
 * quoted cell never ends, `openQuoteAt` is its row.
 */
export function readCsv(text: string): { rows: CsvRow[]; openQuoteAt: number | null } {
  const given = text.replace(/^\uFEFF/u, '')
  const rows: CsvRow[] = []
  let at = 0
  for (let number = 1; at < given.length; number++) {
    const row: CsvRow = { row: number, cells: [] }
    for (let more = true; more;) {
      let written = ''
      if (given[at] === '"') {
        for (at++; ; at++) {
          if (at >= given.length) return { rows, openQuoteAt: number }
          if (given[at] === '"' && given[++at] !== '"') break
          written += given[at]
        }
      }
      // What follows a closing quote belongs to the cell too: programs that write so are rare, and losing it would be worse.
      cellEnd.lastIndex = at
      const end = cellEnd.exec(given)?.index ?? given.length
      written += given.slice(at, end)
      row.cells.push(plainCell(written))
      more = given[end] === ','
      at = more ? end + 1 : end
    }
    if (given[at] === '\r') at++
    if (given[at] === '\n') at++
    if (row.cells.some((one) => one !== '')) rows.push(row)
  }
  return { rows, openQuoteAt: null }
}

const cellEnd = /[,\r\n]/gu

const plainCell = (written: string): string => {
  const text = written.replaceAll(/\r\n?/gu, '\n').trim()
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text
}
