import { decisionMaker, democraticServices, scrutiny } from '#authority'
import { asking, questionPage, type Asking } from '#govuk'
import { html, type Content, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { typedDay } from '#platform/typed.ts'
import type { Refusal } from '#platform/use-case.ts'
import { fieldErrors, onDesk, shownRefusal, type OnDesk } from '../../pages/draft-question.ts'
import { recordPath } from '../../pages/paths.ts'
import { prose } from '../../pages/prose.ts'
import { answerKeyChallenge, challengeKey, closeKeyChallenge } from '../challenge.ts'
import { answerChallengePath, challengePath, closeChallengePath } from '../paths.ts'
import { viewChallenges } from '../queries.ts'
import type { Challenge } from '../store.ts'

type Asked = {
  heading: string
  lead: Html
  button: string
  fields(ask: Asking): readonly Content[]
  typed?: Record<string, string | undefined>
}

const legend = (text: string) => ({ text, classes: 'govuk-fieldset__legend--s' })
const label = (text: string) => ({ text, classes: 'govuk-label--s' })

function page(
  { decision: { ref, title } }: OnDesk,
  visit: Visit,
  form: Form | null,
  refusal: Refusal | null,
  errors: Record<string, string>,
  { heading, lead, button, fields, typed }: Asked,
): Reply {
  const ask = asking({ values: form?.values ?? typed, errors: { ...(refusal ? fieldErrors(refusal) : {}), ...errors } })
  const asked = fields(ask)
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
        lead,
        refusal: shownRefusal(refusal),
        fields: asked,
        hidden: visit.formFields(),
        buttonText: button,
        cancel: { text: 'Cancel', href: recordPath({ ref }) },
      }),
    },
  }
}

/** Should this decision have been key? */
export const challengePage: Page = {
  path: challengePath.pattern,
  may: [scrutiny],
  get: (visit) => askChallenge(visit, null, null, {}),
  post: async (visit, form) => {
    const { ref = '' } = visit.params
    const due = typedDay(form.values, 'due')
    if (due === null || 'error' in due)
      return askChallenge(visit, form, null, {
        due: due === null ? 'Enter the day by which the report is required.' : due.error,
      })
    const { committee, reasons } = form.values
    const outcome = await visit.perform(challengeKey, { ref, committee, reasons, due: due.value.toString() }, form)
    return outcome.ok
      ? { redirect: `${recordPath({ ref })}?done=challenged` }
      : askChallenge(visit, form, outcome.refusal, {})
  },
}

async function askChallenge(
  visit: Visit,
  form: Form | null,
  refusal: Refusal | null,
  errors: Record<string, string>,
): Promise<Reply> {
  const seen = await onDesk(visit)
  if (!seen.ok) return { refusal: seen.refusal }
  const committees = seen.value.choices.posts.filter(({ kind }) => kind === 'committee')
  return page(seen.value, visit, form, refusal, errors, {
    heading: 'Should this decision have been key?',
    button: 'Require the report',
    lead: html`<p class="govuk-body">
      Where scrutiny thinks that a decision should have been treated as key, it may require a report from the executive
      within a reasonable period that it gives: the decision, its reasons, who made it, and why it was not key (SI
      2012/2089, reg 18). The question and the answer are published.
    </p>`,
    fields: (ask) => [
      ask.select({
        name: 'committee',
        label: label('Which committee requires it?'),
        items: [{ value: '', text: 'Choose' }, ...committees.map(({ post, title }) => ({ value: post, text: title }))],
      }),
      ask.textarea({
        name: 'reasons',
        label: label('Why should it have been key?'),
        hint: 'What it costs or saves, and whom it affects in which wards',
        rows: 5,
      }),
      ask.dateInput({ name: 'due', legend: legend('By which day?') }),
    ],
  })
}

async function found(visit: Visit): Promise<{ seen: OnDesk; challenge: Challenge } | { refusal: Refusal }> {
  const seen = await onDesk(visit)
  if (!seen.ok) return { refusal: seen.refusal }
  const all = await visit.ask(viewChallenges, { ref: seen.value.decision.ref })
  if (!all.ok) return { refusal: all.refusal }
  const challenge = all.value.challenges.find((one) => one.challenge === visit.params['challenge'])
  return challenge
    ? { seen: seen.value, challenge }
    : {
        refusal: {
          kind: 'missing',
          what: 'There is no such challenge.',
          because: [],
          next: 'Check the address.',
          fields: {},
        },
      }
}

/** What does the executive report? */
export const answerChallengePage: Page = {
  path: answerChallengePath.pattern,
  may: [decisionMaker, democraticServices],
  get: (visit) => askReport(visit, null, null),
  post: async (visit, form) => {
    const { ref = '', challenge } = visit.params
    const { decision, reasons, maker, agrees, whyNotKey } = form.values
    const outcome = await visit.perform(
      answerKeyChallenge,
      { challenge, decision, reasons, maker, agrees, whyNotKey },
      form,
    )
    return outcome.ok ? { redirect: `${recordPath({ ref })}?done=reported` } : askReport(visit, form, outcome.refusal)
  },
}

async function askReport(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const one = await found(visit)
  if ('refusal' in one) return one
  const { decision } = one.seen
  return page(
    one.seen,
    visit,
    form,
    refusal,
    {},
    {
      heading: 'What does the executive report?',
      button: 'Give the report',
      lead: html`<div class="govuk-inset-text">${prose(one.challenge.reasons)}</div>`,
      typed: {
        decision: decision.clauses
          .map(({ label: letter, words }) => (letter === null ? words : `(${letter}) ${words}`))
          .join('\n'),
        reasons: decision.reasons ?? '',
        maker: decision.decidedBy ?? '',
      },
      fields: (ask) => [
        ask.textarea({ name: 'decision', label: label('The decision'), rows: 6 }),
        ask.textarea({ name: 'reasons', label: label('The reasons for it'), rows: 5 }),
        ask.input({ name: 'maker', label: label('Who made it') }),
        ask.radios({
          name: 'agrees',
          legend: legend('Should it have been key?'),
          items: [
            { value: 'yes', text: 'Yes, the executive agrees' },
            {
              value: 'no',
              text: 'No',
              conditional: ask.textarea({ name: 'whyNotKey', label: label('Why not?'), rows: 5 }),
            },
          ],
        }),
      ],
    },
  )
}

/** What does scrutiny make of the report? */
export const closeChallengePage: Page = {
  path: closeChallengePath.pattern,
  may: [scrutiny],
  get: (visit) => askClose(visit, null, null),
  post: async (visit, form) => {
    const { ref = '', challenge } = visit.params
    const outcome = await visit.perform(
      closeKeyChallenge,
      { challenge, outcome: form.values['outcome'], says: form.values['says'] },
      form,
    )
    return outcome.ok
      ? { redirect: `${recordPath({ ref })}?done=challenge-closed` }
      : askClose(visit, form, outcome.refusal)
  },
}

async function askClose(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const one = await found(visit)
  if ('refusal' in one) return one
  return page(
    one.seen,
    visit,
    form,
    refusal,
    {},
    {
      heading: 'What does scrutiny make of the report?',
      button: 'Save',
      lead: html`<div class="govuk-inset-text">
        ${prose(one.challenge.report?.whyNotKey ?? 'The executive agrees that it should have been key.')}
      </div>`,
      fields: (ask) => [
        ask.radios({
          name: 'outcome',
          legend: legend('Scrutiny is'),
          items: [
            { value: 'satisfied', text: 'satisfied with the report' },
            { value: 'not-satisfied', text: 'not satisfied' },
          ],
        }),
        ask.textarea({ name: 'says', label: label('What does it say?'), hint: 'It is published.', rows: 5 }),
      ],
    },
  )
}

export const challengePages: Page[] = [challengePage, answerChallengePage, closeChallengePage]
