import { officer } from '#authority'
import { asking, questionPage } from '#govuk'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { formChoice } from '../forms/pages/form.ts'
import { viewForms } from '../forms/queries.ts'
import { startFromForm } from '../forms/use-form.ts'
import { startDraft } from '../start-draft.ts'
import { shownRefusal } from './draft-question.ts'
import { deskPath, newDraftPath, recordPath } from './paths.ts'

/** What will the new decision be called? */
export const newDraftPage: Page = {
  path: newDraftPath.pattern,
  may: [officer],
  get: async (visit) => asked(visit, null, null),
  post: async (visit, form) => {
    const { title, form: key = 'none' } = form.values
    const outcome =
      key === 'none'
        ? await visit.perform(startDraft, { title }, form)
        : await visit.perform(startFromForm, { title, form: key }, form)
    return outcome.ok ? { redirect: `${recordPath(outcome.value)}?done=started` } : asked(visit, form, outcome.refusal)
  },
}

async function asked(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const found = await visit.ask(viewForms, {})
  const forms = found.ok ? found.value.forms : []
  const ask = asking({ values: form?.values ?? { form: 'none' }, errors: refusal?.fields })
  const fields = [
    ask.input({
      name: 'title',
      label: 'Title',
      hint: 'As it will stand in the register. It can be changed until the decision is proposed.',
    }),
    ...(forms.length > 0 ? [formChoice(ask, forms)] : []),
  ]
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'What will be decided?',
      back: deskPath(),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        heading: 'What will be decided?',
        refusal: shownRefusal(refusal),
        fields,
        hidden: visit.formFields(),
        buttonText: 'Start the draft',
        cancel: { text: 'Cancel', href: deskPath() },
      }),
    },
  }
}
