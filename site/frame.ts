import { peoplePath, sessionsPath } from '#accounts'
import { administrator } from '#authority'
import { colourSheet, legible, page, type ServiceNavigationItem } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Module } from '#platform/module.ts'
import type { View, Visit } from '#platform/page.ts'
import { assetsFolder } from '#platform/web/assets.ts'
import type { Frame, Trouble } from '#platform/web/doors.ts'
import {
  accessibilityPath,
  apiPath,
  clockPath,
  cookiesPath,
  mailPath,
  privacyPath,
  registerPath,
  signInPath,
  signOutPath,
  startPath,
} from './paths.ts'
import { deskLinks, deskOf } from './desk-links.ts'
import { searchBox } from './search-box.ts'
import { unsentForm } from './unsent-form.ts'

/** Where the links under the header may lead; only those that some room has a page for are shown. */
const links: { text: string; href: string; signedIn?: true }[] = [
  { text: 'Decisions', href: registerPath() },
  { text: 'Forward plan', href: '/forward-plan' },
  { text: 'Commissions', href: '/commissions' },
  { text: 'Consultations', href: '/consultations' },
  { text: 'Networks', href: '/networks' },
  { text: 'Powers', href: '/mandates' },
  { text: 'Acts', href: '/acts' },
  { text: 'Desk', href: '/desk', signedIn: true },
]

/** And those at the foot. */
const footLinks: { text: string; href: string }[] = [
  { text: 'Why may I?', href: '/why' },
  { text: 'News by e-mail and feed', href: '/subscribe' },
  { text: 'Read a record', href: '/read' },
  { text: 'Rules', href: '/rules' },
  { text: 'Constitution', href: '/constitution' },
  { text: 'Powers of officers', href: '/officers-powers' },
  { text: 'On hold', href: '/holds' },
  { text: 'For programs', href: apiPath() },
  { text: 'Accessibility', href: accessibilityPath() },
  { text: 'Cookies', href: cookiesPath() },
  { text: 'Privacy', href: privacyPath() },
]

/** What surrounds every page: the council's name and colour, where one can go, who is signed in, what day it is in a demo. */
export function frameAround(modules: Module[]): Frame {
  const pages = modules.flatMap((module) => module.pages ?? [])
  const onTheDesk = deskLinks(pages)
  const desk = deskOf(pages)
  const there = new Set(pages.map(({ path }) => path))
  const shown = links.filter(({ href }) => there.has(href))
  const atFoot = footLinks.filter(({ href }) => there.has(href))
  return {
    page: (visit, view) =>
      page({
        ...view,
        body: html`${!hasHeading(view) && html`<h1 class="govuk-heading-l">${view.title}</h1>`}${view.body}${visit.path === '/desk' && elsewhere(onTheDesk(visit.actor.roles))}`,
        council: visit.council,
        assets: assetsFolder,
        nav: navigation(shown, visit, desk(visit.actor.roles) ?? '/desk'),
        signedInAs:
          visit.actor.account === null
            ? undefined
            : {
                name: visit.actor.name,
                links: ownLinks(visit, there),
                signOut: { action: signOutPath(), fields: visit.formFields() },
              },
        phase: visit.council.demo ? { tag: 'Demo', text: demoWords(visit) } : undefined,
        noIndex: visit.council.demo,
        footerLinks: atFoot,
        address: `${visit.origin}${visit.path}`,
      }),
    trouble: (visit, trouble) => troubleView(visit, trouble, there.has(registerPath())),
    sheet: (colour) => (legible(`#${colour}`) === `#${colour}` ? colourSheet(`#${colour}`) : null),
  }
}

/** Where somebody who has signed in finds what is theirs, and an administrator everybody. */
const ownLinks = ({ actor }: Visit, there: ReadonlySet<string>) => [
  { text: 'Mail', href: mailPath() },
  ...(actor.roles.length > 0 && there.has(sessionsPath()) ? [{ text: 'Sessions', href: sessionsPath() }] : []),
  ...(actor.roles.includes(administrator) && there.has(peoplePath()) ? [{ text: 'People', href: peoplePath() }] : []),
]

// The desk is a page of decisions, which knows of no other room; the site knows them all.
const elsewhere = (links: { text: string; href: string }[]): Html | false =>
  links.length > 0
  && html`<nav aria-labelledby="elsewhere">
    <h2 class="govuk-heading-m" id="elsewhere">Elsewhere on the desk</h2>
    <ul class="govuk-list remit-columns">
      ${links.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
    </ul>
  </nav>`

const hasHeading = ({ body }: View) => /<h1[ >]/u.test(body.toString())

function navigation(shown: typeof links, { path, actor }: Visit, desk: string): ServiceNavigationItem[] {
  const signedIn = actor.account !== null
  return [
    ...shown
      .filter((link) => signedIn || !link.signedIn)
      .map(({ text, href: to }) => ({ text, href: to === '/desk' ? desk : to }))
      .map(({ text, href }) => ({ text, href, current: path === href, active: path.startsWith(`${href}/`) })),
    ...(signedIn ? [] : [{ text: 'Sign in', href: signInPath(), current: path === signInPath() }]),
  ]
}

const demoWords = (visit: Visit): Html => {
  const { council, actor } = visit
  return html`${council.name} is invented, and so is everybody in
  it.${
    council.daysAhead > 0 && html` Demo day: <strong>${longDay(visit.today)}</strong>.`
  }${actor.account !== null && html` <a class="govuk-link" href="${clockPath()}">Move the day</a>`}`
}

function troubleView(visit: Visit, { status, what, because, next, unsent }: Trouble, hasRegister: boolean): View {
  const signInFirst = status === 403 && visit.actor.account === null
  return {
    title: what,
    body: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">${what}</h1>
        ${because.length === 1 && html`<p class="govuk-body">${because[0]}</p>`}
        ${
          because.length > 1
          && html`<ul class="govuk-list govuk-list--bullet">
            ${because.map((reason) => html`<li>${reason}</li>`)}
          </ul>`
        }
        ${
          next !== null
          && html`<h2 class="govuk-heading-m">What to do next</h2>
            <p class="govuk-body">${next}</p>`
        }
        ${
          signInFirst
          && (unsent === undefined
            ? html`<p class="govuk-body"><a class="govuk-link" href="${signInPath()}">Sign in</a></p>`
            : html`<p class="govuk-body">
                <a class="govuk-link" href="${signInPath()}" target="_blank" rel="noopener"
                  >Sign in (opens in a new tab)</a
                >
              </p>`)
        }
        ${unsent !== undefined && unsentForm(visit, unsent)}
        ${status === 404 && hasRegister && searchBox({ label: 'Search the register', value: undefined })}
        <p class="govuk-body"><a class="govuk-link" href="${startPath()}">Start page</a></p>
      </div>
    </div>`,
  }
}
