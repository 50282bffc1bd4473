import { attrs, classes, html, isPresent, type Content, type Html } from '#platform/html.ts'
import { kept, more, type Classed, type Perhaps } from './words.ts'

export type PaginationLink = Omit<Classed, 'classes'> & {
  href: string
  /** "Previous page", "Next page" unless told. */
  text?: Content | undefined
  /** What is there, under the link; only where there are no page numbers. */
  labelText?: string | undefined
}

export type PaginationItem = Omit<Classed, 'classes'> & {
  number?: number | string | undefined
  href?: string | undefined
  current?: boolean | undefined
  /** A gap in the numbers. */
  ellipsis?: boolean | undefined
  visuallyHiddenText?: string | undefined
}

export type PaginationOptions = Classed & {
  previous?: PaginationLink | undefined
  next?: PaginationLink | undefined
  items?: readonly Perhaps<PaginationItem>[] | undefined
  landmarkLabel?: string | undefined
}

/** From page to page of a long list, or of a guide. */
export function pagination(options: PaginationOptions): Html {
  const { previous, next, items } = options
  const block = items === undefined && (previous !== undefined || next !== undefined)
  return html`<nav${attrs({
    class: classes('govuk-pagination', block && 'govuk-pagination--block', options.classes),
    'aria-label': options.landmarkLabel || 'Pagination',
  })}${more(options.attributes)}>${previous?.href && arrowLink(previous, 'prev', block)}${
    items
    && html`<ul class="govuk-pagination__list">${kept(items)
      .filter((item) => Object.keys(item).length > 0)
      .map(page)}</ul>`
  }${next?.href && arrowLink(next, 'next', block)}</nav>`
}

function arrowLink(link: PaginationLink, type: 'prev' | 'next', block: boolean): Html {
  const usual = type === 'prev' ? 'Previous' : 'Next'
  const arrow = type === 'prev' ? arrowPrevious : arrowNext
  return html`<div class="govuk-pagination__${type}"><a${attrs({
    class: 'govuk-link govuk-pagination__link',
    href: link.href,
    rel: type,
  })}${more(link.attributes)}>${(block || type === 'prev') && arrow}<span${attrs({
    class: classes(
      'govuk-pagination__link-title',
      block && !link.labelText && 'govuk-pagination__link-title--decorated',
    ),
  })}>${isPresent(link.text) ? link.text : html`${usual}<span class="govuk-visually-hidden"> page</span>`}</span>${
    link.labelText
    && block
    && html` <span class="govuk-visually-hidden">:</span>
      <span class="govuk-pagination__link-label">${link.labelText}</span>`
  }${!block && type === 'next' && arrow}</a></div>`
}

const page = (item: PaginationItem): Html =>
  html`<li${attrs({
    class: classes(
      'govuk-pagination__item',
      item.current && 'govuk-pagination__item--current',
      item.ellipsis && 'govuk-pagination__item--ellipsis',
    ),
  })}>${
    item.ellipsis
      ? '⋯'
      : html`<a${attrs({
          class: 'govuk-link govuk-pagination__link',
          href: item.href,
          'aria-label': item.visuallyHiddenText ?? `Page ${item.number}`,
          'aria-current': item.current ? 'page' : undefined,
        })}${more(item.attributes)}>${item.number}</a>`
  }</li>`

const icon = (side: 'prev' | 'next', outline: string): Html =>
  html`<svg class="govuk-pagination__icon govuk-pagination__icon--${side}" xmlns="http://www.w3.org/2000/svg"
    height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="${outline}"></path></svg>`

const arrowPrevious = icon(
  'prev',
  'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v'
    + '-2h-12.984l4.2931-4.293-1.414-1.414z',
)

const arrowNext = icon(
  'next',
  'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 '
    + '1.4492 6.7441-6.4062-6.7246-6.7266z',
)
