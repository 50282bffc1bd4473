import { staff } from '#authority'
import { button, facts, findingsList, insetText } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { missing, type Outcome } from '#platform/use-case.ts'
import type { Form, Page, Visit } from '#platform/page.ts'
import { asking } from '#govuk'
import { answersOffered } from '../questions/follow.ts'
import {
  kindNames,
  kinds,
  nextKey,
  optionsFrom,
  questionsOf,
  type Condition,
  type Question,
  type Questionnaire,
  type Section,
} from '../questions/questionnaire.ts'
import { inWording, original } from '../questions/wording.ts'
import { setQuestions } from '../set-questions.ts'
import { backToDesk, captionOf, onDesk, savedOnDesk, versionField } from './desk-about.ts'
import type { OnDesk } from './desk.ts'
import { deskForm } from './desk-form.ts'
import { deskConsultationPath, equalityPath, previewPath, questionPath, questionsPath, sectionPath } from './paths.ts'
import { questionFields } from './question-fields.ts'
import { doneBanner, prose } from './words.ts'

/** What is asked, part by part? */
export const questionsPage: Page = {
  path: questionsPath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await onDesk(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { consultation: c, findings } = outcome.value
    const { ref } = c
    const faults = new Set(findings.faults.map(({ question }) => question))
    const edit = c.state === 'draft'
    return {
      view: {
        title: 'The questions',
        back: deskConsultationPath({ ref }),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${captionOf(outcome.value)}</span>
          <h1 class="govuk-heading-l">The questions</h1>
          ${findings.faults.length > 0 && findingsList(findings.faults.map(({ says }) => ({ weight: 'error', says })))}
          ${c.questionnaire.sections.map(
            (section) =>
              html`${facts({
                title: section.title,
                card: edit
                  ? {
                      actions: {
                        items: [
                          {
                            href: sectionPath({ ref, section: section.key }),
                            text: 'Change',
                            visuallyHiddenText: `the part ${section.title}`,
                          },
                        ],
                      },
                    }
                  : undefined,
                rows: section.questions.map((one) => ({
                  key: `${one.words}${faults.has(one.key) ? ' (to be put right)' : ''}`,
                  value: html`${kinds[one.kind]}${one.required ? ', has to be answered' : ''}${one.options.length > 0 && html`<br />${one.options.map(({ words }) => words).join('; ')}`}${one.showIf.map((condition) => html`<br /><span class="remit-quiet">${conditionWords(c.questionnaire, condition)}</span>`)}`,
                  ...(edit ? { change: { href: questionPath({ ref, section: section.key, question: one.key }) } } : {}),
                })),
              })}${edit && html`<p class="govuk-body"><a class="govuk-link" href="${questionPath({ ref, section: section.key, question: 'new' })}">Add a question to “${section.title}”</a></p>`}`,
          )}
          ${c.questionnaire.sections.length === 0 && html`<p class="govuk-body">There are no parts yet. Begin with one.</p>`}
          ${edit && button({ text: 'Add a part', href: sectionPath({ ref, section: 'new' }), classes: 'govuk-button--secondary' })}
          <p class="govuk-body">
            <a class="govuk-link" href="${previewPath({ ref, wording: original.wording })}">See it as others will</a>
          </p>`,
      },
    }
  },
}

const conditionWords = (questionnaire: Questionnaire, { question, is }: Condition): string => {
  const on = questionsOf(questionnaire).find(({ key }) => key === question)
  const words = is.map((key) => (on ? (answersOffered(on).find((one) => one.key === key)?.words ?? key) : key))
  return `Only if “${on?.words ?? question}” is answered with ${words.map((one) => `“${one}”`).join(' or ')}`
}

type InSection = OnDesk & { section: Section | null }

const inSection = async (visit: Visit): Promise<Outcome<InSection>> => {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return outcome
  const key = visit.params['section']
  const section = outcome.value.consultation.questionnaire.sections.find((one) => one.key === key) ?? null
  return section || key === 'new'
    ? { ok: true, value: { ...outcome.value, section } }
    : missing('There is no such part.')
}

const toQuestions = (_: unknown, { params }: Visit) => questionsPath({ ref: params['ref'] ?? '' })
const savedQuestions = (_value: unknown, _seen: unknown, { params }: Visit) =>
  `${questionsPath({ ref: params['ref'] ?? '' })}?done=saved`

const keep = (visit: Visit, form: Form, { consultation: { ref } }: OnDesk, questionnaire: Questionnaire) =>
  visit.perform(setQuestions, { ref, version: form.values['version'], questionnaire }, form)

/** A part of the questions: its title, its place, or that it goes. */
export const sectionPage = deskForm<InSection>({
  path: sectionPath,
  see: inSection,
  back: toQuestions,
  caption: captionOf,
  hidden: versionField,
  heading: ({ section }) => (section ? `The part “${section.title}”` : 'A new part'),
  typed: ({ section, consultation: { questionnaire } }) => ({
    values: {
      title: section?.title ?? '',
      lead: section?.lead ?? '',
      place: String(section ? questionnaire.sections.indexOf(section) + 1 : questionnaire.sections.length + 1),
    },
  }),
  fields: (ask) => [
    ask.input({ name: 'title', label: 'Title' }),
    ask.textarea({ name: 'lead', label: 'What people should know first (optional)', rows: 4 }),
    ask.input({ name: 'place', label: 'Place among the parts', classes: 'govuk-input--width-2', inputmode: 'numeric' }),
  ],
  button: 'Save and return',
  also: ({ section }) => (section ? [{ text: 'Remove it with its questions', name: 'do', value: 'remove' }] : []),
  send: (visit, form, seen) => {
    const { questionnaire } = seen.consultation
    const rest = questionnaire.sections.filter((one) => one !== seen.section)
    if (form.values['do'] === 'remove') return keep(visit, form, seen, { ...questionnaire, sections: rest })
    const section = {
      key: seen.section?.key ?? nextKey(questionnaire, 's'),
      title: form.values['title'] ?? '',
      lead: form.values['lead']?.trim() || null,
      questions: seen.section?.questions ?? [],
    }
    if (!section.title.trim()) return Promise.resolve({ errors: { title: 'Enter a title.' } })
    return keep(visit, form, seen, { ...questionnaire, sections: placed(rest, section, form.values['place']) })
  },
  done: savedQuestions,
})

function placed<T>(rest: readonly T[], one: T, typed: string | undefined): T[] {
  const at = Math.min(rest.length, Math.max(0, (Number(typed) || rest.length + 1) - 1))
  return rest.toSpliced(at, 0, one)
}

type InQuestion = InSection & { section: Section; question: Question | null }

/** A question: its words, how it is answered, when it is shown. */
export const questionPage = deskForm<InQuestion>({
  path: questionPath,
  back: toQuestions,
  caption: captionOf,
  hidden: versionField,
  see: async (visit) => {
    const outcome = await inSection(visit)
    if (!outcome.ok) return outcome
    const { section } = outcome.value
    const question = section?.questions.find(({ key }) => key === visit.params['question']) ?? null
    return section && (question || visit.params['question'] === 'new')
      ? { ok: true, value: { ...outcome.value, section, question } }
      : missing('There is no such question.')
  },
  heading: ({ question }) => (question ? 'A question' : 'A new question'),
  typed: ({ question: q, section, consultation: { questionnaire } }) => ({
    values: {
      words: q?.words ?? '',
      help: q?.help ?? '',
      kind: q?.kind ?? '',
      options: linesOf(q?.options),
      rows: linesOf(q?.rows),
      from: String(q?.scale?.from ?? 1),
      to: String(q?.scale?.to ?? 5),
      low: q?.scale?.low ?? '',
      high: q?.scale?.high ?? '',
      place: String(q ? section.questions.indexOf(q) + 1 : section.questions.length + 1),
      ...(q?.required ? { required: 'yes' } : {}),
    },
    lists: {
      showIf: (q?.showIf ?? []).flatMap(({ question, is }) => is.map((one) => `${question}=${one}`)),
      section: [questionnaire.sections[0]?.key ?? ''],
    },
  }),
  fields: (ask, { question, consultation: { questionnaire } }) => {
    const all = questionsOf(questionnaire)
    const earlier = question
      ? all.slice(
          0,
          all.findIndex(({ key }) => key === question.key),
        )
      : all
    const conditions = earlier.flatMap((one) =>
      answersOffered(one).map(({ key, words }) => ({
        value: `${one.key}=${key}`,
        text: `“${one.words}” is answered with “${words}”`,
      })),
    )
    const options = ask.textarea({
      name: 'options',
      label: 'Answers to choose from',
      hint: 'One a line. For “one choice for each of several things”, what can be chosen for each. Not needed for words, a scale or a file.',
      rows: 6,
    })
    return [
      ask.textarea({ name: 'words', label: 'The question', rows: 2 }),
      ask.textarea({ name: 'help', label: 'Help (optional)', rows: 2 }),
      ask.radios({
        name: 'kind',
        legend: { text: 'How is it answered?', classes: 'govuk-fieldset__legend--s' },
        items: kindNames.map((value) => ({ value, text: kinds[value] })),
      }),
      options,
      ask.textarea({
        name: 'rows',
        label: 'Several things: which?',
        hint: 'Only for “one choice for each of several things”. One a line',
        rows: 4,
      }),
      ask.input({
        name: 'from',
        label: 'Scale: the first number',
        hint: 'This and the next three only for “a place on a scale”',
        classes: 'govuk-input--width-2',
        inputmode: 'numeric',
      }),
      ask.input({
        name: 'low',
        label: 'Scale: what the first number means',
        hint: 'For example: not clear at all',
        classes: 'govuk-input--width-20',
      }),
      ask.input({ name: 'to', label: 'Scale: the last number', classes: 'govuk-input--width-2', inputmode: 'numeric' }),
      ask.input({
        name: 'high',
        label: 'Scale: what the last number means',
        hint: 'For example: entirely clear',
        classes: 'govuk-input--width-20',
      }),
      ask.checkboxes({
        name: 'required',
        legend: { text: 'Has it to be answered?', classes: 'govuk-fieldset__legend--s' },
        items: [{ value: 'yes', text: 'Yes' }],
      }),
      ...(conditions.length
        ? [
            ask.checkboxes({
              name: 'showIf',
              legend: { text: 'Show it only if (optional)', classes: 'govuk-fieldset__legend--s' },
              hint: 'Of one question, any of the ticked answers will do; of several questions, all have to fit.',
              items: conditions,
              classes: 'govuk-checkboxes--small',
            }),
          ]
        : []),
      ask.input({ name: 'place', label: 'Place in its part', classes: 'govuk-input--width-2', inputmode: 'numeric' }),
    ]
  },
  button: 'Save and return',
  also: ({ question }) => (question ? [{ text: 'Remove it', name: 'do', value: 'remove' }] : []),
  send: (visit, form, seen) => {
    const {
      question: was,
      section,
      consultation: { questionnaire },
    } = seen
    const rest = section.questions.filter((one) => one !== was)
    const into = (questions: Question[]) =>
      keep(visit, form, seen, {
        ...questionnaire,
        sections: questionnaire.sections.map((one) => (one === section ? { ...section, questions } : one)),
      })
    if (form.values['do'] === 'remove') return into(rest)
    const read = questionIn(form, was, was?.key ?? nextKey(questionnaire, 'q'))
    return 'errors' in read ? Promise.resolve(read) : into(placed(rest, read.question, form.values['place']))
  },
  done: savedQuestions,
})

const linesOf = (options: readonly { words: string }[] | undefined) =>
  (options ?? []).map(({ words }) => words).join('\n')

function questionIn(
  { values: v, lists }: Form,
  was: Question | null,
  key: string,
): { question: Question } | { errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const kind = kindNames.find((one) => one === v['kind'])
  if (!v['words']?.trim()) errors['words'] = 'Enter the question.'
  if (!kind) errors['kind'] = 'Choose how it is answered.'
  const lines = (name: string) => [
    ...new Set(
      (v[name] ?? '')
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ]
  const [from, to] = [Number(v['from']), Number(v['to'])]
  if (kind === 'scale' && !(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to <= 10 && from < to))
    errors['to'] = 'Enter whole numbers from 0 to 10, the second larger.'
  if (kind === 'scale' && (!v['low']?.trim() || !v['high']?.trim()))
    errors['low'] = 'Say in words what both ends of the scale mean.'
  if (Object.keys(errors).length || !kind) return { errors }
  const showIf = Map.groupBy(
    (lists['showIf'] ?? []).map((one) => one.split('=')),
    ([question = '']) => question,
  )
  const choices = ['single', 'multiple', 'matrix', 'ranking'].includes(kind)
  return {
    question: {
      key,
      kind,
      words: v['words'] ?? '',
      help: v['help']?.trim() || null,
      required: v['required'] === 'yes',
      showIf: [...showIf].map(([question, pairs]) => ({ question, is: pairs.map(([, answer = '']) => answer) })),
      options: choices ? optionsFrom(lines('options'), was?.options ?? []) : [],
      rows: kind === 'matrix' ? optionsFrom(lines('rows'), was?.rows ?? []) : [],
      scale: kind === 'scale' ? { from, to, low: v['low']?.trim() ?? '', high: v['high']?.trim() ?? '' } : null,
    },
  }
}

const usual: { words: string; options: string[] }[] = [
  {
    words: 'How old are you?',
    options: ['Under 16', '16 to 24', '25 to 44', '45 to 64', '65 to 84', '85 or over', 'I would rather not say'],
  },
  { words: 'What is your sex?', options: ['Female', 'Male', 'I would rather not say'] },
  {
    words: 'Are you disabled, or have you a long-term health condition?',
    options: ['Yes', 'No', 'I would rather not say'],
  },
  {
    words: 'Which is your ethnic group?',
    options: [
      'Asian or Asian British',
      'Black, Black British, Caribbean or African',
      'Mixed or multiple',
      'White',
      'Another',
      'I would rather not say',
    ],
  },
  {
    words: 'What is your religion or belief?',
    options: [
      'None',
      'Christian',
      'Muslim',
      'Hindu',
      'Sikh',
      'Jewish',
      'Buddhist',
      'Another',
      'I would rather not say',
    ],
  },
  { words: 'Do you look after somebody, unpaid?', options: ['Yes', 'No', 'I would rather not say'] },
]

/** Which questions are asked about who people are? */
export const equalityPage = deskForm<OnDesk>({
  path: equalityPath,
  see: onDesk,
  back: backToDesk,
  caption: captionOf,
  hidden: versionField,
  heading: () => 'Which questions are asked about who people are?',
  lead: () =>
    'They are asked apart, after the answers were sent, and kept apart: nobody can join them to what somebody said. Ask no more than you need to see whom you have not heard.',
  typed: ({
    consultation: {
      questionnaire: { equality },
    },
  }) => ({
    values: {},
    lists: {
      asks: equality.length
        ? usual.flatMap(({ words }, at) => (equality.some((one) => one.words === words) ? [String(at)] : []))
        : [],
    },
  }),
  fields: (ask) =>
    ask.checkboxes({
      name: 'asks',
      legend: { text: 'Questions', classes: 'govuk-visually-hidden' },
      items: usual.map(({ words, options }, at) => ({ value: String(at), text: words, hint: options.join('; ') })),
    }),
  button: 'Save and return',
  send: (visit, form, seen) => {
    const { questionnaire } = seen.consultation
    const own = questionnaire.equality.filter(({ words }) => !usual.some((one) => one.words === words))
    const chosen = (form.lists['asks'] ?? []).flatMap((at): Question[] => {
      const one = usual[Number(at)]
      const before = questionnaire.equality.find(({ words }) => words === one?.words)
      return one
        ? [
            before ?? {
              key: `e${Number(at) + 1}`,
              kind: 'single',
              words: one.words,
              help: null,
              required: false,
              showIf: [],
              options: optionsFrom(one.options, []),
              rows: [],
              scale: null,
            },
          ]
        : []
    })
    return keep(visit, form, seen, { ...questionnaire, equality: [...chosen, ...own] })
  },
  done: savedOnDesk('saved'),
})

/** What will people see? Every question in a wording, those that are shown to some only as well. */
export const previewPage: Page = {
  path: previewPath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await onDesk(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { consultation: c } = outcome.value
    const { ref, wording = 'en' } = visit.params as { ref: string; wording?: string }
    const chosen = c.wordings.filter((one) => one.wording === wording).at(-1)
    if (!chosen && wording !== original.wording) return { refusal: missing('There is no such wording.').refusal }
    const { sections, equality } = inWording(c.questionnaire, chosen?.content ?? null)
    const boxes = { values: {}, lists: {} }
    const shown = (question: Question): Html =>
      html`${question.showIf.map((condition) => html`<p class="govuk-hint" lang="en">${conditionWords(c.questionnaire, condition)}</p>`)}${questionFields(asking({}), question, boxes)}`
    const names = [original, ...new Map(c.wordings.map((one) => [one.wording, one])).values()]
    return {
      view: {
        title: `Preview: ${chosen?.content.title || c.title}`,
        back: deskConsultationPath({ ref }),
        body: html`${insetText({ text: html`A preview in ${chosen?.name ?? original.name}; nothing here is sent. ${names.length > 1 && names.map((one, at) => html`${at > 0 && ' · '}<a class="govuk-link" href="${previewPath({ ref, wording: one.wording })}">${one.name}</a>`)}` })}
          <div class="govuk-grid-row">
            <div
              class="govuk-grid-column-two-thirds"
              lang="${chosen?.language ?? 'en'}"
              dir="${chosen?.direction ?? 'ltr'}"
            >
              <h1 class="govuk-heading-l">${chosen?.content.title || c.title}</h1>
              ${prose(chosen?.content.why || (c.why ?? ''))}
              ${sections.map(
                (section) =>
                  html`<h2 class="govuk-heading-m">${section.title}</h2>
                    ${section.lead !== null && prose(section.lead)}${section.questions.map(shown)}`,
              )}
              ${
                equality.length > 0
                && html`<h2 class="govuk-heading-m" lang="en">About you, asked apart</h2>
                  ${equality.map(shown)}`
              }
            </div>
          </div>`,
      },
    }
  },
}
