import { facts, findingsList, pager } from '#govuk'
import { shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { View } from '#platform/page.ts'
import type { Document, Neighbour } from '../store.ts'
import { givenFilePath, readingPath, readPath } from './paths.ts'

type Seen = {
  document: Omit<Document, 'text'>
  readings: readonly Neighbour[]
  count: number
  from: number
  size: number
}

/** What did this document come to? Its records, or why it could not be read. */
export function documentView({ document, readings, count, from, size }: Seen): Pick<View, 'title' | 'body'> {
  const { document: id, name, refused } = document
  if (refused !== null) {
    return {
      title: 'This document could not be read',
      body: html`<div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">${name}</span>
          <h1 class="govuk-heading-l">This document could not be read</h1>
          <p class="govuk-body-l">${refused}</p>
          <p class="govuk-body"><a class="govuk-link" href="${readPath()}">Give another</a></p>
          ${documentFacts(document, id)}
        </div>
      </div>`,
    }
  }
  const at = (place: number) => `${readingPath({ id })}?from=${place}`
  return {
    title: `${count} records in ${name}`,
    body: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-l">${name}</span>
        <h1 class="govuk-heading-l">${count} records in one document</h1>
        <ol class="govuk-list govuk-list--number govuk-list--spaced" start="${from + 1}">
          ${readings.map(
            ({ reading, title, maker, decidedOn }) =>
              html`<li>
                <a class="govuk-link" href="${readingPath({ id: reading })}">${title ?? 'No title was found'}</a>
                <br /><span class="govuk-hint"
                  >${[maker, decidedOn && shortDay(decidedOn)].filter(Boolean).join(', ') || 'Neither who decided nor when was found'}</span
                >
              </li>`,
          )}
        </ol>
        ${
          count > size
          && pager({
            label: `${from + 1} to ${from + readings.length} of ${count} records`,
            previous: from > 0 ? at(Math.max(0, from - size)) : undefined,
            next: from + size < count ? at(from + size) : undefined,
          })
        }${document.notes.length > 0 && findingsList(document.notes.map((says) => ({ weight: 'note', says })))}${documentFacts(document, id)}
      </div>
    </div>`,
  }
}

/** The file as it was given, and what proves that it is that file. */
export function documentFacts(
  { name, sha256, size, givenBy, givenByName, givenAt }: Omit<Document, 'text'>,
  id: string,
): Html {
  const london = givenAt.toZonedDateTimeISO('Europe/London')
  return html`<h2 class="govuk-heading-m">The file</h2>
    ${facts({
      rows: [
        { key: 'Name', value: name },
        { key: 'Size', value: sizeWords(size) },
        {
          key: 'Digest (SHA-256)',
          value: html`<span class="remit-digest">${Buffer.from(sha256).toString('hex')}</span>`,
        },
        {
          key: 'Given',
          value: `${shortDay(london.toPlainDate())} at ${london.toPlainTime().toString({ smallestUnit: 'minute' })}, by ${givenBy === null ? 'a visitor' : givenByName}`,
        },
      ],
    })}
    <p class="govuk-body"><a class="govuk-link" href="${givenFilePath({ id })}">The file as given</a></p>`
}

function sizeWords(size: bigint): string {
  const bytes = Number(size)
  return bytes < 1000
    ? `${bytes} bytes`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1000)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`
}
