import { attrs, classes, Html, html, isPresent } from '#platform/html.ts'
import { heading, type HeadingLevel } from './heading.ts'
import { i18n, more, textOf, type Classed, type Perhaps, type Words } from './words.ts'

export type AccordionItem = {
  heading: Words
  summary?: Words | undefined
  /** Text becomes a paragraph; markup stays as it is. */
  content: Words
  expanded?: boolean | undefined
}

export type AccordionOptions = Classed & {
  /** One of its kind on the site: which sections are open is remembered under it. */
  id: string
  items: readonly Perhaps<AccordionItem>[]
  /** 2 unless told. */
  headingLevel?: HeadingLevel | undefined
  rememberExpanded?: boolean | undefined
  hideAllSectionsText?: string | undefined
  hideSectionText?: string | undefined
  hideSectionAriaLabelText?: string | undefined
  showAllSectionsText?: string | undefined
  showSectionText?: string | undefined
  showSectionAriaLabelText?: string | undefined
}

/** Sections that open one by one. Only for people who need few of them; else use headings. */
export function accordion(options: AccordionOptions): Html {
  const { id } = options
  return html`<div${attrs({
    class: classes('govuk-accordion', options.classes),
    'data-module': 'govuk-accordion',
    id,
    ...i18n('hide-all-sections', options.hideAllSectionsText),
    ...i18n('hide-section', options.hideSectionText),
    ...i18n('hide-section-aria-label', options.hideSectionAriaLabelText),
    ...i18n('show-all-sections', options.showAllSectionsText),
    ...i18n('show-section', options.showSectionText),
    ...i18n('show-section-aria-label', options.showSectionAriaLabelText),
    'data-remember-expanded': options.rememberExpanded === undefined ? undefined : String(options.rememberExpanded),
  })}${more(options.attributes)}>${options.items.map(
    (item, at) => item && section(item, id, at + 1, options.headingLevel ?? 2),
  )}</div>`
}

function section(item: AccordionItem, id: string, number: number, level: HeadingLevel): Html {
  const summary = textOf(item.summary)
  const content = textOf(item.content)
  const name = heading(
    level,
    { class: 'govuk-accordion__section-heading' },
    html`<span${attrs({
      class: 'govuk-accordion__section-button',
      id: `${id}-heading-${number}`,
    })}>${textOf(item.heading)}</span>`,
  )
  return html`<div${attrs({
    class: classes('govuk-accordion__section', item.expanded && 'govuk-accordion__section--expanded'),
  })}><div class="govuk-accordion__section-header">${name}${
    isPresent(summary)
    && html`<div class="govuk-accordion__section-summary govuk-body"
      id="${id}-summary-${number}">${summary}</div>`
  }</div><div id="${id}-content-${number}" class="govuk-accordion__section-content">${
    content instanceof Html || content === undefined ? content : html`<p class="govuk-body">${content}</p>`
  }</div></div>`
}
