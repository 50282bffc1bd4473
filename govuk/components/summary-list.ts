import { attrs, classes, html, type Content, type Html } from '#platform/html.ts'
import { heading, type HeadingLevel } from './heading.ts'
import { kept, more, textOf, worded, type Classed, type Perhaps, type Worded, type Words } from './words.ts'

export type SummaryAction = Classed & {
  href: string
  text: Content
  /** What it changes, for a screen reader that reads the links alone: "Change" + "the ceiling". */
  visuallyHiddenText?: string | undefined
}

export type SummaryActions = { items?: readonly SummaryAction[] | undefined; classes?: string | undefined }

export type SummaryRow = {
  key: Words
  value: Words
  actions?: SummaryActions | undefined
  classes?: string | undefined
}

export type SummaryCard = Classed & {
  title?: Words | (Worded & { headingLevel?: HeadingLevel | undefined }) | undefined
  actions?: SummaryActions | undefined
}

export type SummaryListOptions = Classed & {
  rows: readonly Perhaps<SummaryRow>[]
  /** Puts the list in a card with a title of its own. */
  card?: SummaryCard | undefined
}

/** Facts in pairs, each with what may be done about it. */
export function summaryList(options: SummaryListOptions): Html {
  const rows = kept(options.rows)
  const someActions = rows.some((row) => Boolean(row.actions?.items?.length))
  const { card } = options
  const list = html`<dl${attrs({ class: classes('govuk-summary-list', options.classes) })}${more(
    options.attributes,
  )}>${rows.map((row) => summaryRow(row, someActions, card?.title))}</dl>`
  return card ? summaryCard(card, list) : list
}

function summaryRow(row: SummaryRow, someActions: boolean, title: SummaryCard['title']): Html {
  const key = worded(row.key)
  const value = worded(row.value)
  return html`<div${attrs({
    class: classes(
      'govuk-summary-list__row',
      someActions && !row.actions?.items && 'govuk-summary-list__row--no-actions',
      row.classes,
    ),
  })}><dt${attrs({ class: classes('govuk-summary-list__key', key.classes) })}>${key.text}</dt><dd${attrs({
    class: classes('govuk-summary-list__value', value.classes),
  })}>${value.text}</dd>${actionsOf(row.actions, 'row', title)}</div>`
}

function actionsOf(actions: SummaryActions | undefined, of: 'row' | 'card', title: SummaryCard['title']): Html | null {
  const [first, ...rest] = actions?.items ?? []
  if (first === undefined) return null
  const links = [first, ...rest].map((action) => actionLink(action, title))
  if (of === 'card') {
    const own = attrs({ class: classes('govuk-summary-card__actions', actions?.classes) })
    return rest.length === 0
      ? html`<div${own}>${links}</div>`
      : html`<ul${own}>${links.map((link) => html`<li class="govuk-summary-card__action">${link}</li>`)}</ul>`
  }
  return html`<dd${attrs({ class: classes('govuk-summary-list__actions', actions?.classes) })}>${
    rest.length === 0
      ? links
      : html`<ul class="govuk-summary-list__actions-list">${links.map(
          (link) => html`<li class="govuk-summary-list__actions-list-item">${link}</li>`,
        )}</ul>`
  }</dd>`
}

function actionLink(action: SummaryAction, title: SummaryCard['title']): Html {
  const cardTitle = textOf(title)
  const hidden = action.visuallyHiddenText
  return html`<a${attrs({ class: classes('govuk-link', action.classes), href: action.href })}${more(
    action.attributes,
  )}>${action.text}${
    (hidden || cardTitle !== undefined)
    && html`<span class="govuk-visually-hidden">${hidden && ` ${hidden}`}${
      cardTitle !== undefined && html` (${cardTitle})`
    }</span>`
  }</a>`
}

function summaryCard(card: SummaryCard, list: Html): Html {
  const given: Worded & { headingLevel?: HeadingLevel | undefined } = worded(card.title)
  return html`<div${attrs({ class: classes('govuk-summary-card', card.classes) })}${more(card.attributes)}>
    <div class="govuk-summary-card__title-wrapper">${
      card.title !== undefined
      && heading(
        given.headingLevel ?? 2,
        { class: classes('govuk-summary-card__title', given.classes) },
        given.text ?? '',
      )
    }${actionsOf(card.actions, 'card', card.title)}</div><div class="govuk-summary-card__content">${list}</div></div>`
}
