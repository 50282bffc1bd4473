import { ownLimitIn, powers, type Ceiling, type Power, type SchemeEntry } from '#authority'

/** What counts for one power of a grant that states no ceiling: the post's own limit, or null for nothing at all. */
export type Fallback = { power: Power; limit: { ceiling: Ceiling; entry: string } | null }

/** Silence is not permission: what a grant without a ceiling comes to under the scheme of delegation, power by power. */
export const fallbacksOf = (
  scheme: readonly SchemeEntry[],
  grant: { holder: string; powers: readonly Power[]; scope: string },
): Fallback[] =>
  grant.powers
    .filter((power) => powers[power].valued)
    .map((power) => ({ power, limit: ownLimitIn(scheme, { post: grant.holder, power, subject: grant.scope }) }))
