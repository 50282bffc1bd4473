import { attrs, classes, Html, html, isPresent, type Content } from '#platform/html.ts'
import { more, textOf, worded, type Classed, type Perhaps, type Words } from './words.ts'

export type TabItem = Omit<Classed, 'classes'> & {
  label: string
  /** Needed where there is no `idPrefix`. */
  id?: string | undefined
  /** Text becomes a paragraph; markup stays as it is. */
  panel: Words
}

export type TabsOptions = Classed & {
  id?: string | undefined
  idPrefix?: string | undefined
  /** "Contents" unless told; seen only without JavaScript. */
  title?: string | undefined
  items: readonly Perhaps<TabItem>[]
}

/** Parts of one thing of which people want one at a time. */
export function tabs(options: TabsOptions): Html {
  const idOf = (item: TabItem, number: number) => item.id || `${options.idPrefix ?? ''}-${number}`
  return html`<div${attrs({ id: options.id, class: classes('govuk-tabs', options.classes) })}${more(
    options.attributes,
  )} data-module="govuk-tabs">
    <h2 class="govuk-tabs__title">${options.title ?? 'Contents'}</h2>${
      options.items.length > 0
      && html`<ul class="govuk-tabs__list">${options.items.map(
        (item, at) =>
          item
          && html`<li${attrs({
            class: classes('govuk-tabs__list-item', at === 0 && 'govuk-tabs__list-item--selected'),
          })}><a class="govuk-tabs__tab" href="#${idOf(item, at + 1)}"${more(item.attributes)}>${item.label}</a></li>`,
      )}</ul>${options.items.map(
        (item, at) =>
          item
          && html`<div${attrs({
            class: classes('govuk-tabs__panel', at > 0 && 'govuk-tabs__panel--hidden'),
            id: idOf(item, at + 1),
          })}${more(worded(item.panel).attributes)}>${paragraph(textOf(item.panel))}</div>`,
      )}`
    }</div>`
}

const paragraph = (text: Content | undefined): Content | undefined =>
  text instanceof Html || !isPresent(text) ? text : html`<p class="govuk-body">${text}</p>`
