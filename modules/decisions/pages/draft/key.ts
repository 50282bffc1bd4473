import { insetText } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Visit } from '#platform/page.ts'
import { callInRuleWords } from '../../call-in/rules/call-in-window.ts'
import { ruleOf } from '../../clock.ts'
import { draftQuestion, type OnDesk } from '../draft-question.ts'
import { keyTestPath } from '../../key-test/paths.ts'
import { testWorked } from '../../key-test/pages/worked.ts'
import { viewKeyTest } from '../../key-test/queries.ts'
import { keyPath } from '../paths.ts'

/** Is it a key decision, and can it be called in? */
export const keyPage = draftQuestion({
  path: keyPath,
  heading: 'Is it a key decision, and can it be called in?',
  lead: async (seen, visit) =>
    html`<p class="govuk-body">
        A decision is key when it is likely to mean significant spending or saving, or to have significant effects on
        people in two or more wards (SI 2012/2089, reg 8). What is significant in money is for the council to say.
      </p>
      ${insetText({ text: threshold(seen) })}${await suggested(visit, seen)}`,
  typed: ({ isKey, keyReasoning, subjectToCallIn }) => ({
    values: { isKey: yesNo(isKey), keyReasoning: keyReasoning ?? undefined, subjectToCallIn: yesNo(subjectToCallIn) },
  }),
  fields: (ask, { choices: { callIn } }) => [
    ask.radios({
      name: 'isKey',
      legend: { text: 'Is it a key decision?', classes: 'govuk-fieldset__legend--s' },
      classes: 'govuk-radios--inline',
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
    }),
    ask.textarea({
      name: 'keyReasoning',
      label: 'Why, or why not? (reasons are needed for “No” where the test says key)',
      rows: 4,
    }),
    ask.radios({
      name: 'subjectToCallIn',
      legend: { text: 'Can it be called in?', classes: 'govuk-fieldset__legend--s' },
      classes: 'govuk-radios--inline',
      hint: callIn
        ? `The council’s rule: ${callInRuleWords(ruleOf(callIn.value))} (${callIn.source}).`
        : 'The council has settled no call-in rule for today.',
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
    }),
  ],
  read: ({ values }) => {
    const errors: Record<string, string> = {}
    if (!values['isKey']) errors['isKey'] = 'Say whether it is a key decision.'
    if (!values['subjectToCallIn']) errors['subjectToCallIn'] = 'Say whether it can be called in.'
    return Object.keys(errors).length
      ? { errors }
      : {
          changes: {
            isKey: values['isKey'] === 'yes',
            keyReasoning: values['keyReasoning'] ?? '',
            subjectToCallIn: values['subjectToCallIn'] === 'yes',
          },
        }
  },
  now: ({ isKey, keyReasoning, subjectToCallIn }) => [
    `Key: ${yesNo(isKey) ?? 'not said'}; can be called in: ${yesNo(subjectToCallIn) ?? 'not said'}.`,
    keyReasoning ?? '',
  ],
})

/** What the test suggests, with its working. */
async function suggested(visit: Visit, { decision: { ref } }: OnDesk): Promise<Html> {
  const seen = await visit.ask(viewKeyTest, { ref })
  return html`${seen.ok && seen.value.test !== null && testWorked(seen.value)}
    <p class="govuk-body"><a class="govuk-link" href="${keyTestPath({ ref })}">Work the test for a key decision</a></p>`
}

const yesNo = (answer: boolean | null): 'yes' | 'no' | undefined =>
  answer === null ? undefined : answer ? 'yes' : 'no'

/** The council's threshold, worked against the value of this draft. */
function threshold({ decision: { value }, choices: { keyThreshold } }: OnDesk): Html {
  if (!keyThreshold) return html`The council has settled no sum for a key decision.`
  const { pence, basis } = keyThreshold.value
  const rule = html`The council’s threshold is
    <strong>${pounds(pence)}</strong> ${basis === 'whole-life' ? 'over the whole life' : 'in a financial year'}
    (${keyThreshold.source}).`
  if (value?.kind !== 'stated')
    return html`${rule}
    ${value === null ? 'This draft does not say yet what it is worth.' : value.kind === 'withheld' ? 'What it is worth is withheld from you.' : value.kind === 'none' ? 'This decision commits no money, so it is key only by its effects.' : 'This decision states no value, so the sum cannot settle it.'}`
  const reaches = value.pence >= pence
  return html`${rule} This decision is worth ${pounds(value.pence)}, which is
  ${reaches ? html`<strong>${value.pence === pence ? 'exactly that' : `${pounds(value.pence - pence)} more`}: key by its value</strong>` : html`<strong>${pounds(pence - value.pence)} less</strong>: not key by its value alone`}.${
    basis === 'financial-year' && ' The threshold counts one year; the value here is that of its whole life.'
  }`
}
