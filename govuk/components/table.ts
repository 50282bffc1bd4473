import { attrs, classes, html, isPresent, type Html } from '#platform/html.ts'
import { kept, more, worded, type Classed, type Perhaps, type Words, type Worded } from './words.ts'

export type TableCell =
  | Words
  | (Worded & {
      /** `numeric` puts figures to the right, so that they can be compared. */
      format?: string | undefined
      colspan?: number | undefined
      rowspan?: number | undefined
    })

export type TableOptions = Classed & {
  rows: readonly Perhaps<readonly TableCell[]>[]
  head?: readonly TableCell[] | undefined
  caption?: string | undefined
  captionClasses?: string | undefined
  /** The first cell of a row names it. */
  firstCellIsHeader?: boolean | undefined
}

/** Figures or facts that people compare. */
export const table = (options: TableOptions): Html =>
  html`<table${attrs({ class: classes('govuk-table', options.classes) })}${more(options.attributes)}>${
    isPresent(options.caption)
    && html`<caption${attrs({
      class: classes('govuk-table__caption', options.captionClasses),
    })}>${options.caption}</caption>`
  }${
    options.head
    && html`<thead class="govuk-table__head"><tr class="govuk-table__row">${options.head.map(
      columnHeader,
    )}</tr></thead>`
  }<tbody class="govuk-table__body">${kept(options.rows).map(
    (row) =>
      html`<tr class="govuk-table__row">${row.map((item, at) =>
        cell(item, at === 0 && options.firstCellIsHeader === true),
      )}</tr>`,
  )}</tbody></table>`

type LongCell = Worded & { format?: string | undefined; colspan?: number | undefined; rowspan?: number | undefined }

function columnHeader(item: TableCell): Html {
  const { text, format, classes: own, colspan, rowspan, attributes }: LongCell = worded(item)
  return html`<th${attrs({
    scope: 'col',
    class: classes('govuk-table__header', format && `govuk-table__header--${format}`, own),
    colspan,
    rowspan,
  })}${more(attributes)}>${text}</th>`
}

function cell(item: TableCell, isHeader: boolean): Html {
  const { text, format, classes: own, colspan, rowspan, attributes }: LongCell = worded(item)
  return isHeader
    ? html`<th${attrs({ scope: 'row', class: classes('govuk-table__header', own), colspan, rowspan })}${more(
        attributes,
      )}>${text}</th>`
    : html`<td${attrs({
        class: classes('govuk-table__cell', format && `govuk-table__cell--${format}`, own),
        colspan,
        rowspan,
      })}${more(attributes)}>${text}</td>`
}
