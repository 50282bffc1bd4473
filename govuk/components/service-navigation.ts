import { attrs, classes, html, isPresent, type Content, type Html } from '#platform/html.ts'
import { kept, more, type Classed, type Perhaps } from './words.ts'

export type ServiceNavigationItem = Omit<Classed, 'classes'> & {
  text?: Content | undefined
  href?: string | undefined
  /** The page as it is now. */
  current?: boolean | undefined
  /** The part of the service that the page is in. */
  active?: boolean | undefined
}

export type ServiceNavigationOptions = Classed & {
  serviceName?: string | undefined
  serviceUrl?: string | undefined
  navigation?: readonly Perhaps<ServiceNavigationItem>[] | undefined
  navigationLabel?: string | undefined
  navigationId?: string | undefined
  navigationClasses?: string | undefined
  /** "Menu" unless told; shown on phones. */
  menuButtonText?: string | undefined
  menuButtonLabel?: string | undefined
  /** True unless told, where there is more than one link. */
  collapseNavigationOnMobile?: boolean | undefined
  ariaLabel?: string | undefined
  /** Markup of one's own in fixed places. */
  slots?:
    | {
        start?: Html | undefined
        end?: Html | undefined
        /** Puts `end` on the line of the links. */
        endInline?: boolean | undefined
        navigationStart?: Html | undefined
        navigationEnd?: Html | undefined
      }
    | undefined
}

/** The name of the service and the links to its parts, under the header. */
export function serviceNavigation(options: ServiceNavigationOptions): Html {
  const { serviceName, slots = {} } = options
  const common = html`<div${attrs({
    class: classes('govuk-width-container', slots.endInline && 'govuk-service-navigation__inlining-container'),
  })}>${slots.start}<div class="govuk-service-navigation__container">${
    isPresent(serviceName) && name(serviceName, options.serviceUrl)
  }${links(options)}</div>${slots.end}</div>`
  const own = { class: classes('govuk-service-navigation', options.classes), 'data-module': 'govuk-service-navigation' }
  return isPresent(serviceName) || isPresent(slots.start) || isPresent(slots.end)
    ? html`<section${attrs({ 'aria-label': options.ariaLabel ?? 'Service information', ...own })}${more(
        options.attributes,
      )}>${common}</section>`
    : html`<div${attrs(own)}${more(options.attributes)}>${common}</div>`
}

const name = (serviceName: string, url: string | undefined): Html =>
  html`<span class="govuk-service-navigation__service-name">${
    url
      ? html`<a${attrs({ href: url, class: 'govuk-service-navigation__link' })}>${serviceName}</a>`
      : html`<span class="govuk-service-navigation__text">${serviceName}</span>`
  }</span>`

function links(options: ServiceNavigationOptions): Html | undefined {
  const { slots = {} } = options
  const items = kept(options.navigation)
  if (items.length === 0 && !isPresent(slots.navigationStart) && !isPresent(slots.navigationEnd)) return undefined
  const menu = options.menuButtonText || 'Menu'
  const id = options.navigationId || 'navigation'
  return html`<nav${attrs({
    'aria-label': options.navigationLabel || menu,
    class: classes('govuk-service-navigation__wrapper', options.navigationClasses),
  })}>${
    (options.collapseNavigationOnMobile ?? items.length > 1)
    && html`<button${attrs({
      type: 'button',
      class: 'govuk-service-navigation__toggle govuk-js-service-navigation-toggle',
      'aria-controls': id,
      'aria-label': options.menuButtonLabel && options.menuButtonLabel !== menu ? options.menuButtonLabel : undefined,
      hidden: true,
      'aria-hidden': 'true',
    })}>${menu}</button>`
  }<ul${attrs({ class: 'govuk-service-navigation__list', id })}>${
    slots.navigationStart
  }${items.map(item)}${slots.navigationEnd}</ul></nav>`
}

function item({ text, href, current, active, attributes }: ServiceNavigationItem): Html {
  const here = current || active
  // Strong as well as styled, for people who replace colours and styles with their own.
  const words = here ? html`<strong class="govuk-service-navigation__active-fallback">${text}</strong>` : text
  const now = { 'aria-current': here ? (current ? 'page' : 'true') : undefined }
  return html`<li${attrs({
    class: classes('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active'),
  })}>${
    href
      ? html`<a${attrs({ class: 'govuk-service-navigation__link', href, ...now })}${more(attributes)}>${words}</a>`
      : isPresent(text) && html`<span${attrs({ class: 'govuk-service-navigation__text', ...now })}>${words}</span>`
  }</li>`
}
