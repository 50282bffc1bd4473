import type { z } from 'zod'
import { asking, questionPage, type Asking } from '#govuk'
import type { Content } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Outcome, Refusal, UseCase } from '#platform/use-case.ts'
import { fieldErrors, shownRefusal } from '../../pages/draft-question.ts'

/** One form of one use case: what has to be seen first, its words, its boxes, and how what was typed becomes the input. */
export type FormPage<Seen, In extends z.ZodType, Out> = {
  path: { pattern: string }
  may: readonly string[]
  does: UseCase<In, Out>
  see(visit: Visit): Promise<Outcome<Seen>>
  heading(seen: Seen): string
  caption?(seen: Seen): string
  lead?(seen: Seen, visit: Visit): Content
  /** The boxes as they stand on a first visit. */
  typed?(seen: Seen, visit: Visit): Record<string, string>
  fields(ask: Asking, seen: Seen, visit: Visit): Content | readonly Content[]
  /** What was typed as the input of the use case; `errors` are sentences by the name of the box. */
  read(form: Form, visit: Visit, errors: Record<string, string>): Record<string, unknown>
  /** Where one goes once it is done. */
  leadsTo(visit: Visit, value: Out): string
  back(visit: Visit, seen: Seen): string
  button: string
  warning?: true
}

/** The page: what was typed is kept, what is wrong stands at its box, a refusal stands above in its own words. */
export function formPage<Seen, In extends z.ZodType, Out>(of: FormPage<Seen, In, Out>): Page {
  const show = async (
    visit: Visit,
    form: Form | null,
    refusal: Refusal | null,
    errors: Record<string, string>,
  ): Promise<Reply> => {
    const outcome = await of.see(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const seen = outcome.value
    const ask = asking({
      ...(form ? { values: form.values, lists: form.lists } : { values: of.typed?.(seen, visit) }),
      errors,
    })
    const fields = of.fields(ask, seen, visit)
    const back = of.back(visit, seen)
    return {
      status: form ? 422 : 200,
      view: {
        title: of.heading(seen),
        back,
        hasErrors: form !== null,
        body: questionPage({
          ask,
          heading: of.heading(seen),
          refusal: shownRefusal(refusal),
          fields,
          hidden: visit.formFields(),
          buttonText: of.button,
          cancel: { text: 'Cancel', href: back },
          ...(of.caption && { caption: of.caption(seen) }),
          ...(of.lead && { lead: of.lead(seen, visit) }),
          warning: of.warning,
        }),
      },
    }
  }
  return {
    path: of.path.pattern,
    may: of.may,
    get: (visit) => show(visit, null, null, {}),
    post: async (visit, form) => {
      const errors: Record<string, string> = {}
      const input = of.read(form, visit, errors)
      if (Object.keys(errors).length) return show(visit, form, null, errors)
      const outcome = await visit.perform(of.does, input, form)
      return outcome.ok
        ? { redirect: of.leadsTo(visit, outcome.value) }
        : show(visit, form, outcome.refusal, fieldErrors(outcome.refusal))
    },
  }
}

/** Lines of a box as a list; blank ones are none. */
export const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
