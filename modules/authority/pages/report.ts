import { asking, questionPage } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import type { Typed } from '#platform/typed.ts'
import type { Outcome } from '#platform/use-case.ts'
import { actPath, reportPath } from '../paths.ts'
import { readAct } from '../read-act.ts'
import { reportBack } from '../report-back.ts'
import { officer } from '../roles.ts'
import { asPanel, shownRefusal } from './typed-input.ts'

/** Where and when was the act reported? */
export const reportPage: Page = {
  path: reportPath.pattern,
  may: [officer],
  get: (visit) => show(visit, {}, null),
  async post(visit, form) {
    const outcome = await visit.perform(
      reportBack,
      { act: visit.params['ref'], condition: form.values['condition'], says: form.values['says'] },
      form,
    )
    return outcome.ok ? { redirect: actPath({ ref: outcome.value.ref }) } : show(visit, form.values, outcome)
  },
}

async function show(visit: Visit, values: Typed, outcome: Outcome<unknown> | null): Promise<Reply> {
  const ref = visit.params['ref'] ?? ''
  const found = await visit.ask(readAct, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const back = actPath({ ref })
  const waiting = found.value.reports.filter(({ givenOn }) => givenOn === null)
  const [first, ...more] = waiting
  if (!first && !outcome) {
    return {
      view: {
        title: `Report on ${ref}`,
        back,
        body: html`<h1 class="govuk-heading-l">Report on ${ref}</h1>
          <p class="govuk-body">
            No report on this act is waiting. The mandate asked for none, or every one was given.
          </p>`,
      },
    }
  }
  const { errors, refusal } = shownRefusal(outcome, (path) => path)
  const ask = asking({ values, errors })
  const words = ({ words: asked, due }: (typeof waiting)[number]) => `${asked}, due on ${longDay(due)}`
  return {
    status: outcome ? 422 : 200,
    view: {
      title: `Report on ${ref}`,
      back,
      hasErrors: outcome !== null,
      body: questionPage({
        ask,
        heading: `Report on ${ref}`,
        caption: found.value.act.what,
        lead: first && !more.length ? html`<p class="govuk-body">The mandate asks: ${words(first)}.</p>` : undefined,
        refusal: asPanel(refusal),
        fields: [
          first && !more.length
            ? html`<input type="hidden" name="condition" value="${first.condition}" />`
            : ask.radios({
                name: 'condition',
                legend: 'Which report?',
                items: waiting.map((one) => ({ value: one.condition, text: words(one) })),
              }),
          ask.textarea({
            name: 'says',
            label: 'Where and when was it given?',
            hint: 'Only people who sign in see this. For example: report to Cabinet on 6 September 2022, item 7',
            rows: 3,
          }),
        ],
        hidden: visit.formFields(),
        buttonText: 'Give the report',
        cancel: { text: 'Cancel', href: back },
      }),
    },
  }
}
