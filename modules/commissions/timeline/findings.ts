import { daysBetween } from '#platform/days.ts'
import { explain, type Explanation, type Rule } from '#platform/law.ts'
import { planGivesNotice } from '../rules/notice-period.ts'
import { planGivesTenderTime } from '../rules/tender-period.ts'
import { planKeepsStandstill } from '../rules/standstill.ts'
import {
  gateNamesDecision,
  lengthIsAsStated,
  planLeavesNoGap,
  planReachesStart,
  regimeFitsDay,
  stepsKeepOrder,
  stepStartsOnWorkingDay,
} from '../rules/plan-holds.ts'
import { ladderDays } from './ladder.ts'
import { ownUntil, type Schedule } from './schedule.ts'
import { lengthWords, type Plan } from './plan.ts'

/** What a rule says of a plan, and of which of its steps. */
export type PlanFinding = Explanation & { step: string | null; about: string }

/** What the rules say of a plan, by the law of the day on which each step starts. */
export function findingsOfPlan(plan: Plan, { steps, startsOn, clashes }: Schedule): PlanFinding[] {
  const said = <Facts>(
    rule: Rule<Facts>,
    facts: Facts,
    on: Temporal.PlainDate,
    step: string | null,
    about: string,
  ): PlanFinding[] => explain([rule], facts, on).map((one) => ({ ...one, step, about }))
  const last = steps.findLast(({ step }) => step.kind === 'mobilisation')?.step ?? null
  return [
    ...clashes.flatMap(({ step, from, waitsFor, until }) =>
      said(stepsKeepOrder, { title: step.title, from, waitsFor: waitsFor.title, until }, from, step.id, step.title),
    ),
    ...said(
      planReachesStart,
      { mustStart: plan.startsOn, startsOn },
      plan.startsOn,
      last?.id ?? null,
      'Start of the service',
    ),
    ...said(
      stepStartsOnWorkingDay,
      { title: 'The service', from: plan.startsOn },
      plan.startsOn,
      null,
      'Start of the service',
    ),
    ...(plan.ladder
      ? said(planLeavesNoGap, { ...ladderDays(plan.ladder), startsOn }, plan.startsOn, null, plan.ladder.contract)
      : []),
    ...steps.flatMap(({ step, from, until }) => [
      ...(step.pinned
        ? said(stepStartsOnWorkingDay, { title: `“${step.title}”`, from }, from, step.id, step.title)
        : []),
      ...(step.stated && step.length
        ? said(
            lengthIsAsStated,
            {
              title: step.title,
              given: daysBetween(from, until),
              stated: daysBetween(from, ownUntil(step.stated, from, plan.calendar)),
              statedWords: lengthWords(step.stated),
              from,
              until,
            },
            from,
            step.id,
            step.title,
          )
        : []),
      ...(step.gate
        ? said(gateNamesDecision, { title: step.title, decision: step.gate.decision }, from, step.id, step.title)
        : []),
      ...(step.kind === 'notice'
        ? steps
            .filter((one) => one.step.after.includes(step.id))
            .flatMap((decision) =>
              said(planGivesNotice, { published: from, decision: decision.from }, from, step.id, step.title),
            )
        : []),
      ...(step.kind === 'standstill'
        ? said(planKeepsStandstill, { regime: plan.regime, began: from, until }, from, step.id, step.title)
        : []),
      ...(step.kind === 'tender'
        ? [
            ...said(planGivesTenderTime, { regime: plan.regime, began: from, until }, from, step.id, step.title),
            ...said(regimeFitsDay, { regime: plan.regime, began: from }, from, step.id, step.title),
          ]
        : []),
    ]),
  ]
}
