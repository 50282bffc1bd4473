import { fieldset, hint, radios, select, type Asking } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Form } from '#platform/page.ts'
import type { Answer, Answers } from '../questions/follow.ts'
import type { Question } from '../questions/questionnaire.ts'
import { prose } from './words.ts'

/** Values of boxes, as `asking` wants them. */
export type Boxes = {
  values: Record<string, string>
  lists: Record<string, string[]>
  errors?: Readonly<Record<string, string>>
}

/** The boxes of a question, whatever its kind: the same in every wording, on the page, in a preview and where others key it in. */
export function questionFields(
  ask: Asking,
  question: Question,
  boxes: Boxes,
  options: { number?: number; optionalWord?: boolean; files?: readonly string[] } = {},
): Html {
  const { key, kind, help, required, scale, rows } = question
  const words = `${options.number === undefined ? '' : `${options.number}. `}${question.words}${required || options.optionalWord === false ? '' : ' (optional)'}`
  const label = { text: words, classes: 'govuk-label--s' }
  const legend = { text: words, classes: 'govuk-fieldset__legend--s' }
  const told = help ?? undefined
  switch (kind) {
    case 'text':
      return ask.input({ name: key, label, hint: told })
    case 'long-text':
      return ask.textarea({ name: key, label, hint: told, rows: 6 })
    case 'single':
      return ask.radios({
        name: key,
        legend,
        hint: told,
        items: question.options.map((one) => ({ value: one.key, text: one.words })),
      })
    case 'multiple':
      return ask.checkboxes({
        name: key,
        legend,
        hint: told,
        items: question.options.map((one) => ({ value: one.key, text: one.words })),
      })
    case 'scale': {
      const { from, to, low, high } = scale ?? { from: 1, to: 5, low: '', high: '' }
      const items = Array.from({ length: to - from + 1 }, (_, n) => {
        const value = from + n
        return {
          value: String(value),
          text: value === from ? `${value}: ${low}` : value === to ? `${value}: ${high}` : String(value),
        }
      })
      return ask.radios({ name: key, legend, hint: told, items })
    }
    case 'upload':
      return html`${ask.fileUpload({ name: key, label, hint: told ?? 'A PDF, a Word document, a picture, a sound or video file, or plain text, up to 10 MB' })}${
        options.files
        && options.files.length > 0
        && html`<p class="govuk-body">Sent already: ${options.files.join(', ')}</p>`
      }`
    case 'matrix':
    case 'ranking': {
      const places = question.options.map((_, at) => ({ value: String(at + 1), text: ordinal(at + 1) }))
      const inner =
        kind === 'matrix'
          ? rows.map((row) =>
              radios({
                name: `${key}.${row.key}`,
                value: boxes.values[`${key}.${row.key}`],
                fieldset: { legend: { text: row.words } },
                classes: 'govuk-radios--small',
                items: question.options.map((one) => ({ value: one.key, text: one.words })),
              }),
            )
          : question.options.map((one) =>
              select({
                name: `${key}.${one.key}`,
                label: one.words,
                value: boxes.values[`${key}.${one.key}`],
                items: [{ value: '', text: 'No place' }, ...places],
              }),
            )
      // Several boxes have no component of their own; what is wrong stands where the reader looks for it.
      const first = kind === 'matrix' ? rows[0]?.key : question.options[0]?.key
      const wrong = ask.several({ name: key, id: `${key}.${first ?? ''}`, label: words })
      return html`<div class="govuk-form-group" id="${key}">
        ${fieldset({ legend }, html`${told !== undefined && hint({ text: told })}${wrong !== undefined && html`<p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${wrong}</p>`}${inner}`)}
      </div>`
    }
  }
}

const ordinal = (n: number): string =>
  `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`

/** The boxes that show answers again. */
export function boxesOf(questions: readonly Question[], answers: Answers): Boxes {
  const values: Record<string, string> = {}
  const lists: Record<string, string[]> = {}
  for (const { key, kind } of questions) {
    const answer = answers[key]
    if (answer === undefined || kind === 'upload') continue
    if (kind === 'ranking' && Array.isArray(answer))
      answer.forEach((one, at) => {
        values[`${key}.${one}`] = String(at + 1)
      })
    else if (Array.isArray(answer)) lists[key] = answer
    else if (typeof answer === 'object') for (const [row, one] of Object.entries(answer)) values[`${key}.${row}`] = one
    else values[key] = String(answer)
  }
  return { values, lists }
}

/** What a form says, as answers; what was put in order twice in one place is wrong by question. */
export function answersIn(
  questions: readonly Question[],
  form: Form,
): { answers: Answers; errors: Record<string, string> } {
  const answers: Answers = {}
  const errors: Record<string, string> = {}
  for (const { key, kind, rows, options } of questions) {
    const answer = answerIn()
    if (answer !== undefined && answer !== '') answers[key] = answer
    function answerIn(): Answer | undefined {
      switch (kind) {
        case 'multiple':
          return form.lists[key]
        case 'matrix': {
          const given = rows.flatMap((row) =>
            form.values[`${key}.${row.key}`] ? [[row.key, form.values[`${key}.${row.key}`] ?? '']] : [],
          )
          return given.length === 0 ? undefined : Object.fromEntries(given)
        }
        case 'ranking': {
          const placed = options.flatMap((one) =>
            form.values[`${key}.${one.key}`] ? [{ key: one.key, place: Number(form.values[`${key}.${one.key}`]) }] : [],
          )
          if (new Set(placed.map(({ place }) => place)).size < placed.length) errors[key] = 'Give each place once.'
          if (placed.length === 0) return undefined
          return placed.toSorted((a, b) => a.place - b.place).map((one) => one.key)
        }
        case 'upload':
          return undefined
        default:
          return form.values[key]
      }
    }
  }
  return { answers, errors }
}

/** An answer in words, for checking and reading. */
export function answerWords(
  { kind, options, rows, scale }: Question,
  answer: Answer | undefined,
  fileNames: ReadonlyMap<string, string> = new Map(),
): Html {
  const words = (key: string) => options.find((one) => one.key === key)?.words ?? key
  if (answer === undefined) return html`<span class="remit-quiet">Not answered</span>`
  if (kind === 'upload' && Array.isArray(answer))
    return html`${answer.map((one) => fileNames.get(one) ?? 'a file').join(', ')}`
  if (kind === 'ranking' && Array.isArray(answer))
    return html`<ol class="govuk-list govuk-list--number">
      ${answer.map((one) => html`<li>${words(one)}</li>`)}
    </ol>`
  if (Array.isArray(answer)) return html`${answer.map(words).join('; ')}`
  if (typeof answer === 'object')
    return html`<ul class="govuk-list">
      ${rows.flatMap(({ key, words: row }) => (answer[key] === undefined ? [] : [html`<li>${row}: ${words(answer[key])}</li>`]))}
    </ul>`
  if (kind === 'scale') return html`${answer} of ${scale?.to ?? ''}`
  return kind === 'single' ? html`${words(String(answer))}` : prose(String(answer))
}
