import { asking, questionPage, type Asking } from '#govuk'
import { parseDay } from '#platform/days.ts'
import { html, type Content, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { anyone, missing, type Refusal } from '#platform/use-case.ts'
import { typedDay, typedPounds, dayBoxes } from '#platform/typed.ts'
import { correctReading } from '../correct-reading.ts'
import { makerKinds, pers } from '../part-input.ts'
import { partOf, partTitle, valueOf, type Part, type PartValue } from '../parts.ts'
import { viewReading } from '../queries.ts'
import type { Reading, Verb } from '../reading.ts'
import { amountWords, kindWords, perWords, verbWords } from '../words.ts'
import { partWords } from './part-words.ts'
import { correctPath, readingPath } from './paths.ts'

/** What should it say? */
export const correctPage: Page = {
  path: correctPath.pattern,
  may: [anyone],
  get: (visit) => asked(visit, null, {}, null),
  post: async (visit, form) => {
    const { id = '', part: name = '' } = visit.params
    const part = partOf(name)
    if (!part) return noPart
    const typed = form.values['gone'] === 'yes' ? { value: null } : valueTyped(part, form)
    if ('errors' in typed) return asked(visit, form, typed.errors, null)
    const outcome = await visit.perform(
      correctReading,
      {
        reading: id,
        seen: form.values['seen'],
        part: name,
        value: typed.value,
        words: form.values['words'],
        why: form.values['why'],
      },
      form,
    )
    if (outcome.ok) return { redirect: `${readingPath({ id })}?done=corrected#corrections` }
    return asked(
      visit,
      form,
      Object.fromEntries(Object.entries(outcome.refusal.fields).map(([field, says]) => [boxOf(part, field), says])),
      outcome.refusal,
    )
  },
}

const noPart: Reply = { refusal: missing('There is no such part of a reading.').refusal }

/** The box in which a field of the value is typed. */
const boxOf = (part: Part, field: string): string =>
  field === 'pence' ? 'pounds' : field === 'value' && part.kind === 'day' ? 'day' : field

async function asked(
  visit: Visit,
  form: Form | null,
  errors: Record<string, string>,
  refusal: Refusal | null,
): Promise<Reply> {
  const { id = '', part: name = '' } = visit.params
  const part = partOf(name)
  if (!part) return noPart
  const outcome = await visit.ask(viewReading, { reading: id })
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { standing, corrections, first } = outcome.value
  const value = valueOf(standing, part)
  if (value === undefined) return noPart
  const ask = asking({ values: form?.values ?? boxesOf(part, value, first), errors })
  const now = partWords(name, value)
  const fresh = part.kind === 'item' && value === null
  const heading = fresh
    ? { clauses: 'Add a clause', amounts: 'Add a sum', signatures: 'Add a signature' }[part.list]
    : `Correct: ${partTitle(part)}`
  const fields = [
    ...boxes(ask, part),
    ...(fresh
      ? []
      : [
          ask.checkboxes({
            name: 'gone',
            legend: { text: 'Or', classes: 'govuk-visually-hidden' },
            items: [{ value: 'yes', text: goneWords(part) }],
          }),
        ]),
    ...(part.kind === 'identifiers' || part.kind === 'maker-kind'
      ? []
      : [
          ask.textarea({
            name: 'words',
            label: 'The words of the document that say so, if any',
            rows: 2,
            hint: 'Copied from it exactly; they will be marked. Left empty, they are looked for.',
          }),
        ]),
    ask.input({ name: 'why', label: 'Why, if it needs saying' }),
  ]
  const seen = form && refusal?.kind !== 'changed' ? (form.values['seen'] ?? '') : String(corrections.length)
  return {
    status: form ? (refusal?.kind === 'changed' ? 409 : 422) : 200,
    view: {
      title: heading,
      back: readingPath({ id }),
      hasErrors: form !== null,
      body: questionPage({
        ask,
        heading,
        caption: standing.title?.value ?? first.file,
        lead: fresh ? undefined : was(now),
        refusal: refusal && refusal.kind !== 'invalid' ? refusal : undefined,
        fields,
        hidden: html`${visit.formFields()}<input type="hidden" name="seen" value="${seen}" />`,
        buttonText: 'Keep the correction',
        cancel: { text: 'Cancel', href: readingPath({ id }) },
      }),
    },
  }
}

const was = (now: string | null): Html =>
  now === null
    ? html`<p class="govuk-body">Nothing was found in the document.</p>`
    : html`<p class="govuk-body">It was read as:</p>
        <div class="govuk-inset-text"><span class="remit-said">${now}</span></div>`

const goneWords = (part: Part): string =>
  part.kind === 'item'
    ? {
        clauses: 'This is no clause of the decision: take it out',
        amounts: 'This is no sum: take it out',
        signatures: 'This is no signature: take it out',
      }[part.list]
    : 'The document does not say'

/** What stands in the boxes on a first visit. */
function boxesOf(part: Part, value: PartValue, { text }: Reading): Record<string, string | undefined> {
  if (value === null) return {}
  if (typeof value === 'string') return { value }
  if (Array.isArray(value)) return { value: value.map((one) => one.value).join('\n') }
  const words = text.slice(...value.at)
  if ('pence' in value) return { pounds: amountWords(value.pence).replace('£', ''), per: value.per ?? '', words }
  if ('verb' in value)
    return {
      label: value.label ?? '',
      text: value.text,
      verb: value.verb,
      to: value.delegation?.to.join('\n'),
      consulting: value.delegation?.consulting.join('\n'),
      words: '',
    }
  if ('role' in value)
    return { role: value.role, ...dayBoxes('day', value.day === null ? null : parseDay(value.day)), words }
  if (typeof value.value === 'boolean') return { value: value.value ? 'yes' : 'no', words }
  return part.kind === 'day' ? { ...dayBoxes('day', parseDay(value.value)), words } : { value: value.value }
}

const onLines = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function boxes(ask: Asking, part: Part): Content[] {
  switch (part.kind) {
    case 'text':
      return [
        ask.textarea({
          name: 'value',
          label: 'What it should say',
          rows: part.name === 'title' || part.name === 'purpose' ? 3 : 5,
        }),
      ]
    case 'day':
      return [
        ask.dateInput({
          name: 'day',
          legend: { text: 'Which day should it be?', classes: 'govuk-fieldset__legend--s' },
          hint: 'For example 5 8 2022',
        }),
      ]
    case 'yes-no':
      return [
        ask.radios({
          name: 'value',
          legend: { text: 'What should it say?', classes: 'govuk-fieldset__legend--s' },
          items: [
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ],
        }),
      ]
    case 'maker-kind':
      return [
        ask.radios({
          name: 'value',
          legend: { text: 'Who decided?', classes: 'govuk-fieldset__legend--s' },
          items: makerKinds.map((kind) => ({ value: kind, text: capital(kindWords[kind]) })),
        }),
      ]
    case 'identifiers':
      return [ask.textarea({ name: 'value', label: 'References, one a line', rows: 4 })]
    case 'item':
      switch (part.list) {
        case 'clauses':
          return [
            ask.input({ name: 'label', label: 'Letter or number, without brackets', classes: 'govuk-input--width-5' }),
            ask.textarea({ name: 'text', label: 'The clause, as it is written', rows: 6 }),
            ask.select({
              name: 'verb',
              label: 'What it does',
              items: (Object.keys(verbWords) as Verb[]).map((verb) => ({ value: verb, text: verbWords[verb] })),
            }),
            ask.textarea({ name: 'to', label: 'Posts to which it gives power, one a line', rows: 3 }),
            ask.textarea({ name: 'consulting', label: 'Posts that must be consulted first, one a line', rows: 3 }),
          ]
        case 'amounts':
          return [
            ask.input({
              name: 'pounds',
              label: 'Sum in pounds',
              prefix: '£',
              hint: 'For example 7,500 or 1.2m',
              classes: 'govuk-input--width-10',
              inputmode: 'decimal',
            }),
            ask.select({
              name: 'per',
              label: 'For each',
              items: [{ value: '', text: 'Not said' }, ...pers.map((per) => ({ value: per, text: perWords[per] }))],
            }),
          ]
        case 'signatures':
          return [
            ask.input({ name: 'role', label: 'Who signed' }),
            ask.dateInput({
              name: 'day',
              legend: { text: 'On which day, if it says', classes: 'govuk-fieldset__legend--s' },
            }),
          ]
      }
  }
}

type Typed = { value: unknown } | { errors: Record<string, string> }

function valueTyped(part: Part, { values }: Form): Typed {
  switch (part.kind) {
    case 'text':
      return (values['value'] ?? '').trim() === ''
        ? { errors: { value: 'Enter what it should say, or tick that the document does not say.' } }
        : { value: values['value'] }
    case 'day': {
      const day = typedDay(values, 'day')
      if (day === null) return { errors: { day: 'Enter the day, or tick that the document does not say.' } }
      return 'error' in day ? { errors: { day: day.error } } : { value: day.value.toString() }
    }
    case 'yes-no':
      return values['value'] === 'yes' || values['value'] === 'no'
        ? { value: values['value'] }
        : { errors: { value: 'Choose yes or no, or tick that the document does not say.' } }
    case 'maker-kind':
      return { value: values['value'] ?? '' }
    case 'identifiers':
      return { value: onLines(values['value']) }
    case 'item':
      return itemTyped(part.list, values)
  }
}

function itemTyped(list: 'clauses' | 'amounts' | 'signatures', values: Form['values']): Typed {
  if (list === 'clauses')
    return {
      value: {
        label: values['label'] ?? '',
        text: values['text'] ?? '',
        verb: values['verb'],
        to: onLines(values['to']),
        consulting: onLines(values['consulting']),
      },
    }
  if (list === 'amounts') {
    const pounds = typedPounds(values, 'pounds')
    if (pounds === null) return { errors: { pounds: 'Enter the sum in pounds.' } }
    return 'error' in pounds
      ? { errors: { pounds: pounds.error } }
      : { value: { pence: Number(pounds.value), per: values['per'] || null } }
  }
  const day = typedDay(values, 'day')
  if (day !== null && 'error' in day) return { errors: { day: day.error } }
  return { value: { role: values['role'] ?? '', day: day?.value.toString() ?? null } }
}

const capital = (words: string): string => `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
