import { attrs, html, isPresent, type Content, type Html } from '#platform/html.ts'
import { button, type ButtonOptions } from '../components/button.ts'
import { errorSummary } from '../components/error-summary.ts'
import type { Asking } from './asking.ts'
import { refusalPanel, type RefusalShown } from './refusal-panel.ts'

export type QuestionPageOptions = {
  /** The fields' own memory; `asking({})` on a first visit. Its fields must have been made before. */
  ask: Asking
  /** Why the last answer could not stand, where that is not about one field. */
  refusal?: RefusalShown | undefined
  /** The question. Leave it out where the field's own label or legend is the heading (`isPageHeading`). */
  heading?: Content | undefined
  /** What the question is part of, small and above it. */
  caption?: Content | undefined
  /** What has to be known to answer. */
  lead?: Content | undefined
  fields: Content | readonly Content[]
  /** Where the form is sent; this page's own address unless told. */
  action?: string | undefined
  /** The hidden fields every form carries: the guard against forgery and the form's own key. */
  hidden: Html
  /** "Continue" unless told: say what it does, as in "Sign the decision". */
  buttonText?: string | undefined
  /** Red, for what cannot be undone. */
  warning?: boolean | undefined
  /** Other buttons, each with a name and value of its own. */
  alsoButtons?: readonly ButtonOptions[] | undefined
  cancel?: { text: string; href: string } | undefined
  /** The form carries files. */
  hasFiles?: boolean | undefined
  /** Something to read beside the question. */
  aside?: Content | undefined
}

/** One question: what is wrong with the last answer, the question, its fields, one button. */
export function questionPage(options: QuestionPageOptions): Html {
  const { ask, heading, caption, lead, aside } = options
  const errors = ask.errorList()
  return html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${errors.length > 0 && errorSummary({ errorList: errors })} ${options.refusal && refusalPanel(options.refusal)}
      ${isPresent(caption) && html`<span class="govuk-caption-l">${caption}</span>`}
      ${isPresent(heading) && html`<h1 class="govuk-heading-l">${heading}</h1>`}
      ${isPresent(lead) && (typeof lead === 'string' ? html`<p class="govuk-body">${lead}</p>` : lead)}
      <form
        method="post"
        ${attrs({
          novalidate: true,
          action: options.action,
          enctype: options.hasFiles ? 'multipart/form-data' : undefined,
        })}
      >
        ${options.hidden}${options.fields}
        <div class="govuk-button-group">
          ${button({
            text: options.buttonText ?? 'Continue',
            classes: options.warning ? 'govuk-button--warning' : undefined,
            preventDoubleClick: true,
          })}${(options.alsoButtons ?? []).map((other) => button({ classes: 'govuk-button--secondary', ...other }))}${
            options.cancel && html`<a class="govuk-link" href="${options.cancel.href}">${options.cancel.text}</a>`
          }
        </div>
      </form>
    </div>
    ${isPresent(aside) && html`<div class="govuk-grid-column-one-third">${aside}</div>`}
  </div>`
}
