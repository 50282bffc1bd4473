import { officer } from '#authority'
import { html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { viewRun } from '../queries.ts'
import { compareBy, publishRepresentation } from '../representation.ts'
import { formPage } from './form-page.ts'
import { newMeasurePath, representationPath, runPath } from './paths.ts'

const named = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 40)

/** By what are members compared with the people of the area? */
export const newMeasurePage: Page = formPage({
  path: newMeasurePath,
  may: [officer],
  does: compareBy,
  button: 'Save',
  seen: (visit) => visit.ask(viewRun, { ref: visit.params['ref'] }),
  heading: () => 'Compare the members with the people of the area',
  caption: ({ network }) => network.title,
  fields: (ask) => [
    ask.input({
      name: 'title',
      label: 'By what?',
      hint: 'For example age, gender, part of town',
      classes: 'govuk-input--width-20',
    }),
    ask.input({
      name: 'source',
      label: 'Where do the shares come from?',
      hint: 'For example: Census 2021, table TS007A',
    }),
    ask.textarea({
      name: 'answers',
      label: 'Answers with their share of everybody, one a line',
      hint: 'For example: Under 30 | 35.5. The shares make 100',
      rows: 8,
    }),
  ],
  read({ values }, visit) {
    const wrong: Record<string, string> = {}
    const answers = (values['answers'] ?? '')
      .split('\n')
      .filter((one) => one.trim() !== '')
      .map((line, at) => {
        const found = /^(.*?)\s*[|;:\t]\s*(\d{1,3}(?:\.\d{1,2})?)\s*%?\s*$/u.exec(line.trim())
        if (!found)
          wrong['answers'] ??=
            `Line ${at + 1}, “${line.trim().slice(0, 40)}”, has no share. Write it like: Under 30 | 35.5`
        const [whole = '0', part = ''] = (found?.[2] ?? '0').split('.')
        return {
          answer: named(found?.[1] ?? ''),
          title: found?.[1] ?? '',
          share: Number(whole) * 100 + Number(part.padEnd(2, '0')),
        }
      })
    return {
      wrong,
      input: {
        ref: visit.params['ref'],
        measure: named(values['title'] ?? ''),
        title: values['title'],
        source: values['source'],
        answers,
      },
    }
  },
  back: (_, { network }) => runPath({ ref: network.ref }),
  leadsTo: (_, { network }) => `${runPath({ ref: network.ref })}?done=saved`,
})

/** Publish who is in it? */
export const representationPage: Page = formPage({
  path: representationPath,
  may: [officer],
  does: publishRepresentation,
  button: 'Publish',
  seen: (visit) => visit.ask(viewRun, { ref: visit.params['ref'] }),
  heading: () => 'Publish who is in the network?',
  caption: ({ network }) => network.title,
  lead: () =>
    html`<p class="govuk-body">
      One way at a time. Small numbers are withheld, and whatever they could be worked out from, also beside what was
      published before. What is published stays published.
    </p>`,
  before: (_, visit) => ({ values: { year: String(visit.today.year) } }),
  fields: (ask) => [
    ask.input({ name: 'year', label: 'For which year?', classes: 'govuk-input--width-4', inputmode: 'numeric' }),
  ],
  read: ({ values }, visit) => ({ input: { ref: visit.params['ref'], year: values['year'] }, wrong: {} }),
  back: (_, { network }) => runPath({ ref: network.ref }),
  leadsTo: (_, { network }) => `${runPath({ ref: network.ref })}?done=published`,
})
