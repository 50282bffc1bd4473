import { html, type Html } from '#platform/html.ts'
import type { Change } from '../text.ts'
import { comparedWords, type Piece } from '../compared-words.ts'

/** What changed, thing by thing; where words changed, which went and which came, unless whoever reads may not have the words. */
export const changesShown = (changes: readonly Change[], wordsKept = false): Html =>
  html`<dl class="remit-changes">
    ${changes.map(
      ({ what, before, now }) =>
        html`<dt class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">
            ${`${what[0]?.toUpperCase() ?? ''}${what.slice(1)}`}
          </dt>
          <dd class="govuk-body govuk-!-margin-left-0">
            ${wordsKept ? 'It was changed. The words are not shown, because parts of this record are withheld from you.' : words(before, now)}
          </dd>`,
    )}
  </dl>`

function words(before: string | null, now: string | null): Html {
  if (before === null && now === null) return html`It is another document.`
  return html`${comparedWords(before ?? '', now ?? '').map(piece)}`
}

// Said in words as well as drawn: a line through a word is silent to whoever listens.
const piece = ({ kind, words: text }: Piece): Html =>
  kind === 'same'
    ? html`${text}`
    : kind === 'gone'
      ? html`<del
          ><span class="govuk-visually-hidden">[taken out: </span>${text}<span class="govuk-visually-hidden"
            >]</span
          ></del
        >`
      : html`<ins
          ><span class="govuk-visually-hidden">[put in: </span>${text}<span class="govuk-visually-hidden">]</span></ins
        >`
