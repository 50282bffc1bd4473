import { findingsList, type ShownFinding } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Findings } from '../findings.ts'

/** What stops a record, what is worth a second look, and what reading its text turned up; what is in order stands last, folded away. */
export function findingsShown(
  { gate, look, also }: Findings,
  mendAt: (rule: string) => string | undefined = () => undefined,
): Html {
  const stops = gate
    .filter(({ outcome }) => outcome === 'not-met')
    .map((one): ShownFinding => {
      const href = mendAt(one.rule)
      return {
        weight: 'error',
        says: one.says ?? one.title,
        working: one.working,
        sources: one.sources,
        ...(href !== undefined && { link: { text: 'Put it right', href } }),
      }
    })
  const looks = look
    .filter(({ outcome }) => outcome === 'not-met')
    .map((one): ShownFinding => ({
      weight: 'warning',
      says: one.says ?? one.title,
      working: one.working,
      sources: one.sources,
    }))
  const read = also.map(({ weight, says, working }): ShownFinding => ({
    weight: weight === 'error' ? 'warning' : weight,
    says,
    ...(working !== null && { working }),
  }))
  const fine = [...gate, ...look]
    .filter(({ outcome }) => outcome === 'met')
    .map((one): ShownFinding => ({ weight: 'met', says: one.says ?? one.title, sources: one.sources }))
  return html`<h3 class="govuk-heading-s">What stops it</h3>
    ${findingsList(stops, 'Nothing stops it.')}
    <h3 class="govuk-heading-s">What is worth a second look</h3>
    ${findingsList([...looks, ...read], 'Nothing stands out. People may still see what no rule looks for.')}
    ${
      fine.length > 0
      && html`<details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">What is in order (${fine.length})</span>
        </summary>
        <div class="govuk-details__text">${findingsList(fine)}</div>
      </details>`
    }`
}

export const stops = ({ gate }: Findings): number => gate.filter(({ outcome }) => outcome === 'not-met').length
