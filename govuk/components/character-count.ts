import { classes, html, type Html } from '#platform/html.ts'
import { hint } from './hint.ts'
import { textarea, type TextareaOptions } from './textarea.ts'
import { i18n, type Classed } from './words.ts'

type Plurals = Readonly<Record<string, string>>

export type CharacterCountOptions = Omit<TextareaOptions, 'describedBy' | 'disabled' | 'autocomplete'> & {
  /** The limit, in characters or in words. The server checks it too: the script only counts. */
  maxlength?: number | string | undefined
  maxwords?: number | string | undefined
  /** Begin to count aloud from this percentage of the limit. */
  threshold?: number | string | undefined
  countType?: string | undefined
  countMessage?: Classed | undefined
  /** "You can enter up to %{count} characters" unless told. */
  textareaDescriptionText?: string | undefined
  charactersUnderLimitText?: Plurals | undefined
  charactersAtLimitText?: string | undefined
  charactersOverLimitText?: Plurals | undefined
  wordsUnderLimitText?: Plurals | undefined
  wordsAtLimitText?: string | undefined
  wordsOverLimitText?: Plurals | undefined
}

/** Several lines of text that may not be too long, with what is left of the limit. */
export function characterCount(options: CharacterCountOptions): Html {
  const id = options.id || options.name
  const countType = options.countType || (options.maxwords ? 'words' : undefined)
  const limit = options.maxwords || options.maxlength
  const described =
    options.textareaDescriptionText || `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`
  const message = hint(
    {
      text: limit ? described.replaceAll('%{count}', String(limit)) : '',
      classes: classes('govuk-character-count__message', options.countMessage?.classes),
    },
    `${id}-info`,
  )

  return textarea({
    ...options,
    id,
    describedBy: `${id}-info`,
    classes: classes('govuk-js-character-count', options.classes),
    formGroup: {
      classes: classes('govuk-character-count', options.formGroup?.classes),
      attributes: {
        'data-module': 'govuk-character-count',
        'data-maxlength': options.maxlength,
        'data-maxwords': options.maxwords,
        'data-threshold': options.threshold,
        'data-count-type': countType,
        ...i18n(
          'textarea-description',
          !limit && options.textareaDescriptionText ? { other: options.textareaDescriptionText } : undefined,
        ),
        ...i18n('characters-under-limit', options.charactersUnderLimitText),
        ...i18n('characters-at-limit', options.charactersAtLimitText),
        ...i18n('characters-over-limit', options.charactersOverLimitText),
        ...i18n('words-under-limit', options.wordsUnderLimitText),
        ...i18n('words-at-limit', options.wordsAtLimitText),
        ...i18n('words-over-limit', options.wordsOverLimitText),
        ...options.formGroup?.attributes,
      },
      before: options.formGroup?.before,
      after: html`${message}${options.formGroup?.after}`,
    },
  })
}
