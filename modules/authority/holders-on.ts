import { rows, sql, type Tx } from '#platform/database.ts'
import type { Post } from './store.ts'

/** Somebody who holds a post on a day. */
export type Holder = { account: string; name: string; post: string; title: string; kind: Post['kind'] }

/** Everybody who holds a post of these kinds on a day, with the post: somebody with two seats stands here twice. */
export const holdersOfKinds = (
  tx: Tx,
  council: string,
  kinds: readonly Post['kind'][],
  day: Temporal.PlainDate,
): Promise<Holder[]> =>
  rows<Holder>(
    tx,
    sql`select h.account, h.name, p.post, p.title, p.kind from authority.holding h
    join authority.post p on p.council = h.council and p.post = h.post
    where h.council = ${council} and p.kind = any (${kinds}::text[]) and h.from_day <= ${day}
      and (h.until_day is null or h.until_day > ${day})
    order by h.name, p.title`,
  )

/** Everybody who holds one of these posts on a day. */
export const holdersOfPosts = (
  tx: Tx,
  council: string,
  posts: readonly string[],
  day: Temporal.PlainDate,
): Promise<Holder[]> =>
  rows<Holder>(
    tx,
    sql`select h.account, h.name, p.post, p.title, p.kind from authority.holding h
    join authority.post p on p.council = h.council and p.post = h.post
    where h.council = ${council} and p.post = any (${posts}::text[]) and h.from_day <= ${day}
      and (h.until_day is null or h.until_day > ${day})
    order by h.name, p.title`,
  )
