import { asking, facts, panel, questionPage } from '#govuk'
import { html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { anyone, missing, type Refusal } from '#platform/use-case.ts'
import { viewConsultation } from '../queries.ts'
import { bookPlace, giveBackPlace } from '../workshops/workshops.ts'
import { consultationPath, giveBackPath, workshopPath } from './paths.ts'
import { prose, whenWords } from './words.ts'

/** Would you like to come? */
export const workshopPage: Page = {
  path: workshopPath.pattern,
  may: [anyone],
  counts: { post: 'answer' },
  get: (visit) => asked(visit, null, null),
  post: async (visit, form) => {
    const { ref = '', workshop = '' } = visit.params
    const { name, contact, needs, places } = form.values
    const outcome = await visit.perform(bookPlace, { workshop, name, contact, needs, places: places || '1' }, form)
    return outcome.ok
      ? {
          redirect: `${giveBackPath({ ref, receipt: outcome.value.receipt })}?new=${outcome.value.waiting ? 'waiting' : 'yes'}`,
        }
      : asked(visit, form, outcome.refusal)
  },
}

async function asked(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const { ref = '', workshop = '' } = visit.params
  const found = await visit.ask(viewConsultation, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const one = found.value.consultation.workshops.find((each) => each.workshop === workshop)
  if (!one) return { refusal: missing('There is no such workshop.').refusal }
  const startsAt = Temporal.Instant.from(one.startsAt)
  const left = one.capacity === null ? null : Math.max(0, one.capacity - one.taken)
  const open = one.cancelledBecause === null && Temporal.Instant.compare(visit.now, startsAt) < 0
  const ask = asking({ values: form?.values ?? { places: '1' }, errors: refusal?.fields ?? {} })
  const about = html`${facts({
    rows: [
      { key: 'When', value: whenWords(startsAt, Temporal.Instant.from(one.endsAt)) },
      { key: 'Where', value: one.place },
      ...(one.access === null ? [] : [{ key: 'Getting in and taking part', value: prose(one.access) }]),
      {
        key: 'Places',
        value:
          left === null
            ? 'As many as come'
            : left > 0
              ? `${left} of ${one.capacity} left`
              : `All ${one.capacity} are taken; you can wait for one`,
      },
    ],
  })}${one.cancelledBecause !== null && html`<p class="govuk-inset-text">Cancelled: ${one.cancelledBecause}</p>`}`
  if (!open)
    return {
      view: {
        title: one.title,
        back: consultationPath({ ref }),
        body: html`<span class="govuk-caption-l">${found.value.consultation.title}</span>
          <h1 class="govuk-heading-l">${one.title}</h1>
          ${about}`,
      },
    }
  return {
    status: refusal ? 422 : 200,
    view: {
      title: one.title,
      back: consultationPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: found.value.consultation.title,
        heading: one.title,
        lead: about,
        refusal: refusal && refusal.kind !== 'invalid' ? refusal : undefined,
        hidden: visit.formFields(),
        fields: [
          ask.input({ name: 'name', label: 'Your name', autocomplete: 'name' }),
          ask.input({
            name: 'contact',
            label: 'E-mail address or telephone number',
            hint: 'To tell you if anything changes',
          }),
          ask.textarea({
            name: 'needs',
            label: 'What do you need in order to take part? (optional)',
            hint: 'For example a hearing loop, an interpreter, a quiet place, help with travel. Only the organisers read it.',
            rows: 3,
          }),
          ask.input({
            name: 'places',
            label: 'How many places?',
            classes: 'govuk-input--width-2',
            inputmode: 'numeric',
          }),
        ],
        buttonText: left === 0 ? 'Wait for a place' : 'Book',
      }),
    },
  }
}

/** Your booking, to be given back if you cannot come. */
export const giveBackPage: Page = {
  path: giveBackPath.pattern,
  may: [anyone],
  counts: { post: 'answer' },
  get: async (visit) => {
    const { ref = '', receipt = '' } = visit.params
    const found = await visit.ask(viewConsultation, { ref })
    if (!found.ok) return { refusal: found.refusal }
    const fresh = visit.query['new']
    const ask = asking({})
    return {
      view: {
        title: 'Your booking',
        back: consultationPath({ ref }),
        body: html`${fresh !== undefined && panel({ title: fresh === 'waiting' ? 'You are on the waiting list' : 'You are booked', text: html`Your reference<br /><strong>${receipt}</strong>` })}
        ${questionPage({ ask, heading: fresh === undefined ? 'Your booking' : undefined, lead: html`<p class="govuk-body">Keep this page’s address or the reference. If you cannot come, give the place back: somebody may be waiting for it.</p>`, fields: [], hidden: visit.formFields(), buttonText: 'Give the place back' })}`,
      },
    }
  },
  post: async (visit, form) => {
    const { ref = '', receipt = '' } = visit.params
    const outcome = await visit.perform(giveBackPlace, { receipt }, form)
    return outcome.ok ? { redirect: `${consultationPath({ ref })}?done=given-back` } : { refusal: outcome.refusal }
  },
}
