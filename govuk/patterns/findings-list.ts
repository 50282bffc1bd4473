import { html, isPresent, type Content, type Html } from '#platform/html.ts'
import { details } from '../components/details.ts'
import { tag } from '../components/tag.ts'

export type FindingWeight = 'error' | 'warning' | 'note' | 'met' | 'not-met'

/** A citation as a reader sees it; `href` null for what is not published. */
export type CitedSource = { words: string; title?: string | undefined; href: string | null }

export type ShownFinding = {
  weight: FindingWeight
  /** One plain sentence, with its numbers. */
  says: Content
  /** How that was reached, a step a line. */
  working?: Content | readonly string[] | null | undefined
  sources?: readonly CitedSource[] | undefined
  /** Where in the document, or on the record. */
  link?: { text: string; href: string } | undefined
}

const words: Record<FindingWeight, { text: string; colour: string }> = {
  error: { text: 'Put right', colour: 'govuk-tag--red' },
  'not-met': { text: 'Not met', colour: 'govuk-tag--red' },
  warning: { text: 'Look at this', colour: 'govuk-tag--yellow' },
  note: { text: 'Note', colour: 'govuk-tag--blue' },
  met: { text: 'Met', colour: 'govuk-tag--green' },
}

/** What the rules say of something, in the order given: the weight, the sentence, the working for whoever wants it. */
export const findingsList = (
  findings: readonly ShownFinding[],
  nothingFound: Content = 'The rules have nothing to say about this.',
): Html =>
  findings.length === 0
    ? html`<p class="govuk-body">${nothingFound}</p>`
    : html`<ul class="remit-findings">
        ${findings.map(shown)}
      </ul>`

function shown(finding: ShownFinding): Html {
  const { text, colour } = words[finding.weight]
  return html`<li class="remit-finding remit-finding--${finding.weight}">
    ${tag({ text, classes: colour })}
    <p class="govuk-body remit-finding__says">
      ${finding.says}${
        finding.link && html` <a class="govuk-link" href="${finding.link.href}">${finding.link.text}</a>`
      }
    </p>
    ${
      finding.sources
      && finding.sources.length > 0
      && html`<p class="govuk-body-s remit-finding__sources">
        ${finding.sources.map((source, at) => html`${at > 0 && '; '}${cited(source)}`)}
      </p>`
    }${workingOf(finding.working)}
  </li>`
}

/** A source, linked where it is published. */
export const cited = ({ words: text, title, href }: CitedSource): Html =>
  href === null
    ? html`${text}`
    : html`<a class="govuk-link" href="${href}">${text}</a>${
          title
          && title !== text
          && !text.startsWith(title)
          && html` <span class="govuk-visually-hidden">(${title})</span>`
        }`

function workingOf(working: ShownFinding['working']): Html | null {
  if (Array.isArray(working)) {
    const steps = working as readonly string[]
    if (steps.length === 0) return null
    return details({
      summary: 'Show the working',
      text: html`<ol class="remit-working">
        ${steps.map((step) => html`<li>${step}</li>`)}
      </ol>`,
    })
  }
  return isPresent(working as Content) ? details({ summary: 'Show the working', text: working as Content }) : null
}
