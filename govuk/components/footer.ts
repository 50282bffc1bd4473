import { attrs, classes, html, isPresent, type Content, type Html } from '#platform/html.ts'
import { kept, more, type Classed, type Perhaps } from './words.ts'

export type FooterLink = Omit<Classed, 'classes'> & { text?: string | undefined; href?: string | undefined }

export type FooterNavigation = {
  title: string
  /** 1, 2 or 3 columns of links. */
  columns?: number | undefined
  /** `full` unless told; `one-half`, `two-thirds` … */
  width?: string | undefined
  items?: readonly Perhaps<FooterLink>[] | undefined
}

export type FooterOptions = Classed & {
  containerClasses?: string | undefined
  /** The council's own mark. GOV.UK puts the crown here; councils may not. */
  logo?: Html | undefined
  navigation?: readonly FooterNavigation[] | undefined
  meta?:
    | {
        visuallyHiddenTitle?: string | undefined
        items?: readonly Perhaps<FooterLink>[] | undefined
        text?: Content | undefined
      }
    | undefined
  /** `true` for the Open Government Licence in the usual words; nothing unless told. */
  contentLicence?: Content | true | undefined
  /** Whose copyright it is, with a link to more. */
  copyright?: { text: Content; href: string } | undefined
}

/** The foot of every page: links, licence, whose it is. */
export function footer(options: FooterOptions = {}): Html {
  const { navigation = [], meta, contentLicence, copyright } = options
  return html`<div${attrs({ class: classes('govuk-footer', options.classes) })}${more(options.attributes)}><div${attrs({
    class: classes('govuk-width-container', options.containerClasses),
  })}>${options.logo}${
    navigation.length > 0
    && html`<div class="govuk-footer__navigation">${navigation.map(section)}</div>
      <hr class="govuk-footer__section-break">`
  }<div class="govuk-footer__meta"><div class="govuk-footer__meta-item govuk-footer__meta-item--grow">${
    meta
    && html`<h2 class="govuk-visually-hidden">${meta.visuallyHiddenTitle || 'Support links'}</h2>${
      meta.items
      && meta.items.length > 0
      && html`<ul class="govuk-footer__inline-list">${kept(meta.items).map(
        (item) => html`<li class="govuk-footer__inline-list-item">${link(item)}</li> `,
      )}</ul>`
    }${isPresent(meta.text) && html`<div class="govuk-footer__meta-custom">${meta.text}</div>`}`
  }${contentLicence !== undefined && licence(contentLicence)}</div>${
    copyright
    && html`<div class="govuk-footer__meta-item"><a${attrs({
      class: 'govuk-footer__link govuk-footer__copyright-logo',
      href: copyright.href,
    })}>${copyright.text}</a></div>`
  }</div></div></div>`
}

const link = (item: FooterLink): Html =>
  html`<a${attrs({ class: 'govuk-footer__link', href: item.href })}${more(item.attributes)}>${item.text}</a>`

const section = ({ title, columns, width, items = [] }: FooterNavigation): Html =>
  html`<div${attrs({ class: `govuk-footer__section govuk-grid-column-${width || 'full'}` })}>
    <h2 class="govuk-footer__heading govuk-heading-m">${title}</h2>${
      items.length > 0
      && html`<ul${attrs({
        class: classes('govuk-footer__list', columns !== undefined && `govuk-footer__list--columns-${columns}`),
      })}>${kept(items)
        .filter((item) => item.href && item.text)
        .map((item) => html`<li class="govuk-footer__list-item">${link(item)}</li>`)}</ul>`
    }</div>`

const licence = (words: Content | true): Html =>
  html`<svg aria-hidden="true" focusable="false" class="govuk-footer__licence-logo"
    xmlns="http://www.w3.org/2000/svg" viewBox="0 0 483.2 195.7" height="17" width="41"><path fill="currentColor"
    d="${licenceMark}"/></svg>
    <span class="govuk-footer__licence-description">${
      words === true || !isPresent(words)
        ? html`All content is available under the <a class="govuk-footer__link"
          href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
          rel="license">Open Government Licence v3.0</a>, except where otherwise stated`
        : words
    }</span>`

/** The mark of the Open Government Licence, which is for anyone who publishes under it. */
const licenceMark =
  'M421.5 142.8V.1l-50.7 32.3v161.1h112.4v-50.7zm-122.3-9.6A47.12 47.12 0 0 1 221 97.8c0-26 21.1-47.1 '
  + '47.1-47.1 16.7 0 31.4 8.7 39.7 21.8l42.7-27.2A97.63 97.63 0 0 0 268.1 0c-36.5 0-68.3 20.1-85.1 49.7A98 98 '
  + '0 0 0 97.8 0C43.9 0 0 43.9 0 97.8s43.9 97.8 97.8 97.8c36.5 0 68.3-20.1 85.1-49.7a97.76 97.76 0 0 0 149.6 '
  + '25.4l19.4 22.2h3v-87.8h-80l24.3 27.5zM97.8 145c-26 0-47.1-21.1-47.1-47.1s21.1-47.1 47.1-47.1 47.2 21 47.2 '
  + '47S123.8 145 97.8 145'
