import { officer } from '#authority'
import { asking, questionPage, type Asking } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { missing, type Refusal } from '#platform/use-case.ts'
import { onDesk, shownRefusal, versionField } from '../../pages/draft-question.ts'
import { recordPath } from '../../pages/paths.ts'
import { ownFieldsOf, type OwnField } from '../form.ts'
import { formAnswerPath, formPath } from '../paths.ts'
import { viewForm } from '../queries.ts'
import { answerForm, chooseForm } from '../use-form.ts'

/** Which form of the council is it on? */
export const formPage: Page = {
  path: formPath.pattern,
  may: [officer],
  get: (visit) => choose(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.perform(
      chooseForm,
      { ref, version: form.values['version'], form: form.values['form'] === 'none' ? '' : form.values['form'] },
      form,
    )
    return outcome.ok ? { redirect: `${recordPath({ ref })}?done=saved` } : choose(visit, form, outcome.refusal)
  },
}

async function choose(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { decision } = outcome.value
  const { ref, title, state } = decision
  if (state !== 'draft') return { redirect: recordPath({ ref }) }
  const found = await visit.ask(viewForm, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const ask = asking({
    values: form?.values ?? { form: found.value.used?.form.key ?? 'none' },
    errors: refusal?.fields,
  })
  const heading = 'Which form of the council is it on?'
  const fields = formChoice(ask, found.value.suited)
  return {
    status: refusal ? (refusal.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: heading,
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${title}`,
        heading,
        refusal: shownRefusal(refusal),
        fields,
        lead: 'A form puts the questions in the council’s order and words, and may ask more. What was answered on another form is kept, and stands again if that form is chosen again.',
        hidden: html`${visit.formFields()}${versionField(decision, form, refusal)}`,
        buttonText: 'Save and return',
        cancel: { text: 'Cancel', href: recordPath({ ref }) },
      }),
    },
  }
}

/** The council’s forms to choose from, and none. */
export const formChoice = (ask: Asking, forms: readonly { key: string; title: string }[]): Html =>
  ask.radios({
    name: 'form',
    legend: { text: 'Form', classes: 'govuk-fieldset__legend--s' },
    items: [
      ...forms.map(({ key, title }) => ({ value: key, text: title })),
      { divider: 'or' },
      { value: 'none', text: 'No form: the questions as Remit asks them' },
    ],
  })

/** A question that only the council’s form asks. */
export const formAnswerPage: Page = {
  path: formAnswerPath.pattern,
  may: [officer],
  get: (visit) => asked(visit, null, null),
  post: async (visit, form) => {
    const { ref = '', field = '' } = visit.params
    const outcome = await visit.perform(
      answerForm,
      { ref, version: form.values['version'], answers: { [field]: form.values['answer'] ?? '' } },
      form,
    )
    return outcome.ok ? { redirect: `${recordPath({ ref })}?done=saved` } : asked(visit, form, outcome.refusal)
  },
}

async function asked(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { decision } = outcome.value
  const { ref, title, state } = decision
  if (state !== 'draft') return { redirect: recordPath({ ref }) }
  const found = await visit.ask(viewForm, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const key = visit.params['field'] ?? ''
  const own = found.value.used && ownFieldsOf(found.value.used.form).find((one) => one.key === key)
  if (!own) return { refusal: missing(`The form of ${ref} asks no such thing.`).refusal }
  const now = found.value.answers.find((one) => one.key === key)?.answer
  const problem = refusal?.kind === 'invalid' ? (refusal.fields[key] ?? refusal.fields[`answers.${key}`]) : undefined
  const ask = asking({
    values: form?.values ?? (now === undefined ? {} : { answer: now }),
    ...(problem === undefined ? {} : { errors: { answer: problem } }),
  })
  const fields = box(ask, own)
  return {
    status: refusal ? (refusal.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: own.label,
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${title}`,
        heading: own.label,
        lead: own.hint,
        refusal: shownRefusal(refusal, refusal?.kind === 'changed' ? (now ?? 'Nothing yet.') : null),
        fields,
        hidden: html`${visit.formFields()}${versionField(decision, form, refusal)}`,
        buttonText: 'Save and return',
        cancel: { text: 'Cancel', href: recordPath({ ref }) },
      }),
    },
  }
}

function box(ask: Asking, { label, kind, choices }: OwnField): Html {
  const hidden = { text: label, classes: 'govuk-visually-hidden' }
  switch (kind) {
    case 'text':
      return ask.input({ name: 'answer', label: hidden })
    case 'long-text':
      return ask.textarea({ name: 'answer', label: hidden, rows: 10 })
    case 'yes-no':
      return ask.radios({
        name: 'answer',
        legend: hidden,
        classes: 'govuk-radios--inline',
        items: [
          { value: 'Yes', text: 'Yes' },
          { value: 'No', text: 'No' },
        ],
      })
    case 'choice':
      return ask.radios({ name: 'answer', legend: hidden, items: choices.map((value) => ({ value, text: value })) })
  }
}
