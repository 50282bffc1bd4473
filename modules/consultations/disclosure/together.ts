/** Sets of people of whom it is known how many there are, and how many are in any of them: nothing else. */
export type Overlap = { people: number; sizes: readonly number[]; inAny: number }

/**
 * Whether every way of being in some of these sets and not in the others could be true of as many as the threshold, for somebody who
 * knows how many people there are, how many are in each set, and how many are in any. With two sets all four ways are then known
 * outright; with more, only how many there could be at most.
 *
 * How many can be in exactly the sets of a pattern: no more than its smallest set has; no more than leaves room, among those who are in
 * any, for the largest of the other sets; and, where they count in several sets at once, no more than counts twice altogether.
 * Tried against every table in `together.test.ts`.
 */
export function overlapIsSafe({ people, sizes, inAny }: Overlap, threshold: number): boolean {
  if (people - inAny < threshold) return false
  return patterns(sizes.length).every((inside) => most({ sizes, inAny }, inside) >= threshold)
}

/** How many could be in all of the sets `inside` and in none of the others. */
export function most({ sizes, inAny }: Pick<Overlap, 'sizes' | 'inAny'>, inside: readonly number[]): number {
  const within = inside.map((at) => sizes[at] ?? 0)
  const others = sizes.filter((_, at) => !inside.includes(at))
  const twice = sizes.reduce((sum, n) => sum + n, 0) - inAny
  return Math.min(
    ...within,
    inAny - Math.max(0, ...others),
    inside.length > 1 ? Math.floor(twice / (inside.length - 1)) : Number.POSITIVE_INFINITY,
  )
}

/** Every choice of one set or more. */
const patterns = (sets: number): number[][] =>
  Array.from({ length: 2 ** sets - 1 }, (_, n) =>
    Array.from({ length: sets }, (__, at) => at).filter((at) => ((n + 1) >> at) & 1),
  )

/** What is known outright of sets from their sizes and from how many are in any. */
export const knownOf = ({ people, sizes, inAny }: Overlap): number[] => [
  people - inAny,
  inAny,
  ...sizes.map((n) => inAny - n),
  sizes.reduce((sum, n) => sum + n, 0) - inAny,
]
