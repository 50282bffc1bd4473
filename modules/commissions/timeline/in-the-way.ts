import { publicDecision, standingOn, type Standing } from '#decisions'
import type { Tx } from '#platform/database.ts'
import { longDay } from '#platform/days.ts'
import { findCommission, latestEdition } from '../store.ts'
import { planFrom } from './document.ts'
import type { Plan, Step } from './plan.ts'

/** How the decision of a gate stands on a day. */
export type GateStanding = { open: boolean; standing: Standing | 'not published' | 'not named'; says: string }

/** Whether a gate is open on a day: its decision is published, has taken effect and is not called in. */
export async function gateStanding(
  tx: Tx,
  council: string,
  step: Pick<Step, 'title' | 'gate'>,
  on: Temporal.PlainDate,
): Promise<GateStanding> {
  const ref = step.gate?.decision ?? null
  if (ref === null)
    return {
      open: false,
      standing: 'not named',
      says: `“${step.title}” is a gate, and no decision is named that opens it.`,
    }
  const found = await publicDecision(tx, council, ref)
  if (!found)
    return {
      open: false,
      standing: 'not published',
      says: `“${step.title}” is a gate: ${ref} is not published, so it authorises nothing.`,
    }
  const standing = found.supersededBy ? 'superseded' : standingOn({ state: 'published', ...found }, on)
  const name = `“${step.title}” is a gate: ${ref}`
  switch (standing) {
    case 'effective':
      return { open: true, standing, says: `${name} took effect on ${longDay(found.effectiveOn)}.` }
    case 'superseded':
      return {
        open: false,
        standing,
        says: `${name} is superseded by ${found.supersededBy ?? 'another'}. Name the decision that stands now.`,
      }
    case 'called in':
      return { open: false, standing, says: `${name} is called in.` }
    default:
      return {
        open: false,
        standing,
        says: `${name} takes effect on ${longDay(found.effectiveOn)}, unless it is called in.`,
      }
  }
}

/** The steps that must be over before one of them may start, near and far. */
export function before(plan: Plan, ids: readonly string[]): Step[] {
  const found = new Set<string>()
  const visit = (id: string) => {
    for (const one of plan.steps.find((step) => step.id === id)?.after ?? []) {
      if (!found.has(one)) {
        found.add(one)
        visit(one)
      }
    }
  }
  ids.forEach(visit)
  return plan.steps.filter(({ id }) => found.has(id))
}

/**
 * What stands in the way of a step of a commission on a day, in sentences; empty when nothing does. `step` is a step's own name
 * or a kind of step: a room that opens a tender asks for `tender`. Gates before it must be open. A commission without a timeline,
 * or whose timeline has no such step, puts nothing in the way.
 */
export async function standsInTheWay(
  tx: Tx,
  council: string,
  commission: string,
  step: string,
  on: Temporal.PlainDate,
): Promise<string[]> {
  const found = await findCommission(tx, council, commission)
  if (!found) return [`There is no commission ${commission}.`]
  if (found.state === 'closed')
    return [
      `${commission} was closed${found.closedOn ? ` on ${longDay(found.closedOn)}` : ''}: ${found.closedBecause ?? ''}`,
    ]
  const edition = await latestEdition(tx, council, found.commission, 'timeline')
  if (!edition) return []
  const plan = planFrom(edition.document)
  const meant = plan.steps.filter(({ id, kind }) => id === step || kind === step).map(({ id }) => id)
  const said: string[] = []
  for (const gate of before(plan, meant).filter((one) => one.gate)) {
    const { open, says } = await gateStanding(tx, council, gate, on)
    if (!open) said.push(says)
  }
  return said
}
