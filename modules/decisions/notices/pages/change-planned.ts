import { democraticServices, officer } from '#authority'
import { html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'
import type { Answer } from '#platform/use-case.ts'
import { dropPlannedPath, movePlannedPath, plannedPath, tiePlannedPath } from '../paths.ts'
import { dropPlanned, movePlanned, tiePlanned } from '../plan/change-planned.ts'
import { viewPlanned } from '../plan/queries.ts'
import { dueWords } from '../give-key-notice.ts'
import { dueBoxes, dueRead, dueTyped } from './enter-planned.ts'
import { formPage } from './form-page.ts'

type Seen = Answer<typeof viewPlanned>
const see = (visit: Visit) => visit.ask(viewPlanned, { ref: visit.params['ref'] })
const back = (visit: Visit) => plannedPath({ ref: visit.params['ref'] ?? '' })
const common = {
  may: [officer, democraticServices],
  see,
  back,
  leadsTo: back,
  caption: ({ planned }: Seen) => `${planned.ref} · ${planned.matter}`,
}

/** To when does it move, and why? */
export const movePlannedPage = formPage({
  ...common,
  path: movePlannedPath,
  does: movePlanned,
  heading: () => 'To when does it move, and why?',
  lead: ({ planned: { dueFrom, dueUntil } }) =>
    html`<p class="govuk-body">
      It is due ${dueWords(dueFrom, dueUntil)}. The forward plan keeps every day that it had, with your reason and your
      name.
    </p>`,
  typed: ({ planned: { dueFrom, dueUntil } }) => dueTyped(dueFrom, dueUntil),
  fields: (ask) => [
    ...dueBoxes(ask),
    ask.textarea({ name: 'because', label: { text: 'Why?', classes: 'govuk-label--s' }, rows: 3 }),
  ],
  read: (form, visit, errors) => ({
    ref: visit.params['ref'],
    ...dueRead(form, errors),
    because: form.values['because'],
  }),
  button: 'Move it',
})

/** Why does it leave the plan? */
export const dropPlannedPage = formPage({
  ...common,
  path: dropPlannedPath,
  does: dropPlanned,
  heading: () => 'Why does it leave the forward plan?',
  fields: (ask) => [
    ask.radios({
      name: 'how',
      legend: { text: 'What becomes of it?', classes: 'govuk-fieldset__legend--s' },
      items: [
        { value: 'withdrawn', text: 'It is withdrawn' },
        { value: 'deferred', text: 'It is deferred, with no day yet' },
      ],
    }),
    ask.textarea({
      name: 'because',
      label: { text: 'Why?', classes: 'govuk-label--s' },
      hint: 'It is published with the entry, which stays to be read.',
      rows: 3,
    }),
  ],
  read: ({ values }, visit) => ({ ref: visit.params['ref'], how: values['how'], because: values['because'] }),
  button: 'Take it out of the plan',
  warning: true,
})

/** In which record is it decided? */
export const tiePlannedPage = formPage({
  ...common,
  path: tiePlannedPath,
  does: tiePlanned,
  heading: () => 'In which record is it decided?',
  fields: (ask) => [
    ask.input({
      name: 'decision',
      label: 'Reference of the draft',
      hint: 'For example D-2022-0007. The notices of the entry then count for it.',
      classes: 'govuk-input--width-10',
      spellcheck: false,
    }),
  ],
  read: ({ values }, visit) => ({ ref: visit.params['ref'], decision: values['decision']?.trim() }),
  button: 'Tie them together',
})
