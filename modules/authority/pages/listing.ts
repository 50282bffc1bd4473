import { pager } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { csvFile, type CsvCell } from '#platform/csv.ts'
import { html, type Html } from '#platform/html.ts'
import type { Reply, Visit } from '#platform/page.ts'
import type { Outcome } from '#platform/use-case.ts'
import { countedTo } from '../shapes.ts'

/** What was chosen in the address of a list; all of it is kept when its pages are turned or it is sorted. */
export type Chosen = Readonly<Record<string, string | undefined>>

type PageOfLines<Line> = { lines: Line[]; next: string | null; previous: string | null; count: number }

/** "1 act", "312 acts", "More than 10,000 acts". */
export const countWords = (count: number, one: string, many: string): string =>
  count >= countedTo ? `More than 10,000 ${many}` : `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** To the pages before and after, and the whole list as a file. */
export const underList = <Line>(
  { lines, next, previous, count }: PageOfLines<Line>,
  list: { address: string; chosen: Chosen; file?: string; many: string },
): Html =>
  html`${pager({
    label: `${lines.length} of ${count >= countedTo ? 'more than 10,000' : count.toLocaleString('en-GB')} shown`,
    of: list.many,
    next: next ? withQuery(list.address, { ...list.chosen, after: next }) : undefined,
    previous: previous ? withQuery(list.address, { ...list.chosen, before: previous }) : undefined,
  })}${list.file && html`<p class="govuk-body govuk-!-display-none-print"><a class="govuk-link" href="${withQuery(list.file, list.chosen)}">Download these ${list.many} as CSV</a></p>`}`

/** A whole list as a CSV file, read page by page while it is sent. `read` asks for the page after a place. */
export async function listFile<Line>(
  visit: Visit,
  asked: {
    name: string
    head: readonly string[]
    read: (place: {
      after: string | undefined
      size: number
    }) => Promise<Outcome<Pick<PageOfLines<Line>, 'lines' | 'next'>>>
    cells: (line: Line) => readonly CsvCell[]
  },
): Promise<Reply> {
  const first = await asked.read({ after: undefined, size: 500 })
  if (!first.ok) return { refusal: first.refusal }
  async function* pages() {
    for (let page = first; page.ok; page = await asked.read({ after: page.value.next, size: 500 })) {
      yield page.value.lines.map(asked.cells)
      if (page.value.next === null) return
    }
    // Half a file must not pass for a whole one: the connection breaks and the browser says that the download failed.
    throw new Error('A list could not be read to its end.')
  }
  return {
    file: csvFile(asked.head, pages()),
    type: 'text/csv; charset=utf-8',
    download: `${visit.council.council}-${asked.name}-${visit.today.toString()}.csv`,
  }
}
