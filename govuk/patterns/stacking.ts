import { classes } from '#platform/html.ts'
import type { TableCell, TableOptions } from '../components/table.ts'
import { worded } from '../components/words.ts'

/**
 * A table whose rows stand one under another on a phone, each cell a line with the name of its column before it: six columns
 * side by side would each be a word wide. `labels` are those names, where the headings are more than words.
 */
export const stacking = (options: TableOptions, labels?: readonly string[]): TableOptions => {
  const names = labels ?? (options.head ?? []).map((cell) => wordsOf(cell))
  return {
    ...options,
    classes: classes(options.classes, 'remit-stack'),
    rows: options.rows.map(
      (row) =>
        row
        && row.map((cell, at): TableCell => {
          const label = names[at]
          const long = worded(cell)
          // A day stays on its line.
          const own =
            typeof long.text === 'string' && aDay.test(long.text) ? classes(long.classes, 'remit-day') : long.classes
          if (at === 0 || !label) return own === long.classes ? cell : { ...long, classes: own }
          return { ...long, classes: own, attributes: { ...long.attributes, 'data-label': label } }
        }),
    ),
  }
}

const aDay = /^\d{1,2} \p{L}+ \d{4}$/u

function wordsOf(cell: TableCell): string {
  const { text } = worded(cell)
  return typeof text === 'string' ? text : ''
}
