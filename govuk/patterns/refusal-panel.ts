import { html, isPresent, type Content, type Html } from '#platform/html.ts'

export type RefusalShown = {
  /** What cannot be done, in a sentence. */
  what: string
  /** Each reason a full sentence with its numbers. */
  because: readonly Content[]
  /** What to do about it. */
  next?: Content | null | undefined
}

/** Says no: what, why, and what to do next. Read out first. */
export const refusalPanel = ({ what, because, next }: RefusalShown): Html =>
  html`<div class="remit-refusal" role="alert" tabindex="-1">
    <h2 class="govuk-heading-m">${what}</h2>
    ${because.length === 1 && html`<p class="govuk-body">${because[0]}</p>`}${
      because.length > 1
      && html`<ul class="govuk-list govuk-list--bullet">
        ${because.map((reason) => html`<li>${reason}</li>`)}
      </ul>`
    }${
      isPresent(next)
      && html`<h3 class="govuk-heading-s">What to do next</h3>
        ${typeof next === 'string' ? html`<p class="govuk-body">${next}</p>` : next}`
    }
  </div>`
