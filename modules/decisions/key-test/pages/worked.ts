import { findingsList, insetText, type ShownFinding } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Explanation } from '#platform/law.ts'
import type { Weighed } from '../weighed.ts'
import { regimes } from '../rules/recording.ts'

/** The test with its working: what each limb says, and what that suggests. */
export const testWorked = ({
  suggestion,
  thresholdSource,
  ownSource,
  test,
}: Pick<Weighed, 'suggestion' | 'thresholdSource' | 'ownSource' | 'test'>): Html =>
  html`${insetText({ text: suggests(suggestion.key, test !== null) })}
  ${suggestion.limbs.length > 0 && findingsList(suggestion.limbs.map(limbShown))}${
    (thresholdSource ?? ownSource) !== null
    && html`<p class="govuk-body-s remit-quiet">
      The council’s own figures: ${[...new Set([thresholdSource, ownSource].filter((one) => one !== null))].join('; ')}.
    </p>`
  }`

const suggests = (key: boolean | null, worked: boolean): Html =>
  key === null
    ? html`The test suggests nothing yet:
      ${worked ? 'nothing that was answered can be weighed.' : 'it has not been worked, and the record states no sum.'}`
    : key
      ? html`The test suggests that it <strong>is a key decision</strong>. One limb is enough.`
      : html`The test suggests that it is <strong>not a key decision</strong>, as far as it was answered.`

// A limb that is met is no fault: it is what makes the decision key.
const limbShown = ({ outcome, says, title, working, sources }: Explanation): ShownFinding => ({
  weight: outcome === 'met' ? 'warning' : 'note',
  says: says ?? title,
  working,
  sources,
})

/** Which law asks for the record, and what it asks for. */
export const recordAsked = ({ regime }: Pick<Weighed, 'regime'>): Html => {
  const { title, asks, source, by } = regimes[regime]
  return html`<p class="govuk-body">
      <strong>${title}</strong>
      (${source.href === null ? source.words : html`<a class="govuk-link" href="${source.href}">${source.words}</a>`}).
      The record is made by ${by}.
    </p>
    ${
      asks.length > 0
      && html`<p class="govuk-body">It must hold:</p>
        <ul class="govuk-list govuk-list--bullet">
          ${asks.map((one) => html`<li>${one}</li>`)}
        </ul>`
    }`
}
