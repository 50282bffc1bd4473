import { z } from 'zod'
import { calendarShape, settings } from '#authority'
import { isoDay, optionalDay, optionalText, ref, text, whole } from '#platform/input.ts'
import type { CallInRule } from '#decisions/rules'
import { inOrder } from './schedule.ts'
import { lengthUnits, regimeNames, stepKindNames, type Plan } from './plan.ts'

/** The name of a step within its plan: it stays while everything else about the step changes. */
export const stepId = z
  .string('Give the step.')
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, 'Use small letters, digits and hyphens, for example call-in.')

export const lengthInput = z.object({
  count: whole(1, 1000),
  unit: z.enum(lengthUnits, 'Choose days, working days, weeks or months.'),
})

/** A step as people settle it. */
export const stepInput = z.object({
  id: stepId,
  kind: z.enum(stepKindNames, 'Choose what kind of step it is.'),
  title: text(120),
  length: lengthInput.nullable().default(null),
  after: z.array(stepId).max(40).default([]),
  pinned: optionalDay,
  stated: lengthInput.nullable().default(null),
  gate: z
    .object({ decision: ref.nullable().default(null), says: optionalText(300).transform((says) => says ?? '') })
    .nullable()
    .default(null),
  done: z
    .object({ on: isoDay, says: text(500) })
    .nullable()
    .default(null),
})

export const ladderInput = z.object({
  contract: text(200),
  began: isoDay,
  firstMonths: whole(1, 240),
  optionMonths: whole(0, 240),
  usedMonths: whole(0, 240),
})

const shape = z.object({
  startsOn: isoDay,
  regime: z.enum(regimeNames, 'Choose under which rules it is bought.'),
  ladder: ladderInput.nullable().default(null),
  steps: z.array(stepInput).max(60, 'A plan has at most 60 steps.'),
})

/** A plan as it is sent: steps that know each other, and no ring. The rule of call-in is the council's own and not sent. */
export const planInput = shape.superRefine(({ steps }, context) => {
  const ids = new Set(steps.map(({ id }) => id))
  if (ids.size < steps.length)
    context.addIssue({ code: 'custom', path: ['steps'], message: 'Two steps have the same id.' })
  steps.forEach(({ id, after }, at) => {
    const stranger = after.find((one) => !ids.has(one) || one === id)
    if (stranger !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['steps', at, 'after'],
        message: `A step cannot wait for “${stranger}”: choose other steps of this plan.`,
      })
  })
  if (!inOrder(steps))
    context.addIssue({
      code: 'custom',
      path: ['steps'],
      message: 'Some steps wait for each other in a ring. Let one of them wait for nothing.',
    })
})

export type PlanInput = z.input<typeof planInput>

const kept = shape.extend({ callIn: z.unknown().nullable().default(null), calendar: calendarShape.optional() })

/** A plan as it was kept. */
export function planFrom(document: unknown): Plan {
  const { callIn, calendar, ...plan } = kept.parse(document)
  return {
    ...plan,
    callIn: callIn === null || callIn === undefined ? null : { ...ruleFrom(callIn), ...(calendar && { calendar }) },
    ...(calendar && { calendar }),
  }
}

/** A rule of call-in as a constitution or a plan keeps it. */
export function ruleFrom(value: unknown): CallInRule {
  const { weekdayAnchor, cutoffTime, minCallers, ...rule } = settings['call-in'].parse(value)
  return {
    ...rule,
    ...(weekdayAnchor && { weekdayAnchor }),
    ...(cutoffTime !== undefined && { cutoffTime }),
    ...(minCallers !== undefined && { minCallers }),
  }
}
