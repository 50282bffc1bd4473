import { staff } from '#authority'
import { findingsList, pager, searchAndFilter, select, sortableTable, statusTag } from '#govuk'
import { shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { listReadings } from '../queries.ts'
import type { ReadingLine, RefusedLine } from '../store.ts'
import { readingPath, readingsPath, readPath } from './paths.ts'

/** What has been read? */
export const readingsPage: Page = {
  path: readingsPath.pattern,
  may: staff,
  get: async (visit) => {
    const { q = '', by = '', after } = visit.query
    const outcome = await visit.ask(listReadings, { q, by, after })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { lines, count, next, notRead } = outcome.value
    const words = count > 1000 ? 'More than 1,000 readings' : `${count} ${count === 1 ? 'reading' : 'readings'}`
    const address = (place: string) =>
      `${readingsPath()}?${new URLSearchParams({ ...(q && { q }), ...(by && { by }), after: place }).toString()}`
    return {
      view: {
        title: 'Readings',
        wide: true,
        back: '/desk',
        body: html`<h1 class="govuk-heading-l">Readings</h1>
          <p class="govuk-body"><a class="govuk-link" href="${readPath()}">Read a record</a></p>
          ${searchAndFilter({
            action: readingsPath(),
            search: {
              name: 'q',
              label: 'Search',
              value: q,
              hint: 'Words of the title, a reference, who decided, or a file’s name',
            },
            filters: select({
              name: 'by',
              label: 'Given by',
              value: by,
              items: [
                { value: '', text: 'Anyone' },
                { value: 'staff', text: 'People who have signed in' },
                { value: 'visitors', text: 'Visitors' },
              ],
            }),
            clear: q || by ? readingsPath() : undefined,
            count: words,
            none:
              lines.length === 0
                ? html`<p class="govuk-body">
                    ${q || by ? 'No reading matches. Try fewer words.' : 'Nothing has been read yet.'}
                  </p>`
                : undefined,
            results: html`${tableOf(lines)}${next !== null && pager({ label: `The latest ${lines.length} after this place`, next: address(next) })}`,
          })}${notRead.length > 0 && refusedOf(notRead)}`,
      },
    }
  },
}

const tableOf = (lines: readonly ReadingLine[]): Html =>
  sortableTable({
    caption: 'Readings',
    hideCaption: true,
    columns: [
      { key: 'title', text: 'Record' },
      { key: 'decided', text: 'Decided' },
      { key: 'found', text: 'Found' },
      { key: 'read', text: 'Read' },
    ],
    rows: lines.map(({ reading, title, file, maker, decidedOn, errors, corrections, readAt, givenByName }) => [
      html`<a class="govuk-link" href="${readingPath({ id: reading })}">${title ?? 'No title was found'}</a><br /><span
          class="govuk-hint"
          >${file}</span
        >`,
      html`${decidedOn === null ? 'Day not found' : shortDay(decidedOn)}${maker !== null && html`<br /><span class="govuk-hint">${maker}</span>`}`,
      html`${errors > 0 ? statusTag(`${errors} to put right`, 'bad') : statusTag('Nothing to put right')}${corrections > 0 && html`<br />${corrections} corrected`}`,
      html`${shortDay(readAt.toZonedDateTimeISO('Europe/London').toPlainDate())}<br /><span class="govuk-hint"
          >${givenByName}</span
        >`,
    ]),
  })

const refusedOf = (lines: readonly RefusedLine[]): Html =>
  html`<h2 class="govuk-heading-m">Documents that could not be read</h2>
    ${findingsList(
      lines.map(({ document, file, refused }) => ({
        weight: 'note',
        says: html`<a class="govuk-link" href="${readingPath({ id: document })}">${file}</a>: ${refused}`,
      })),
    )}`
