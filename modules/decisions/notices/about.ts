import { findPost, holdersOf } from '#authority'
import { within } from '#platform/days.ts'
import type { Tx } from '#platform/database.ts'
import { done, missing, refused, type Outcome, type Work } from '#platform/use-case.ts'
import { findDecision } from '../store.ts'
import { findItem, itemOfDecision, type PlanItem } from './plan/store.ts'

/** What a notice is about: an entry of the forward plan, a record on the desk, or both. */
export type Matter = {
  item: PlanItem | null
  decision: string | null
  decisionRef: string | null
  matter: string
  maker: string | null
  decided: boolean
}

/** Finds what a notice is about by the reference of either. A record brings its entry of the plan along, and an entry its record. */
export async function theMatter({ tx, council }: Pick<Work, 'tx' | 'council'>, ref: string): Promise<Outcome<Matter>> {
  const item = ref.startsWith('F-') ? await findItem(tx, council, ref) : null
  if (item)
    return done({
      item,
      decision: item.decision,
      decisionRef: null,
      matter: item.matter,
      maker: item.maker,
      decided: item.state !== 'planned',
    })
  const decision = await findDecision(tx, council, ref)
  if (!decision) return missing(`There is no entry of the forward plan and no decision ${ref}.`)
  if (decision.state === 'withdrawn' || decision.state === 'refused')
    return refused(`${ref} is ${decision.state}: no notice is given of it.`)
  return done({
    item: await itemOfDecision(tx, council, decision.decision),
    decision: decision.decision,
    decisionRef: ref,
    matter: decision.title,
    maker: decision.maker,
    decided: decision.state !== 'draft' && decision.state !== 'proposed',
  })
}

/** Whoever holds a post on a day, by name and title; a body's members each with nothing but their names. */
export async function whoDecides(
  tx: Tx,
  council: string,
  post: string,
  on: Temporal.PlainDate,
): Promise<{ title: string; isBody: boolean; names: string[] }> {
  const found = await findPost(tx, council, post)
  const holders = (await holdersOf(tx, council, post)).filter(({ from, until }) => within(on, from, until))
  return {
    title: found?.title ?? post,
    isBody: found !== null && found.kind !== 'officer' && found.kind !== 'member',
    names: [...new Set(holders.map(({ name }) => name))].sort(),
  }
}
