/** The part of a page that holds one record, and what the page around it already says of it. */
import type { FieldName } from '../fields/labels.ts'
import type { Field, Span } from '../reading.ts'

export type Stretch = {
  layout: string
  fromLine: number
  toLine: number
  start: number
  end: number
  /** The printed title with its references, where the page's structure tells it. */
  title?: Span
  /** The day an entry of a list stands under. */
  day?: Field<string>
  status?: Field<string>
  identifier?: Field<string>
  /** In a register set as a table, the cell of each column. */
  cells?: Partial<Record<FieldName, Span>>
  effectiveFrom?: Field<string>
  /** Where the list says whether the entry can be called in. */
  callIn?: Span
  /** Where the entry's own text begins, below its title and status. */
  bodyFrom?: number
  /** Where the first record of the page begins: what stands before is the page's own. */
  headEnd?: number
  /** The line before which the page says whose meeting it is. */
  headLine?: number
  /** The page announces decisions that are still to be made. */
  forthcoming?: boolean
}
