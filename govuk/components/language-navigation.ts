import { attrs, classes, html, type Content, type Html } from '#platform/html.ts'
import { kept, more, type Classed, type Perhaps } from './words.ts'

export type LanguageItem = Classed & {
  text: Content
  href?: string | undefined
  /** The page as it is now; so is an item without a link. */
  current?: boolean | undefined
  lang?: string | undefined
  hrefLang?: string | undefined
  dir?: string | undefined
  /** What a screen reader adds, in the language of this page. */
  languageDescriptionText?: string | undefined
}

/** The same page in other languages. */
export const languageNavigation = (
  options: Classed & { items: readonly Perhaps<LanguageItem>[]; ariaLabel?: string | undefined },
): Html =>
  html`<nav${attrs({ class: classes('govuk-language-navigation', options.classes) })}${more(options.attributes)}
    aria-label="${options.ariaLabel ?? 'Language'}"><ul class="govuk-language-navigation__list">${kept(
      options.items,
    ).map(
      (item) =>
        html`<li class="govuk-language-navigation__list-item">${isCurrent(item) ? current(item) : other(item)}</li>`,
    )}</ul></nav>`

const isCurrent = (item: LanguageItem): boolean => item.current === true || !item.href

const current = (item: LanguageItem): Html =>
  html`<span${attrs({
    class: classes('govuk-language-navigation__text', item.classes),
    'aria-current': 'true',
    lang: item.lang,
    dir: item.dir,
  })}${more(item.attributes)}>${item.text}</span>`

const other = (item: LanguageItem): Html =>
  html`<a${attrs({
    class: classes('govuk-language-navigation__link', item.classes),
    href: item.href,
    rel: 'alternate',
    lang: item.lang,
    hreflang: item.hrefLang ?? item.lang,
    dir: item.dir,
  })}${more(item.attributes)}>${item.text}${
    item.languageDescriptionText && html`<span class="govuk-visually-hidden"> ${item.languageDescriptionText}</span>`
  }</a>`
