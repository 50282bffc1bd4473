import { democraticServices, officer } from '#authority'
import { asking, findingsList, questionPage } from '#govuk'
import { html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { fieldErrors, onDesk, shownRefusal } from '../../pages/draft-question.ts'
import { recordPath } from '../../pages/paths.ts'
import { identificationPath, restrictionsPath } from '../paths.ts'
import { viewRestrictions } from '../queries.ts'
import { considerIdentification } from '../read-withheld.ts'

/** Can somebody be recognised from what will be published? */
export const identificationPage: Page = {
  path: identificationPath.pattern,
  may: [officer, democraticServices],
  get: (visit) => asked(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.perform(considerIdentification, { ref, because: form.values['because'] }, form)
    return outcome.ok ? { redirect: `${recordPath({ ref })}?done=considered` } : asked(visit, form, outcome.refusal)
  },
}

async function asked(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const record = await onDesk(visit)
  if (!record.ok) return { refusal: record.refusal }
  const { ref, title } = record.value.decision
  const outcome = await visit.ask(viewRestrictions, { ref })
  if (!outcome.ok) return { refusal: outcome.refusal }
  const found = outcome.value.findings.find(({ rule }) => rule === 'placement-is-not-identifying')
  const ask = asking({ values: form?.values ?? {}, errors: refusal ? fieldErrors(refusal) : {} })
  const because = ask.textarea({
    name: 'because',
    label: 'Why nobody can be recognised, or why it must be published all the same',
    hint: 'For this text as it stands. A later change has to be considered anew.',
    rows: 5,
  })
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'Can somebody be recognised?',
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${title}`,
        heading: 'Can somebody be recognised?',
        refusal: shownRefusal(refusal),
        lead: html`<p class="govuk-body">
            Those who know a person can know them again from a home, an age and a weekly price, though no name is given.
            The signs below are looked for by machine; that there are none proves nothing.
          </p>
          ${found ? findingsList([{ weight: found.outcome === 'met' ? 'note' : 'warning', says: found.says ?? '' }]) : ''}
          <p class="govuk-body">
            To take words out, <a class="govuk-link" href="${restrictionsPath({ ref })}">withhold them</a>.
          </p>`,
        fields: because,
        hidden: visit.formFields(),
        buttonText: 'Record that it was considered',
        cancel: { text: 'Cancel', href: recordPath({ ref }) },
      }),
    },
  }
}
