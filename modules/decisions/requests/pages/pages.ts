import { democraticServices, officer, scrutiny } from '#authority'
import { asking, facts, questionPage, statusTag } from '#govuk'
import { plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { scrutinyPage } from '../../call-in/pages/scrutiny.ts'
import { scrutinyPath } from '../../call-in/paths.ts'
import { fieldErrors, onDesk, shownRefusal } from '../../pages/draft-question.ts'
import { deskPath, recordPath } from '../../pages/paths.ts'
import { prose } from '../../pages/prose.ts'
import { documentRequestPath, documentRequestsPath, requestDocumentPath, requestedFilePath } from '../paths.ts'
import { viewDocumentRequest, viewDocumentRequests } from '../queries.ts'
import { answerDocumentRequest, readRequestedDocument, requestDocument } from '../request.ts'
import type { DocumentRequest, Ground } from '../store.ts'

const legend = (text: string) => ({ text, classes: 'govuk-fieldset__legend--s' })
const label = (text: string) => ({ text, classes: 'govuk-label--s' })
const answerers = [democraticServices, officer]

/** Which document, and under which right? */
export const requestDocumentPage: Page = {
  path: requestDocumentPath.pattern,
  may: [scrutiny],
  get: (visit) => askDocument(visit, null, null),
  post: async (visit, form) => {
    const { basis, document, relevance } = form.values
    const outcome = await visit.perform(requestDocument, { ref: visit.params['ref'], basis, document, relevance }, form)
    return outcome.ok ? { redirect: documentRequestPath(outcome.value) } : askDocument(visit, form, outcome.refusal)
  },
}

async function askDocument(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const seen = await onDesk(visit)
  if (!seen.ok) return { refusal: seen.refusal }
  const { ref, title } = seen.value.decision
  const heading = 'Which document do you ask for?'
  const ask = asking({ values: form?.values, errors: refusal ? fieldErrors(refusal) : {} })
  return {
    status: form ? 422 : 200,
    view: {
      title: heading,
      back: recordPath({ ref }),
      hasErrors: form !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${title}`,
        heading,
        refusal: shownRefusal(refusal),
        hidden: visit.formFields(),
        buttonText: 'Ask for it',
        cancel: { text: 'Cancel', href: recordPath({ ref }) },
        fields: [
          ask.radios({
            name: 'basis',
            legend: legend('Under which right?'),
            items: [
              {
                value: 'scrutiny',
                text: 'As a member of scrutiny',
                hint: 'Answered within 10 clear days (SI 2012/2089, reg 17)',
              },
              {
                value: 'member',
                text: 'As a member of the council',
                hint: 'Open to every member within 24 hours of a private meeting or a decision by one person (reg 16)',
              },
            ],
          }),
          ask.textarea({ name: 'document', label: label('Which document?'), rows: 3 }),
          ask.textarea({
            name: 'relevance',
            label: label('What is it needed for? (optional)'),
            hint: 'Scrutiny also sees exempt papers where they bear on a decision or a review that it looks at.',
            rows: 3,
          }),
        ],
      }),
    },
  }
}

/** Which documents are asked for? */
export const documentRequestsPage: Page = {
  path: documentRequestsPath.pattern,
  may: [scrutiny, ...answerers],
  get: async (visit) => {
    const outcome = await visit.ask(viewDocumentRequests, {})
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { open, answered } = outcome.value
    const list = (all: readonly DocumentRequest[], none: string) =>
      all.length === 0
        ? html`<p class="govuk-body">${none}</p>`
        : html`<ul class="remit-entries">
            ${all.map(
              (one) =>
                html`<li class="remit-entry">
                  <p class="govuk-body remit-entry__head">
                    <a class="govuk-link govuk-!-font-weight-bold" href="${documentRequestPath(one)}"
                      >${one.request}: ${one.title}</a
                    >
                    ${standing(one, visit.today)}
                  </p>
                  <p class="govuk-body">
                    Asked on ${plainDay(one.askedOn)} by ${one.askedBy}, due by ${plainDay(one.due)}.
                  </p>
                </li>`,
            )}
          </ul>`
    return {
      view: {
        title: 'Documents asked for',
        back: scrutinyPage.may.some((role) => visit.actor.roles.includes(role)) ? scrutinyPath() : deskPath(),
        body: html`<h1 class="govuk-heading-l">Documents asked for</h1>
          <h2 class="govuk-heading-m">To be answered</h2>
          ${list(open, 'Nothing waits for an answer. Members of scrutiny ask for a document from the page of a decision.')}
          <h2 class="govuk-heading-m">Answered</h2>
          ${list(answered, 'Nothing was answered yet.')}`,
      },
    }
  },
}

const isLate = ({ due, answeredOn }: DocumentRequest, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(answeredOn ?? today, due) > 0

const standing = (one: DocumentRequest, today: Temporal.PlainDate): Html =>
  html`${one.outcome === null ? statusTag('Waits', 'waiting') : one.outcome === 'given' ? statusTag('Given', 'good') : statusTag('Refused', 'bad')}
  ${isLate(one, today) && statusTag('Late', 'bad')}`

const groundWords: Record<Ground, string> = {
  'not-executive': 'The executive does not have it, or it does not bear on an executive decision',
  'not-relevant': 'It is exempt or confidential and does not bear on what scrutiny looks at',
  'political-adviser': 'It is advice of a political adviser or assistant',
  exempt: 'It discloses exempt information of a kind that members may not see',
}

/** What came of the request? */
export const documentRequestPage: Page = {
  path: documentRequestPath.pattern,
  may: [scrutiny, ...answerers],
  get: (visit) => oneRequest(visit, null, null),
  post: async (visit, form) => {
    const { request = '' } = visit.params
    const given = form.files.find(({ field }) => field === 'bytes')
    const { outcome: answer, says, ground } = form.values
    const outcome = await visit.perform(
      answerDocumentRequest,
      {
        request,
        outcome: answer,
        says,
        ...(ground ? { ground } : {}),
        ...(given && given.bytes.byteLength > 0 ? { bytes: given.bytes, name: given.name } : {}),
      },
      form,
    )
    return outcome.ok ? { redirect: documentRequestPath({ request }) } : oneRequest(visit, form, outcome.refusal)
  },
}

async function oneRequest(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const found = await visit.ask(viewDocumentRequest, { request: visit.params['request'] })
  if (!found.ok) return { refusal: found.refusal }
  const { request: one, answers } = found.value
  const ask = asking({ values: form?.values, errors: refusal ? fieldErrors(refusal) : {} })
  const told = facts({
    rows: [
      { key: 'About', value: html`<a class="govuk-link" href="${recordPath(one)}">${one.title}</a>` },
      {
        key: 'Asked',
        value: `${plainDay(one.askedOn)} by ${one.askedBy}, ${one.basis === 'scrutiny' ? 'as a member of scrutiny' : 'as a member of the council'}`,
      },
      { key: 'Document', value: prose(one.document) },
      one.relevance !== null && { key: 'Needed for', value: prose(one.relevance) },
      { key: 'Due by', value: plainDay(one.due) },
      { key: 'Standing', value: standing(one, visit.today) },
      one.answeredOn !== null && { key: 'Answered', value: `${plainDay(one.answeredOn)} by ${one.answeredBy ?? ''}` },
      one.ground !== null && { key: 'Refused because', value: groundWords[one.ground] },
      one.says !== null && { key: 'Answer', value: prose(one.says) },
      one.fileName !== null && {
        key: 'The document',
        value: html`<a class="govuk-link" href="${requestedFilePath(one)}">${one.fileName}</a>`,
      },
    ],
  })
  const title = `Request ${one.request}`
  if (one.outcome !== null || !answers)
    return {
      status: refusal ? 422 : 200,
      view: {
        title,
        back: documentRequestsPath(),
        body: html`<h1 class="govuk-heading-l">${title}</h1>
          ${told}`,
      },
    }
  return {
    status: form ? 422 : 200,
    view: {
      title,
      back: documentRequestsPath(),
      hasErrors: form !== null,
      body: questionPage({
        ask,
        heading: title,
        lead: told,
        refusal: shownRefusal(refusal),
        hidden: visit.formFields(),
        buttonText: 'Answer',
        hasFiles: true,
        cancel: { text: 'Cancel', href: documentRequestsPath() },
        fields: [
          ask.radios({
            name: 'outcome',
            legend: legend('Your answer'),
            items: [
              {
                value: 'given',
                text: 'The document is given',
                conditional: ask.fileUpload({ name: 'bytes', label: label('The document') }),
              },
              {
                value: 'refused',
                text: 'It is refused',
                conditional: ask.select({
                  name: 'ground',
                  label: label('For which reason?'),
                  items: [
                    { value: '', text: 'Choose' },
                    ...Object.entries(groundWords).map(([value, text]) => ({ value, text })),
                  ],
                }),
              },
            ],
          }),
          ask.textarea({
            name: 'says',
            label: label('In words'),
            hint: 'Where the document is to be had, or why it is refused. The member reads it.',
            rows: 5,
          }),
        ],
      }),
    },
  }
}

/** The document itself. */
export const requestedFilePage: Page = {
  path: requestedFilePath.pattern,
  may: [scrutiny, ...answerers],
  get: async (visit) => {
    const outcome = await visit.ask(readRequestedDocument, { request: visit.params['request'] })
    return outcome.ok
      ? { file: outcome.value.bytes, type: outcome.value.mediaType, download: outcome.value.name }
      : { refusal: outcome.refusal }
  },
}

export const requestPages: Page[] = [requestDocumentPage, documentRequestsPage, documentRequestPage, requestedFilePage]
