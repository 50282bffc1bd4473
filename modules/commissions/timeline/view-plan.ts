import { z } from 'zod'
import { staff } from '#authority'
import { ref, whole } from '#platform/input.ts'
import { done, missing, query, type Work } from '#platform/use-case.ts'
import { ofPart, partSeen } from '../one-part.ts'
import { editionNumbered, findCommission } from '../store.ts'
import { changesBetween } from './changes.ts'
import { planFrom } from './document.ts'
import { findingsOfPlan } from './findings.ts'
import { before, gateStanding, type GateStanding } from './in-the-way.ts'
import { outlookOn } from './lateness.ts'
import type { Plan } from './plan.ts'
import { schedule } from './schedule.ts'

/** The timeline of a commission: its steps with their days, what the rules say, what is late, which gates are open. */
export const viewPlan = query({
  name: 'commissions.view-plan',
  title: 'Read the timeline of a commission',
  may: staff,
  input: ofPart,
  async run(work, { ref, edition: n }) {
    const base = await partSeen(work, ref, 'timeline', n)
    if (!base.ok) return base
    const { edition } = base.value
    return done({
      ...base.value,
      seen: edition
        ? await planSeen(
            work.tx,
            work.actor.council,
            planFrom(edition.document),
            work.today,
            base.value.commission.closedOn,
          )
        : null,
    })
  },
})

/** Two editions of a timeline, and what differs between them in words. */
export const comparePlans = query({
  name: 'commissions.compare-plans',
  title: 'Compare two editions of a timeline',
  may: staff,
  input: z.object({ ref, from: whole(1, 1_000_000), to: whole(1, 1_000_000) }),
  async run({ tx, council }, { ref, from, to }) {
    const found = await findCommission(tx, council, ref)
    if (!found) return missing(`There is no commission ${ref}.`)
    const [a, b] = [
      await editionNumbered(tx, council, found.commission, 'timeline', from),
      await editionNumbered(tx, council, found.commission, 'timeline', to),
    ]
    if (!a || !b) return missing(`${ref} has no such editions of its timeline.`)
    const { document: _, ...was } = a
    const { document: __, ...is } = b
    return done({
      ref,
      title: found.title,
      from: was,
      to: is,
      changes: changesBetween(planFrom(a.document), planFrom(b.document)),
    })
  },
})

// A closed commission is shown as it stood when it was closed: nothing is late that nobody meant to do any more.
export async function planSeen(
  tx: Work['tx'],
  council: string,
  plan: Plan,
  today: Temporal.PlainDate,
  closedOn: Temporal.PlainDate | null,
) {
  const asOf = closedOn ?? today
  const scheduled = schedule(plan)
  const gates: Record<string, GateStanding> = {}
  for (const step of plan.steps.filter(({ gate }) => gate)) gates[step.id] = await gateStanding(tx, council, step, asOf)
  const blocked = Object.fromEntries(
    plan.steps.map(({ id }) => [
      id,
      before(plan, [id])
        .filter((one) => gates[one.id]?.open === false)
        .map(({ title }) => title),
    ]),
  )
  return {
    plan,
    schedule: scheduled,
    findings: findingsOfPlan(plan, scheduled),
    outlook: outlookOn(plan, asOf),
    gates,
    blocked,
    asOf,
    closed: closedOn !== null,
  }
}

export type PlanSeen = Awaited<ReturnType<typeof planSeen>>
