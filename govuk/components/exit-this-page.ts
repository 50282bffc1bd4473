import { attrs, classes, html, isPresent, type Content, type Html } from '#platform/html.ts'
import { button } from './button.ts'
import { i18n, more, type Classed } from './words.ts'

export type ExitThisPageOptions = Classed & {
  text?: Content | undefined
  /** Somewhere harmless; the weather unless told. */
  redirectUrl?: string | undefined
  id?: string | undefined
  activatedText?: string | undefined
  timedOutText?: string | undefined
  pressTwoMoreTimesText?: string | undefined
  pressOneMoreTimeText?: string | undefined
}

/** A quick way off a page that someone near must not see, as for domestic abuse. */
export const exitThisPage = (options: ExitThisPageOptions = {}): Html =>
  html`<div${attrs({
    id: options.id,
    class: classes('govuk-exit-this-page', options.classes),
    'data-module': 'govuk-exit-this-page',
  })}${more(options.attributes)}${attrs({
    ...i18n('activated', options.activatedText),
    ...i18n('timed-out', options.timedOutText),
    ...i18n('press-two-more-times', options.pressTwoMoreTimesText),
    ...i18n('press-one-more-time', options.pressOneMoreTimeText),
  })}>${button({
    text: isPresent(options.text)
      ? options.text
      : html`<span class="govuk-visually-hidden">Emergency</span> Exit this page`,
    classes: 'govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button',
    href: options.redirectUrl || 'https://www.bbc.co.uk/weather',
    attributes: { rel: 'nofollow noreferrer' },
  })}</div>`
