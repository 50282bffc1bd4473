import { attrs, classes, html, isPresent, type Content, type Html } from '#platform/html.ts'
import { backLink } from './components/back-link.ts'
import { breadcrumbs, type BreadcrumbsItem } from './components/breadcrumbs.ts'
import { footer } from './components/footer.ts'
import { phaseBanner } from './components/phase-banner.ts'
import { serviceNavigation, type ServiceNavigationItem } from './components/service-navigation.ts'
import { skipLink } from './components/skip-link.ts'
import { colourSheetPath } from './colour.ts'

export type SignedIn = {
  name: string
  /** The post held today, if any. */
  post?: string | undefined
  links?: readonly { text: string; href: string }[] | undefined
  /** Where the form that signs out is sent, and the hidden fields it carries. */
  signOut?: { action: string; fields?: Html | undefined } | undefined
}

export type PageOptions = {
  /** What the page is about; the browser shows it with the names of the service and the council. */
  title: string
  council: {
    name: string
    /** `#rrggbb` */
    colour: string
    /** "/" unless told. */
    url?: string | undefined
  }
  /** "Remit" unless told. */
  service?: { name: string; url?: string | undefined } | undefined
  nav?: readonly ServiceNavigationItem[] | undefined
  signedInAs?: SignedIn | undefined
  /** Says under the header that the service, or its data, is not the real thing yet. */
  phase?: { tag: string; text: Content } | undefined
  /** Where "Back" goes; or where the page is. */
  back?: string | undefined
  breadcrumbs?: readonly BreadcrumbsItem[] | undefined
  /** Above the body: a notification, say. */
  before?: Content | undefined
  body: Content
  /** Uses the whole window, as for two panes side by side. */
  wide?: boolean | undefined
  /** Something on the page has to be put right; "Error:" goes before the title, so that it is heard first. */
  hasErrors?: boolean | undefined
  /** The whole address of the page, for whoever reads it on paper. */
  address?: string | undefined
  footerLinks?: readonly { text: string; href: string }[] | undefined
  /** Where the stylesheets and scripts are: `/assets`, or that with a version so that browsers may keep them. */
  assets?: string | undefined
  /** Asks search engines to leave the page out; off unless told. */
  noIndex?: boolean | undefined
}

/**
 * A whole page. It has no inline script and no inline style, so that the content security policy can forbid both, and
 * wants three stylesheets and one module from `/assets/`: see README.md.
 */
export function page(options: PageOptions): Html {
  const service = options.service ?? { name: 'Remit', url: '/' }
  const assets = options.assets ?? '/assets'
  const title = `${options.hasErrors ? 'Error: ' : ''}${options.title} - ${service.name} - ${options.council.name}`
  return html`<!DOCTYPE html>
<html lang="en" class="govuk-template">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
${options.noIndex && html`<meta name="robots" content="noindex">`}
<link rel="icon" href="${`${assets}/remit.svg`}" type="image/svg+xml">
<link rel="stylesheet" href="${`${assets}/govuk-frontend.min.css`}">
<link rel="stylesheet" href="${`${assets}/remit.css`}">
<link rel="stylesheet" href="${colourSheetPath(options.council.colour)}">
<link rel="modulepreload" href="${`${assets}/govuk-frontend.min.js`}">
<script type="module" src="${`${assets}/start.js`}"></script>
</head>
<body${attrs({ class: classes('govuk-template__body', options.wide && 'remit-wide') })}>
${skipLink({ href: '#main-content', text: 'Skip to main content' })}
<header class="govuk-template__header">${councilHeader(options)}${serviceNavigation({
    serviceName: service.name,
    serviceUrl: service.url,
    navigation: options.nav ?? [],
  })}${options.phase && phaseBanner(options.phase)}</header>
<div class="govuk-width-container">
${options.breadcrumbs && breadcrumbs({ items: options.breadcrumbs, collapseOnMobile: true })}
${isPresent(options.back) && html`<nav aria-label="Back">${backLink({ href: options.back })}</nav>`}
<main class="govuk-main-wrapper" id="main-content" tabindex="-1">${options.before}${options.body}</main>
</div>
<footer${attrs({ class: 'govuk-template__footer', 'data-address': options.address })}>${footer({
    meta: {
      items: options.footerLinks ?? [],
      text: html`${options.council.name}. ${service.name} evidences, flags and blocks; people decide.`,
    },
  })}</footer>
</body>
</html>
`
}

function councilHeader({ council, signedInAs }: PageOptions): Html {
  return html`<div class="remit-header"><div class="govuk-width-container remit-header__container">
<a${attrs({ href: council.url ?? '/', class: 'remit-header__council' })}>${council.name}</a>
${
  signedInAs
  && html`<div class="remit-header__person"><span class="remit-header__name"><span
  class="govuk-visually-hidden">Signed in as </span>${signedInAs.name}${
    isPresent(signedInAs.post) && html`<span class="remit-header__post">${signedInAs.post}</span>`
  }</span>
${(signedInAs.links ?? []).map(({ text, href }) => html`<a class="remit-header__link" href="${href}">${text}</a> `)}
${
  signedInAs.signOut
  && html`<form method="post" action="${signedInAs.signOut.action}" novalidate>${
    signedInAs.signOut.fields
  }<button class="remit-header__link">Sign out</button></form>`
}</div>`
}
</div></div>`
}
