import { attrs, classes, Html, html, type Content } from '#platform/html.ts'
import { more, type Classed } from './words.ts'

export type ButtonOptions = Classed & {
  text: Content
  /** Makes it a link that looks like a button. */
  href?: string | undefined
  /** "submit" unless told. */
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  id?: string | undefined
  disabled?: boolean | undefined
  /** Ignore a second click within a second: for anything that must not be sent twice. */
  preventDoubleClick?: boolean | undefined
  /** The green button with an arrow that begins a service. */
  isStartButton?: boolean | undefined
}

/** A button, or a link that looks like one. `classes: 'govuk-button--secondary'` or `'govuk-button--warning'`. */
export function button(options: ButtonOptions): Html {
  const { text, isStartButton } = options
  const common = html`${isStartButton && text instanceof Html ? html`<span>${text}</span>` : text}${
    isStartButton && arrow
  }`
  const shared = {
    class: classes('govuk-button', options.classes, isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
  }
  const id = attrs({ id: options.id })
  if (options.href) {
    return html`<a${attrs({ href: options.href, role: 'button', draggable: 'false', ...shared })}${more(
      options.attributes,
    )}${id}>${common}</a>`
  }
  return html`<button${attrs({
    type: options.type || 'submit',
    value: options.value || undefined,
    name: options.name || undefined,
    disabled: options.disabled,
    'aria-disabled': options.disabled ? 'true' : undefined,
    'data-prevent-double-click':
      options.preventDoubleClick === undefined ? undefined : String(options.preventDoubleClick),
    ...shared,
  })}${more(options.attributes)}${id}>${common}</button>`
}

const arrow = html`<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19"
  viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"
  /></svg>`
