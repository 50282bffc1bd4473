import { button, select } from '#govuk'
import { plainDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { compareVersions } from '../import/view-changes.ts'
import { constitutionChangesPath, constitutionPath } from '../paths.ts'
import { readConstitution } from '../read-constitution.ts'
import { everybody } from '../roles.ts'
import { changesShown } from './changes-shown.ts'

/** What did a new version of the constitution change? */
export const constitutionChangesPage: Page = {
  path: constitutionChangesPath.pattern,
  may: everybody,
  async get(visit) {
    const own = await visit.ask(readConstitution, { size: 1 })
    if (!own.ok) return { refusal: own.refusal }
    const { versions } = own.value
    const newest = versions[0]?.version ?? 1
    const to = visit.query['to'] || String(newest)
    const from = visit.query['from'] || String(Math.max(0, Number(to) - 1 || 0))
    const outcome = await visit.ask(compareVersions, { from, to })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { inForceFrom, changes, title } = outcome.value
    const items = versions.map((one) => ({
      text: `${one.version}, from ${plainDay(one.inForceFrom)}`,
      value: one.version,
    }))
    const heading = from === '0' ? `What version ${to} says` : `What version ${to} changed beside version ${from}`
    return {
      view: {
        title: heading,
        back: constitutionPath(),
        body: html`<span class="govuk-caption-l">${title}, in force from ${plainDay(inForceFrom)}</span>
          <h1 class="govuk-heading-l">${heading}</h1>
          ${
            versions.length > 1
            && html`<form
              method="get"
              action="${constitutionChangesPath()}"
              class="govuk-!-display-none-print"
              novalidate
            >
              ${select({ name: 'from', label: 'Beside', value: from, items: [{ text: 'Nothing: everything it says', value: 0 }, ...items] })}${select(
                { name: 'to', label: 'Version', value: to, items },
              )}${button({ text: 'Compare', classes: 'govuk-button--secondary' })}
            </form>`
          }
          ${changesShown(changes, 2)}`,
      },
    }
  },
}
