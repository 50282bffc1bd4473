import { officer } from '#authority'
import { button, refusalPanel } from '#govuk'
import { html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { propose } from '../propose.ts'
import { onDesk, versionField } from './draft-question.ts'
import { findingsShown, stops } from './findings-shown.ts'
import {
  alternativesPath,
  checkPath,
  clausesPath,
  keyPath,
  makerPath,
  reasonsPath,
  recordPath,
  subjectPath,
  valuePath,
} from './paths.ts'
import { willAuthorise } from './will-authorise.ts'

/** Is it ready, and what will it authorise? */
export const checkPage: Page = {
  path: checkPath.pattern,
  may: [officer],
  get: (visit) => show(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.perform(propose, { ref, version: form.values['version'] }, form)
    return outcome.ok ? { redirect: `${recordPath({ ref })}?done=proposed` } : show(visit, form, outcome.refusal)
  },
}

async function show(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { decision, findings, choices } = outcome.value
  const { ref } = decision
  if (decision.state !== 'draft') return { redirect: recordPath({ ref }) }
  const maker = choices.posts.find(({ post }) => post === decision.maker)
  return {
    status: refusal ? (refusal.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: 'Check it, then propose it',
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: html`${refusal && refusalPanel(refusal)}<span class="govuk-caption-l">${ref} · ${decision.title}</span>
        <h1 class="govuk-heading-l">Check it, then propose it</h1>
        <h2 class="govuk-heading-m">What was found</h2>
        ${findingsShown(findings, (rule) => mended[rule]?.({ ref }))}
        <h2 class="govuk-heading-m">What this will authorise</h2>
        <p class="govuk-body">
          Nothing until it is signed and published, and any call-in period is
          over.${decision.clauses.some(({ grants }) => grants.length > 0) && ' Then:'}
        </p>
        ${willAuthorise(decision, choices)}
        ${
          stops(findings) > 0
            ? html`<p class="govuk-body">It can be proposed once nothing stops it.</p>`
            : html`<h2 class="govuk-heading-m">Propose it</h2>
                <p class="govuk-body">
                  It goes to the ${maker?.title ?? 'post that decides'}, and its text no longer changes unless it is
                  taken back.
                </p>
                <form method="post" novalidate>
                  ${visit.formFields()}${versionField(decision, form, refusal)}${button({ text: 'Propose the decision', preventDoubleClick: true })}
                </form>`
        }
        <p class="govuk-body"><a class="govuk-link" href="${recordPath({ ref })}">Return to the tasks</a></p>`,
    },
  }
}

/** The question whose answer puts right what a rule found. */
const mended: Record<string, (at: { ref: string }) => string> = {
  'gate-maker-is-named': makerPath,
  'gate-subject-is-chosen': subjectPath,
  'gate-value-is-considered': valuePath,
  'gate-key-is-considered': keyPath,
  'gate-something-is-decided': clausesPath,
  'gate-reasons-are-given': reasonsPath,
  'gate-alternatives-are-given': alternativesPath,
}
