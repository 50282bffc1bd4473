import { officer } from '#authority'
import { button, refusalPanel } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { operative, type Clause, type Decision } from '../../decision.ts'
import { orderClauses } from '../../order-clauses.ts'
import { doneBanner } from '../done-banner.ts'
import { onDesk, versionField, type Choices } from '../draft-question.ts'
import { clausePath, clausesPath, grantPath, recordPath, removeClausePath, removeGrantPath } from '../paths.ts'
import { prose } from '../prose.ts'
import { verbTag } from '../state-tag.ts'
import { clauseName, grantSentences } from '../will-authorise.ts'

/** What is decided, clause by clause? */
export const clausesPage: Page = {
  path: clausesPath.pattern,
  may: [officer],
  get: (visit) => show(visit, null, null),
  post: async (visit, form) => {
    const record = await onDesk(visit)
    if (!record.ok) return { refusal: record.refusal }
    const { decision } = record.value
    const order = moved(
      decision.clauses.map(({ clause }) => clause),
      form.values,
    )
    const outcome = await visit.perform(
      orderClauses,
      { ref: decision.ref, version: form.values['version'], clauses: order },
      form,
    )
    return outcome.ok ? { redirect: clausesPath({ ref: decision.ref }) } : show(visit, form, outcome.refusal)
  },
}

/** The order after one clause went a place up or down. */
function moved(clauses: string[], { up, down }: Form['values']): string[] {
  const from = clauses.indexOf(up ?? down ?? '')
  const to = up ? from - 1 : from + 1
  const order = [...clauses]
  const [one, other] = [order[from], order[to]]
  if (one !== undefined && other !== undefined) [order[from], order[to]] = [other, one]
  return order
}

async function show(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { decision, choices } = outcome.value
  const { ref, clauses } = decision
  if (decision.state !== 'draft') return { redirect: recordPath({ ref }) }
  return {
    status: refusal ? (refusal.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: 'What is decided, clause by clause?',
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: html`${doneBanner(visit)}${refusal && refusalPanel(refusal)}<span class="govuk-caption-l"
          >${ref} · ${decision.title}</span
        >
        <h1 class="govuk-heading-l">What is decided, clause by clause?</h1>
        <p class="govuk-body">
          Each clause does one thing and can be called in by itself. Under a clause that delegates, say what it gives:
          those become the powers that Remit checks later acts against.
        </p>
        ${clauses.length === 0 ? html`<p class="govuk-inset-text">There are no clauses yet.</p>` : html`<form method="post" novalidate>${visit.formFields()}${versionField(decision, form, refusal)}${clauses.map((clause, at) => card(decision, clause, at, choices))}</form>`}
        <div class="govuk-button-group">
          ${button({ text: clauses.length === 0 ? 'Add the first clause' : 'Add another clause', href: clausePath({ ref, clause: 'new' }) })}<a
            class="govuk-link"
            href="${recordPath({ ref })}"
            >Return to the tasks</a
          >
        </div>`,
    },
  }
}

function card({ ref, clauses }: Decision, clause: Clause, at: number, choices: Choices): Html {
  const name = `clause ${clauseName(clause)}`
  const hidden = (text: string) => html`<span class="govuk-visually-hidden"> ${text}</span>`
  const place = { ref, clause: clause.clause }
  return html`<div class="govuk-summary-card">
    <div class="govuk-summary-card__title-wrapper">
      <h2 class="govuk-summary-card__title">
        Clause ${clauseName(clause)} ${verbTag(clause.verb, operative.includes(clause.verb))}
      </h2>
      <ul class="govuk-summary-card__actions">
        <li class="govuk-summary-card__action">
          <a class="govuk-link" href="${clausePath(place)}">Change${hidden(name)}</a>
        </li>
        <li class="govuk-summary-card__action">
          <a class="govuk-link" href="${removeClausePath(place)}">Remove${hidden(name)}</a>
        </li>
      </ul>
    </div>
    <div class="govuk-summary-card__content">
      ${prose(clause.words)}
      ${clause.grants.map(
        (grant) =>
          html`<div class="govuk-inset-text">
            <ul class="govuk-list">
              ${grantSentences(grant, choices).map((sentence) => html`<li>${sentence}</li>`)}
            </ul>
            <p class="govuk-body govuk-!-margin-bottom-0">
              <a class="govuk-link" href="${grantPath({ ...place, grant: grant.grant })}"
                >Change${hidden(`what ${name} gives`)}</a
              >
              <a class="govuk-link" href="${removeGrantPath({ ...place, grant: grant.grant })}"
                >Remove${hidden(`what ${name} gives`)}</a
              >
            </p>
          </div>`,
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="${grantPath({ ...place, grant: 'new' })}"
          >${clause.grants.length ? 'Say what else it gives' : 'Say what it gives'}${hidden(name)}</a
        >
      </p>
      <div class="govuk-button-group govuk-!-margin-bottom-0">
        ${at > 0 && button({ text: html`Move up${hidden(name)}`, name: 'up', value: clause.clause, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}${at < clauses.length - 1 && button({ text: html`Move down${hidden(name)}`, name: 'down', value: clause.clause, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
      </div>
    </div>
  </div>`
}
