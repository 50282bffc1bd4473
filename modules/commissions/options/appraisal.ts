/** What an option is, as far as anybody must ask whether it was looked at. */
export const optionKinds = {
  'do-nothing': { title: 'Do nothing, or go on as now' },
  'in-house': { title: 'The council does it itself' },
  buy: { title: 'Buy it: a contract or a framework' },
  grant: { title: 'Give grants for it' },
  joint: { title: 'Together with others' },
  other: { title: 'Something else' },
} as const
export type OptionKind = keyof typeof optionKinds
export const optionKindNames = Object.keys(optionKinds) as [OptionKind, ...OptionKind[]]

export type Criterion = { id: string; title: string; weight: number }
export type Score = { criterion: string; score: number; why: string }
export type Option = {
  id: string
  kind: OptionKind
  title: string
  says: string
  /** What it costs in each financial year, named by the calendar year in which it starts; pence. */
  costs: { year: number; pence: bigint }[]
  scores: Score[]
}

/** The most that an option can score on a criterion. */
export const bestScore = 5

/** An options appraisal: what was compared, by what, how each did, and what is recommended. */
export type Appraisal = {
  question: string
  criteria: Criterion[]
  options: Option[]
  recommended: { option: string; because: string } | null
}

export type Ranked = { option: Option; points: number[]; total: number; cost: bigint | null; rank: number }

/** The options in order of their weighted points, those with as many sharing a rank. No score counts nothing. */
export function ranked({ criteria, options }: Appraisal): Ranked[] {
  const found = options.map((option) => {
    const points = criteria.map(({ id, weight }) => weight * scoreOf(option, id))
    return { option, points, total: points.reduce((sum, one) => sum + one, 0), cost: costOf(option) }
  })
  const order = found.toSorted((a, b) => b.total - a.total)
  return order.map((one) => ({ ...one, rank: order.findIndex(({ total }) => total === one.total) + 1 }))
}

/** What an option costs over all the years that are given; null where none is. */
export const costOf = ({ costs }: Option): bigint | null =>
  costs.length === 0 ? null : costs.reduce((sum, { pence }) => sum + pence, 0n)

const scoreOf = (option: Option, criterion: string): number =>
  option.scores.find((one) => one.criterion === criterion)?.score ?? 0

/** A share of a hundred as an exact fraction, its denominator above zero. */
export type Share = { num: bigint; den: bigint }

/** Whose turn it would be to come first while the weight of one criterion lies between two shares. */
export type Stretch = { from: Share; to: Share; first: Option[] }

export type Sensitivity = {
  criterion: Criterion
  stretches: Stretch[]
  /** The nearest weight at which another comes first, or ties for it, and who; null where no weight of this criterion changes that. */
  turns: { weight: Share; to: Option[]; up: boolean } | null
}

/**
 * Which change of a single weight would change what comes first. One weight goes from 0 to 100 and the others share the rest in
 * the proportion that they have. Reckoned exactly: points are straight lines in the weight, so all turns are fractions.
 */
export function sensitivityOf(appraisal: Appraisal): Sensitivity[] {
  const { criteria, options } = appraisal
  if (options.length < 2) return []
  return criteria
    .filter(({ weight }) => weight < 100)
    .map((criterion) => {
      const lines = options.map((option) => lineOf(criteria, option, criterion))
      const cuts = cutsOf(lines)
      const stretches: Stretch[] = []
      for (let at = 0; at + 1 < cuts.length; at++) {
        const [from, to] = [cuts[at] ?? zero, cuts[at + 1] ?? hundred]
        const first = firstAt(options, lines, middle(from, to))
        const last = stretches.at(-1)
        if (last && sameOptions(last.first, first)) last.to = to
        else stretches.push({ from, to, first })
      }
      return { criterion, stretches, turns: turnsOf(criterion, stretches) }
    })
}

// Points at weight x, times (100 − w): x·(100 − w)·own + (100 − x)·others = slope·x + start.
type Line = { slope: bigint; start: bigint }

function lineOf(criteria: readonly Criterion[], option: Option, of: Criterion): Line {
  const own = BigInt(scoreOf(option, of.id)) * BigInt(100 - of.weight)
  const others = criteria
    .filter(({ id }) => id !== of.id)
    .reduce((sum, { id, weight }) => sum + BigInt(weight * scoreOf(option, id)), 0n)
  return { slope: own - others, start: 100n * others }
}

const zero: Share = { num: 0n, den: 1n }
const hundred: Share = { num: 100n, den: 1n }

/** Every weight at which two options have as many points, between 0 and 100, in order, both ends included. */
function cutsOf(lines: readonly Line[]): Share[] {
  const cuts = [zero, hundred]
  lines.forEach((a, at) => {
    for (const b of lines.slice(at + 1)) {
      const slope = a.slope - b.slope
      if (slope === 0n) continue
      const share = slope > 0n ? { num: b.start - a.start, den: slope } : { num: a.start - b.start, den: -slope }
      if (share.num > 0n && share.num < 100n * share.den && !cuts.some((one) => compareShares(one, share) === 0))
        cuts.push(share)
    }
  })
  return cuts.sort(compareShares)
}

/** Who has the most points at a weight; several where they tie. */
function firstAt(options: readonly Option[], lines: readonly Line[], { num, den }: Share): Option[] {
  const points = lines.map(({ slope, start }) => slope * num + start * den)
  const most = points.reduce((a, b) => (a > b ? a : b))
  return options.filter((_, at) => points[at] === most)
}

function turnsOf({ weight }: Criterion, stretches: readonly Stretch[]): Sensitivity['turns'] {
  const here: Share = { num: BigInt(weight), den: 1n }
  const at = stretches.findIndex(({ from, to }) => compareShares(from, here) <= 0 && compareShares(here, to) <= 0)
  const now = stretches[at]
  if (!now) return null
  const below = stretches[at - 1]
  const above = stretches[at + 1]
  const [down, up] = [
    below && { weight: now.from, to: below.first, up: false },
    above && { weight: now.to, to: above.first, up: true },
  ]
  if (!down || !up) return down ?? up ?? null
  return compareShares(minus(here, down.weight), minus(up.weight, here)) <= 0 ? down : up
}

const sameOptions = (a: readonly Option[], b: readonly Option[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))

export const compareShares = (a: Share, b: Share): number => {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

const middle = (a: Share, b: Share): Share => ({ num: a.num * b.den + b.num * a.den, den: 2n * a.den * b.den })
const minus = (a: Share, b: Share): Share => ({ num: a.num * b.den - b.num * a.den, den: a.den * b.den })

/** A share as people read it: "37.5", with one decimal where it is not whole. */
export function shareWords({ num, den }: Share): string {
  const tenths = (num * 20n + den) / (den * 2n)
  return tenths % 10n === 0n ? String(tenths / 10n) : `${tenths / 10n}.${tenths % 10n}`
}

/** A share as a number, for a drawing and nothing else. */
export const shareNumber = ({ num, den }: Share): number => Number((num * 100_000n) / den) / 100_000
