import { html, isPresent, type Html } from '#platform/html.ts'
import { pagination } from '../components/pagination.ts'

export type PagerOptions = {
  /** Addresses; none at either end. */
  previous?: string | undefined
  next?: string | undefined
  /** Where one is: "21 to 40 of 312 decisions". */
  label: string
  /** Says which list it turns, where a page has two. */
  of?: string | undefined
}

/** To the page before and the page after of a list, with where one is. */
export function pager({ previous, next, label, of }: PagerOptions): Html {
  const turns = isPresent(previous) || isPresent(next)
  // Under a list that is all on one page, a label without a figure would be a word that nobody understands.
  if (!turns && !/\d/u.test(label)) return html``
  return html`<div class="remit-pager">
    <p class="govuk-body remit-pager__label">${label}</p>
    ${
      turns
      && pagination({
        items: [],
        landmarkLabel: of ? `Pages of ${of}` : 'Pages',
        ...(isPresent(previous) && { previous: { href: previous } }),
        ...(isPresent(next) && { next: { href: next } }),
      })
    }
  </div>`
}
