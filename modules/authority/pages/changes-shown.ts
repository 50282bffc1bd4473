import { html, type Html } from '#platform/html.ts'
import { isSame, type Changes } from '../import/constitution-diff.ts'

const parts: { key: keyof Changes; title: string; none?: string }[] = [
  { key: 'allows', title: 'What it allows', none: 'Nothing more than before.' },
  { key: 'forbids', title: 'What it no longer allows', none: 'Nothing less than before.' },
  { key: 'posts', title: 'Posts' },
  { key: 'holders', title: 'Who holds them' },
  { key: 'settings', title: 'What the council settles for itself' },
  { key: 'other', title: 'Otherwise' },
]

/** What changes, part by part, in sentences; its headings stand below one of the second level, or are of that level themselves. */
export const changesShown = (changes: Changes, level: 2 | 3 = 3): Html =>
  isSame(changes)
    ? html`<p class="govuk-body">Nothing changes.</p>`
    : html`${parts.map(({ key, title, none }) => {
        const says = changes[key]
        const heading =
          level === 2
            ? html`<h2 class="govuk-heading-m">${title}</h2>`
            : html`<h3 class="govuk-heading-s">${title}</h3>`
        if (says.length === 0)
          return (
            none !== undefined
            && html`${heading}
              <p class="govuk-body">${none}</p>`
          )
        return html`${heading}
          <ul class="govuk-list govuk-list--bullet">
            ${says.map((one) => html`<li>${one}</li>`)}
          </ul>`
      })}`
