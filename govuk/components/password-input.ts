import { classes, html, type Html } from '#platform/html.ts'
import { button } from './button.ts'
import type { FieldOptions } from './field.ts'
import { input } from './input.ts'
import { i18n, type Classed } from './words.ts'

export type PasswordInputOptions = FieldOptions & {
  value?: string | undefined
  /** "current-password" unless told. */
  autocomplete?: string | undefined
  button?: Classed | undefined
  showPasswordText?: string | undefined
  hidePasswordText?: string | undefined
  showPasswordAriaLabelText?: string | undefined
  hidePasswordAriaLabelText?: string | undefined
  passwordShownAnnouncementText?: string | undefined
  passwordHiddenAnnouncementText?: string | undefined
}

/** A password, with a button that shows it. */
export function passwordInput(options: PasswordInputOptions): Html {
  const id = options.id || options.name
  const toggle = button({
    type: 'button',
    classes: classes(
      'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
      options.button?.classes,
    ),
    text: options.showPasswordText ?? 'Show',
    attributes: {
      'aria-controls': id,
      'aria-label': options.showPasswordAriaLabelText ?? 'Show password',
      hidden: true,
    },
  })
  return input({
    name: options.name,
    id,
    label: options.label,
    hint: options.hint,
    errorMessage: options.errorMessage,
    describedBy: options.describedBy,
    disabled: options.disabled,
    attributes: options.attributes,
    value: options.value,
    type: 'password',
    spellcheck: false,
    autocapitalize: 'none',
    autocomplete: options.autocomplete || 'current-password',
    classes: classes('govuk-password-input__input govuk-js-password-input-input', options.classes),
    inputWrapper: { classes: 'govuk-password-input__wrapper' },
    formGroup: {
      classes: classes('govuk-password-input', options.formGroup?.classes),
      attributes: {
        'data-module': 'govuk-password-input',
        ...i18n('show-password', options.showPasswordText),
        ...i18n('hide-password', options.hidePasswordText),
        ...i18n('show-password-aria-label', options.showPasswordAriaLabelText),
        ...i18n('hide-password-aria-label', options.hidePasswordAriaLabelText),
        ...i18n('password-shown-announcement', options.passwordShownAnnouncementText),
        ...i18n('password-hidden-announcement', options.passwordHiddenAnnouncementText),
        ...options.formGroup?.attributes,
      },
      before: options.formGroup?.before,
      after: html`${toggle}${options.formGroup?.after}`,
    },
  })
}
