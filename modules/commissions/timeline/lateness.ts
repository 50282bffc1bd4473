import { daysBetween, plainDay } from '#platform/days.ts'
import { later, schedule, untilOf, workingFrom, inOrder, type Placed, type Schedule } from './schedule.ts'
import type { Plan, Step } from './plan.ts'
import { spanWords } from './changes.ts'

/** A step whose last day has gone by and which is not over. */
export type Late = {
  step: Step
  daysLate: number
  /** What can no longer be done on its day, in sentences, if the step were over today. */
  endangers: string[]
}

export type Outlook = {
  late: Late[]
  /** When the service could start if everything late were over today, and by how many days that is too late. */
  startsOn: Temporal.PlainDate
  daysLate: number
}

/** How a plan stands on a day: what is late, what each lateness endangers, and when the service could start now. */
export function outlookOn(plan: Plan, today: Temporal.PlainDate): Outlook {
  const planned = schedule(plan)
  const due = planned.steps.filter(({ step, until }) => !step.done && Temporal.PlainDate.compare(until, today) <= 0)
  const { startsOn, daysLate } = foreseen(plan, planned, new Set(due.map(({ step }) => step.id)), today)
  return {
    startsOn,
    daysLate,
    late: due.map(({ step, until }) => ({
      step,
      daysLate: daysBetween(until, today) + 1,
      endangers: endangered(plan, planned, step, today),
    })),
  }
}

function endangered(plan: Plan, planned: Schedule, late: Step, today: Temporal.PlainDate): string[] {
  const { placed, startsOn, daysLate } = foreseen(plan, planned, new Set([late.id]), today)
  const moved = planned.steps.flatMap(({ step, from, until }) => {
    const now = placed.get(step.id)
    if (step.id === late.id || !now || step.done || Temporal.PlainDate.compare(now.from, from) <= 0) return []
    return [`“${step.title}” would move from ${spanWords({ from, until })} to ${spanWords(now)}.`]
  })
  return [
    ...moved,
    ...(daysLate > planned.daysLate
      ? [
          `The service would start on ${plainDay(startsOn)}, ${daysLate} ${daysLate === 1 ? 'day' : 'days'} after it must.`,
        ]
      : []),
  ]
}

type Days = Pick<Placed, 'from' | 'until'>

// The plan as it would go: what is over keeps its real end, what is late ends today, and all else starts when it can.
function foreseen(plan: Plan, planned: Schedule, late: Set<string>, today: Temporal.PlainDate) {
  const placed = new Map<string, Days>()
  const days = new Map(planned.steps.map((one) => [one.step.id, one]))
  for (const step of inOrder(plan.steps) ?? []) {
    const was = days.get(step.id)
    if (!was) continue
    if (step.done) {
      placed.set(step.id, { from: was.from, until: step.done.on.add({ days: 1 }) })
      continue
    }
    const free = step.after.reduce((found, id) => later(found, placed.get(id)?.until ?? found), was.from)
    const from = free.equals(was.from) ? was.from : workingFrom(free, plan.calendar)
    const until = untilOf(plan, step, from)
    placed.set(step.id, { from, until: late.has(step.id) ? later(until, today.add({ days: 1 })) : until })
  }
  const startsOn = [...placed.values()].reduce((found, { until }) => later(found, until), plan.startsOn)
  return { placed, startsOn, daysLate: daysBetween(plan.startsOn, startsOn) }
}
