import { officer } from '#authority'
import { asking, details, questionPage, type Asking } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { acts, statutoryInstruments } from '#platform/law.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { dayBoxes, typedDay } from '#platform/typed.ts'
import { missing, type Refusal } from '#platform/use-case.ts'
import { onDesk, shownRefusal, versionField } from '../../pages/draft-question.ts'
import { recordPath } from '../../pages/paths.ts'
import { considerDuty } from '../consider.ts'
import { characteristics, impactWords, impacts, type Characteristic, type DutyLine } from '../duty.ts'
import { dutiesPath, dutyPath } from '../paths.ts'
import { viewDuties } from '../queries.ts'

const all = Object.keys(characteristics) as Characteristic[]

/** How was this duty considered? */
export const dutyPage: Page = {
  path: dutyPath.pattern,
  may: [officer],
  get: (visit) => show(visit, null, null, {}),
  post: async (visit, form) => {
    const { ref = '' } = visit.params
    const { given, errors } = read(visit.params['duty'] ?? '', form)
    if (Object.keys(errors).length > 0) return show(visit, form, null, errors)
    const outcome = await visit.perform(considerDuty, { ref, version: form.values['version'], ...given }, form)
    return outcome.ok
      ? { redirect: `${dutiesPath({ ref })}?done=saved` }
      : show(visit, form, outcome.refusal, errorsOf(outcome.refusal, given))
  },
}

function read(
  duty: string,
  { values }: Form,
): { given: Record<string, unknown> & { impacts: { characteristic: string }[] }; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const day = typedDay(values, 'on')
  if (day === null) errors['on'] = 'Say on which day it was considered.'
  else if ('error' in day) errors['on'] = day.error
  const stated = all.flatMap((characteristic) => {
    const impact = values[`impact-${characteristic}`] ?? ''
    if (impact === '') return []
    const evidence = values[`evidence-${characteristic}`] ?? ''
    if (evidence.trim() === '') errors[`evidence-${characteristic}`] = 'Say what shows it.'
    return [{ characteristic, impact, evidence, mitigation: values[`mitigation-${characteristic}`] }]
  })
  const { how, writtenIn, paragraph, title, instrument = '', part } = values
  const [kind, name] = [instrument.slice(0, instrument.indexOf(' ')), instrument.slice(instrument.indexOf(' ') + 1)]
  const other =
    duty !== 'other'
      ? {}
      : {
          duty: `own-${(title ?? '')
            .toLowerCase()
            .replaceAll(/[^a-z0-9]+/gu, '-')
            .replace(/^-|-$/gu, '')
            .slice(0, 60)}`,
          other: { title, source: { [kind]: name, part } },
        }
  if (duty === 'other' && !title?.trim()) errors['title'] = 'Name the duty.'
  if (duty === 'other' && instrument === '') errors['instrument'] = 'Choose the Act or the regulations.'
  if (duty === 'other' && !part?.trim()) errors['part'] = 'Give the section, regulation or schedule.'
  return {
    given: {
      duty,
      how,
      writtenIn,
      paragraph,
      impacts: stated,
      ...other,
      ...(day && 'value' in day ? { on: day.value } : {}),
    },
    errors,
  }
}

// An impact is sent as a list, and its boxes are named by its characteristic.
function errorsOf(
  { fields }: Refusal,
  { impacts: sent }: { impacts: { characteristic: string }[] },
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, says]) => {
      const [, at, field] = /^impacts\.(\d+)\.(\w+)$/u.exec(name) ?? []
      const one = at === undefined ? undefined : sent[Number(at)]
      return [one && field ? `${field}-${one.characteristic}` : name === 'duty' ? 'part' : name, says]
    }),
  )
}

async function show(
  visit: Visit,
  form: Form | null,
  refusal: Refusal | null,
  errors: Record<string, string>,
): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { decision } = outcome.value
  const { ref, title } = decision
  if (decision.state !== 'draft') return { redirect: recordPath({ ref }) }
  const found = await visit.ask(viewDuties, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const duty = visit.params['duty'] ?? ''
  const line = found.value.lines.find((one) => one.duty === duty)
  if (!line && duty !== 'other') return { refusal: missing(`${ref} has no such duty.`).refusal }
  const heading = line ? `How was this duty considered? ${line.title}` : 'Which other duty was considered, and how?'
  const ask = asking({ values: form?.values ?? typed(line, visit.today), errors })
  const fields = [
    ...(line ? [] : other(ask)),
    ask.textarea({
      name: 'how',
      label: { text: 'How it was considered', classes: 'govuk-label--s' },
      hint: 'What the duty asks for, what is known of the people it protects, and what difference that made. Not a formula.',
      rows: 8,
    }),
    ask.input({
      name: 'writtenIn',
      label: 'In which paper is it set out?',
      hint: 'For example the report to Cabinet, or the equality analysis',
    }),
    ask.input({ name: 'paragraph', label: 'Which paragraph? (optional)', classes: 'govuk-input--width-10' }),
    ask.dateInput({
      name: 'on',
      legend: { text: 'Of which day is that?', classes: 'govuk-fieldset__legend--s' },
      hint: 'It must be on or before the day of the decision.',
    }),
    ...byCharacteristic(ask, line?.byCharacteristic ?? false),
  ]
  return {
    status: form ? (refusal?.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: heading,
      back: dutiesPath({ ref }),
      hasErrors: form !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${title}`,
        heading,
        refusal: shownRefusal(refusal),
        fields,
        lead:
          line
          && html`<p class="govuk-body">
            ${line.source.href === null ? line.source.words : html`<a class="govuk-link" href="${line.source.href}">${line.source.words}</a>`}.
            What is said anew is the next version; whoever has read an earlier one reads it again.
          </p>`,
        hidden: html`${visit.formFields()}${versionField(decision, form, refusal)}`,
        buttonText: 'Save',
        cancel: { text: 'Cancel', href: dutiesPath({ ref }) },
      }),
    },
  }
}

function typed(line: DutyLine | undefined, today: Temporal.PlainDate): Record<string, string> {
  const entry = line?.entry
  if (!entry) return dayBoxes('on', today)
  return {
    how: entry.how,
    writtenIn: entry.writtenIn,
    ...(entry.paragraph === null ? {} : { paragraph: entry.paragraph }),
    ...dayBoxes('on', today),
    ...Object.fromEntries(
      entry.impacts.flatMap((one) => [
        [`impact-${one.characteristic}`, one.impact],
        [`evidence-${one.characteristic}`, one.evidence],
        [`mitigation-${one.characteristic}`, one.mitigation ?? ''],
      ]),
    ),
  }
}

const other = (ask: Asking): Html[] => [
  ask.input({ name: 'title', label: 'What the duty is' }),
  ask.select({
    name: 'instrument',
    label: 'Where it is written',
    items: [
      { value: '', text: 'Choose' },
      ...Object.keys(acts).map((name) => ({ value: `act ${name}`, text: name })),
      ...Object.entries(statutoryInstruments).map(([number, { title }]) => ({
        value: `si ${number}`,
        text: `SI ${number}: ${title}`,
      })),
    ],
  }),
  ask.input({
    name: 'part',
    label: 'Section, regulation or schedule',
    hint: 'For example s27, reg 4 or Sch 2',
    classes: 'govuk-input--width-10',
  }),
]

function byCharacteristic(ask: Asking, needed: boolean): Html[] {
  const boxes = html`${all.map(
    (one) =>
      html`<fieldset class="govuk-fieldset govuk-!-margin-bottom-6">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${characteristics[one]}</legend>
        ${ask.select({
          name: `impact-${one}`,
          label: 'Impact',
          items: [
            { value: '', text: 'Not looked at' },
            ...impacts.map((value) => ({ value, text: impactWords[value] })),
          ],
        })}${ask.textarea({
          name: `evidence-${one}`,
          label: 'What shows it',
          rows: 2,
        })}${ask.textarea({ name: `mitigation-${one}`, label: 'What is done about it (where it is bad)', rows: 2 })}
      </fieldset>`,
  )}`
  return needed
    ? [
        html`<h2 class="govuk-heading-m">Impact on people, by characteristic</h2>
          ${boxes}`,
      ]
    : [details({ summary: 'Impact on people, by characteristic (optional)', text: boxes, open: ask.hasErrors })]
}
