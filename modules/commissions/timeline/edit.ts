import { schedule } from './schedule.ts'
import type { Length, Plan, Step } from './plan.ts'

/** A step as a whole put in the place of the one with its id, or added. */
export const withStep = (plan: Plan, step: Step): Plan => ({
  ...plan,
  steps: plan.steps.some(({ id }) => id === step.id)
    ? plan.steps.map((one) => (one.id === step.id ? step : one))
    : [...plan.steps, step],
})

/** Without a step; what waited for it waits for what it waited for, so that the order holds. */
export function withoutStep(plan: Plan, id: string): Plan {
  const gone = plan.steps.find((one) => one.id === id)
  if (!gone) return plan
  return {
    ...plan,
    steps: plan.steps
      .filter((one) => one !== gone)
      .map((one) =>
        one.after.includes(id)
          ? { ...one, after: [...new Set([...one.after.filter((each) => each !== id), ...gone.after])] }
          : one,
      ),
  }
}

/**
 * Moves a step to a day. A day that follows from the rest of the plan anyhow is not settled but left to follow, so that
 * moving a step away and back again is as if nobody had touched it.
 */
export function moved(plan: Plan, id: string, to: Temporal.PlainDate): Plan {
  const free = changed(plan, id, (step) => ({ ...step, pinned: null }))
  const follows = schedule(free).steps.find(({ step }) => step.id === id)
  return follows?.from.equals(to) ? free : changed(plan, id, (step) => ({ ...step, pinned: to }))
}

/** Gives a step another length. */
export const lengthened = (plan: Plan, id: string, length: Length | null): Plan =>
  changed(plan, id, (step) => ({ ...step, length }))

const changed = (plan: Plan, id: string, change: (step: Step) => Step): Plan => ({
  ...plan,
  steps: plan.steps.map((step) => (step.id === id ? change(step) : step)),
})
