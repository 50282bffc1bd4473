import { attrs, html, isPresent, type Content, type Html } from '#platform/html.ts'
import { button } from '../components/button.ts'
import { input } from '../components/input.ts'
import { narrowedBy } from './narrowed-by.ts'

export type SearchAndFilterOptions = {
  /** Where the form is sent, by GET, so that a search can be kept and passed on as an address. */
  action: string
  search?: { name: string; label: string; value?: string | undefined; hint?: string | undefined } | undefined
  /** Select lists, checkboxes and dates that narrow the results. */
  filters?: Content | readonly Content[] | undefined
  /** What is narrowed by at present, each a link that takes it away. */
  chosen?: readonly { text: string; href: string }[] | undefined
  clear?: string | undefined
  /** How many there are: "312 decisions". */
  count: string
  results: Content
  /** Instead of results where there are none: what to try. */
  none?: Content | undefined
}

/** A search with filters beside its results; on a phone the filters come first. */
export function searchAndFilter(options: SearchAndFilterOptions): Html {
  const { search, filters, chosen = [] } = options
  return html`<div class="remit-search">
    <form class="remit-search__filters" method="get" role="search" ${attrs({ action: options.action })}>
      ${
        search
        && html`<div class="remit-search__box">
          ${input({
            name: search.name,
            label: { text: search.label, classes: 'govuk-label--s' },
            type: 'search',
            value: search.value,
            hint: search.hint,
            spellcheck: false,
          })}
        </div>`
      }${filters}
      <div class="govuk-button-group">
        ${button({ text: filters ? 'Apply' : 'Search' })}${
          isPresent(options.clear) && html`<a class="govuk-link" href="${options.clear}">Clear</a>`
        }
      </div>
    </form>
    <div class="remit-search__results">
      <h2 class="govuk-heading-m">${options.count}</h2>
      ${narrowedBy(chosen)}${isPresent(options.none) ? options.none : options.results}
    </div>
  </div>`
}
