import { officer } from '#authority'
import { asking, questionPage, type Asking } from '#govuk'
import { html, type Content, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Outcome, Refusal, Answer } from '#platform/use-case.ts'
import { viewChoices } from '../choices.ts'
import { editDraft } from '../edit-draft.ts'
import type { Decision } from '../decision.ts'
import { ownWordsAt } from '../forms/pages/own-words.ts'
import { viewRecord } from '../queries.ts'
import { recordPath } from './paths.ts'

export type Choices = Answer<typeof viewChoices>
export type OnDesk = Answer<typeof viewRecord> & { choices: Choices }

/** What was typed: the values of the boxes and what the ticked ones say. */
export type Typed = {
  values: Readonly<Record<string, string | undefined>>
  lists?: Readonly<Record<string, readonly string[] | undefined>>
}

/** One question about a draft: its words, its boxes, and how what was typed changes the record. */
export type DraftQuestion = {
  path: { pattern: string }
  /** The question, which is the page's heading. */
  heading: string
  lead?(seen: OnDesk, visit: Visit): Content | Promise<Content>
  /** The boxes as the draft has them. */
  typed(draft: Decision): Typed
  fields(ask: Asking, seen: OnDesk): Content | readonly Content[]
  /** What was typed as changes to the draft, or what is wrong with it by field. */
  read(form: Form): { changes: Record<string, unknown> } | { errors: Record<string, string> }
  /** What the record says now, for somebody whose change came second. */
  now(draft: Decision, seen: OnDesk): Content | readonly Content[]
}

/** A record on the desk with all that can be chosen for it. */
export async function onDesk(visit: Visit): Promise<Outcome<OnDesk>> {
  const record = await visit.ask(viewRecord, { ref: visit.params['ref'] })
  if (!record.ok) return record
  const choices = await visit.ask(viewChoices, {})
  return choices.ok ? { ok: true, value: { ...record.value, choices: choices.value } } : choices
}

/** The page of a question: shown with what the draft says; saved under the version that was looked at; what was typed is never lost. */
export const draftQuestion = (question: DraftQuestion): Page => ({
  path: question.path.pattern,
  may: [officer],
  get: (visit) => asked(visit, question, null, null, {}),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const read = question.read(form)
    if ('errors' in read) return asked(visit, question, form, null, read.errors)
    const outcome = await visit.perform(
      editDraft,
      { ref, version: form.values['version'], changes: read.changes },
      form,
    )
    if (outcome.ok) return { redirect: `${recordPath({ ref })}?done=saved` }
    return asked(visit, question, form, outcome.refusal, fieldErrors(outcome.refusal))
  },
})

async function asked(
  visit: Visit,
  question: DraftQuestion,
  form: Form | null,
  refusal: Refusal | null,
  errors: Record<string, string>,
): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const seen = outcome.value
  const draft = seen.decision
  if (draft.state !== 'draft') return { redirect: recordPath({ ref: draft.ref }) }
  const { label: heading = question.heading, hint } = await ownWordsAt(visit, draft.ref, question.path.pattern)
  const lead = await question.lead?.(seen, visit)
  const ask = asking({ ...(form ? { values: form.values, lists: form.lists } : question.typed(draft)), errors })
  const fields = question.fields(ask, seen)
  return {
    status: form ? (refusal?.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: heading,
      back: recordPath({ ref: draft.ref }),
      hasErrors: form !== null,
      body: questionPage({
        ask,
        caption: `${draft.ref} · ${draft.title}`,
        heading,
        lead:
          hint === undefined
            ? lead
            : html`<p class="govuk-body">${hint}</p>
                ${typeof lead === 'string' ? html`<p class="govuk-body">${lead}</p>` : lead}`,
        refusal: shownRefusal(refusal, refusal?.kind === 'changed' ? question.now(draft, seen) : null),
        fields,
        hidden: html`${visit.formFields()}${versionField(draft, form, refusal)}`,
        buttonText: 'Save and return',
        cancel: { text: 'Cancel', href: recordPath({ ref: draft.ref }) },
      }),
    },
  }
}

/**
 * The version that the form was opened with. Once somebody has been shown what another person changed, the form carries the new
 * one, so that sending it again is a choice and not an accident.
 */
export const versionField = ({ version }: { version: number }, form: Form | null, refusal: Refusal | null): Html =>
  html`<input
    type="hidden"
    name="version"
    value="${form && refusal?.kind !== 'changed' ? form.values['version'] : version}"
  />`

/** A refusal as the panel shows it; what is wrong with a field stands at the field instead. */
export function shownRefusal(
  refusal: Refusal | null,
  now: Content | readonly Content[] | null = null,
): { what: string; because: Content[]; next: Content | null } | undefined {
  if (!refusal || refusal.kind === 'invalid') return undefined
  if (now === null) return refusal
  const next = html`<p class="govuk-body">${refusal.next}</p>
    <p class="govuk-body">What the record says now:</p>
    <div class="govuk-inset-text">${now}</div>
    <p class="govuk-body">What you typed is kept below.</p>`
  return { what: refusal.what, because: refusal.because, next }
}

/** The sentence for each field; `changes.value.pence` belongs to the box called `value`. */
export const fieldErrors = ({ fields }: Refusal): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, says]) => {
      const [first = name, second] = name.split('.')
      return [first === 'changes' && second !== undefined ? second : first, says]
    }),
  )

/** Text with a word for where there is none yet. */
export const orNothing = (text: string | null): string => text ?? 'Nothing yet.'
