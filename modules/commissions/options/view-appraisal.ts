import { staff } from '#authority'
import { explain } from '#platform/law.ts'
import { done, query } from '#platform/use-case.ts'
import { ofPart, partSeen } from '../one-part.ts'
import { appraisalRules } from '../rules/appraisal-holds.ts'
import { type Appraisal, ranked, sensitivityOf } from './appraisal.ts'
import { optionsPart } from './document.ts'

/** The options appraisal: ranking, costs, sensitivity, and what the rules say. */
export const viewAppraisal = query({
  name: 'commissions.view-appraisal',
  title: 'Read the options appraisal of a commission',
  may: staff,
  input: ofPart,
  async run(work, { ref, edition: n }) {
    const base = await partSeen(work, ref, 'options', n)
    if (!base.ok) return base
    return done({
      ...base.value,
      seen: base.value.edition ? appraisalSeen(optionsPart.from(base.value.edition.document), work.today) : null,
    })
  },
})

export const appraisalSeen = (appraisal: Appraisal, today: Temporal.PlainDate) => ({
  appraisal,
  ranked: ranked(appraisal),
  sensitivity: sensitivityOf(appraisal),
  findings: explain(appraisalRules, appraisal, today),
})

export type AppraisalSeen = ReturnType<typeof appraisalSeen>
