import { attrs, classes, Html, html, isPresent, type Content } from '#platform/html.ts'
import { button } from './button.ts'
import { kept, more, type Classed, type Perhaps } from './words.ts'

export type CookieBannerAction = Classed & {
  text: string
  type?: 'submit' | 'button' | undefined
  href?: string | undefined
  name?: string | undefined
  value?: string | undefined
}

export type CookieBannerMessage = Classed & {
  heading?: Content | undefined
  /** Text becomes a paragraph; markup stays as it is. */
  text?: Content | undefined
  actions?: readonly Perhaps<CookieBannerAction>[] | undefined
  hidden?: boolean | undefined
  role?: string | undefined
}

export type CookieBannerOptions = Classed & {
  messages: readonly CookieBannerMessage[]
  ariaLabel?: string | undefined
  hidden?: boolean | undefined
}

/** Asks about cookies that are not strictly needed. Where there are none, no banner is needed either. */
export const cookieBanner = (options: CookieBannerOptions): Html =>
  html`<div${attrs({
    class: classes('govuk-cookie-banner', options.classes),
    'data-nosnippet': true,
    role: 'region',
    'aria-label': options.ariaLabel || 'Cookie banner',
    hidden: options.hidden,
  })}${more(options.attributes)}>${options.messages.map(message)}</div>`

function message({ heading, text, actions, hidden, role, classes: own, attributes }: CookieBannerMessage): Html {
  return html`<div${attrs({
    class: classes('govuk-cookie-banner__message', own, 'govuk-width-container'),
    role,
  })}${more(attributes)}${attrs({ hidden })}><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${
    isPresent(heading) && html`<h2 class="govuk-cookie-banner__heading govuk-heading-m">${heading}</h2>`
  }<div class="govuk-cookie-banner__content">${
    text instanceof Html || !isPresent(text) ? text : html`<p class="govuk-body">${text}</p>`
  }</div></div></div>${actions && html`<div class="govuk-button-group">${kept(actions).map(act)}</div>`}</div>`
}

const act = (action: CookieBannerAction): Html =>
  action.href && action.type !== 'button'
    ? html`<a${attrs({ class: classes('govuk-link', action.classes), href: action.href })}${more(
        action.attributes,
      )}>${action.text}</a> `
    : html`${button({ ...action, type: action.type ?? 'button' })} `
