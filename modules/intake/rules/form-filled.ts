import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { unfilledPlaces } from './evidence/clauses.ts'
import { readingRule } from './evidence/reading-rule.ts'

/** A template with its places still to be filled is no record. Nothing else is said of it. */
export const formFilled = readingRule({
  id: 'form-filled',
  title: 'The places of a form are filled in',
  source: principle('A template is no record'),
  from: '1900-01-01',
  kept: 'The form is filled in.',
  find: (reading) => {
    const places = unfilledPlaces(reading)
    if (places.length === 0) return []
    const some = places.length >= 3
    return [
      {
        weight: some ? 'warning' : 'note',
        says: some
          ? `It is a template: ${places.length} of its places (“${reading.text.slice(...(places[0] ?? [0, 0]))}”) are `
            + 'not filled in.'
          : `A place of the form (“${reading.text.slice(...(places[0] ?? [0, 0]))}”) is not filled in.`,
        at: places.slice(0, 5),
      },
    ]
  },
  examples: [
    {
      given: 'a form with a name and a date',
      facts: aReading('Decision maker: Director. Date: 4 August 2022'),
      met: true,
    },
    {
      given: 'a form that still says insert',
      facts: aReading('Title: [insert title]. Maker: [insert name]. Date: dd/mm/yyyy'),
      met: false,
    },
  ],
})
