import { holdersOfKinds, holdersOfPosts } from '#authority'
import type { Tx } from '#platform/database.ts'
import type { CallerGroup, CallInRule } from './rules/call-in-window.ts'
import type { Caller } from './rules/who-may-call-in.ts'
import type { CalledBy } from './store.ts'

/** Somebody who holds a seat or a post on a day, and what it makes them where a decision is called in. */
export type Member = Caller & { account: string; post: string; title: string }

/** Everybody with a seat on a body, or in a post that the rule names, on a day. */
export async function membersOn(tx: Tx, council: string, rule: CallInRule, on: Temporal.PlainDate): Promise<Member[]> {
  const named = [
    ...(rule.chairs ?? []),
    ...(rule.coopted?.posts ?? []),
    ...(rule.callers ?? []).flatMap(({ all }) => all.flatMap(({ posts }) => posts ?? [])),
  ]
  const seats = [
    ...(await holdersOfKinds(tx, council, ['member', 'cabinet', 'committee', 'council'], on)),
    ...(await holdersOfPosts(tx, council, named, on)),
  ]
  const coopted = new Set(rule.coopted?.posts)
  const people = Map.groupBy(seats, ({ account }) => account)
  return [...people.values()].flatMap((held) => {
    const [first] = held
    if (!first) return []
    const elected = held.filter(({ post }) => !coopted.has(post))
    const sits = held.filter(
      ({ post, kind }) =>
        coopted.has(post) || (rule.committees ? rule.committees.includes(post) : kind === 'committee'),
    )
    const chairs = held.some(({ post }) => rule.chairs?.includes(post))
    const groups: CallerGroup[] = [
      ...(elected.length ? (['members'] as const) : []),
      ...(sits.length ? (['committee'] as const) : []),
      ...(chairs ? (['chair'] as const) : []),
    ]
    // The post by which somebody calls in: their seat on scrutiny, where they have one.
    const { post, title } = sits[0] ?? elected[0] ?? first
    return [
      {
        account: first.account,
        name: first.name,
        posts: [...new Set(held.map((one) => one.post))],
        groups,
        coopted: elected.length === 0,
        post,
        title,
      },
    ]
  })
}

/** Those of them who may call in at all, by themselves or with others. */
export function eligible(members: readonly Member[], rule: CallInRule): Member[] {
  const needs = (rule.callers ?? []).flatMap(({ all }) => all)
  return members.filter(
    (one) =>
      (!one.coopted || rule.coopted?.may)
      && needs.some(({ who, posts }) =>
        who === 'posts' ? one.posts.some((post) => posts?.includes(post)) : one.groups.includes(who),
      ),
  )
}

/** A name without the title that people put in front of it, in small letters. */
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:cllr|councillor|mr|mrs|ms|miss|dr)\.? +/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** The callers who were named, each once, found among those who hold a post. Who is not found stands as named, with no post. */
export function callersNamed(
  names: readonly string[],
  members: readonly Member[],
): { callers: Caller[]; calledBy: CalledBy[] } {
  const known = new Map(members.map((one) => [bare(one.name), one]))
  const each = [...new Map(names.map((name) => [bare(name), name])).entries()]
  const found = each.map(([key, name]) => ({ name, member: known.get(key) ?? null }))
  return {
    callers: found.map(({ name, member }) => member ?? { name, posts: [], groups: [], coopted: false }),
    calledBy: found.map(({ name, member }) =>
      member
        ? { name: member.name, account: member.account, post: member.post, title: member.title }
        : { name, account: null, post: null, title: null },
    ),
  }
}
