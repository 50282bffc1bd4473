import { html, type Content, type Html } from '#platform/html.ts'
import { table, type TableCell } from '../components/table.ts'
import type { Perhaps } from '../components/words.ts'
import { stacking } from './stacking.ts'
import { scrollRegion } from './scroll-region.ts'

export type Direction = 'ascending' | 'descending'

export type Column = {
  key: string
  text: string
  /** Figures, put to the right. */
  numeric?: boolean | undefined
  /** Its heading sorts by it. */
  sorts?: boolean | undefined
}

export type SortableTableOptions = {
  caption: string
  columns: readonly Column[]
  /** A cell for each column, in their order. The first names its row. */
  rows: readonly Perhaps<readonly (Content | number)[]>[]
  sortedBy?: { key: string; direction: Direction } | undefined
  /** The address of this table sorted otherwise. */
  sortHref?: ((key: string, direction: Direction) => string) | undefined
  /** Hides the caption from sight, where a heading says the same. */
  hideCaption?: boolean | undefined
}

/** A table whose headings are links that sort it, its rows one under another on a phone. */
export function sortableTable(options: SortableTableOptions): Html {
  const { columns, sortedBy, sortHref } = options
  return scrollRegion(
    options.caption,
    table(
      stacking(
        {
          caption: options.caption,
          captionClasses: options.hideCaption ? 'govuk-visually-hidden' : 'govuk-table__caption--m',
          firstCellIsHeader: true,
          head: columns.map((column) => ({
            text: column.sorts && sortHref ? sortLink(column, sortedBy, sortHref) : column.text,
            format: column.numeric ? 'numeric' : undefined,
            ...(column.sorts && sortedBy?.key === column.key && { attributes: { 'aria-sort': sortedBy.direction } }),
          })),
          rows: options.rows.map(
            (row) =>
              row
              && row.map((cell, at): TableCell => {
                const words = typeof cell === 'number' ? String(cell) : cell
                return columns[at]?.numeric ? { text: words, format: 'numeric' } : words
              }),
          ),
        },
        columns.map(({ text }) => text),
      ),
    ),
  )
}

function sortLink(
  column: Column,
  sortedBy: SortableTableOptions['sortedBy'],
  sortHref: (key: string, direction: Direction) => string,
): Html {
  const direction = sortedBy?.key === column.key ? sortedBy.direction : undefined
  const next = direction === 'ascending' ? 'descending' : 'ascending'
  const arrow = direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : '↕'
  return html`<a class="govuk-link remit-sort" href="${sortHref(column.key, next)}"
    >${column.text} <span class="remit-sort__arrow" aria-hidden="true">${arrow}</span></a
  >`
}
