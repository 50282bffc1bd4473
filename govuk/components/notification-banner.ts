import { attrs, classes, Html, html, isPresent, type Content } from '#platform/html.ts'
import { heading, type HeadingLevel } from './heading.ts'
import { more, type Classed } from './words.ts'

export type NotificationBannerOptions = Classed & {
  /** Text becomes a heading line; markup stays as it is. */
  text?: Content | undefined
  /** "Important", or "Success", unless told. */
  title?: Content | undefined
  titleId?: string | undefined
  titleHeadingLevel?: HeadingLevel | undefined
  /** Green, and read out at once: for what the person has just done. */
  type?: 'success' | undefined
  role?: string | undefined
  disableAutoFocus?: boolean | undefined
}

/** Something about the service as a whole, or the outcome of the last step, above the heading of the page. */
export function notificationBanner(options: NotificationBannerOptions): Html {
  const success = options.type === 'success'
  const titleId = options.titleId || 'govuk-notification-banner-title'
  const { text } = options
  return html`<div${attrs({
    class: classes('govuk-notification-banner', success && 'govuk-notification-banner--success', options.classes),
    role: options.role || (success ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus': options.disableAutoFocus === undefined ? undefined : String(options.disableAutoFocus),
  })}${more(options.attributes)}><div class="govuk-notification-banner__header">${heading(
    options.titleHeadingLevel || 2,
    { class: 'govuk-notification-banner__title', id: titleId },
    isPresent(options.title) ? options.title : success ? 'Success' : 'Important',
  )}</div><div class="govuk-notification-banner__content">${
    text instanceof Html || !isPresent(text) ? text : html`<p class="govuk-notification-banner__heading">${text}</p>`
  }</div></div>`
}
