import { scrollRegion, statusTag, table } from '#govuk'
import { html } from '#platform/html.ts'
import type { Module } from '#platform/module.ts'
import { operationsOf, type Operation } from '#platform/openapi.ts'
import type { Page } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { apiPath } from '../paths.ts'

/** What can a program ask for here? */
export const apiPage = (modules: () => Module[]): Page => ({
  path: apiPath.pattern,
  may: [anyone],
  get: async ({ council }) => ({
    view: {
      title: 'For programs',
      body: html`<h1 class="govuk-heading-l">For programs</h1>
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <p class="govuk-body">
              Whatever can be read or done on these pages, a program can read or do as JSON, with the same checks and
              the same words of refusal.
              <a class="govuk-link" href="/api/openapi.json">The description in OpenAPI 3.1</a> is made from the schemas
              that check what arrives.
            </p>
            <ul class="govuk-list govuk-list--bullet">
              <li>Amounts are whole pence. Days are written 2022-08-05.</li>
              <li>
                To act, send <code>Authorization: Bearer</code> with a
                token${
                  council.demo
                  && html` from
                    <code>POST /api/sign-in</code>, to which you send the e-mail address or the name of one of the
                    people to be`
                }.
                Cookies are not taken for acts.
              </li>
              <li>Send a UUID of your own as <code>Idempotency-Key</code>, and an act sent twice is done once.</li>
              <li>
                A refusal says what, why and what to do next:
                <code>{ "refused": { "what", "because", "next", "fields" } }</code>.
              </li>
            </ul>
          </div>
        </div>
        ${scrollRegion(
          'Operations',
          table({
            caption: 'Operations',
            captionClasses: 'govuk-table__caption--m',
            head: [{ text: 'Ask' }, { text: 'For' }, { text: 'Who may' }],
            rows: operationsOf(modules()).map(line),
          }),
        )}`,
    },
  }),
})

const line = ({ method, path, title, may }: Operation) => [
  { text: html`${statusTag(method, method === 'GET' ? 'information' : 'good')} <code>${path}</code>` },
  { text: title },
  { text: may.includes(anyone) ? 'Anyone' : may.join(', ') },
]
