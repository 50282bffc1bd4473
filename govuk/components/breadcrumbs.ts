import { attrs, classes, html, type Content, type Html } from '#platform/html.ts'
import { kept, more, type Classed, type Perhaps } from './words.ts'

export type BreadcrumbsItem = Omit<Classed, 'classes'> & { text: Content; href?: string | undefined }

export type BreadcrumbsOptions = Classed & {
  items: readonly Perhaps<BreadcrumbsItem>[]
  /** On a phone, only the first and the last. */
  collapseOnMobile?: boolean | undefined
  labelText?: string | undefined
}

/** Where a page is in the site. An item without a link is the page itself. */
export const breadcrumbs = (options: BreadcrumbsOptions): Html =>
  html`<nav${attrs({
    class: classes(
      'govuk-breadcrumbs',
      options.classes,
      options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
    ),
  })}${more(options.attributes)} aria-label="${options.labelText ?? 'Breadcrumb'}">
  <ol class="govuk-breadcrumbs__list">${kept(options.items).map((item) =>
    item.href
      ? html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${item.href}"${more(
          item.attributes,
        )}>${item.text}</a></li>`
      : html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${item.text}</li>`,
  )}</ol></nav>`
