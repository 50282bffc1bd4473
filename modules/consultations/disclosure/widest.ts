/**
 * How large somebody could believe a withheld count to be, who knows every other count and every total of its table.
 *
 * To raise one withheld cell, another in its row must fall, then one in that column rise, and so on round a circle. What may go
 * round is a flow from the row to the column: a withheld cell can fall by what it holds and rise by any amount.
 *
 * @param counts whole numbers, row by row, none negative
 * @param withheld the same shape, true where a cell is not published
 * @returns the largest value of the cell in any table of whole numbers with the same totals and the same published cells
 */
export function widest(
  counts: readonly (readonly number[])[],
  withheld: readonly (readonly boolean[])[],
  row: number,
  column: number,
): number {
  const [rows, columns] = [counts.length, counts[0]?.length ?? 0]
  const left = counts.map((line) => [...line])
  const at = (r: number, c: number) => left[r]?.[c] ?? 0
  const open = (r: number, c: number) => withheld[r]?.[c] === true && !(r === row && c === column)
  let more = 0
  for (;;) {
    // Breadth first from the row; rows are 0 … rows-1, columns come after them.
    const from = Array.from({ length: rows + columns }, () => -1)
    from[row] = row
    const queue = [row]
    for (let next = queue.shift(); next !== undefined && from[rows + column] === -1; next = queue.shift()) {
      if (next < rows) {
        for (let c = 0; c < columns; c++)
          if (from[rows + c] === -1 && open(next, c) && at(next, c) > 0) {
            from[rows + c] = next
            queue.push(rows + c)
          }
      } else {
        for (let r = 0; r < rows; r++)
          if (from[r] === -1 && open(r, next - rows)) {
            from[r] = next
            queue.push(r)
          }
      }
    }
    if (from[rows + column] === -1) return (counts[row]?.[column] ?? 0) + more
    const steps: [row: number, column: number, falls: boolean][] = []
    for (let node = rows + column; node !== row; node = from[node] ?? row) {
      const before = from[node] ?? row
      steps.push(node >= rows ? [before, node - rows, true] : [node, before - rows, false])
    }
    const amount = Math.min(...steps.filter(([, , falls]) => falls).map(([r, c]) => at(r, c)))
    for (const [r, c, falls] of steps) {
      const line = left[r]
      if (line) line[c] = at(r, c) + (falls ? -amount : amount)
    }
    more += amount
  }
}
