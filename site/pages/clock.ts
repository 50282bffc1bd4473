import { roles } from '#authority'
import { asking, questionPage } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { missing, type Refusal } from '#platform/use-case.ts'
import { moveClock } from '../move-clock.ts'
import { clockPath } from '../paths.ts'

/** How far should the council's day move? */
export const clockPage: Page = {
  path: clockPath.pattern,
  may: roles,
  get: async (visit) => show(visit, null, null),
  post: async (visit, form) => {
    const outcome = await visit.perform(moveClock, { days: form.values['days'] }, form)
    if (!outcome.ok) return show(visit, form, outcome.refusal)
    // Every page asks what day it is; this one has just changed the answer.
    visit.house.councils.refresh()
    return { redirect: clockPath() }
  },
}

function show(visit: Visit, form: Form | null, refusal: Refusal | null): Reply {
  const { council, today } = visit
  if (!council.demo)
    return { refusal: missing(`${council.name} is not a demonstration: its days cannot be moved.`).refusal }
  const ask = asking({ values: form?.values, errors: refusal?.fields })
  const field = ask.input({
    name: 'days',
    label: 'How many days forward?',
    hint: 'From 1 to 366. A call-in period of five clear working days is over eight days after a Friday’s publication.',
    inputmode: 'numeric',
    classes: 'govuk-input--width-4',
  })
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'Move the council’s day',
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        heading: 'Move the council’s day',
        lead: html`<p class="govuk-body-l">
            In ${council.name} it is <strong>${longDay(today)}</strong>${
              council.daysAhead > 0 && html`, ${council.daysAhead} days ahead of the real day`
            }.
          </p>
          <p class="govuk-body">
            Moving the day lets you see a call-in period run out, an authority end or a report fall due. It moves for
            everybody in the demonstration, and only forward: what has happened on a day stays on it.
          </p>`,
        refusal: refusal && refusal.kind !== 'invalid' ? refusal : undefined,
        fields: field,
        hidden: visit.formFields(),
        buttonText: 'Move the day forward',
      }),
    },
  }
}
