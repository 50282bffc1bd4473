import { constitution, met, notApplicable, notMet, rule } from '#platform/law.ts'

/** The council’s form for a record, and which of its own questions are asked and answered. */
export type FormFacts = { form: string | null; asks: { label: string; required: boolean; answered: boolean }[] }

/** What the council’s own form asks for has to be answered. */
export const formIsFilled = rule<FormFacts>({
  id: 'gate-form-is-filled',
  title: 'What the council’s own form asks for is answered',
  source: constitution('The council', 'forms of record'),
  from: '2012-09-10',
  check: ({ form, asks }) => {
    if (form === null || asks.length === 0) return notApplicable
    const blank = asks.filter(({ required, answered }) => required && !answered)
    return blank.length > 0
      ? notMet(`“${form}” asks for what is not answered yet: ${blank.map(({ label }) => `“${label}”`).join(', ')}.`)
      : met(`Everything that “${form}” asks for is answered.`)
  },
  examples: [
    {
      given: 'both questions are answered',
      facts: {
        form: 'Record of an operational decision',
        asks: [
          { label: 'Within the approved budget?', required: true, answered: true },
          { label: 'Scrutiny interest', required: false, answered: true },
        ],
      },
      met: true,
    },
    {
      given: 'one that may be left out is blank',
      facts: {
        form: 'Record of an operational decision',
        asks: [{ label: 'Scrutiny interest', required: false, answered: false }],
      },
      met: true,
    },
    {
      given: 'a blank that has to be filled',
      facts: {
        form: 'Record of an operational decision',
        asks: [{ label: 'Within the approved budget?', required: true, answered: false }],
      },
      met: false,
    },
  ],
})
