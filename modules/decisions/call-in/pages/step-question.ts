import { asking, questionPage, type Asking } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html, type Content, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal, UseCase, Answer } from '#platform/use-case.ts'
import { fieldErrors, onDesk, shownRefusal, type OnDesk } from '../../pages/draft-question.ts'
import { recordPath } from '../../pages/paths.ts'
import { prose } from '../../pages/prose.ts'
import { clauseName } from '../../pages/will-authorise.ts'
import { viewCallers } from '../queries.ts'
import type { CallInState } from '../states.ts'
import type { CallIn } from '../store.ts'

export type Seen = OnDesk & { callIn: CallIn; calling: Answer<typeof viewCallers> }

/** One step of a call-in as a question: where it stands, its boxes, and how what was typed becomes the step. */
export type StepQuestion = {
  path: { pattern: string }
  may: readonly string[]
  /** The states in which it is asked; in any other the record is shown instead. */
  when: readonly CallInState[]
  heading: string
  lead?(seen: Seen, visit: Visit): Content
  fields?(ask: Asking, seen: Seen, form: Form | null): Content | readonly (Content | false)[]
  typed?(seen: Seen): Record<string, string>
  /** What is sent besides the decision and the call-in, or what is wrong by field. */
  read?(form: Form, seen: Seen): { input: Record<string, unknown> } | { errors: Record<string, string> }
  does: UseCase
  button: string
  warning?: true
  done: string
}

export const stepQuestion = (question: StepQuestion): Page => ({
  path: question.path.pattern,
  may: question.may,
  get: (visit) => asked(visit, question, null, null, {}),
  post: async (visit, form) => {
    const { ref = '', callIn } = visit.params
    const seen = await seenOf(visit)
    if ('refusal' in seen) return seen
    const read = question.read?.(form, seen) ?? { input: form.values }
    if ('errors' in read) return asked(visit, question, form, null, read.errors)
    const outcome = await visit.perform(question.does, { ...read.input, ref, callIn }, form)
    return outcome.ok
      ? { redirect: `${recordPath({ ref })}?done=${question.done}` }
      : asked(visit, question, form, outcome.refusal, fieldErrors(outcome.refusal))
  },
})

async function seenOf(visit: Visit): Promise<Seen | { refusal: Refusal }> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { ref } = outcome.value.decision
  const callIn = outcome.value.callIns.find((one) => one.callIn === visit.params['callIn'])
  if (!callIn)
    return {
      refusal: {
        kind: 'missing',
        what: `${ref} has no such call-in.`,
        because: [],
        next: 'Check the address or the reference.',
        fields: {},
      },
    }
  const calling = await visit.ask(viewCallers, { ref })
  return calling.ok ? { ...outcome.value, callIn, calling: calling.value } : { refusal: calling.refusal }
}

async function asked(
  visit: Visit,
  question: StepQuestion,
  form: Form | null,
  refusal: Refusal | null,
  errors: Record<string, string>,
): Promise<Reply> {
  const seen = await seenOf(visit)
  if ('refusal' in seen) return seen
  const { decision, callIn } = seen
  const { ref, title } = decision
  if (!question.when.includes(callIn.state) && !refusal) return { redirect: recordPath({ ref }) }
  const ask = asking({ values: form?.values ?? question.typed?.(seen), lists: form?.lists, errors })
  const fields = question.fields?.(ask, seen, form) ?? ''
  return {
    status: form ? 422 : 200,
    view: {
      title: question.heading,
      back: recordPath({ ref }),
      hasErrors: form !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${title}`,
        heading: question.heading,
        lead: html`${request(seen)}${question.lead?.(seen, visit)}`,
        refusal: shownRefusal(refusal),
        fields: Array.isArray(fields)
          ? html`${(fields as (Content | false)[]).map((one) => one !== false && one)}`
          : (fields as Content),
        hidden: visit.formFields(),
        buttonText: question.button,
        warning: question.warning,
        cancel: { text: 'Cancel', href: recordPath({ ref }) },
      }),
    },
  }
}

/** The request that all of this is about. */
function request({ decision, callIn: one }: Seen): Html {
  const names = one.clauses
    .map(({ clause }) => clauseName(decision.clauses.find((each) => each.clause === clause) ?? { label: null }))
    .join(', ')
  return html`<p class="govuk-body">
      ${one.clauses.length === 1 ? html`Clause ${names} was` : html`Clauses ${names} were`} called in on
      ${longDay(one.calledOn)} by ${one.callers}.
    </p>
    <div class="govuk-inset-text">
      ${
        one.chosen.length > 0
        && html`<ul class="govuk-list govuk-list--bullet">
          ${one.chosen.map((ground) => html`<li>${ground}</li>`)}
        </ul>`
      }${one.grounds !== null && prose(one.grounds)}${
        one.substitute !== null && html`<p class="govuk-body"><strong>Instead:</strong> ${one.substitute}</p>`
      }
    </div>`
}

export const legendOf = (text: string) => ({ text, classes: 'govuk-fieldset__legend--s' })
export const labelOf = (text: string) => ({ text, classes: 'govuk-label--s' })
