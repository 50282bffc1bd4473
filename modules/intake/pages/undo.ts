import { asking, questionPage } from '#govuk'
import { html } from '#platform/html.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import { anyone, missing, type Refusal } from '#platform/use-case.ts'
import { correctReading } from '../correct-reading.ts'
import { partOf, partTitle, type PartValue } from '../parts.ts'
import { viewReading } from '../queries.ts'
import { partWords } from './part-words.ts'
import { readingPath, undoPath } from './paths.ts'

/** Undo this correction? */
export const undoPage: Page = {
  path: undoPath.pattern,
  may: [anyone],
  get: (visit) => asked(visit, null),
  post: async (visit, form) => {
    const { id = '', n } = visit.params
    const outcome = await visit.perform(
      correctReading,
      {
        reading: id,
        seen: form.values['seen'],
        part: form.values['part'],
        value: null,
        undo: n,
        why: form.values['why'],
      },
      form,
    )
    return outcome.ok ? { redirect: `${readingPath({ id })}?done=undone#corrections` } : asked(visit, outcome.refusal)
  },
}

async function asked(visit: Visit, refusal: Refusal | null): Promise<Reply> {
  const { id = '', n = '' } = visit.params
  const outcome = await visit.ask(viewReading, { reading: id })
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { corrections } = outcome.value
  const undone = corrections.find((one) => String(one.n) === n)
  const part = undone && partOf(undone.part)
  if (!undone || !part) return { refusal: missing('There is no such correction.').refusal }
  const words = (value: unknown) => partWords(undone.part, value as PartValue) ?? 'Nothing'
  const heading = `Undo the correction of: ${partTitle(part)}?`
  const ask = asking()
  return {
    status: refusal ? (refusal.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: heading,
      back: readingPath({ id }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        heading,
        refusal: refusal ?? undefined,
        lead: html`<p class="govuk-body">It would say again:</p>
          <div class="govuk-inset-text"><span class="remit-said">${words(undone.old)}</span></div>
          <p class="govuk-body">instead of:</p>
          <div class="govuk-inset-text"><span class="remit-said">${words(undone.new)}</span></div>`,
        fields: ask.input({ name: 'why', label: 'Why, if it needs saying' }),
        hidden: html`${visit.formFields()}<input
            type="hidden"
            name="seen"
            value="${String(corrections.length)}"
          /><input type="hidden" name="part" value="${undone.part}" />`,
        buttonText: 'Undo it',
        cancel: { text: 'Cancel', href: readingPath({ id }) },
      }),
    },
  }
}
