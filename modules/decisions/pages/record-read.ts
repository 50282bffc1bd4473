import { facts } from '#govuk'
import { plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { operative } from '../decision.ts'
import type { OnDesk } from './draft-question.ts'
import { valueWords } from './draft/value.ts'
import { decisionPath } from './paths.ts'
import { prose } from './prose.ts'
import { verbTag } from './state-tag.ts'

const yesNo = (answer: boolean | null): string | null => (answer === null ? null : answer ? 'Yes' : 'No')
const text = (words: string | null): Html | null => (words === null ? null : prose(words))

/** A record as it stands on the desk, whole. */
export function recordRead({ decision: d, choices: { posts, subjects } }: OnDesk): Html {
  return html`<h2 class="govuk-heading-m">${d.decidedOn === null ? 'What would be decided' : 'What was decided'}</h2>
    <ol class="remit-entries">
      ${d.clauses.map(
        ({ label, verb, words }) =>
          html`<li class="remit-entry">
            <p class="govuk-body remit-entry__head">
              ${label !== null && html`<strong>(${label})</strong> `}${verbTag(verb, operative.includes(verb))}
            </p>
            ${prose(words)}
          </li>`,
      )}
    </ol>
    <h2 class="govuk-heading-m">The record</h2>
    ${facts({
      rows: [
        { key: 'Who decides', value: posts.find(({ post }) => post === d.maker)?.title },
        { key: 'About', value: subjects.find(({ subject }) => subject === d.subject)?.title },
        { key: 'Value', value: d.value && valueWords(d.value) },
        {
          key: 'Key decision',
          value: d.isKey === null ? null : [yesNo(d.isKey) ?? '', ...(d.keyReasoning === null ? [] : [d.keyReasoning])],
        },
        { key: 'Can be called in', value: yesNo(d.subjectToCallIn) },
        { key: 'Purpose', value: text(d.purpose) },
        { key: 'Reasons', value: text(d.reasons) },
        { key: 'Alternatives', value: text(d.alternatives) },
        d.conflicts !== null && { key: 'Conflicts of interest', value: text(d.conflicts) },
        d.dispensations !== null && { key: 'Dispensations', value: text(d.dispensations) },
        { key: 'Report by', value: d.author },
        { key: 'Wards', value: d.wards },
        d.supersedes !== null && {
          key: 'Supersedes',
          value: html`<a class="govuk-link" href="${decisionPath({ ref: d.supersedes })}">${d.supersedes}</a>`,
        },
        { key: 'Other references', value: d.identifiers.join(', ') },
        d.decidedOn !== null && { key: 'Decided', value: `${plainDay(d.decidedOn)} by ${d.decidedBy ?? ''}` },
        d.refusedBecause !== null && { key: 'Refused because', value: text(d.refusedBecause) },
        d.publishedOn !== null && { key: 'Published', value: plainDay(d.publishedOn) },
        d.effectiveOn !== null && { key: 'Takes effect', value: plainDay(d.effectiveOn) },
      ],
    })}`
}
