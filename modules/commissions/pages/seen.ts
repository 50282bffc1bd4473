import { listChoices } from '#authority'
import type { SelectItem } from '#govuk'
import type { Visit } from '#platform/page.ts'
import type { Outcome } from '#platform/use-case.ts'
import type { Query } from '#platform/use-case.ts'
import type { z } from 'zod'
import type { Answer } from '#platform/use-case.ts'
import { viewAppraisal } from '../options/view-appraisal.ts'
import { viewDuties } from '../duties/view-duties.ts'
import { viewNeed } from '../need/view-need.ts'
import { viewPlan } from '../timeline/view-plan.ts'
import { viewRisks } from '../risks/view-risks.ts'
import { viewWhole } from '../view-whole.ts'

type Choices = z.output<NonNullable<typeof listChoices.output>>
type With<Seen> = Seen & { choices: Choices }

/** Asks for a part of the commission in the address, and for what can be chosen. */
const withChoices =
  <Q extends Query<z.ZodType, object>>(
    ask: Q,
    input: (visit: Visit) => Record<string, unknown> = ({ params, query }) => ({
      ref: params['ref'],
      ...(query['edition'] && { edition: query['edition'] }),
    }),
  ) =>
  async (visit: Visit): Promise<Outcome<With<Answer<Q> & object>>> => {
    const found = await visit.ask(ask, input(visit))
    if (!found.ok) return found
    const choices = await visit.ask(listChoices, {})
    return choices.ok
      ? { ok: true, value: { ...(found.value as Answer<Q> & object), choices: choices.value } }
      : choices
  }

export const wholeSeen = withChoices(viewWhole)
export const planSeen = withChoices(viewPlan)
export const appraisalSeen = withChoices(viewAppraisal)
export const risksSeen = withChoices(viewRisks)
export const dutiesSeen = withChoices(viewDuties)
export const needSeen = withChoices(viewNeed)

export type Whole = With<Answer<typeof viewWhole>>
export type PlanPart = With<Answer<typeof viewPlan>>
export type AppraisalPart = With<Answer<typeof viewAppraisal>>
export type RisksPart = With<Answer<typeof viewRisks>>
export type DutiesPart = With<Answer<typeof viewDuties>>
export type NeedPart = With<Answer<typeof viewNeed>>

export const postItems = ({ posts }: Choices, none = 'Choose a post'): SelectItem[] => [
  { text: none, value: '' },
  ...posts.map(({ post, title }) => ({ text: title, value: post })),
]
export const subjectItems = ({ subjects }: Choices, none = 'Choose a subject'): SelectItem[] => [
  { text: none, value: '' },
  ...subjects.map(({ subject, title }) => ({
    text: `${'– '.repeat(subject.split('/').length - 1)}${title}`,
    value: subject,
  })),
]
