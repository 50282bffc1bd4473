import { cited, details, pager, searchAndFilter, select, statusTag } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { rulePath, rulesPath } from '#platform/rule-register.ts'
import { anyone } from '#platform/use-case.ts'
import type { z } from 'zod'
import type { listRules } from '../list-rules.ts'

type Register = z.output<NonNullable<ReturnType<typeof listRules>['output']>>
type Line = Register['lines'][number]

/** By which rules is anything decided here? Every rule with its source and cases to argue with. */
export const rulesPage = (rules: ReturnType<typeof listRules>): Page => ({
  path: rulesPath.pattern,
  may: [anyone],
  async get(visit) {
    const { q, module, rule, after } = visit.query
    const outcome = await visit.ask(rules, { q, module, rule, after })
    if (!outcome.ok) return { refusal: outcome.refusal }
    return { view: { title: 'The rules', body: body(outcome.value, { q, module, rule, after }) } }
  },
})

type Chosen = { q: string | undefined; module: string | undefined; rule: string | undefined; after: string | undefined }

function body({ lines, next, previous, count, modules }: Register, { q, module, rule, after }: Chosen): Html {
  const results = html`${lines.map(ruleShown)}${pager({
    label: after ? `${lines.length} more of ${count}` : `${lines.length} of ${count}`,
    of: 'rules',
    previous: previous ? withQuery(rulesPath(), { q, module, after: previous }) : undefined,
    next: next ? withQuery(rulesPath(), { q, module, after: next }) : undefined,
  })}`
  return html`<h1 class="govuk-heading-l">The rules</h1>
    <p class="govuk-body-l">Everything that Remit checks, with where it is written and cases that show what it says.</p>
    <p class="govuk-body">
      A rule finds that something is met, or is not met and why. What follows from that is for people to decide.
    </p>
    ${searchAndFilter({
      action: rulesPath(),
      search: { name: 'q', label: 'Search the rules', value: q, hint: 'For example “call-in” or “reg 9”' },
      filters: select({
        name: 'module',
        label: 'About',
        value: module,
        items: [{ text: 'Anything', value: '' }, ...modules.map((one) => ({ text: aboutWords(one), value: one }))],
      }),
      chosen: rule ? [{ text: `the rule ${rule}`, href: rulesPath() }] : [],
      clear: q || module || rule ? rulesPath() : undefined,
      count: count === 1 ? '1 rule' : `${count} rules`,
      results,
      none:
        count === 0
          ? html`<p class="govuk-body">
              No rule says that. Try fewer words, or
              <a class="govuk-link" href="${rulesPath()}">look at all the rules</a>.
            </p>`
          : undefined,
    })}`
}

const aboutWords = (module: string): string => module.charAt(0).toUpperCase() + module.slice(1)

const ruleShown = (rule: Line): Html =>
  html`<section class="govuk-!-margin-bottom-6" id="${rule.id}">
    <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
      <a class="govuk-link" href="${rulePath(rule.id)}">${rule.title}</a>
    </h3>
    <p class="govuk-body-s govuk-!-margin-bottom-1">
      ${rule.sources.map((source, at) => html`${at > 0 && '; '}${cited(source)}`)}. From
      ${plainDay(rule.from)}${rule.until && ` to ${plainDay(rule.until.subtract({ days: 1 }))}`}.
    </p>
    ${details({
      summary: html`${rule.examples.length} worked ${rule.examples.length === 1 ? 'example' : 'examples'}<span
          class="govuk-visually-hidden"
          >: ${rule.title}</span
        >`,
      text: html`<ul class="govuk-list govuk-list--spaced">
        ${rule.examples.map(
          ({ given, met, says }) =>
            html`<li>
              ${statusTag(met ? 'Met' : 'Not met', met ? 'good' : 'bad')}
              <strong>${given}</strong>${says && html`<br />${says}`}
            </li>`,
        )}
      </ul>`,
    })}
  </section>`
