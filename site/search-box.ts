import { button, input } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { registerPath } from './paths.ts'

/** A box that searches the register; a search is an address, so it is sent by GET. */
export const searchBox = ({ label, value }: { label: string; value: string | undefined }): Html =>
  html`<form method="get" action="${registerPath()}" role="search">
    ${input({
      name: 'q',
      id: 'q',
      label: { text: label, classes: 'govuk-label--m' },
      type: 'search',
      value,
      spellcheck: false,
      hint: 'For example care at home, short breaks, or a reference',
    })}${button({ text: 'Search' })}
  </form>`
