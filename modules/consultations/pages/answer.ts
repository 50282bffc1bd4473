import { asking, button, details, errorSummary, facts, insetText, panel, questionPage, warningText } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { randomUUID } from 'node:crypto'
import { anyone, type Outcome, type Refusal } from '#platform/use-case.ts'
import type { PublicConsultation } from '../published.ts'
import { viewConsultation } from '../queries.ts'
import { shownWith, type Answers } from '../questions/follow.ts'
import { permissionIn } from '../words/permission.ts'
import { checkAnswers } from '../questions/check-answers.ts'
import { inWording, original } from '../questions/wording.ts'
import type { Section } from '../questions/questionnaire.ts'
import { beginAnswers, dropAnswers, readStarted, saveAnswers, sendAnswers } from '../responses/started.ts'
import { isUuid } from '#platform/input.ts'
import { answerEquality } from '../equality/answer-equality.ts'
import { answersIn, answerWords, boxesOf, questionFields } from './question-fields.ts'
import {
  aboutYouPath,
  answerPath,
  answerSectionPath,
  checkAnswersPath,
  consultationPath,
  receivedPath,
  resumePath,
  savedPath,
} from './paths.ts'
import { prose } from './words.ts'

const counts = { post: 'answer' } as const

/** Begin to answer. */
export const answerPage: Page = {
  path: answerPath.pattern,
  may: [anyone],
  counts,
  get: (visit) => begin(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const { key, wording, letterCode } = form.values
    const outcome = await visit.perform(beginAnswers, {
      ref,
      key,
      wording: wording || original.wording,
      letterCode: letterCode?.trim() || null,
    })
    if (!outcome.ok) return begin(visit, form, outcome.refusal)
    const found = await visit.ask(viewConsultation, { ref })
    if (!found.ok) return { refusal: found.refusal }
    const first = found.value.consultation.questionnaire.sections[0]
    return {
      redirect: first
        ? answerSectionPath({ ref, code: outcome.value.code, section: first.key })
        : consultationPath({ ref }),
    }
  },
}

async function begin(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const ref = visit.params['ref'] ?? ''
  const found = await visit.ask(viewConsultation, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const { consultation: c, standing, closesOn } = found.value
  if (standing !== 'open') return { redirect: consultationPath({ ref }) }
  const values = form?.values ?? { wording: visit.query['in'] ?? original.wording }
  const ask = asking({ values, errors: refusal?.fields ?? {} })
  const given = form?.values['key']
  const key = isUuid(given) ? given : randomUUID()
  const fields = [
    ...(c.wordings.length
      ? [
          ask.radios({
            name: 'wording',
            legend: { text: 'Which words suit you best?', classes: 'govuk-fieldset__legend--s' },
            items: [original, ...c.wordings].map((one) => ({
              value: one.wording,
              text: html`<span lang="${one.language}" dir="${'direction' in one ? one.direction : 'ltr'}"
                >${one.name}</span
              >`,
            })),
          }),
        ]
      : []),
    ask.input({
      name: 'letterCode',
      label: { text: 'Code from a letter (optional)', classes: 'govuk-label--s' },
      hint: 'If we wrote to you, the code is at the top. You can answer without one.',
      classes: 'govuk-input--width-10',
      spellcheck: false,
      autocomplete: 'off',
    }),
  ]
  return {
    status: refusal ? (refusal.kind === 'invalid' ? 422 : 409) : 200,
    view: {
      title: 'Before you begin',
      back: consultationPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: c.title,
        heading: 'Before you begin',
        refusal: refusal && refusal.kind !== 'invalid' ? refusal : undefined,
        lead: html`<p class="govuk-body">
            Answer what you like of
            ${c.questionnaire.sections.reduce((sum, { questions }) => sum + questions.length, 0)} questions in
            ${c.questionnaire.sections.length} parts. What you type is saved at each step; with a code you can go on
            later, until ${longDay(closesOn)}. You need no account.
          </p>
          <p class="govuk-body">${publishedHow(c)} Please leave names and addresses out.</p>`,
        fields,
        hidden: html`${visit.formFields()}<input type="hidden" name="key" value="${key}" />`,
        buttonText: 'Begin',
      }),
    },
  }
}

type Going = {
  c: PublicConsultation
  code: string
  answers: Answers
  shown: Set<string>
  sections: Section[]
  key: string
  lang: string
  dir: string
  files: Map<string, string>
}

/** What is saved under the code in the address, in the wording that was chosen, with the parts that are shown to whoever gave it. */
async function going(visit: Visit): Promise<Outcome<Going>> {
  const { ref = '', code = '' } = visit.params
  const found = await visit.ask(viewConsultation, { ref })
  if (!found.ok) return found
  const saved = await visit.perform(readStarted, { ref, code })
  if (!saved.ok) return saved
  const { consultation: c } = found.value
  const wording = c.wordings.find((one) => one.wording === saved.value.wording)
  const { answers } = checkAnswers(c.questionnaire, saved.value.answers, { complete: false })
  const shown = shownWith(c.questionnaire, answers)
  const { sections } = inWording(c.questionnaire, wording?.content ?? null)
  return {
    ok: true,
    value: {
      c,
      code,
      answers: saved.value.answers,
      shown,
      sections,
      key: saved.value.key,
      lang: wording?.language ?? 'en',
      dir: wording?.direction ?? 'ltr',
      files: new Map(saved.value.files.map(({ sha256, name }) => [Buffer.from(sha256).toString('hex'), name])),
    },
  }
}

const isShown =
  ({ shown }: Pick<Going, 'shown'>) =>
  ({ questions }: Section) =>
    questions.length === 0 || questions.some(({ key }) => shown.has(key))

/**
 * Where somebody left off: the first part that lacks what has to be answered, of those up to the last in which they answered something; else
 * the part after that, or all answers where it was the last.
 */
function whereToGoOn(ref: string, code: string, g: Pick<Going, 'sections' | 'answers' | 'shown'>): string {
  const shown = g.sections.filter(isShown(g))
  const last = shown.findLastIndex(({ questions }) => questions.some(({ key }) => g.answers[key] !== undefined))
  const lacks = ({ questions }: Section) =>
    questions.some(({ key, required }) => required && g.shown.has(key) && g.answers[key] === undefined)
  const next = shown.slice(0, last + 1).find(lacks) ?? shown[last + 1]
  return next ? answerSectionPath({ ref, code, section: next.key }) : checkAnswersPath({ ref, code })
}

// Words are published only where the questionnaire asks whether they may be.
const publishedHow = ({ questionnaire }: Pick<PublicConsultation, 'questionnaire'>): string =>
  permissionIn(questionnaire)
    ? 'We publish your words only if you say that we may, and never who wrote them.'
    : 'We publish what people said taken together, never who said it.'

/** One part of the questions. */
export const answerSectionPage: Page = {
  path: answerSectionPath.pattern,
  may: [anyone],
  counts,
  get: (visit) => part(visit, null, {}),
  post: async (visit, form) => {
    const outcome = await going(visit)
    if (!outcome.ok) return sentAlready(visit, form, outcome.refusal)
    const { c, code } = outcome.value
    const { ref } = c
    const section = c.questionnaire.sections.find(({ key }) => key === visit.params['section'])
    if (!section) return { redirect: checkAnswersPath({ ref, code }) }
    const later = form.values['do'] === 'later'
    const { answers, errors } = answersIn(section.questions, form)
    if (Object.keys(errors).length) return part(visit, form, errors)
    const uploads = section.questions.filter(({ kind }) => kind === 'upload').map(({ key }) => key)
    for (const key of uploads) {
      const kept = outcome.value.answers[key]
      if (kept !== undefined && form.values[`${key}-drop`] !== 'yes') answers[key] = kept
    }
    const save = (complete: boolean) =>
      visit.perform(saveAnswers, {
        ref,
        code,
        questions: section.questions.map(({ key }) => key),
        answers,
        complete,
        files: form.files
          .filter(({ field }) => uploads.includes(field))
          .map(({ field, name, bytes }) => ({ question: field, name, bytes })),
      })
    const first = await save(!later)
    // Nobody is told off for a question that the page did not show yet: what they answered is saved, and it is shown.
    const unseen =
      !first.ok
      && first.refusal.kind === 'invalid'
      && Object.keys(first.refusal.fields).every((name) => !outcome.value.shown.has(keyOf(name)))
    const saved = unseen ? await save(false) : first
    if (!saved.ok)
      return saved.refusal.kind === 'invalid' ? part(visit, form, saved.refusal.fields) : { refusal: saved.refusal }
    if (later) return { redirect: savedPath({ ref, code }) }
    const after = await going(visit)
    if (!after.ok) return { refusal: after.refusal }
    const shown = after.value.sections.filter(isShown(after.value))
    const at = after.value.sections.findIndex(({ key }) => key === section.key)
    const next = after.value.sections.slice(at + 1).find((one) => shown.includes(one))
    // What was just answered may bring another question of this part to light.
    const fresh = section.questions.find(
      ({ key }) =>
        after.value.shown.has(key) && !outcome.value.shown.has(key) && after.value.answers[key] === undefined,
    )
    return {
      redirect: fresh
        ? `${answerSectionPath({ ref, code, section: section.key })}?more=${fresh.key}`
        : next
          ? answerSectionPath({ ref, code, section: next.key })
          : checkAnswersPath({ ref, code }),
    }
  },
}

const keyOf = (name: string) => name.replace('answers.', '').split('.')[0] ?? name

// On a bad connection the page that was sent may have arrived and its answer not: whoever sends it again finds their receipt.
async function sentAlready(visit: Visit, form: Form, refusal: Refusal): Promise<Reply> {
  const { ref = '', code = '' } = visit.params
  const key = form.values['key']
  if (!isUuid(key)) return { refusal }
  const before = await visit.perform(sendAnswers, { ref, code, key })
  return before.ok ? { redirect: receivedPath({ ref, receipt: before.value.receipt }) } : { refusal }
}

async function part(visit: Visit, form: Form | null, errors: Record<string, string>): Promise<Reply> {
  const outcome = await going(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const g = outcome.value
  const { ref } = g.c
  const section = g.sections.find(({ key }) => key === visit.params['section'])
  if (!section) return { redirect: checkAnswersPath({ ref, code: g.code }) }
  const shown = g.sections.filter(isShown(g))
  const at = shown.indexOf(section)
  const boxes = {
    ...(form ? { values: form.values, lists: form.lists } : boxesOf(section.questions, g.answers)),
    errors,
  }
  const ask = asking(boxes)
  const previous = shown[at - 1]
  const asked = section.questions.filter(({ key }) => g.shown.has(key))
  const more = form ? undefined : asked.find(({ key }) => key === visit.query['more'])
  const hasFiles = asked.some(({ kind }) => kind === 'upload')
  const fields = asked.map((question) => {
    const held = g.answers[question.key]
    return questionFields(ask, question, boxes, {
      files: Array.isArray(held) ? held.flatMap((one) => g.files.get(one) ?? []) : [],
    })
  })
  return {
    status: Object.keys(errors).length ? 422 : 200,
    view: {
      title: section.title,
      hasErrors: Object.keys(errors).length > 0,
      back: previous ? answerSectionPath({ ref, code: g.code, section: previous.key }) : answerPath({ ref }),
      body: html`<div lang="${g.lang}" dir="${g.dir}">
        ${questionPage({
          ask,
          hasFiles,
          caption: html`<span lang="en">Part ${at + 1} of ${shown.length}</span>`,
          heading: section.title,
          lead: html`${
            more
            && insetText({
              text: html`<span lang="en">Saved. What you answered leads to one more question on this page:</span>
                <a class="govuk-link" href="#${more.key}">${more.words}</a>`,
            })
          }${section.lead !== null && prose(section.lead)}`,
          fields,
          hidden: html`${visit.formFields()}<input type="hidden" name="key" value="${g.key}" />`,
          buttonText: 'Save and continue',
          alsoButtons: [{ text: 'Save and go on later', name: 'do', value: 'later' }],
        })}
      </div>`,
    },
  }
}

/** What will be sent? */
export const checkAnswersPage: Page = {
  path: checkAnswersPath.pattern,
  may: [anyone],
  counts,
  get: (visit) => check(visit, null),
  post: async (visit, form) => {
    const { ref = '', code = '' } = visit.params
    if (form.values['do'] === 'drop') {
      const dropped = await visit.perform(dropAnswers, { ref, code })
      return dropped.ok ? { redirect: `${consultationPath({ ref })}?done=dropped` } : { refusal: dropped.refusal }
    }
    const outcome = await visit.perform(sendAnswers, { ref, code, key: form.values['key'] })
    return outcome.ok
      ? { redirect: receivedPath({ ref, receipt: outcome.value.receipt }) }
      : check(visit, outcome.refusal)
  },
}

async function check(visit: Visit, refusal: Refusal | null): Promise<Reply> {
  const outcome = await going(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const g = outcome.value
  const { ref } = g.c
  const errors = Object.entries(refusal?.fields ?? {}).map(([name, text]) => {
    const key = name.replace('answers.', '')
    const section = g.sections.find(({ questions }) => questions.some((one) => one.key === key))
    const words = section?.questions.find((one) => one.key === key)?.words
    return {
      text: words === undefined ? text : `${words}: ${text}`,
      ...(section ? { href: answerSectionPath({ ref, code: g.code, section: section.key }) } : {}),
    }
  })
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'Check your answers',
      hasErrors: refusal !== null,
      body: html`<div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          ${errors.length > 0 && errorSummary({ errorList: errors })}${refusal && !errors.length && warningText({ text: [refusal.what, ...refusal.because].join(' ') })}
          <span class="govuk-caption-l">${g.c.title}</span>
          <h1 class="govuk-heading-l">Check your answers</h1>
          <div lang="${g.lang}" dir="${g.dir}">
            ${g.sections
              .filter(isShown(g))
              .map((section) =>
                facts({
                  title: section.title,
                  card: {
                    actions: {
                      items: [{ href: answerSectionPath({ ref, code: g.code, section: section.key }), text: 'Change' }],
                    },
                  },
                  rows: section.questions
                    .filter(({ key }) => g.shown.has(key))
                    .map((question) => ({
                      key: question.words,
                      value: answerWords(question, g.answers[question.key], g.files),
                    })),
                }),
              )}
          </div>
          <p class="govuk-body">
            Once they are sent, your answers cannot be changed. ${publishedHow(g.c)} Please check that they name nobody.
          </p>
          <form method="post">
            ${visit.formFields()}<input type="hidden" name="key" value="${g.key}" />
            <div class="govuk-button-group">${button({ text: 'Send my answers', preventDoubleClick: true })}</div>
            ${details({
              summary: 'Send nothing, and delete my answers',
              text: html`<p class="govuk-body">What you have saved is gone then, and nobody can bring it back.</p>
                ${button({ text: 'Delete my answers', classes: 'govuk-button--warning', name: 'do', value: 'drop' })}`,
            })}
          </form>
          <p class="govuk-body"><a class="govuk-link" href="${savedPath({ ref, code: g.code })}">Go on later</a></p>
        </div>
      </div>`,
    },
  }
}

/** How do I go on later? */
export const savedPage: Page = {
  path: savedPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const outcome = await going(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { c, code } = outcome.value
    return {
      view: {
        title: 'Saved',
        body: html`<div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            ${panel({ title: 'Saved', text: html`Your code<br /><strong>${code}</strong>` })}
            <p class="govuk-body">
              Write the code down. With it, and only with it, you can go on: on the page of this consultation, choose to
              go on later. We cannot find it for you.
            </p>
            <p class="govuk-body">Nothing is sent yet. What you saved is deleted 30 days after you last saved it.</p>
            ${warningText({ text: 'On a computer that others use, close the browser now.' })}
            <p class="govuk-body">
              <a class="govuk-link" href="${whereToGoOn(c.ref, code, outcome.value)}">Go on now</a> ·
              <a class="govuk-link" href="${consultationPath({ ref: c.ref })}">Back to the consultation</a>
            </p>
          </div>
        </div>`,
      },
    }
  },
}

/** Under which code did you save your answers? */
export const resumePage: Page = {
  path: resumePath.pattern,
  may: [anyone],
  counts,
  get: (visit) => resume(visit, null, {}),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.perform(readStarted, { ref, code: (form.values['code'] ?? '').trim() })
    if (!outcome.ok)
      return resume(visit, form, {
        code:
          outcome.refusal.kind === 'missing'
            ? 'There are no saved answers under this code. Check it; if they were sent or deleted, there is nothing to go on with.'
            : outcome.refusal.what,
      })
    const { questionnaire, answers } = outcome.value
    const given = checkAnswers(questionnaire, answers, { complete: false }).answers
    return {
      redirect: whereToGoOn(ref, (form.values['code'] ?? '').trim().toUpperCase().replaceAll(/\s+/gu, ''), {
        sections: questionnaire.sections,
        answers,
        shown: shownWith(questionnaire, given),
      }),
    }
  },
}

async function resume(visit: Visit, form: Form | null, errors: Record<string, string>): Promise<Reply> {
  const ref = visit.params['ref'] ?? ''
  const found = await visit.ask(viewConsultation, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const ask = asking({ values: form?.values, errors })
  return {
    status: form ? 422 : 200,
    view: {
      title: 'Go on with your answers',
      back: consultationPath({ ref }),
      hasErrors: form !== null,
      body: questionPage({
        ask,
        caption: found.value.consultation.title,
        heading: 'Go on with your answers',
        hidden: visit.formFields(),
        fields: ask.input({
          name: 'code',
          label: 'Your code',
          hint: 'Four groups of five letters and digits',
          spellcheck: false,
          autocomplete: 'off',
        }),
      }),
    },
  }
}

/** Did it arrive? */
export const receivedPage: Page = {
  path: receivedPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const { ref = '', receipt = '' } = visit.params
    const found = await visit.ask(viewConsultation, { ref })
    if (!found.ok) return { refusal: found.refusal }
    const { consultation: c } = found.value
    return {
      view: {
        title: 'We have your answers',
        body: html`<div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            ${panel({ title: 'We have your answers', text: html`Your reference<br /><strong>${/^R-[0-9A-Z-]{5,15}$/u.test(receipt) ? receipt : ''}</strong>` })}
            <p class="govuk-body">Thank you. Keep the reference if you want to ask about your answers.</p>
            <h2 class="govuk-heading-m">What happens next</h2>
            <p class="govuk-body">
              When the consultation is over, everything that came in is read, counted and answered. What became of it
              will stand on <a class="govuk-link" href="${consultationPath({ ref })}">its page</a>.
            </p>
            ${
              c.questionnaire.equality.length > 0
              && html`<h2 class="govuk-heading-m">May we ask who you are?</h2>
                <p class="govuk-body">
                  It helps us see whom we have not heard. These answers are kept apart and cannot be joined to what you
                  said.
                </p>
                ${button({ text: 'Say who I am', href: aboutYouPath({ ref }) })}`
            }
          </div>
        </div>`,
      },
    }
  },
}

/** Who are you? Asked apart, kept apart. */
export const aboutYouPage: Page = {
  path: aboutYouPath.pattern,
  may: [anyone],
  counts,
  get: (visit) => about(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const found = await visit.ask(viewConsultation, { ref })
    if (!found.ok) return { refusal: found.refusal }
    const { answers } = answersIn(found.value.consultation.questionnaire.equality, form)
    // The form's own key sees to it that one sent twice counts once; nothing else knows of it.
    const outcome = await visit.perform(
      answerEquality,
      { ref, consent: form.values['consent'] === 'yes', answers },
      form,
    )
    return outcome.ok ? { redirect: `${aboutYouPath({ ref })}?done=yes` } : about(visit, form, outcome.refusal)
  },
}

async function about(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const ref = visit.params['ref'] ?? ''
  const found = await visit.ask(viewConsultation, { ref })
  if (!found.ok) return { refusal: found.refusal }
  const { consultation: c } = found.value
  if (visit.query['done']) {
    return {
      view: {
        title: 'Thank you',
        body: html`${panel({ title: 'Thank you' })}
          <p class="govuk-body">Your answers were counted, apart from everything else.</p>
          <p class="govuk-body">
            <a class="govuk-link" href="${consultationPath({ ref })}">Back to the consultation</a>
          </p>`,
      },
    }
  }
  const boxes = form ? { values: form.values, lists: form.lists } : { values: {}, lists: {} }
  const ask = asking({ ...boxes, errors: refusal?.fields ?? {} })
  const fields: Html[] = [
    ...c.questionnaire.equality.map((question) => questionFields(ask, question, boxes)),
    ask.checkboxes({
      name: 'consent',
      legend: { text: 'May we keep these answers?', classes: 'govuk-fieldset__legend--s' },
      items: [{ value: 'yes', text: 'Yes, keep them apart from what I said, to see whom you have heard' }],
    }),
  ]
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'About you',
      back: consultationPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: c.title,
        heading: 'About you',
        refusal: refusal && refusal.kind !== 'invalid' ? refusal : undefined,
        hidden: visit.formFields(),
        fields,
        buttonText: 'Send',
        lead: html`<p class="govuk-body">
          Answer what you like, or nothing. We keep no name, no reference and no time with it, and mix it with the
          answers of others, so that nobody can join it to what you said.
        </p>`,
      }),
    },
  }
}
