import { button } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Module, Told } from '#platform/module.ts'
import { homePath, type Page, type Visit } from '#platform/page.ts'
import type { Council } from '#platform/tenant.ts'
import { anyone } from '#platform/use-case.ts'
import { deskOf } from '../desk-links.ts'
import { registerPath, startPath } from '../paths.ts'
import { searchBox } from '../search-box.ts'
import { lead, tries, what } from '../start.ts'

/** What is this, and what can I do here? */
export function startPage(modules: () => Module[]): Page {
  const pages = () => modules().flatMap((module) => module.pages ?? [])
  const there = () => new Set(pages().map(({ path }) => path))
  return {
    path: startPath.pattern,
    may: [anyone],
    get: async (visit) => ({
      view: {
        title: `What ${visit.council.name} decided about care, and what came of it`,
        body: html`<div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-xl">What ${visit.council.name} decided about care, and what came of it</h1>
            <p class="govuk-body-l">${lead}</p>
            ${deskOf(pages())(visit.actor.roles) !== null && button({ text: 'Go to your desk', href: homePath(), isStartButton: true })}
            ${there().has(registerPath()) && searchBox({ label: 'Search decisions', value: undefined })}
            ${(await toldBy(modules(), visit)).map(told)}
            ${visit.council.demo && thingsToTry(tries.filter(({ href }) => there().has(href)))}
            ${
              visit.council.demo
              && neighbours(
                (await visit.house.councils.all()).filter(
                  (other) => other.demo && other.council !== visit.council.council,
                ),
                visit.council.council,
                visit.host,
              )
            }
          </div>
          <div class="govuk-grid-column-one-third">
            ${what.map(
              ({ title, says }) =>
                html`<h2 class="govuk-heading-s">${title}</h2>
                  <p class="govuk-body">${says}</p>`,
            )}
          </div>
        </div>`,
      },
    }),
  }
}

// One after another: they share a connection. The last room first: what people can take part in comes before what is over.
async function toldBy(modules: Module[], visit: Visit): Promise<Told[]> {
  const found: Told[] = []
  for (const { tells = [] } of modules.toReversed())
    for (const teller of tells) {
      const one = await teller(visit)
      if (one) found.push(one)
    }
  return found
}

const told = ({ heading, items, rest }: Told): Html =>
  html`<section>
    <h2 class="govuk-heading-m">${heading}</h2>
    <ul class="remit-entries">
      ${items.map(
        ({ text, href, says }) =>
          html`<li class="remit-entry">
            <p class="govuk-body">
              <a class="govuk-link govuk-!-font-weight-bold" href="${href}">${text}</a
              ><span class="remit-ref">${says}</span>
            </p>
          </li>`,
      )}
    </ul>
    <p class="govuk-body"><a class="govuk-link" href="${rest.href}">${rest.text}</a></p>
  </section>`

const numbers = ['', 'One thing', 'Two things', 'Three things', 'Four things', 'Five things', 'Six things']

const thingsToTry = (shown: typeof tries): Html | false =>
  shown.length > 0
  && html`<h2 class="govuk-heading-l">${numbers[shown.length] ?? 'Things'} to try</h2>
    <ol class="govuk-list govuk-list--number govuk-list--spaced">
      ${shown.map(
        ({ title, says, href }) =>
          html`<li><a class="govuk-link govuk-!-font-weight-bold" href="${href}">${title}</a><br />${says}</li>`,
      )}
    </ol>`

// A council answers under its own name before the host; in the demo that is a name of this machine, which browsers know.
const neighbours = (others: readonly Council[], here: string, host: string): Html | false => {
  const bare = host.startsWith(`${here}.`) ? host.slice(here.length + 1) : host
  return (
    others.length > 0
    && host !== ''
    && html`<h2 class="govuk-heading-m">Other councils’ rules</h2>
      <p class="govuk-body">
        The same records under rules that fit other councils; their limits and holders are examples.
      </p>
      <ul class="govuk-list">
        ${others.map(({ council, name }) => html`<li><a class="govuk-link" href="${`http://${council}.${bare}/`}">${name}</a></li>`)}
      </ul>`
  )
}
