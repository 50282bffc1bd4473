import { z } from 'zod'
import { done, missing, refused, type Outcome, type Work } from '#platform/use-case.ts'
import type { RunNetwork } from '../network.ts'
import { findMember, type Member } from '../people-store.ts'
import { findNetwork } from '../store.ts'
import { linkDigest } from './secrets.ts'
import { findWay, type Way } from './store.ts'

/** The secret of a link, as it stands in an address. */
export const token = z.string().regex(/^[\w-]{43}$/u, 'Follow the link in the letter again.')

export type Own = { member: Member; network: RunNetwork; way: Way }

/** Who has come in by a link, and into which network. Whatever is wrong with a link, the answer is the same. */
export async function theOwn(
  { tx, council, now }: Pick<Work, 'tx' | 'council' | 'now'>,
  given: string,
  lock: 'lock' | 'look' = 'look',
): Promise<Outcome<Own>> {
  const way = await findWay(tx, council, 'link', linkDigest(given), now)
  const network = way && (await findNetwork(tx, council, way.networkRef, lock))
  const member = network && (await findMember(tx, council, network.network, way.member))
  return member && !member.leftOn
    ? done({ member, network, way })
    : missing('This link is no longer good: it is too old, or was taken back. Ask for a new one, or use a code.')
}

/** The same, when something is about to change. The journal is told which network, and never who. */
export async function theOwnOpen(work: Work, given: string): Promise<Outcome<Own>> {
  const outcome = await theOwn(work, given, 'lock')
  if (!outcome.ok) return outcome
  const { network } = outcome.value
  work.about(network.ref)
  if (network.closedOn)
    return refused(`${network.title} is closed.`, [], 'What is known of you can be read, and no longer changes.')
  return outcome
}
