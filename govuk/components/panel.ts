import { attrs, classes, html, isPresent, type Content, type Html } from '#platform/html.ts'
import { button } from './button.ts'
import { heading, type HeadingLevel } from './heading.ts'
import { kept, more, type Classed, type Perhaps } from './words.ts'

export type PanelAction = Classed & { text: string; href?: string | undefined; type?: 'submit' | 'button' | undefined }

export type PanelOptions = Classed & {
  title: Content
  text?: Content | undefined
  /** 1 unless told. */
  headingLevel?: HeadingLevel | undefined
  /** Only for an interruption (`classes: 'govuk-panel--interruption'`), which asks before going on. */
  actions?: (Classed & { items?: readonly Perhaps<PanelAction>[] | undefined }) | undefined
}

/** The large panel that says what has been done, with its reference. */
export function panel(options: PanelOptions): Html {
  const interruption = options.classes?.includes('govuk-panel--interruption') === true
  const { actions } = options
  const items = kept(actions?.items)
  return html`<div${attrs({
    class: classes('govuk-panel', !interruption && 'govuk-panel--confirmation', options.classes),
  })}${more(options.attributes)}>${heading(options.headingLevel || 1, { class: 'govuk-panel__title' }, options.title)}${
    isPresent(options.text) && html`<div class="govuk-panel__body">${options.text}</div>`
  }${
    interruption
    && actions
    && html`<div${attrs({ class: classes('govuk-panel__actions', actions.classes) })}${more(actions.attributes)}>${
      items.length > 0 && html`<div class="govuk-button-group">${items.map(act)}</div>`
    }</div>`
  }</div>`
}

const act = (action: PanelAction): Html =>
  action.href && action.type !== 'button'
    ? html`<a${attrs({ class: classes('govuk-link govuk-link--inverse', action.classes), href: action.href })}${more(
        action.attributes,
      )}>${action.text}</a> `
    : html`${button({
        text: action.text,
        type: action.type ?? 'button',
        classes: classes('govuk-button--inverse', action.classes),
        href: action.href,
        attributes: action.attributes,
      })} `
