import { democraticServices, officer, staff } from '#authority'
import { asking, questionPage, type Asking } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { typedDay } from '#platform/typed.ts'
import type { Refusal } from '#platform/use-case.ts'
import { doneBanner } from '../../pages/done-banner.ts'
import { onDesk, shownRefusal, type OnDesk } from '../../pages/draft-question.ts'
import { recordPath } from '../../pages/paths.ts'
import { capacities, capacityWords, nilOfConsulted, responses } from '../consulted.ts'
import { consultedPath, removeConsultedPath } from '../paths.ts'
import { viewConsulted } from '../queries.ts'
import { recordConsulted, removeConsulted } from '../record.ts'
import { consultedShown } from './shown.ts'

/** Who was consulted before this decision? */
export const consultedPage: Page = {
  path: consultedPath.pattern,
  may: staff,
  get: (visit) => show(visit, null, null, {}),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const { given, errors } = read(form)
    if (Object.keys(errors).length > 0) return show(visit, form, null, errors)
    const outcome = await visit.perform(recordConsulted, { ref, ...given }, form)
    return outcome.ok
      ? { redirect: `${consultedPath({ ref })}?done=saved` }
      : show(visit, form, outcome.refusal, outcome.refusal.fields)
  },
}

function read({ values }: Form): { given: Record<string, unknown>; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const day = typedDay(values, 'on')
  if (day === null) errors['on'] = 'Say on which day they were consulted.'
  else if ('error' in day) errors['on'] = day.error
  const stated = (name: 'interests' | 'dispensation') => {
    if (values['capacity'] !== 'executive-member') return null
    if (values[`${name}-kind`] === 'none') return nilOfConsulted[name]
    if (values[`${name}-kind`] !== 'some')
      errors[`${name}-kind`] = 'Say whether there was one: the record must (SI 2012/2089, reg 13(4)).'
    else if (!values[name]?.trim()) errors[name] = 'Write it down in the words of the record.'
    return values[name] ?? null
  }
  const [interests, dispensation] = [stated('interests'), stated('dispensation')]
  const { capacity, post, name, how, response, says, evidence } = values
  return {
    given: {
      capacity,
      post,
      name,
      how,
      response,
      says,
      evidence,
      interests,
      dispensation,
      ...(day && 'value' in day ? { on: day.value } : {}),
    },
    errors,
  }
}

async function show(
  visit: Visit,
  form: Form | null,
  refusal: Refusal | null,
  errors: Record<string, string>,
): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const seen = outcome.value
  const { ref, title, state } = seen.decision
  const found = await visit.ask(viewConsulted, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const open = state === 'draft' || state === 'proposed'
  const able = open && [officer, democraticServices].some((role) => visit.actor.roles.includes(role))
  const heading = 'Who was consulted before this decision?'
  const read = consultedShown(
    found.value.consulted,
    able && state === 'draft' ? (consulted) => removeConsultedPath({ ref, consulted }) : null,
  )
  if (!able)
    return {
      view: {
        title: heading,
        back: recordPath({ ref }),
        body: html`<span class="govuk-caption-l">${ref} · ${title}</span>
          <h1 class="govuk-heading-l">${heading}</h1>
          ${read}`,
      },
    }
  const ask = asking({ values: form?.values, errors })
  const fields = boxes(ask, seen)
  return {
    status: form ? 422 : 200,
    view: {
      title: heading,
      back: recordPath({ ref }),
      hasErrors: form !== null,
      body: html`${doneBanner(visit)}${questionPage({
        ask,
        caption: `${ref} · ${title}`,
        heading,
        refusal: shownRefusal(refusal),
        lead: html`<p class="govuk-body">
            The portfolio holder, ward members and others whom the power to decide, or good sense, says to ask first. It
            can be recorded until the decision is signed: asked afterwards is not consulted.
          </p>
          ${read}
          <h2 class="govuk-heading-m">Record somebody</h2>`,
        fields,
        hidden: visit.formFields(),
        buttonText: 'Record this',
        cancel: { text: 'Return to the record', href: recordPath({ ref }) },
      })}`,
    },
  }
}

function boxes(ask: Asking, { choices: { posts } }: OnDesk): Html[] {
  const stated = (name: 'interests' | 'dispensation', question: string) =>
    ask.radios({
      name: `${name}-kind`,
      legend: { text: question, classes: 'govuk-fieldset__legend--s' },
      items: [
        { value: 'none', text: 'No', hint: `The record will say: “${nilOfConsulted[name]}”` },
        {
          value: 'some',
          text: 'Yes',
          conditional: ask.textarea({ name, label: 'In the words of the record', rows: 3 }),
        },
      ],
    })
  const member = [
    stated('interests', 'Did they declare a conflict of interest?'),
    stated('dispensation', 'Was a dispensation given for it?'),
  ]
  return [
    ask.input({ name: 'name', label: 'Name', autocomplete: 'off' }),
    ask.select({
      name: 'post',
      label: 'Post (optional)',
      hint: 'Choose it where the power to decide says to consult it.',
      items: [{ value: '', text: 'None' }, ...posts.map(({ post, title }) => ({ value: post, text: title }))],
    }),
    ask.radios({
      name: 'capacity',
      legend: { text: 'In which capacity?', classes: 'govuk-fieldset__legend--s' },
      items: capacities.map((value) => ({
        value,
        text: capacityWords[value],
        ...(value === 'executive-member' ? { conditional: html`${member}` } : {}),
      })),
    }),
    ask.dateInput({ name: 'on', legend: { text: 'On which day?', classes: 'govuk-fieldset__legend--s' } }),
    ask.input({ name: 'how', label: 'How?', hint: 'For example by e-mail, or at a briefing' }),
    ask.radios({
      name: 'response',
      legend: { text: 'What did they say?', classes: 'govuk-fieldset__legend--s' },
      items: responses.map((value) => ({
        value,
        text: {
          agrees: 'They agreed',
          disagrees: 'They disagreed',
          comments: 'They commented',
          none: 'They did not respond',
        }[value],
      })),
    }),
    ask.textarea({
      name: 'says',
      label: 'In their words (optional where they agreed)',
      hint: 'It is published with the decision.',
      rows: 4,
    }),
    ask.textarea({
      name: 'evidence',
      label: 'What shows it?',
      hint: 'Where the e-mail or note is kept. It is not published.',
      rows: 2,
    }),
  ]
}

/** Take this entry out? */
export const removeConsultedPage: Page = {
  path: removeConsultedPath.pattern,
  may: [officer, democraticServices],
  get: (visit) => sure(visit, null),
  post: async (visit, form) => {
    const { ref = '', consulted = '' } = visit.params
    const outcome = await visit.perform(removeConsulted, { ref, consulted }, form)
    return outcome.ok ? { redirect: `${consultedPath({ ref })}?done=removed` } : sure(visit, outcome.refusal)
  },
}

async function sure(visit: Visit, refusal: Refusal | null): Promise<Reply> {
  const { ref = '', consulted = '' } = visit.params
  const found = await visit.ask(viewConsulted, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const one = found.value.consulted.filter((each) => each.consulted === consulted)
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'Take this entry out?',
      back: consultedPath({ ref }),
      body: questionPage({
        ask: asking({}),
        caption: ref,
        heading: 'Take this entry out?',
        lead: consultedShown(one, null),
        refusal: shownRefusal(refusal),
        fields: '',
        hidden: visit.formFields(),
        buttonText: 'Take it out',
        warning: true,
        cancel: { text: 'Cancel', href: consultedPath({ ref }) },
      }),
    },
  }
}
