import { officer } from '#authority'
import { asking, questionPage, type Asking } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { typedPounds } from '#platform/typed.ts'
import type { Refusal, Answer } from '#platform/use-case.ts'
import { fieldErrors, shownRefusal, versionField } from '../../pages/draft-question.ts'
import { keyPath, recordPath } from '../../pages/paths.ts'
import type { KeyTest } from '../key-test.ts'
import { keyTestPath } from '../paths.ts'
import { viewKeyTest } from '../queries.ts'
import { workKeyTest } from '../work-key-test.ts'
import { recordAsked, testWorked } from './worked.ts'

type Seen = Answer<typeof viewKeyTest>

/** Does the test make it a key decision, and which record does the law ask for? */
export const keyTestPage: Page = {
  path: keyTestPath.pattern,
  may: [officer],
  get: (visit) => show(visit, null, null, {}),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const { values, lists } = form
    const errors: Record<string, string> = {}
    const sums = Object.fromEntries(
      (['perYear', 'saving', 'savingPerYear'] as const).map((name) => {
        const sum = typedPounds(values, name)
        if (sum && 'error' in sum) errors[name] = sum.error
        return [name, sum && 'value' in sum ? sum.value : null]
      }),
    )
    if (Object.keys(errors).length) return show(visit, form, null, errors)
    const outcome = await visit.perform(
      workKeyTest,
      {
        ref,
        version: values['version'],
        functionType: values['functionType'],
        exercisedAs: values['exercisedAs'],
        authorised: values['authorised'],
        effects: lists['effects'] ?? [],
        ...sums,
        wards: values['wards'],
        effectSignificant: values['effectSignificant'],
        local: values['local'],
      },
      form,
    )
    return outcome.ok
      ? { redirect: `${keyPath({ ref })}` }
      : show(visit, form, outcome.refusal, fieldErrors(outcome.refusal))
  },
}

async function show(
  visit: Visit,
  form: Form | null,
  refusal: Refusal | null,
  errors: Record<string, string>,
): Promise<Reply> {
  const outcome = await visit.ask(viewKeyTest, { ref: visit.params['ref'] })
  if (!outcome.ok) return { refusal: outcome.refusal }
  const seen = outcome.value
  const { ref, title, state } = seen
  if (state !== 'draft') return { redirect: recordPath({ ref }) }
  const ask = asking({ ...(form ? { values: form.values, lists: form.lists } : typed(seen.test)), errors })
  const fields = boxes(ask, seen)
  return {
    status: form ? (refusal?.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: 'The test for a key decision',
      back: recordPath({ ref }),
      hasErrors: form !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${title}`,
        heading: 'The test for a key decision',
        refusal: shownRefusal(refusal, refusal?.kind === 'changed' ? testWorked(seen) : null),
        lead: html`<p class="govuk-body">
            Any one of these makes a decision of the executive key: significant spending, significant savings,
            significant effects on communities in
            ${seen.facts.wardsNeeded === 1 ? 'one ward' : `${seen.facts.wardsNeeded} wards`} or
            more${seen.facts.localLimb !== null && `, or the council’s own rule (${seen.facts.localLimb})`}. What can be
            left open may be left open.
          </p>
          ${testWorked(seen)}
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">What the record must hold</span>
            </summary>
            <div class="govuk-details__text">${recordAsked(seen)}</div>
          </details>`,
        fields,
        hidden: html`${visit.formFields()}${versionField(seen, form, refusal)}`,
        buttonText: 'Save and see what it suggests',
        cancel: { text: 'Cancel', href: recordPath({ ref }) },
      }),
    },
  }
}

const answer = (given: boolean | null): string | undefined => (given === null ? undefined : given ? 'yes' : 'no')

function typed(test: KeyTest | null) {
  if (!test) return { values: { functionType: 'executive' } }
  const sum = (pence: bigint | null) => (pence === null ? undefined : pounds(pence).slice(1))
  return {
    values: {
      functionType: test.functionType,
      exercisedAs: test.exercisedAs ?? undefined,
      authorised: test.authorised ?? undefined,
      perYear: sum(test.perYear),
      saving: sum(test.saving),
      savingPerYear: sum(test.savingPerYear),
      wards: test.wards?.toString(),
      effectSignificant: answer(test.effectSignificant),
      local: answer(test.local),
    },
    lists: { effects: test.effects },
  }
}

function boxes(ask: Asking, { facts, recording }: Seen): Html[] {
  const legend = (text: string) => ({ text, classes: 'govuk-fieldset__legend--s' })
  const yesNo = [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ]
  const sum = (name: string, label: string, hint?: string) =>
    ask.input({
      name,
      label,
      ...(hint !== undefined && { hint }),
      prefix: '£',
      inputmode: 'decimal',
      classes: 'govuk-input--width-10',
    })
  const exercisedAs = ask.radios({
    name: 'exercisedAs',
    legend: { text: 'By the council’s constitution it is' },
    items: [
      { value: 'executive', text: 'the executive’s' },
      { value: 'non-executive', text: 'not the executive’s' },
    ],
  })
  const wards = ask.input({
    name: 'wards',
    label: 'In how many wards or divisions?',
    inputmode: 'numeric',
    classes: 'govuk-input--width-3',
  })
  return [
    ask.radios({
      name: 'functionType',
      legend: legend('Whose function is it?'),
      hint: 'What no regulation takes from the executive is the executive’s. Adult and children’s social care is.',
      items: [
        { value: 'executive', text: 'The executive’s', hint: 'SI 2012/2089 asks for the record' },
        {
          value: 'non-executive',
          text: 'Not the executive’s',
          hint: 'SI 2014/2095 asks for the record of what officers decide, and minutes are the record of a body',
        },
        { value: 'local-choice', text: 'Parliament leaves it to the council', conditional: exercisedAs },
      ],
    }),
    sum(
      'perYear',
      'Spending in the dearest financial year (if known)',
      facts.value?.kind === 'stated'
        ? `Its whole-life value is ${pounds(facts.value.pence)}`
        : 'The whole-life value is asked under “What it is worth”',
    ),
    sum('saving', 'Savings over its whole life (if any)'),
    sum('savingPerYear', 'Savings in the best financial year (if any)'),
    ask.radios({
      name: 'effectSignificant',
      legend: legend('Are its effects on people where they live likely to be significant?'),
      items: [
        { value: 'yes', text: 'Yes', conditional: wards },
        { value: 'no', text: 'No' },
      ],
    }),
    ...(facts.localLimb === null
      ? []
      : [
          ask.radios({
            name: 'local',
            legend: legend(`By the council’s own rule: ${facts.localLimb}?`),
            classes: 'govuk-radios--inline',
            items: yesNo,
          }),
        ]),
    ...(recording.makerKind !== 'officer'
      ? []
      : [
          html`<h2 class="govuk-heading-m">If it is not the executive’s</h2>`,
          ask.radios({
            name: 'authorised',
            legend: legend('How may the officer decide it?'),
            items: [
              { value: 'express', text: 'Under an authorisation for this very decision' },
              { value: 'general', text: 'Under a general authorisation' },
            ],
          }),
          ask.checkboxes({
            name: 'effects',
            legend: legend('What does it do?'),
            items: [
              { value: 'permission', text: 'It gives a permission or licence' },
              { value: 'rights', text: 'It affects somebody’s rights' },
              {
                value: 'contract',
                text: 'It awards a contract or spends a sum that materially affects the council’s finances',
              },
            ],
          }),
        ]),
  ]
}
