import { officer } from '#authority'
import { asking, questionPage } from '#govuk'
import { html } from '#platform/html.ts'
import { romans } from '#platform/numerals.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { operative, verbs, type Clause, type Verb } from '../../decision.ts'
import { putClause, removeClause } from '../../edit-clauses.ts'
import { fieldErrors, onDesk, shownRefusal, versionField } from '../draft-question.ts'
import { clausePath, clausesPath, recordPath, removeClausePath } from '../paths.ts'
import { prose } from '../prose.ts'
import { verbTitle } from '../state-tag.ts'
import { clauseName } from '../will-authorise.ts'
import { sureToRemove } from './remove.ts'

/** What does the clause say? `new` is one that is not there yet. */
export const clausePage: Page = {
  path: clausePath.pattern,
  may: [officer],
  get: (visit) => asked(visit, null, null),
  post: async (visit, form) => {
    const { ref = '', clause } = visit.params
    const { version, label, verb, words } = form.values
    const outcome = await visit.perform(
      putClause,
      { ref, version, clause: clause === 'new' ? null : clause, label, verb, words },
      form,
    )
    return outcome.ok ? { redirect: `${clausesPath({ ref })}?done=saved` } : asked(visit, form, outcome.refusal)
  },
}

async function asked(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { decision } = outcome.value
  const { ref, clauses } = decision
  if (decision.state !== 'draft') return { redirect: recordPath({ ref }) }
  const isNew = visit.params['clause'] === 'new'
  const old = clauses.find(({ clause }) => clause === visit.params['clause'])
  if (!old && !isNew)
    return {
      refusal: {
        kind: 'missing',
        what: `${ref} has no such clause.`,
        because: ['Somebody may have removed it.'],
        next: 'Go back to the clauses.',
        fields: {},
      },
    }
  const ask = asking({
    values: form?.values ?? { label: old ? (old.label ?? '') : nextLabel(clauses), verb: old?.verb, words: old?.words },
    errors: refusal ? fieldErrors(refusal) : {},
  })
  const heading = old ? `Change clause ${clauseName(old)}` : 'What does the clause say?'
  const fields = [
    ask.input({
      name: 'label',
      label: 'Letter or number',
      hint: 'As it stands in brackets before the clause. It may be left out.',
      classes: 'govuk-input--width-4',
      spellcheck: false,
    }),
    ask.radios({
      name: 'verb',
      legend: { text: 'What does it do?', classes: 'govuk-fieldset__legend--s' },
      classes: 'govuk-radios--small',
      items: verbs.map((verb) => ({ value: verb, text: verbTitle(verb), hint: verbHint(verb) })),
    }),
    ask.textarea({ name: 'words', label: 'The clause, word for word', rows: 6 }),
  ]
  return {
    status: form ? (refusal?.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: heading,
      back: clausesPath({ ref }),
      hasErrors: form !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${decision.title}`,
        heading,
        fields,
        refusal: shownRefusal(
          refusal,
          refusal?.kind === 'changed'
            ? old
              ? html`<p class="govuk-body">${clauseName(old)} ${verbTitle(old.verb)}</p>
                  ${prose(old.words)}`
              : `${clauses.length} clauses, the last ${clauseName(clauses.at(-1) ?? { label: null })}.`
            : null,
        ),
        hidden: html`${visit.formFields()}${versionField(decision, form, refusal)}`,
        buttonText: 'Save the clause',
        cancel: { text: 'Cancel', href: clausesPath({ ref }) },
      }),
    },
  }
}

const verbHint = (verb: Verb): string | undefined =>
  verb === 'delegate'
    ? 'Gives a power to a post: say what it gives once the clause is saved'
    : verb === 'other'
      ? 'None of these: it decides nothing that Remit could check'
      : operative.includes(verb)
        ? undefined
        : 'Decides nothing by itself'

/** The letter after the last: (c) after (b), (iv) after (iii), (3) after (2); nothing where that cannot be told. */
export function nextLabel(clauses: readonly Pick<Clause, 'label'>[]): string {
  const labels = clauses.map(({ label }) => label)
  const last = labels.at(-1)
  if (labels.length === 0) return 'a'
  if (!last) return ''
  if (/^\d{1,3}$/u.test(last)) return String(Number(last) + 1)
  // A lone (i) is a numeral unless it came after (h).
  const numeral = romans.indexOf(last.toLowerCase())
  if (numeral >= 0 && !(last.toLowerCase() === 'i' && labels.at(-2) === 'h') && labels[0]?.toLowerCase() === 'i')
    return romans[numeral + 1] ?? ''
  return /^[a-y]$/iu.test(last) ? String.fromCodePoint((last.codePointAt(0) ?? 96) + 1) : ''
}

/** Should the clause go? */
export const removeClausePage = sureToRemove({
  path: removeClausePath,
  find: ({ clauses }, { clause }) => clauses.find((one) => one.clause === clause),
  heading: (clause) => `Remove clause ${clauseName(clause)}?`,
  shows: (clause) =>
    html`<div class="govuk-inset-text">${prose(clause.words)}</div>
      ${clause.grants.length > 0 && html`<p class="govuk-body">What it gives goes with it.</p>`}`,
  removes: removeClause,
  input: ({ clause }) => ({ clause }),
})
