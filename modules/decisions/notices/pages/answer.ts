import { democraticServices, officer, staff } from '#authority'
import { asking, button, facts, refusalPanel } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { deskPath } from '../../pages/paths.ts'
import { prose } from '../../pages/prose.ts'
import { noticePath, representationsPath, urgencyPath, withdrawNoticePath } from '../paths.ts'
import { viewNotice, viewRepresentations, viewUrgencyRequest } from '../queries.ts'
import { respond } from '../represent.ts'
import { answerUrgency } from '../urgency.ts'
import { withdrawNotice } from '../withdraw-notice.ts'
import { formPage } from './form-page.ts'

/** Do you agree that it is urgent? */
export const urgencyPage = formPage({
  path: urgencyPath,
  may: staff,
  does: answerUrgency,
  see: (visit) => visit.ask(viewUrgencyRequest, { request: visit.params['request'] }),
  heading: () => 'Do you agree that it is urgent?',
  caption: ({ request }) => request.matter,
  lead: ({ request, title, yours }) =>
    html`${facts({
        rows: [
          { key: 'Who is asked', value: title },
          { key: 'Asked', value: `${longDay(request.askedOn)}, by ${request.askedBy}` },
          { key: 'Why it cannot wait', value: prose(request.reasons) },
          ...request.passedOver.map(({ title: over, why }) => ({ key: `Why not the ${over}`, value: why })),
          ...(request.agreed === null
            ? []
            : [
                {
                  key: 'Answer',
                  value: `${request.agreed ? 'Agreed' : 'Declined'} on ${longDay(request.answeredOn ?? request.askedOn)} by ${request.answeredBy ?? ''}`,
                },
              ]),
        ],
      })}
      <p class="govuk-body">
        ${yours ? 'If you agree, the reasons and your name are published at once, and the decision can be taken from today.' : 'Only whoever holds that post can answer.'}
      </p>`,
  fields: (ask) => [
    ask.radios({
      name: 'answer',
      legend: { text: 'Your answer', classes: 'govuk-fieldset__legend--s' },
      items: [
        { value: 'agree', text: 'I agree that it is urgent and cannot reasonably be deferred' },
        { value: 'decline', text: 'I do not agree' },
      ],
    }),
    ask.textarea({ name: 'says', label: 'Anything to add', hint: 'Needed if you do not agree', rows: 3 }),
  ],
  read: ({ values }, visit) => ({ request: visit.params['request'], answer: values['answer'], says: values['says'] }),
  leadsTo: (_, { notice }) => (notice === null ? deskPath() : noticePath({ ref: notice })),
  back: () => deskPath(),
  button: 'Send your answer',
})

/** Why is the notice withdrawn? */
export const withdrawNoticePage = formPage({
  path: withdrawNoticePath,
  may: [democraticServices],
  does: withdrawNotice,
  see: (visit) => visit.ask(viewNotice, { ref: visit.params['ref'] }),
  heading: () => 'Why is the notice withdrawn?',
  caption: ({ notice }) => `${notice.ref} · ${notice.matter}`,
  lead: () => 'It stays to be read, and its days count for nothing from now on.',
  fields: (ask) => [ask.textarea({ name: 'because', label: 'Reasons', hint: 'They are published.', rows: 4 })],
  read: ({ values }, visit) => ({ ref: visit.params['ref'], because: values['because'] }),
  leadsTo: (visit) => noticePath({ ref: visit.params['ref'] ?? '' }),
  back: (visit) => noticePath({ ref: visit.params['ref'] ?? '' }),
  button: 'Withdraw the notice',
  warning: true,
})

/** What was said against meeting in private, and what is the answer? */
export const representationsPage: Page = {
  path: representationsPath.pattern,
  may: [democraticServices, officer],
  get: (visit) => showAll(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.perform(
      respond,
      { ref, representation: form.values['representation'], response: form.values['response'] },
      form,
    )
    return outcome.ok ? { redirect: representationsPath({ ref }) } : showAll(visit, form, outcome.refusal)
  },
}

async function showAll(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const ref = visit.params['ref'] ?? ''
  const outcome = await visit.ask(viewRepresentations, { ref })
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { notice, representations, count } = outcome.value
  const mayAnswer = visit.actor.roles.includes(democraticServices)
  return {
    status: form ? 422 : 200,
    view: {
      title: 'Representations',
      back: noticePath({ ref }),
      hasErrors: form !== null,
      body: html`${refusal && refusalPanel(refusal)}<span class="govuk-caption-l">${ref} · ${notice.matter}</span>
        <h1 class="govuk-heading-l">Representations</h1>
        <p class="govuk-body">
          ${count === 0 ? 'Nobody has written.' : `${count} ${count === 1 ? 'person has' : 'people have'} written. The second notice publishes what they say with the answer, without their names.`}
        </p>
        ${representations.map((one, at) => {
          const ask = asking(
            form?.values['representation'] === one.representation
              ? { values: form.values, errors: refusal?.fields ?? {} }
              : {},
          )
          return html`<section class="remit-entry">
            <h2 class="govuk-heading-s">
              ${at + 1}. Received on ${longDay(one.receivedOn)}${one.name !== null && ` from ${one.name}`}
            </h2>
            ${prose(one.words)}${
              one.response !== null
                ? html`<div class="govuk-inset-text">Answer: ${one.response}</div>`
                : mayAnswer
                  && html`<form method="post" novalidate>
                    ${visit.formFields()}<input
                      type="hidden"
                      name="representation"
                      value="${one.representation}"
                    />${ask.textarea({
                      name: 'response',
                      id: `response-${at + 1}`,
                      label: 'Answer',
                      rows: 3,
                    })}${button({ text: 'Keep the answer' })}
                  </form>`
            }
          </section>`
        })}`,
    },
  }
}
