/** Words with their places on a page, put into lines as a reader's eye would. Units are points; y grows upwards. */
export type Piece = { text: string; x: number; y: number; width: number; size: number }

type Row = { y: number; size: number; pieces: Piece[] }

/** The lines of a page, with '' where the page leaves a gap, and in how many columns it was read. */
export function linesOf(pieces: Piece[], pageWidth: number): { lines: string[]; columns: number } {
  const inked = pieces.filter(({ text }) => text.trim() !== '')
  const gutter = gutterOf(inked, pageWidth)
  if (gutter === null) return { lines: textOf(rowsOf(inked)), columns: 1 }
  // Full-width lines (a heading over both columns) part the page into bands; within each, left comes before right.
  const lines: string[] = []
  let band: Row[] = []
  const flush = () => {
    if (band.length === 0) return
    const left = band.flatMap(({ pieces: row }) => row.filter(({ x }) => x < gutter))
    const right = band.flatMap(({ pieces: row }) => row.filter(({ x }) => x >= gutter))
    const first = unwrapped(rowsOf(left))
    const second = unwrapped(rowsOf(right))
    // A sentence may run on at the head of the next column.
    const last = first.at(-1)
    const runsOn = last?.full === true && /[\p{L}\p{N},]$/u.test(last.line)
    lines.push(...first.map(({ line }) => line), ...(runsOn ? [] : ['']), ...second.map(({ line }) => line), '')
    band = []
  }
  for (const row of rowsOf(inked)) {
    if (row.pieces.some(({ x, width }) => x < gutter - 4 && x + width > gutter + 4)) {
      flush()
      lines.push(...textOf([row]))
    } else band.push(row)
  }
  flush()
  return { lines, columns: 2 }
}

function rowsOf(pieces: Piece[]): Row[] {
  const rows: Row[] = []
  for (const piece of pieces.toSorted((one, two) => two.y - one.y || one.x - two.x)) {
    const last = rows.at(-1)
    if (last !== undefined && Math.abs(last.y - piece.y) < Math.max(2, Math.min(last.size, piece.size) * 0.4))
      last.pieces.push(piece)
    else rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
  }
  for (const row of rows) row.pieces.sort((one, two) => one.x - two.x)
  return rows
}

function textOf(rows: Row[]): string[] {
  const lines: string[] = []
  const steps = rows
    .slice(1)
    .map((row, index) => (rows[index]?.y ?? row.y) - row.y)
    .filter((step) => step > 0)
    .toSorted((one, two) => one - two)
  const usual = steps[Math.floor(steps.length * 0.3)] ?? 14
  rows.forEach((row, index) => {
    const before = rows[index - 1]
    if (before !== undefined && before.y - row.y > Math.max(usual * 1.35, row.size * 1.5)) lines.push('')
    lines.push(lineOf(row))
  })
  return lines
}

// What starts a line of its own however full the one above it is: a label, a letter or number of a list, a dash.
const startsAnew = /^(?:[\p{Lu}][^:.]{1,40}:|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]|[-•–*])(?:\s|$)/u

/** The lines of a column with its sentences joined again: a line that fills the column goes on in the next. */
function unwrapped(rows: Row[]): { line: string; full: boolean }[] {
  const ends = rows.map(({ pieces }) => Math.max(...pieces.map(({ x, width }) => x + width)))
  const starts = Math.min(...rows.map(({ pieces }) => pieces[0]?.x ?? 0))
  const column = Math.max(...ends) - starts
  const joined: { line: string; full: boolean }[] = []
  let at = 0
  for (const line of textOf(rows)) {
    const before = joined.at(-1)
    if (line === '') {
      joined.push({ line, full: false })
      continue
    }
    const full = (ends[at++] ?? 0) - starts > column * 0.75
    if (before?.full && before.line !== '' && !startsAnew.test(line) && !/[.:;?!]$/u.test(before.line)) {
      before.line = `${before.line} ${line}`
      before.full = full
    } else joined.push({ line, full })
  }
  return joined
}

function lineOf(row: Row): string {
  let line = ''
  let end = Number.NEGATIVE_INFINITY
  for (const piece of row.pieces) {
    const space = piece.x - end
    if (line !== '') {
      if (space > piece.size * 1.8) line = `${line.trimEnd()}\t`
      else if (space > piece.size * 0.12 && !line.endsWith(' ') && !piece.text.startsWith(' ')) line += ' '
    }
    line += piece.text
    end = piece.x + piece.width
  }
  return line.replace(/[ \u00a0]+$/, '').replace(/^ +/, '')
}

/**
 * The x of an empty upright strip near the middle, with running text on both sides; null when the page is one column. A form's
 * table has such a strip too, so the text left of it must fill its column (labels of a form are short) or have been written
 * before anything on the right.
 */
function gutterOf(pieces: Piece[], pageWidth: number): number | null {
  const rows = rowsOf(pieces)
  if (rows.length < 8) return null
  const free = new Int32Array(Math.ceil(pageWidth) + 2)
  const from = Math.floor(pageWidth * 0.35)
  const to = Math.ceil(pageWidth * 0.65)
  for (const { pieces: row } of rows) {
    for (let x = from; x <= to; x++) {
      if (row.some((piece) => piece.x <= x && piece.x + piece.width > x)) free[x] = (free[x] ?? 0) + 1
    }
  }
  let best: { x: number; crossing: number; run: number } | null = null
  let run = 0
  const allowed = rows.length * 0.15
  for (let x = from; x <= to + 1; x++) {
    if (x <= to && (free[x] ?? 0) <= allowed) {
      run++
      continue
    }
    if (run >= 8 && (best === null || run > best.run))
      best = { x: x - Math.ceil(run / 2), crossing: free[x - Math.ceil(run / 2)] ?? 0, run }
    run = 0
  }
  if (best === null) return null
  const gutter = best.x
  const left = rows.filter(
    ({ pieces: row }) =>
      row.some(({ x }) => x < gutter) && !row.some(({ x, width }) => x < gutter - 4 && x + width > gutter + 4),
  )
  const right = rows.filter(
    ({ pieces: row }) =>
      row.some(({ x }) => x >= gutter) && !row.some(({ x, width }) => x < gutter - 4 && x + width > gutter + 4),
  )
  const width = (row: Row, inside: (piece: Piece) => boolean) => {
    const own = row.pieces.filter(inside)
    const first = own[0]
    const last = own.at(-1)
    return first === undefined || last === undefined ? 0 : last.x + last.width - first.x
  }
  const margin = Math.min(...pieces.map(({ x }) => x))
  const column = gutter - margin
  const full = left.filter((row) => width(row, ({ x }) => x < gutter) > column * 0.72).length
  const fullRight = right.filter((row) => width(row, ({ x }) => x >= gutter) > column * 0.6).length
  if (left.length < 6 || right.length < 6) return null
  if (full > left.length * 0.5 && fullRight > right.length * 0.4) return gutter
  // A record's short lines leave its columns ragged. But a page set in columns is also written column by column, where a form
  // goes from side to side with every row.
  return crossings(pieces, gutter) <= 2 && full > left.length * 0.15 && fullRight > right.length * 0.15 ? gutter : null
}

/** How often the text, in the order in which it was written, changes from one side of the gutter to the other. */
function crossings(pieces: Piece[], gutter: number): number {
  const sides = pieces.filter(({ x, width }) => !(x < gutter - 4 && x + width > gutter + 4)).map(({ x }) => x >= gutter)
  return sides.filter((side, at) => at > 0 && side !== sides[at - 1]).length
}
