import { html, type Html } from '#platform/html.ts'
import { withheldIn, type Passage } from '../rendition.ts'

/** A text with what is withheld of it marked, its reason read out with it. */
export function marked(text: string, passages: readonly Passage[]): Html {
  const pieces: Html[] = []
  let place = 0
  for (const { from, to, says } of withheldIn(text, passages)) {
    pieces.push(
      lines(text.slice(place, from)),
      html`<mark title="${says.join('; ')}"
        ><span class="govuk-visually-hidden">Withheld from here, ${says.join('; ')}: </span
        >${lines(text.slice(from, to))}<span class="govuk-visually-hidden"> to here.</span></mark
      >`,
    )
    place = to
  }
  return html`<p class="govuk-body">${pieces}${lines(text.slice(place))}</p>`
}

const lines = (text: string): Html =>
  html`${text.split('\n').map((line, at) => html`${at > 0 && html`<br />`}${line}`)}`
