import { officer, powerNames, powers } from '#authority'
import { asking, details, fieldset, questionPage, type Asking } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { putGrant, removeGrant } from '../../edit-clauses.ts'
import { fieldErrors, onDesk, shownRefusal, versionField, type Choices } from '../draft-question.ts'
import { clausesPath, grantPath, recordPath, removeGrantPath } from '../paths.ts'
import { prose } from '../prose.ts'
import { clauseName, grantSentences } from '../will-authorise.ts'
import { grantBoxes, readGrant, type ConditionCounts } from './grant-form.ts'
import { sureToRemove } from './remove.ts'

/** What does the clause give, and to whom? `new` is something that it does not give yet. */
export const grantPage: Page = {
  path: grantPath.pattern,
  may: [officer],
  get: (visit) => asked(visit, null, null, {}),
  post: async (visit, form) => {
    const { ref = '', clause, grant } = visit.params
    const { given, errors } = readGrant(form)
    if (Object.keys(errors).length) return asked(visit, form, null, errors)
    const outcome = await visit.perform(
      putGrant,
      { ref, version: form.values['version'], clause, grant: grant === 'new' ? null : grant, ...given },
      form,
    )
    return outcome.ok
      ? { redirect: `${clausesPath({ ref })}?done=saved` }
      : asked(visit, form, outcome.refusal, boxErrors(outcome.refusal))
  },
}

// A sum is sent as the ceiling's; its box is called pounds.
const boxErrors = (refusal: Refusal): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldErrors(refusal)).map(([name, says]) => [name === 'ceiling' ? 'pounds' : name, says]),
  )

async function asked(
  visit: Visit,
  form: Form | null,
  refusal: Refusal | null,
  errors: Record<string, string>,
): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { decision, choices } = outcome.value
  const { ref } = decision
  if (decision.state !== 'draft') return { redirect: recordPath({ ref }) }
  const clause = decision.clauses.find((one) => one.clause === visit.params['clause'])
  const old = clause?.grants.find((one) => one.grant === visit.params['grant'])
  if (!clause || (!old && visit.params['grant'] !== 'new'))
    return {
      refusal: {
        kind: 'missing',
        what: `${ref} has no such clause, or it does not give that.`,
        because: ['Somebody may have changed it.'],
        next: 'Go back to the clauses.',
        fields: {},
      },
    }
  const { values, lists, counts } = grantBoxes(old ?? null, decision.subject)
  const ask = asking({ ...(form ? { values: form.values, lists: form.lists } : { values, lists }), errors })
  const heading = `What does clause ${clauseName(clause)} give, and to whom?`
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
        lead: html`<div class="govuk-inset-text">${prose(clause.words)}</div>`,
        refusal: shownRefusal(
          refusal,
          refusal?.kind === 'changed'
            ? old
              ? grantSentences(old, choices).join(' ')
              : `Clause ${clauseName(clause)} gives ${clause.grants.length} ${clause.grants.length === 1 ? 'thing' : 'things'}.`
            : null,
        ),
        fields: boxes(ask, choices, counts, moreThanOne(form?.values ?? values)),
        hidden: html`${visit.formFields()}${versionField(decision, form, refusal)}`,
        buttonText: 'Save',
        cancel: { text: 'Cancel', href: clausesPath({ ref }) },
      }),
    },
  }
}

const legend = (text: string) => ({ text, classes: 'govuk-fieldset__legend--s' })

function boxes(ask: Asking, { posts, subjects }: Choices, counts: ConditionCounts, more: boolean): Html[] {
  const choose = { value: '', text: 'Choose' }
  const postItems = [choose, ...posts.map(({ post, title }) => ({ value: post, text: title }))]
  const sum = html`${ask.input({ name: 'pounds', label: 'Up to', prefix: '£', inputmode: 'decimal', hint: 'For example 250,000 or 1.2m', classes: 'govuk-input--width-10' })}${ask.select(
    {
      name: 'basis',
      label: 'Counted',
      items: [
        { value: 'whole-life', text: 'over its whole life: all acts together' },
        { value: 'financial-year', text: 'in each financial year, April to March' },
        { value: 'each-act', text: 'for any one act, however many there are' },
      ],
    },
  )}`
  const consulted = (n: number): Html =>
    fieldset(
      { legend: legend(`Consult a post (${n})`) },
      html`${ask.select({ name: `consult-${n}-post`, label: 'Which post?', items: [{ value: '', text: 'None' }, ...postItems.slice(1)] })}${ask.input(
        {
          name: `consult-${n}-words`,
          label: 'In the words of the clause',
          hint: 'For example “in consultation with the Cabinet Member”',
        },
      )}`,
    )
  const followed = (n: number): Html =>
    fieldset(
      { legend: legend(`Follow a procedure (${n})`) },
      ask.input({
        name: `procedure-${n}-words`,
        label: 'In the words of the clause',
        hint: 'For example “in accordance with the Contract Procedure Rules”',
      }),
    )
  const reported = (n: number): Html =>
    fieldset(
      { legend: legend(`Report back (${n})`) },
      html`${ask.input({ name: `report-${n}-words`, label: 'In the words of the clause', hint: 'For example “reporting to Cabinet on each award”' })}${ask.input(
        {
          name: `report-${n}-days`,
          label: 'Within how many days of the act?',
          inputmode: 'numeric',
          classes: 'govuk-input--width-4',
        },
      )}`,
    )
  return [
    ask.select({
      name: 'holder',
      label: { text: 'To which post?', classes: 'govuk-label--s' },
      hint: 'A power is given to a post. Whoever holds it that day has it.',
      items: postItems,
    }),
    ask.checkboxes({
      name: 'powers',
      legend: legend('What may it do?'),
      hint: 'Choose all that the clause says.',
      classes: 'govuk-checkboxes--small',
      items: powerNames.map((power) => ({
        value: power,
        text: powers[power].title,
        ...(!powers[power].valued && { hint: 'Commits no money' }),
      })),
    }),
    ask.select({
      name: 'scope',
      label: { text: 'For what?', classes: 'govuk-label--s' },
      items: [
        choose,
        ...subjects.map(({ subject, title }) => ({
          value: subject,
          text: `${'– '.repeat(subject.split('/').length - 1)}${title}`,
        })),
      ],
    }),
    ask.radios({
      name: 'limit',
      legend: legend('Up to how much?'),
      items: [
        { value: 'sum', text: 'Up to a sum', conditional: sum },
        { value: 'no-limit', text: 'No limit, and the clause says so' },
        {
          value: 'not-stated',
          text: 'The clause does not say',
          hint: 'Silence is not permission: the post’s own limit in the scheme of delegation will count, and where it has none, nothing may be spent.',
        },
      ],
    }),
    ask.dateInput({
      name: 'from',
      legend: legend('From which day? (optional)'),
      hint: 'Never before the decision takes effect. For example 1 4 2027',
    }),
    ask.dateInput({
      name: 'last',
      legend: legend('Until which day? (optional)'),
      hint: 'The last day on which the power may be used',
    }),
    ask.checkboxes({
      name: 'mayDelegate',
      legend: legend('May it be passed on?'),
      items: [{ value: 'yes', text: 'The post may pass the power, or part of it, on to another post' }],
    }),
    html`<h2 class="govuk-heading-m">On which conditions?</h2>
      <p class="govuk-body">
        Leave empty what the clause does not ask for. Before an act, somebody must show that it was consulted or the
        procedure followed.
      </p>`,
    consulted(1),
    followed(1),
    reported(1),
    details({
      summary: 'More conditions',
      open: more,
      text: html`${numbers(counts.consult).map(consulted)}${numbers(counts.procedure).map(followed)}${numbers(counts.report).map(reported)}`,
    }),
  ]
}

const moreThanOne = (values: Readonly<Record<string, string | undefined>>): boolean =>
  Object.entries(values).some(
    ([name, value]) => /^(?:consult|procedure|report)-(?!1-)/u.test(name) && (value ?? '').trim() !== '',
  )

// From the second on: the first stands in sight.
const numbers = (count: number): number[] => Array.from({ length: count - 1 }, (_, at) => at + 2)

/** Should the clause no longer give this? */
export const removeGrantPage = sureToRemove({
  path: removeGrantPath,
  find: ({ clauses }, { clause, grant }) => {
    const found = clauses.find((one) => one.clause === clause)
    const given = found?.grants.find((one) => one.grant === grant)
    return found && given ? { found, given } : undefined
  },
  heading: ({ found }) => `Should clause ${clauseName(found)} no longer give this?`,
  shows: ({ given }) =>
    html`<div class="govuk-inset-text">${given.powers.map((power) => powers[power].title).join('; ')}</div>`,
  removes: removeGrant,
  input: ({ grant }) => ({ grant }),
})
