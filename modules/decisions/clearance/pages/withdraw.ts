import { officer } from '#authority'
import { asking, questionPage } from '#govuk'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { shownRefusal } from '../../pages/draft-question.ts'
import { withdrawClearance } from '../answer.ts'
import { clearancePath, clearancesPath, withdrawClearancePath } from '../paths.ts'
import { viewClearance } from '../queries.ts'

/** Why is the request withdrawn? */
export const withdrawClearancePage: Page = {
  path: withdrawClearancePath.pattern,
  may: [officer],
  get: (visit) => show(visit, null, null),
  post: async (visit, form) => {
    const { ref = '', clearance = '' } = visit.params
    const outcome = await visit.perform(withdrawClearance, { ref, clearance, because: form.values['because'] }, form)
    return outcome.ok
      ? { redirect: `${clearancesPath({ ref })}?done=withdrawn-request` }
      : show(visit, form, outcome.refusal)
  },
}

async function show(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const { ref = '', clearance = '' } = visit.params
  const found = await visit.ask(viewClearance, { ref, clearance })
  if (!found.ok) return { refusal: found.refusal }
  const ask = asking({ values: form?.values, errors: refusal?.fields })
  const fields = [ask.textarea({ name: 'because', label: 'Reasons', rows: 3 })]
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'Why is the request withdrawn?',
      back: clearancePath({ ref, clearance }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${found.value.clearance.title}`,
        heading: 'Why is the request withdrawn?',
        lead: found.value.says,
        refusal: shownRefusal(refusal),
        fields,
        hidden: visit.formFields(),
        buttonText: 'Withdraw the request',
        cancel: { text: 'Cancel', href: clearancePath({ ref, clearance }) },
      }),
    },
  }
}
