import { democraticServices } from '#authority'
import { button, refusalPanel } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { previewClock, type ClockPreview } from '../choices.ts'
import { publish } from '../publish.ts'
import { clockDrawn } from './clock.ts'
import { doneBanner } from './done-banner.ts'
import { onDesk } from './draft-question.ts'
import { decisionPath, publishPath, recordPath } from './paths.ts'
import { willAuthorise } from './will-authorise.ts'

/** Publish it today, and when would it take effect? */
export const publishPage: Page = {
  path: publishPath.pattern,
  may: [democraticServices],
  get: (visit) => show(visit, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.perform(publish, { ref }, form)
    return outcome.ok ? { redirect: `${recordPath({ ref })}?done=published` } : show(visit, outcome.refusal)
  },
}

async function show(visit: Visit, refusal: Refusal | null): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { decision, choices } = outcome.value
  const { ref } = decision
  if (decision.state !== 'decided') return { redirect: recordPath({ ref }) }
  const preview = await visit.ask(previewClock, { ref })
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'Publish it today?',
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: html`${doneBanner(visit)}${refusal && refusalPanel(refusal)}<span class="govuk-caption-l"
          >${ref} · ${decision.title}</span
        >
        <h1 class="govuk-heading-l">Publish it today?</h1>
        <p class="govuk-body">
          Decided on ${longDay(decision.decidedOn ?? visit.today)} by ${decision.decidedBy ?? ''}. Once published it
          stands in the register at <code>${decisionPath({ ref })}</code>, for good.
        </p>
        <h2 class="govuk-heading-m">When it would take effect</h2>
        ${preview.ok ? clock(visit, preview.value) : refusalPanel(preview.refusal)}
        <h2 class="govuk-heading-m">What it would then authorise</h2>
        ${willAuthorise(decision, choices)}
        ${preview.ok && html`<form method="post" novalidate>${visit.formFields()}${button({ text: `Publish on ${longDay(visit.today)}`, preventDoubleClick: true })}</form>`}`,
    },
  }
}

const clock = ({ today }: Visit, { clock: counted, source, effective }: ClockPreview): Html =>
  counted === null
    ? html`<p class="govuk-body">
        On <strong>${longDay(effective)}</strong>, the day of its publication: it is not subject to call-in.
      </p>`
    : clockDrawn({ clock: counted, source, effective, today })
