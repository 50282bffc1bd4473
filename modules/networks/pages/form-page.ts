import { asking, questionPage, type Asking } from '#govuk'
import type { Content } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { typedDay, typedPounds } from '#platform/typed.ts'
import type { Outcome, Refusal, UseCase } from '#platform/use-case.ts'

/** What was typed, read for the use case, and what is wrong with it by the name of the box. */
export type Taken = { input: Record<string, unknown>; wrong: Record<string, string> }

/** One page with one form: what it needs to know, its boxes, how they are read, what it does and where it leads. */
export type FormPage<Seen> = {
  path: { pattern: string }
  may: readonly string[]
  /** What the page is about; its refusal is shown instead of the form. */
  seen(visit: Visit): Promise<Outcome<Seen>>
  heading(seen: Seen): string
  caption?(seen: Seen): Content
  lead?(seen: Seen, visit: Visit): Content
  /** The boxes as they stand before anything is typed. */
  before?(
    seen: Seen,
    visit: Visit,
  ): { values?: Record<string, string | undefined>; lists?: Record<string, readonly string[]> }
  fields(ask: Asking, seen: Seen, visit: Visit): readonly Content[]
  read(form: Form, visit: Visit, seen: Seen): Taken
  does: UseCase
  button: string
  warning?: true
  back(visit: Visit, seen: Seen): string
  /** Where it leads once it is done. */
  leadsTo(visit: Visit, seen: Seen, value: unknown): string
}

export const formPage = <Seen>(of: FormPage<Seen>): Page => ({
  path: of.path.pattern,
  may: of.may,
  async get(visit) {
    const seen = await of.seen(visit)
    return seen.ok ? show(of, visit, seen.value, null, {}, null) : { refusal: seen.refusal }
  },
  async post(visit, form) {
    const seen = await of.seen(visit)
    if (!seen.ok) return { refusal: seen.refusal }
    const { input, wrong } = of.read(form, visit, seen.value)
    if (Object.keys(wrong).length) return show(of, visit, seen.value, form, wrong, null)
    const outcome = await visit.perform(of.does, input, form)
    if (outcome.ok) return { redirect: of.leadsTo(visit, seen.value, outcome.value) }
    return show(of, visit, seen.value, form, errorsIn(outcome.refusal), outcome.refusal)
  },
})

// "answers.0.share" belongs to the box "answers".
const errorsIn = ({ fields }: Refusal): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, says]) => [name.split('.')[0] ?? name, says]))

function show<Seen>(
  of: FormPage<Seen>,
  visit: Visit,
  seen: Seen,
  form: Form | null,
  errors: Record<string, string>,
  refusal: Refusal | null,
): Reply {
  const ask = asking({ ...(form ? { values: form.values, lists: form.lists } : of.before?.(seen, visit)), errors })
  const back = of.back(visit, seen)
  const fields = of.fields(ask, seen, visit)
  return {
    status: form ? 422 : 200,
    view: {
      title: of.heading(seen),
      back,
      hasErrors: form !== null,
      body: questionPage({
        ask,
        heading: of.heading(seen),
        caption: of.caption?.(seen),
        lead: of.lead?.(seen, visit),
        refusal: refusal && refusal.kind !== 'invalid' ? refusal : undefined,
        fields,
        hidden: visit.formFields(),
        buttonText: of.button,
        warning: of.warning,
        cancel: { text: 'Cancel', href: back },
      }),
    },
  }
}

/** Reads a day and a sum where they are typed, noting what is wrong with them. */
export function reading(form: Form): {
  wrong: Record<string, string>
  day(name: string, empty?: string): Temporal.PlainDate | undefined
  pounds(name: string): bigint | undefined
} {
  const wrong: Record<string, string> = {}
  const taken = <T>(
    name: string,
    read: { value: T } | { error: string } | null,
    empty: string | undefined,
  ): T | undefined => {
    if (read && 'value' in read) return read.value
    const says = read ? read.error : empty
    if (says !== undefined) wrong[name] = says
    return undefined
  }
  return {
    wrong,
    day: (name, empty) => taken(name, typedDay(form.values, name), empty),
    pounds: (name) => taken(name, typedPounds(form.values, name), undefined),
  }
}
