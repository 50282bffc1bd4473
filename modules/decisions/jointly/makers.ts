import { democraticServices, findPost, postsHeldBy, type Post } from '#authority'
import type { Tx } from '#platform/database.ts'
import type { Actor } from '#platform/use-case.ts'
import type { Decision } from '../decision.ts'
import { jointMakersOf } from './store.ts'

/** Every post that decides a record: the one that it names first, then those that decide with it. */
export async function makersOf(
  tx: Tx,
  council: string,
  { decision, maker }: Pick<Decision, 'decision' | 'maker'>,
): Promise<Post[]> {
  const named = new Set([maker, ...(await jointMakersOf(tx, council, decision)).map(({ post }) => post)])
  const found: Post[] = []
  for (const post of named) {
    const one = post === null ? null : await findPost(tx, council, post)
    if (one) found.push(one)
  }
  return found
}

/** A body decides at its own meeting, and is signed for by who presided or by the proper officer. */
export const isBody = ({ kind }: Pick<Post, 'kind'>): boolean => kind !== 'officer' && kind !== 'member'

/** For which of the deciding posts somebody may sign on a day. */
export async function maySignFor(
  tx: Tx,
  { council, account, roles }: Actor,
  makers: readonly Post[],
  on: Temporal.PlainDate,
): Promise<Post[]> {
  const held = new Set(account ? (await postsHeldBy(tx, council, account, on)).map(({ post }) => post) : [])
  return makers.filter((post) => held.has(post.post) || (isBody(post) && roles.includes(democraticServices)))
}
