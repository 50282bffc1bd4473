import { democraticServices, scrutiny } from '#authority'
import { asking, questionPage } from '#govuk'
import { html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { fieldErrors, onDesk, shownRefusal } from '../../pages/draft-question.ts'
import { recordPath } from '../../pages/paths.ts'
import { exemptPath } from '../paths.ts'
import { viewCallInWaiver, waiveCallIn } from '../waive.ts'
import { labelOf, legendOf } from './step-question.ts'

/** Is it too urgent to be called in, and who agrees? */
export const exemptPage: Page = {
  path: exemptPath.pattern,
  may: [democraticServices, scrutiny],
  get: (visit) => asked(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const [post, agreedBy] = (form.values['agreed'] ?? '').split('|')
    const outcome = await visit.perform(waiveCallIn, { ref, post, agreedBy, reasons: form.values['reasons'] }, form)
    return outcome.ok ? { redirect: `${recordPath({ ref })}?done=exempt` } : asked(visit, form, outcome.refusal)
  },
}

async function asked(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { ref, title, state } = outcome.value.decision
  const found = await visit.ask(viewCallInWaiver, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const { agree, source, waiver } = found.value
  if ((state !== 'decided' || waiver) && !refusal) return { redirect: recordPath({ ref }) }
  const errors = refusal ? fieldErrors(refusal) : {}
  const ask = asking({
    values: form?.values,
    errors: { ...errors, ...((errors['post'] || errors['agreedBy']) && { agreed: 'Choose who agreed.' }) },
  })
  const heading = 'Is it too urgent to be called in?'
  return {
    status: refusal ? 422 : 200,
    view: {
      title: heading,
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${title}`,
        heading,
        refusal: shownRefusal(refusal),
        hidden: visit.formFields(),
        buttonText: 'Record the agreement',
        cancel: { text: 'Cancel', href: recordPath({ ref }) },
        lead: html`<p class="govuk-body">
          An urgent decision takes effect when it is published, and nobody can call it in. That takes the agreement of a
          post that the council’s rule names${source !== null && ` (${source})`}. It is shown with the decision and
          reported.
        </p>`,
        fields:
          agree.length === 0
            ? html`<p class="govuk-inset-text">
                The council’s rule names nobody who may agree, or nobody holds the post today. Until somebody does, the
                decision can be called in: an administrator appoints to the post.
              </p>`
            : [
                ask.radios({
                  name: 'agreed',
                  legend: legendOf('Who agreed?'),
                  items: agree.map(({ name, post, title: postTitle }) => ({
                    value: `${post}|${name}`,
                    text: name,
                    hint: postTitle,
                  })),
                }),
                ask.textarea({
                  name: 'reasons',
                  label: labelOf('Why can it not wait?'),
                  hint: 'What would be lost by the delay. It is published.',
                  rows: 5,
                }),
              ],
      }),
    },
  }
}
