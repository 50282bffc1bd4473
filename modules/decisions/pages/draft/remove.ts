import { officer } from '#authority'
import { asking, questionPage } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal, UseCase } from '#platform/use-case.ts'
import type { Decision } from '../../decision.ts'
import { onDesk, shownRefusal, versionField } from '../draft-question.ts'
import { clausesPath, recordPath } from '../paths.ts'

export type Removal<Thing> = {
  path: { pattern: string }
  find(draft: Decision, params: Record<string, string>): Thing | undefined
  heading(thing: Thing, draft: Decision): string
  shows(thing: Thing): Html
  removes: UseCase
  input(params: Record<string, string>): Record<string, unknown>
}

/** Asks once more before a part of a draft goes. */
export const sureToRemove = <Thing>(removal: Removal<Thing>): Page => ({
  path: removal.path.pattern,
  may: [officer],
  get: (visit) => asked(visit, removal, null, null),
  post: async (visit, form) => {
    const { ref = '' } = visit.params
    const outcome = await visit.perform(
      removal.removes,
      { ref, version: form.values['version'], ...removal.input(visit.params) },
      form,
    )
    return outcome.ok
      ? { redirect: `${clausesPath({ ref })}?done=removed` }
      : asked(visit, removal, form, outcome.refusal)
  },
})

async function asked<Thing>(
  visit: Visit,
  { find, heading, shows }: Removal<Thing>,
  form: Form | null,
  refusal: Refusal | null,
): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { decision } = outcome.value
  const { ref } = decision
  if (decision.state !== 'draft') return { redirect: recordPath({ ref }) }
  const thing = find(decision, visit.params)
  if (thing === undefined) return { redirect: clausesPath({ ref }) }
  const question = heading(thing, decision)
  return {
    status: refusal ? (refusal.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: question,
      back: clausesPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask: asking(),
        caption: `${ref} · ${decision.title}`,
        heading: question,
        refusal: shownRefusal(refusal),
        fields: shows(thing),
        hidden: html`${visit.formFields()}${versionField(decision, form, refusal)}`,
        buttonText: 'Remove it',
        warning: true,
        cancel: { text: 'Keep it', href: clausesPath({ ref }) },
      }),
    },
  }
}
