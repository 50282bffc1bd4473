import { button, textarea } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'
import type { Unsent } from '#platform/web/unsent.ts'

/** What somebody typed into a form that was turned away: there to be read and copied, and to be sent again as it was. */
export function unsentForm(visit: Visit, { action, fields, files }: Unsent): Html {
  return html`<form method="post" action="${action}" novalidate>
    ${visit.formFields()}
    <h2 class="govuk-heading-m">What you typed</h2>
    ${fields.map(([name, value], at) => (isWriting(value) ? shown(name, value, at) : html`<input type="hidden" name="${name}" value="${value}" />`))}
    ${!fields.some(([, value]) => isWriting(value)) && html`<p class="govuk-body">Nothing but choices and single words. They are kept in this page.</p>`}
    ${files > 0 && html`<p class="govuk-body">The ${files === 1 ? 'file' : 'files'} that you chose cannot be kept: go back and choose ${files === 1 ? 'it' : 'them'} again.</p>`}
    ${files === 0 && button({ text: 'Send it again' })}
  </form>`
}

// Writing has words in it; versions, references and what was chosen go along unseen.
const isWriting = (value: string): boolean => /\S\s+\S/u.test(value)

const shown = (name: string, value: string, at: number): Html =>
  textarea({
    id: `unsent-${at}`,
    name,
    label: { text: inWords(name) },
    value,
    rows: Math.min(12, 2 + value.split('\n').length),
    attributes: { readonly: 'readonly' },
  })

const inWords = (name: string): string => {
  const words = name.replaceAll(/[-_.[\]]+/gu, ' ').trim()
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}
