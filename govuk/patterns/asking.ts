import type { Html } from '#platform/html.ts'
import { checkboxes, type CheckboxesOptions } from '../components/checkboxes.ts'
import { characterCount, type CharacterCountOptions } from '../components/character-count.ts'
import { dateInput, type DateInputOptions } from '../components/date-input.ts'
import type { ErrorSummaryItem } from '../components/error-summary.ts'
import { fileUpload, type FileUploadOptions } from '../components/file-upload.ts'
import { input, type InputOptions } from '../components/input.ts'
import { radios, type RadiosOptions } from '../components/radios.ts'
import { select, type SelectOptions } from '../components/select.ts'
import { textarea, type TextareaOptions } from '../components/textarea.ts'
import type { LegendWords } from '../components/fieldset.ts'
import { textOf } from '../components/words.ts'

/** What was typed and what is wrong with it, by the name of the field. A first visit has neither. */
export type Answers = {
  values?: Readonly<Record<string, string | undefined>> | undefined
  /** Fields that may be sent more than once: checkboxes. */
  lists?: Readonly<Record<string, readonly string[] | undefined>> | undefined
  errors?: Readonly<Record<string, string | undefined>> | undefined
}

type Asked<Options> = Omit<Options, 'value' | 'values' | 'errorMessage'>
type AskedGroup<Options> = Omit<Asked<Options>, 'fieldset'> & { legend: LegendWords }

/** Fields that keep what was typed and say what is wrong, without being told each time. */
export type Asking = {
  input(options: Asked<InputOptions>): Html
  textarea(options: Asked<TextareaOptions>): Html
  characterCount(options: Asked<CharacterCountOptions>): Html
  select(options: Asked<SelectOptions>): Html
  fileUpload(options: Asked<FileUploadOptions>): Html
  radios(options: AskedGroup<RadiosOptions>): Html
  checkboxes(options: AskedGroup<CheckboxesOptions>): Html
  /** Three boxes named `until-day`, `until-month`, `until-year`; an error may go by any of these names or `until`. */
  dateInput(options: Omit<AskedGroup<DateInputOptions>, 'id' | 'namePrefix' | 'items'> & { name: string }): Html
  /** What is wrong with several boxes that have no component of their own; the summary leads to the first, which has this id. */
  several(options: { name: string; id: string; label?: LegendWords | undefined }): string | undefined
  hasErrors: boolean
  /**
   * Everything that is wrong, in the order in which the fields were asked, each a link to its field. What belongs to no
   * field comes first, without a link, so that no error is ever lost.
   */
  errorList(): readonly ErrorSummaryItem[]
}

/**
 * ```ts
 * const ask = asking({ values: form.values, errors: refusal.fields })
 * questionPage({ ask, heading: 'What was decided?', action, hidden: visit.formFields(),
 *   fields: [ask.textarea({ name: 'words', label: 'The decision, as it is written' })] })
 * ```
 */
export function asking({ values = {}, lists = {}, errors = {} }: Answers = {}): Asking {
  const asked = new Map<string, { href: string; text: string | undefined }>()
  const errorOf = (name: string, id: string, words?: LegendWords, toChoose = false): string | undefined => {
    const error = toChoose && errors[name] === emptyText ? 'Choose an answer.' : errors[name]
    const text = error ? withItsField(error, words) : undefined
    asked.set(name, { href: `#${id}`, text })
    return text
  }
  /** The value and error of one field. */
  const known = (
    field: { name: string; id?: string | undefined; label?: LegendWords | undefined },
    toChoose?: boolean,
  ) => ({ value: values[field.name], errorMessage: errorOf(field.name, field.id ?? field.name, field.label, toChoose) })

  return {
    input: (options) => input({ ...options, ...known(options) }),
    textarea: (options) => textarea({ ...options, ...known(options) }),
    characterCount: (options) => characterCount({ ...options, ...known(options) }),
    select: (options) => select({ ...options, ...known(options, true) }),
    // A browser never sends a chosen file back to the page, so there is no value to keep.
    fileUpload: (options) => fileUpload({ ...options, errorMessage: known(options).errorMessage }),
    radios: ({ legend, ...options }) =>
      radios({
        ...options,
        fieldset: { legend },
        ...known({ name: options.name, id: options.idPrefix, label: legend }, true),
      }),
    checkboxes: ({ legend, ...options }) => {
      const { value, errorMessage } = known({ name: options.name, id: options.idPrefix, label: legend })
      const chosen = lists[options.name] ?? (value === undefined ? [] : [value])
      return checkboxes({ ...options, fieldset: { legend }, values: chosen, errorMessage })
    },
    dateInput: ({ legend, name, ...options }) => {
      const parts = (['day', 'month', 'year'] as const).map((part) => `${name}-${part}`)
      const own = parts.map((part) => errorOf(part, part)).filter((error) => error !== undefined)
      const whole = errorOf(name, parts[0] ?? name, legend)
      const part = (of: 'day' | 'month' | 'year') => {
        const given = options[of]
        return given === false ? false : { name: of, ...given, error: Boolean(errors[`${name}-${of}`]) || undefined }
      }
      return dateInput({
        ...options,
        id: name,
        namePrefix: name,
        fieldset: { legend },
        values: Object.fromEntries(parts.map((each) => [each, values[each]])),
        day: part('day'),
        month: part('month'),
        year: part('year'),
        errorMessage: whole ?? (own.join(' ') || undefined),
      })
    },
    several: ({ name, id, label }) => errorOf(name, id, label, true),
    hasErrors: Object.values(errors).some(Boolean),
    errorList() {
      const stray = Object.entries(errors).filter(([name]) => !asked.has(name))
      return [
        ...stray.flatMap(([, text]) => (text ? [{ text }] : [])),
        ...[...asked.values()].flatMap(({ href, text }) => (text ? [{ text, href }] : [])),
      ]
    },
  }
}

// What a schema says of any field that was left empty. At the head of a page with several of them nobody would know which.
const emptyText = 'Enter some text.'
const ofAnyField = new Set([
  emptyText,
  'Answer yes or no.',
  'Enter an answer.',
  'Choose an answer.',
  'Choose at least one answer.',
])

function withItsField(error: string, words: LegendWords | undefined): string {
  const text = textOf(words)
  if (!ofAnyField.has(error) || typeof text !== 'string') return error
  return /[?.!:]$/u.test(text) ? `${text} ${error}` : `${text}: ${error}`
}
