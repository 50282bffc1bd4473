import { officer } from '#authority'
import { asking, questionPage, type Asking } from '#govuk'
import { html, type Content, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Outcome, Refusal } from '#platform/use-case.ts'

/** One form on the desk: what it needs to know, its boxes, and what is done with what was typed. */
export type DeskForm<Seen> = {
  path: { pattern: string }
  may?: readonly string[]
  hasFiles?: true
  see(visit: Visit): Promise<Outcome<Seen>>
  heading(seen: Seen, visit: Visit): string
  caption?(seen: Seen): string
  back(seen: Seen, visit: Visit): string
  lead?(seen: Seen, visit: Visit): Content
  /** The boxes as they stand. */
  typed?(seen: Seen, visit: Visit): { values: Record<string, string>; lists?: Record<string, string[]> }
  fields(
    ask: Asking,
    seen: Seen,
    boxes: { values: Record<string, string>; lists: Record<string, string[]>; errors: Record<string, string> },
    visit: Visit,
  ): Content | readonly Content[]
  hidden?(seen: Seen): Html
  /** What the button says; null where nothing can be done any more, and the page is only read. */
  button: string | ((seen: Seen) => string | null)
  warning?: boolean
  also?(seen: Seen): { text: string; name: string; value: string }[]
  send(visit: Visit, form: Form, seen: Seen): Promise<Outcome<unknown> | { errors: Record<string, string> } | Reply>
  /** Where somebody goes when it is done. */
  done(value: never, seen: Seen, visit: Visit): string
}

/** The page of a form: shown with what stands; what was typed is never lost; what is wrong stands at its field. */
export function deskForm<Seen>(form: DeskForm<Seen>): Page {
  const show = async (
    visit: Visit,
    sent: Form | null,
    refusal: Refusal | null,
    errors: Record<string, string>,
  ): Promise<Reply> => {
    const seen = await form.see(visit)
    if (!seen.ok) return { refusal: seen.refusal }
    const stands = sent
      ? { values: sent.values, lists: sent.lists }
      : (form.typed?.(seen.value, visit) ?? { values: {} })
    const boxes = { values: stands.values, lists: stands.lists ?? {}, errors }
    const ask = asking(boxes)
    const fields = form.fields(ask, seen.value, boxes, visit)
    const buttonText = typeof form.button === 'string' ? form.button : form.button(seen.value)
    return {
      status: sent ? (refusal?.kind === 'changed' ? 409 : 422) : 200,
      view: {
        title: form.heading(seen.value, visit),
        back: form.back(seen.value, visit),
        hasErrors: sent !== null,
        body:
          buttonText === null
            ? toRead(form, seen.value, visit)
            : questionPage({
                ask,
                heading: form.heading(seen.value, visit),
                caption: form.caption?.(seen.value),
                lead: form.lead?.(seen.value, visit),
                fields,
                refusal: refusal && refusal.kind !== 'invalid' ? refusal : undefined,
                hidden: html`${visit.formFields()}${form.hidden?.(seen.value)}`,
                buttonText,
                hasFiles: form.hasFiles,
                warning: form.warning,
                alsoButtons: form.also?.(seen.value) ?? [],
                cancel: { text: 'Cancel', href: form.back(seen.value, visit) },
              }),
      },
    }
  }
  return {
    path: form.path.pattern,
    may: form.may ?? [officer],
    get: (visit) => show(visit, null, null, {}),
    post: async (visit, sent) => {
      const seen = await form.see(visit)
      if (!seen.ok) return { refusal: seen.refusal }
      const said = await form.send(visit, sent, seen.value)
      if ('errors' in said) return show(visit, sent, null, said.errors)
      if (!('ok' in said)) return said
      if (said.ok) return { redirect: form.done(said.value as never, seen.value, visit) }
      return show(visit, sent, said.refusal, plainFields(said.refusal))
    },
  }
}

const toRead = <Seen>(form: DeskForm<Seen>, seen: Seen, visit: Visit): Html =>
  html`${form.caption && html`<span class="govuk-caption-l">${form.caption(seen)}</span>`}
    <h1 class="govuk-heading-l">${form.heading(seen, visit)}</h1>
    ${form.lead?.(seen, visit)}`

// `changes.opensOn` belongs to the box called `opensOn`, `answers.q1` to the question q1.
const plainFields = ({ fields }: Refusal): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, says]) => [
      /^(?:changes|answers)\.([^.]+)/u.exec(name)?.[1] ?? name.split('.')[0] ?? name,
      says,
    ]),
  )
