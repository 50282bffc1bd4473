import { widest } from './widest.ts'

/** What a council has settled about small numbers: see the setting `small-numbers`. */
export type SmallNumbers = {
  /** A count below this is not published, nor anything from which it could be worked out. */
  threshold: number
  /** Published counts are rounded to the nearest multiple of this. */
  roundTo: number
  /** With fewer people than this no two questions are crossed. */
  crossFrom: number
}

/** How many gave each answer to one question. Everybody is counted once, "not said" being an answer. */
export type OneWay = {
  key: string
  counts: readonly number[]
  /**
   * Which of its counts is of those who were asked and did not answer. That nobody left it empty says nothing of what anybody thinks,
   * so a nought there is shown.
   */
  silent?: number
  /** Of a question that only some were asked, which its last count tells apart from nobody: whom. See {@link AskedOf}. */
  asked?: AskedOf
  /** The counts of silence of several questions are likely to be the same, as those of the lines of a matrix are. */
  silentAlike?: boolean
}
/**
 * Whom a further question was put to: those who gave one of these answers to the question `of`. Null where it hangs on more than one
 * question, so that the number of those asked would be a crossing of them. How many were asked is known to whoever reads the
 * table of `of`, or the other way round: so the two are made safe together.
 */
export type AskedOf = { title: string; to: { of: string; answers: readonly number[] } | null }
/** How many gave each pair of answers to two questions. */
export type TwoWay = { rows: string; columns: string; counts: readonly (readonly number[])[] }
export type Counted = { people: number; oneWay: readonly OneWay[]; twoWay: readonly TwoWay[] }

/** A published count is rounded; null is withheld. */
export type Shown = {
  people: number | null
  oneWay: { key: string; cells: (number | null)[] }[]
  twoWay: { rows: string; columns: string; cells: (number | null)[][] }[]
  /** In full sentences: what was asked for and is not shown at all, and why. */
  not: string[]
}

/** Counts as they were when an earlier release was published, and which of them it showed. */
export type Earlier = { counted: Counted; shown: Shown }

/**
 * Makes tables that can be published together, so that nobody can work out a count below the threshold, nor learn from the
 * difference between two releases what fewer people than that have said.
 *
 * How it can be relied on: the total of a question's withheld counts is at least the threshold and covers two answers or more, so
 * each of them could be that large. A withheld cell of a crossed table could be at least the threshold in some table with the same
 * totals ({@link widest}), even for somebody who knows all totals. An answer withheld by itself is withheld wherever it is
 * crossed. Crossed questions form no circle, for three tables round a circle say more than each of them. Rounding is not relied on.
 * A nought of silence ({@link OneWay.silent}) is shown, and so is no cover for anything else. What a further question says of how many
 * were asked ({@link AskedOf}) is taken to be known: the question before it is made safe within those asked and those not, and the
 * further one within those asked. Between two releases what is withheld, taken together, has not changed by a few either.
 *
 * Source: the field guide, engagement section 5 (threshold 10, never below 5, rounding to 5, secondary suppression, no crossing
 * below 100 people, a guard against differencing).
 */
export function publishSafely(counted: Counted, rule: SmallNumbers, earlier: readonly Earlier[] = []): Shown {
  const { threshold } = rule
  // What was refused told nobody anything.
  const released = earlier.filter(({ shown }) => shown.people !== null)
  if (counted.people < threshold) {
    return {
      people: null,
      oneWay: [],
      twoWay: [],
      not: [`Fewer than ${threshold} people answered, so no figures are shown.`],
    }
  }
  const grown = released
    .map((one) => Math.abs(counted.people - one.counted.people))
    .find((by) => by > 0 && by < threshold)
  if (grown !== undefined) {
    return {
      people: null,
      oneWay: [],
      twoWay: [],
      not: [
        `Too few answers have come in since the last release for a new one: what they said could be worked out. There must be at least ${threshold} more.`,
      ],
    }
  }
  const { parts, not, unshown } = furtherQuestions(counted, threshold, released)
  const kept = new Map(
    counted.oneWay.map((one) => [
      one.key,
      unshown.has(one.key)
        ? one.counts.map(() => true)
        : withheldAnswers(
            { ...one, counts: amongAsked(counted, one) },
            apartIn(one, parts.get(one.key) ?? []),
            threshold,
            released.map((was) => before(was, one)),
          ),
    ]),
  )
  const joined = new Map<string, string>()
  const group = (key: string): string => {
    const up = joined.get(key)
    return up === undefined ? key : group(up)
  }
  const twoWay: Shown['twoWay'] = []
  for (const { rows, columns, counts } of counted.twoWay) {
    const [outer, inner] = [kept.get(rows), kept.get(columns)]
    if (!outer || !inner) {
      not.push(`${rows} by ${columns} is not shown: each question has to be shown by itself as well.`)
      continue
    }
    if (counted.people < rule.crossFrom) {
      not.push(`${rows} by ${columns} is not shown: fewer than ${rule.crossFrom} people answered.`)
      continue
    }
    if (group(rows) === group(columns)) {
      not.push(`${rows} by ${columns} is not shown: together with what is already crossed it would say too much.`)
      continue
    }
    joined.set(group(rows), group(columns))
    const hidden = withheldCells(
      counts,
      outer,
      inner,
      threshold,
      released.flatMap((one) => crossedBefore(one, rows, columns)),
    )
    twoWay.push({
      rows,
      columns,
      cells: counts.map((line, r) => line.map((count, c) => (hidden[r]?.[c] ? null : rounded(count, rule.roundTo)))),
    })
  }
  return {
    people: rounded(counted.people, rule.roundTo),
    oneWay: counted.oneWay.map(({ key, counts }) => ({
      key,
      cells: counts.map((count, at) => (kept.get(key)?.[at] ? null : rounded(count, rule.roundTo))),
    })),
    twoWay,
    not,
  }
}

const rounded = (count: number, to: number) => Math.floor((count + to / 2) / to) * to

type Before = { counts: readonly number[]; shown: readonly boolean[] }

function before({ counted, shown }: Earlier, { key, asked }: OneWay): Before {
  const was = counted.oneWay.find((one) => one.key === key)
  return {
    counts: was ? amongAsked(counted, { key, counts: was.counts, ...(asked && { asked }) }) : [],
    shown: shown.oneWay.find((one) => one.key === key)?.cells.map((cell) => cell !== null) ?? [],
  }
}

/** The counts of a question among those who were asked it: the last, of those who did not say, without those who could not. */
function amongAsked(counted: Counted, one: OneWay): readonly number[] {
  const base = peopleAsked(counted, one)
  if (base === null || !one.asked) return one.counts
  const said = one.counts.slice(0, -1)
  return [...said, Math.max(0, base - total(said))]
}

/** How many were asked a further question; null where that is not a sum of answers to one question. */
function peopleAsked(counted: Counted, { asked }: OneWay): number | null {
  if (!asked) return counted.people
  const of = counted.oneWay.find(({ key }) => key === asked.to?.of)
  return of && asked.to ? total(asked.to.answers.map((at) => of.counts[at] ?? 0)) : null
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

/** Which further questions can be shown at all, and which parts of the questions before them they make known. */
function furtherQuestions(
  counted: Counted,
  threshold: number,
  earlier: readonly Earlier[],
): { parts: Map<string, (readonly number[])[]>; not: string[]; unshown: Set<string> } {
  const parts = new Map<string, (readonly number[])[]>()
  const not: string[] = []
  const unshown = new Set<string>()
  for (const one of counted.oneWay) {
    if (!one.asked) continue
    const { title, to } = one.asked
    const of = counted.oneWay.find(({ key }) => key === to?.of)
    const leave = (because: string) => {
      unshown.add(one.key)
      not.push(`“${title}” is not shown: ${because}`)
    }
    if (!to || !of) {
      leave('who was asked it hangs on more than one answer, and how many gave them all is not published.')
      continue
    }
    if (unshown.has(of.key)) {
      leave('the question by which people came to it is not shown either.')
      continue
    }
    const known = parts.get(of.key) ?? []
    const told = known.some((part) => sameSet(part, to.answers)) ? known : [...known, to.answers]
    const sizes = (all: Counted, counts: readonly number[]) =>
      atoms(amongAsked(all, { ...of, counts }), told).map((places) => ({
        places,
        size: total(places.map((at) => amongAsked(all, { ...of, counts })[at] ?? 0)),
      }))
    const now = sizes(counted, of.counts)
    const silence = (places: readonly number[], size: number) => size === 0 && places.every((at) => at === of.silent)
    if (now.some(({ places, size }) => size < threshold && !silence(places, size))) {
      leave(
        `with it one could work out what fewer than ${threshold} people answered to the question by which people came to it.`,
      )
      continue
    }
    const few = earlier.some((was) => {
      const counts = was.counted.oneWay.find(({ key }) => key === of.key)?.counts
      if (!counts) return false
      return sizes(was.counted, counts).some(({ size }, at) => fewApart(size, now[at]?.size ?? 0, threshold))
    })
    if (few) {
      leave('too few people more, or fewer, were asked it than at an earlier release.')
      continue
    }
    parts.set(of.key, told)
  }
  return { parts, not, unshown }
}

const sameSet = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((at) => b.includes(at))

const fewApart = (a: number, b: number, threshold: number) => a !== b && Math.abs(a - b) < threshold

/** The places of a question's counts, those together which no part tells apart. */
function atoms(counts: readonly number[], parts: readonly (readonly number[])[]): number[][] {
  const by = Map.groupBy(counts.keys(), (at) => parts.map((part) => part.includes(at)).join())
  return [...by.values()]
}

/** What may be known of a question's counts from others: parts of which the total is. */
const apartIn = ({ counts, silentAlike }: OneWay, parts: readonly (readonly number[])[]): number[][] =>
  atoms(counts, silentAlike ? [...parts, [...counts.keys()].slice(0, -1)] : parts)

function crossedBefore(
  { counted, shown }: Earlier,
  rows: string,
  columns: string,
): { counts: readonly (readonly number[])[]; shown: boolean[][] }[] {
  const is = (one: { rows: string; columns: string }) => one.rows === rows && one.columns === columns
  const counts = counted.twoWay.find(is)?.counts
  const cells = shown.twoWay.find(is)?.cells
  return counts && cells ? [{ counts, shown: cells.map((line) => line.map((cell) => cell !== null)) }] : []
}

// Near to what an earlier release showed, but not the same: the difference would speak of a few people.
const near = (count: number, was: number | undefined, shown: boolean | undefined, threshold: number) =>
  shown === true && was !== undefined && fewApart(count, was, threshold)

/** Which answers of one question are withheld, when the total of each of these parts of it is known. */
function withheldAnswers(
  { counts, silent }: OneWay,
  parts: readonly (readonly number[])[],
  threshold: number,
  earlier: readonly Before[],
): boolean[] {
  // What an earlier release withheld may have been the cover of another count there, and stays withheld.
  const open = (at: number) => at === silent && counts[at] === 0 && !earlier.some(({ shown }) => shown[at] === false)
  const needs = counts.map(
    (count, at) =>
      !open(at) && (count < threshold || earlier.some((one) => near(count, one.counts[at], one.shown[at], threshold))),
  )
  const hidden = [...needs]
  // Twice the threshold where a difference is to be hidden, so that the others alone could make it up.
  const least = earlier.length > 0 ? 2 * threshold : threshold
  const everywhere = [...counts.keys()]
  const bare = (places: readonly number[]) => {
    const withheld = places.filter((at) => hidden[at])
    return withheld.length > 0 && (withheld.length < 2 || total(withheld.map((at) => counts[at] ?? 0)) < least)
  }
  for (const places of parts) while (places.some((at) => needs[at]) && bare(places) && cover(places));
  while (bare(everywhere) && cover(everywhere));
  for (const places of [...parts, everywhere]) while (earlier.some((one) => toldByRest(one, places)) && cover(places));
  return hidden

  // Withholds the smallest that is shown and could be a cover.
  function cover(places: readonly number[]): boolean {
    const next = places
      .filter((at) => !hidden[at] && !open(at))
      .toSorted((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))[0]
    if (next !== undefined) hidden[next] = true
    return next !== undefined
  }

  // What is withheld has a total, as it had then: whether those totals tell by their difference what a few people said.
  function toldByRest({ counts: were, shown }: Before, among: readonly number[]): boolean {
    if (shown.length === 0) return false
    const now = among.filter((at) => hidden[at])
    const then = among.filter((at) => shown[at] === false)
    const groups = now.some((at) => then.includes(at)) ? [[...new Set([...now, ...then])]] : [now, then]
    return groups.some((places) =>
      fewApart(total(places.map((at) => counts[at] ?? 0)), total(places.map((at) => were[at] ?? 0)), threshold),
    )
  }
}

/** Which cells of a crossed table are withheld, given the answers that are withheld by themselves. */
function withheldCells(
  counts: readonly (readonly number[])[],
  rows: readonly boolean[],
  columns: readonly boolean[],
  threshold: number,
  earlier: readonly { counts: readonly (readonly number[])[]; shown: boolean[][] }[],
): boolean[][] {
  // Answers withheld by themselves are taken together as one row or column, of which nothing is published.
  const outer = merged(rows)
  const inner = merged(columns)
  const table = outer.map((of) =>
    inner.map((by) => of.reduce((sum, r) => sum + by.reduce((part, c) => part + (counts[r]?.[c] ?? 0), 0), 0)),
  )
  const open = (r: number, c: number) => !(rows[outer[r]?.[0] ?? 0] ?? false) && !(columns[inner[c]?.[0] ?? 0] ?? false)
  const differs = (r: number, c: number) =>
    open(r, c)
    && earlier.some((one) => {
      const [of, by] = [outer[r]?.[0] ?? 0, inner[c]?.[0] ?? 0]
      return near(counts[of]?.[by] ?? 0, one.counts[of]?.[by], one.shown[of]?.[by], threshold)
    })
  const hidden = table.map((line, r) => line.map((count, c) => !open(r, c) || count < threshold || differs(r, c)))
  const wanting = () => {
    for (const [r, line] of table.entries()) {
      for (const [c, count] of line.entries()) {
        if (!hidden[r]?.[c]) continue
        const least = differs(r, c) ? count + threshold : count < threshold ? threshold : 0
        if (least > 0 && widest(table, hidden, r, c) < Math.min(least, most(table, r, c))) return [r, c] as const
      }
    }
    return null
  }
  for (let lacking = wanting(); lacking; lacking = wanting()) {
    const more = helper(table, hidden, lacking[0], lacking[1])
    if (!more) break
    const line = hidden[more[0]]
    if (line) line[more[1]] = true
  }
  const place = (groups: readonly (readonly number[])[], at: number) => groups.findIndex((of) => of.includes(at))
  return counts.map((line, r) => line.map((_, c) => hidden[place(outer, r)]?.[place(inner, c)] ?? true))
}

// The most that a cell could hold whatever is withheld: all of its row, or of its column.
const most = (table: readonly (readonly number[])[], r: number, c: number) =>
  Math.min(
    (table[r] ?? []).reduce((sum, count) => sum + count, 0),
    table.reduce((sum, line) => sum + (line[c] ?? 0), 0),
  )

function merged(withheld: readonly boolean[]): number[][] {
  const alone = withheld.flatMap((one, at) => (one ? [] : [[at]]))
  const together = withheld.flatMap((one, at) => (one ? [at] : []))
  return together.length > 0 ? [...alone, together] : alone
}

/** The next cell to withhold: the smallest of the same row or column, and where none is left there, the smallest of all. */
function helper(
  table: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  row: number,
  column: number,
): [number, number] | null {
  const open = table.flatMap((line, r) =>
    line.flatMap((count, c) => (hidden[r]?.[c] ? [] : [{ r, c, count, beside: r === row || c === column }])),
  )
  const chosen = open.toSorted((a, b) => Number(b.beside) - Number(a.beside) || a.count - b.count)[0]
  return chosen ? [chosen.r, chosen.c] : null
}
