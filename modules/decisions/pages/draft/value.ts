import { pounds } from '#platform/money.ts'
import { typedPounds } from '#platform/typed.ts'
import type { Value } from '../../decision.ts'
import { draftQuestion } from '../draft-question.ts'
import { valuePath } from '../paths.ts'

export const valueWords = (value: Value | null): string =>
  value === null
    ? 'Nothing yet.'
    : value.kind === 'stated'
      ? pounds(value.pence)
      : value.kind === 'none'
        ? 'No money'
        : value.kind === 'withheld'
          ? 'Withheld'
          : 'Not stated'

/** What is it worth? */
export const valuePage = draftQuestion({
  path: valuePath,
  heading: 'What is the decision worth?',
  lead: () =>
    'All that it commits over its whole life, every extension that it allows included. Whoever decides can decide only up to a limit, and the threshold for a key decision is held against this sum.',
  typed: ({ value }) => ({
    values: { value: value?.kind, pounds: value?.kind === 'stated' ? pounds(value.pence).slice(1) : undefined },
  }),
  fields: (ask) => {
    const sum = ask.input({
      name: 'pounds',
      label: 'Whole-life value in pounds',
      prefix: '£',
      hint: 'For example 750,000 or 1.2m',
      inputmode: 'decimal',
      classes: 'govuk-input--width-10',
    })
    return [
      ask.radios({
        name: 'value',
        legend: { text: 'Value', classes: 'govuk-visually-hidden' },
        items: [
          { value: 'stated', text: 'A sum', conditional: sum },
          { value: 'none', text: 'It commits no money' },
          {
            value: 'not-stated',
            text: 'It is not stated',
            hint: 'Only a body without a limit can decide what has no stated value.',
          },
        ],
      }),
    ]
  },
  read: ({ values }) => {
    const kind = values['value']
    if (kind === 'none' || kind === 'not-stated') return { changes: { value: { kind } } }
    if (kind !== 'stated') return { errors: { value: 'Choose one: a sum, no money, or not stated.' } }
    const sum = typedPounds(values, 'pounds')
    if (!sum) return { errors: { pounds: 'Enter the whole-life value in pounds.' } }
    return 'error' in sum ? { errors: { pounds: sum.error } } : { changes: { value: { kind, pence: sum.value } } }
  },
  now: ({ value }) => valueWords(value),
})
