import { daysBetween, isWorkingDay, type Calendar } from '#platform/days.ts'
import { minimumOf, type Minimum } from './minimum.ts'
import type { Length, Plan, Step } from './plan.ts'

/** A step with its days: `from` is its first, `until` the first day after it. */
export type Placed = {
  step: Step
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  minimum: Minimum | null
  /** The minimum made it longer than the length that somebody gave it. */
  stretched: boolean
  /** A step before it ended too late for the day that would have suited, so that it starts later. */
  pushed: boolean
  /** By how many days its end may slip before the start of the service does; negative when it has. */
  room: number
  /** It lies on the longest way from the first day to the start of the service. */
  critical: boolean
}

/** A step that is settled for a day on which something that it waits for is not over. */
export type Clash = { step: Step; from: Temporal.PlainDate; waitsFor: Step; until: Temporal.PlainDate; days: number }

export type Schedule = {
  /** In order of time. */
  steps: Placed[]
  first: Temporal.PlainDate
  /** The first day on which the service can start, by this plan: never before the day on which it must. */
  startsOn: Temporal.PlainDate
  daysLate: number
  clashes: Clash[]
}

/** The steps in an order in which each comes after all that it waits for; null when some wait for each other in a ring. */
export function inOrder(steps: readonly Step[]): Step[] | null {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const ordered: Step[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (step: Step): boolean => {
    if (state.get(step.id) === 'done') return true
    if (state.get(step.id) === 'open') return false
    state.set(step.id, 'open')
    for (const id of step.after) {
      const before = byId.get(id)
      if (before && !visit(before)) return false
    }
    state.set(step.id, 'done')
    ordered.push(step)
    return true
  }
  return steps.every(visit) ? ordered : null
}

/**
 * Reckons a plan backward from the day on which the service must start: each step as late as what waits for it allows, on a day on
 * which the council works, as long as people gave it and never shorter than the law asks. Then forward: a step whose day is settled
 * pushes on what waits for it. Where two settled days contradict each other both stay, and it is a clash.
 *
 * Throws a RangeError when steps wait for each other in a ring, or where working days cannot be counted.
 */
export function schedule(plan: Plan): Schedule {
  const order = inOrder(plan.steps)
  if (!order) throw new RangeError('Some steps wait for each other in a ring.')
  const next = waitingFor(plan.steps)
  const latest = new Map<string, { from: Temporal.PlainDate; binds: string | null }>()
  for (const step of order.toReversed()) {
    const { deadline, binds } = deadlineOf(plan, next.get(step.id) ?? [], (id) => latest.get(id)?.from)
    latest.set(step.id, { from: step.pinned ?? latestStart(plan, step, deadline), binds })
  }

  const placed = new Map<string, { from: Temporal.PlainDate; until: Temporal.PlainDate; pushed: boolean }>()
  const clashes: Clash[] = []
  for (const step of order) {
    const late = latest.get(step.id)?.from ?? plan.startsOn
    const waits = step.after.flatMap((id) => {
      const before = placed.get(id)
      const waitsFor = plan.steps.find((one) => one.id === id)
      return before && waitsFor ? [{ waitsFor, until: before.until }] : []
    })
    const free = waits.reduce((found, { until }) => later(found, until), late)
    // Call-in runs from the publication of what it is about, however much time there is afterwards.
    const atOnce = step.kind === 'call-in' && waits.length > 0
    const soonest = atOnce ? waits.reduce((found, { until }) => later(found, until), waits[0]?.until ?? late) : free
    const from = step.pinned ?? (soonest.equals(late) ? late : workingFrom(soonest, plan.calendar))
    if (step.pinned) {
      for (const { waitsFor, until } of waits) {
        if (Temporal.PlainDate.compare(until, from) > 0)
          clashes.push({ step, from, waitsFor, until, days: daysBetween(from, until) })
      }
    }
    placed.set(step.id, { from, until: untilOf(plan, step, from), pushed: Temporal.PlainDate.compare(from, late) > 0 })
  }

  const startsOn = [...placed.values()].reduce((found, { until }) => later(found, until), plan.startsOn)
  const first = [...placed.values()].reduce((found, { from }) => earlier(found, from), plan.startsOn)
  const room = roomOf(plan, order, next)
  const critical = criticalFrom(order, latest, first)
  const steps = order.map((step): Placed => {
    const { from, until, pushed } = placed.get(step.id) ?? { from: plan.startsOn, until: plan.startsOn, pushed: false }
    const minimum = minimumOf(step.kind, from, plan)
    const own = step.length && ownUntil(step.length, from, plan.calendar)
    return {
      step,
      from,
      until,
      minimum,
      pushed,
      critical: critical.has(step.id),
      stretched: Boolean(minimum && own && Temporal.PlainDate.compare(own, minimum.until) < 0),
      room: daysBetween(until, room.get(step.id) ?? until),
    }
  })
  steps.sort((a, b) => Temporal.PlainDate.compare(a.from, b.from) || Temporal.PlainDate.compare(a.until, b.until))
  return { steps, first, startsOn, daysLate: daysBetween(plan.startsOn, startsOn), clashes }
}

/** The first day after a step that starts on a day: its own length, or the law's where that is longer. */
export function untilOf(
  plan: Pick<Plan, 'regime' | 'callIn' | 'calendar'>,
  step: Pick<Step, 'kind' | 'length'>,
  from: Temporal.PlainDate,
): Temporal.PlainDate {
  const least = minimumOf(step.kind, from, plan)?.until
  const own = step.length ? ownUntil(step.length, from, plan.calendar) : from.add({ days: least ? 0 : 1 })
  return least ? later(own, least) : own
}

/** The first day after so long a time; working days begin with the first that is one. */
export function ownUntil({ count, unit }: Length, from: Temporal.PlainDate, calendar?: Calendar): Temporal.PlainDate {
  switch (unit) {
    case 'days':
      return from.add({ days: count })
    case 'weeks':
      return from.add({ weeks: count })
    case 'months':
      return from.add({ months: count })
    case 'working-days': {
      let found = from
      for (let left = count; left > 0; found = found.add({ days: 1 })) if (isWorkingDay(found, calendar)) left--
      return found
    }
  }
}

// The later a step starts the later it ends, so the last day that fits is found by stepping back as far as it overshot,
// and then on again while it still fits.
function latestStart(plan: Plan, step: Step, deadline: Temporal.PlainDate): Temporal.PlainDate {
  const fits = (from: Temporal.PlainDate) => Temporal.PlainDate.compare(untilOf(plan, step, from), deadline) <= 0
  let from = workingBack(deadline, plan.calendar)
  while (!fits(from))
    from = workingBack(
      from.subtract({ days: Math.max(1, daysBetween(deadline, untilOf(plan, step, from))) }),
      plan.calendar,
    )
  const onward = (after: Temporal.PlainDate) => workingFrom(after.add({ days: 1 }), plan.calendar)
  for (let next = onward(from); fits(next); next = onward(next)) from = next
  return from
}

// The earliest start among what waits for a step, and whose it is; the start of the service where nothing waits.
function deadlineOf(plan: Plan, waiting: readonly string[], fromOf: (id: string) => Temporal.PlainDate | undefined) {
  let found: { deadline: Temporal.PlainDate; binds: string | null } = { deadline: plan.startsOn, binds: null }
  for (const id of waiting) {
    const from = fromOf(id)
    if (from && Temporal.PlainDate.compare(from, found.deadline) <= 0) found = { deadline: from, binds: id }
  }
  return found
}

// By when each step must be over for the service to start on its day, if every day not yet come could still be moved.
function roomOf(plan: Plan, order: readonly Step[], next: Map<string, string[]>): Map<string, Temporal.PlainDate> {
  const until = new Map<string, Temporal.PlainDate>()
  const from = new Map<string, Temporal.PlainDate>()
  for (const step of order.toReversed()) {
    const { deadline } = deadlineOf(plan, next.get(step.id) ?? [], (id) => from.get(id))
    until.set(step.id, deadline)
    from.set(step.id, latestStart(plan, step, deadline))
  }
  return until
}

// From the step that starts first, on to whatever fixed its day, up to the start of the service.
function criticalFrom(
  order: readonly Step[],
  latest: Map<string, { from: Temporal.PlainDate; binds: string | null }>,
  first: Temporal.PlainDate,
): Set<string> {
  const critical = new Set<string>()
  for (const step of order.filter(({ id }) => latest.get(id)?.from.equals(first))) {
    for (let id: string | null = step.id; id !== null && !critical.has(id); id = latest.get(id)?.binds ?? null)
      critical.add(id)
  }
  return critical
}

function waitingFor(steps: readonly Step[]): Map<string, string[]> {
  const next = new Map<string, string[]>()
  for (const { id, after } of steps) for (const before of after) next.set(before, [...(next.get(before) ?? []), id])
  return next
}

export const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) >= 0 ? a : b
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) <= 0 ? a : b

/** The first day on which the council works, from a day on. */
export function workingFrom(on: Temporal.PlainDate, calendar?: Calendar): Temporal.PlainDate {
  let found = on
  while (!isWorkingDay(found, calendar)) found = found.add({ days: 1 })
  return found
}

function workingBack(on: Temporal.PlainDate, calendar?: Calendar): Temporal.PlainDate {
  let found = on
  while (!isWorkingDay(found, calendar)) found = found.subtract({ days: 1 })
  return found
}
