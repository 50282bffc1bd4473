/** A cell: its longest word, its longest own line, and each of its own lines unbroken; all in points. */
export type Measured = { widest: number; natural: number; lengths: readonly number[] }

/**
 * Widths of the columns of a table, in points. Each gets what its longest word needs; short columns, of dates or of names, stay together; and what
 * is left goes where it makes most rows shorter.
 * @param rows cells by row, the head among them
 * @param wide the whole table, in points
 * @param padding of one cell, left and right together
 */
export function columnWidths(rows: readonly (readonly Measured[])[], wide: number, padding: number): number[] {
  const columns = rows[0]?.length ?? 0
  const of = (column: number, what: 'widest' | 'natural') =>
    rows.reduce((most, row) => Math.max(most, row[column]?.[what] ?? 0), 0) + padding + 0.5
  const all = Array.from({ length: columns }, (_, column) => column)
  const natural = all.map((column) => of(column, 'natural'))
  if (sum(natural) <= wide) return natural.map((one) => one + Math.min((wide - sum(natural)) / columns, 60))
  const least = all.map((column) => {
    const whole = natural[column] ?? 0
    return whole <= wide * 0.22 ? whole : Math.min(of(column, 'widest'), Math.max(40, (wide / columns) * 1.6))
  })
  if (sum(least) >= wide) return least.map((one) => (one * wide) / sum(least))
  return shared(least, wide - sum(least), rows, padding)
}

const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0)
const steps = 40
const enoughRows = 150

// A little at a time, to the column that makes most rows tall.
function shared(
  least: readonly number[],
  spare: number,
  rows: readonly (readonly Measured[])[],
  padding: number,
): number[] {
  const widths = [...least]
  for (let step = 0; step < steps; step++) {
    const tall = widths.map(() => 0)
    for (const row of rows.slice(0, enoughRows)) {
      const lines = row.map(({ lengths }, column) => {
        const room = Math.max(1, (widths[column] ?? 0) - padding)
        return lengths.reduce((all, length) => all + Math.max(1, Math.ceil(length / (room * 0.94))), 0)
      })
      const most = lines.indexOf(Math.max(...lines))
      tall[most] = (tall[most] ?? 0) + ((lines[most] ?? 1) - 1) ** 2
    }
    const column = tall.indexOf(Math.max(...tall))
    widths[column] = (widths[column] ?? 0) + spare / steps
  }
  return widths
}
