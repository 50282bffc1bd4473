import { networkHost, officer } from '#authority'
import { done, missing, refused, type Outcome, type Work } from '#platform/use-case.ts'
import type { RunNetwork } from './network.ts'
import { findNetwork } from './store.ts'

/** Who runs a network: the council's officers, and whoever works for its host. */
export const runners = [officer, networkHost]

/**
 * Finds a network for somebody who runs it. Whoever works for a host is let into that host's network and no other: of the rest
 * they learn nothing.
 */
export async function theNetwork(
  { tx, actor, council }: Pick<Work, 'tx' | 'actor' | 'council'>,
  ref: string,
  lock: 'lock' | 'look' = 'look',
): Promise<Outcome<RunNetwork>> {
  const found = await findNetwork(tx, council, ref, lock)
  const own =
    found !== null && (actor.roles.includes(officer) || (actor.account !== null && found.hostAccount === actor.account))
  return own ? done(found) : missing(`There is no network ${ref}.`)
}

/** The same, when something is about to change. */
export async function theOpenNetwork(work: Work, ref: string): Promise<Outcome<RunNetwork>> {
  work.about(ref)
  const outcome = await theNetwork(work, ref, 'lock')
  if (outcome.ok && outcome.value.closedOn)
    return refused(`${outcome.value.title} is closed.`, [], 'Its records can be read, and no longer change.')
  return outcome
}

/** The year of a network's budget, April to March, in which a day lies. */
export function financialYear(day: Temporal.PlainDate): {
  year: number
  from: Temporal.PlainDate
  until: Temporal.PlainDate
} {
  const year = day.month < 4 ? day.year - 1 : day.year
  return { year, from: new Temporal.PlainDate(year, 4, 1), until: new Temporal.PlainDate(year + 1, 4, 1) }
}
