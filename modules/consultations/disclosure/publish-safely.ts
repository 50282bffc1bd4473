import { knownOf, overlapIsSafe, type Overlap } from './together.ts'
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
  /** Of a question of several choices, which are a table each: the question, and whether everybody who was asked had to make one. */
  choiceOf?: { question: string; required: boolean }
}
/** Those who gave one of these answers to the question `of`, as its table counts them. */
export type Part = { of: string; answers: readonly number[] }
/**
 * Whom a further question was put to: those in a part of one question; those in a {@link Group}; or null, where how many were asked is not
 * counted. How many were asked is known to whoever reads the table of `of`, or the other way round: so the two are made safe together.
 */
export type AskedOf = { title: string; to: Part | { group: string } | null }
/** People who are in any of these parts, or in all of them: how many they are is known by what follows from it. */
export type Group = { key: string; how: 'any' | 'all'; parts: readonly Part[]; people: number }
/** How many gave each pair of answers to two questions. */
export type TwoWay = { rows: string; columns: string; counts: readonly (readonly number[])[] }
export type Counted = {
  people: number
  oneWay: readonly OneWay[]
  twoWay: readonly TwoWay[]
  groups?: readonly Group[]
}

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
 * further one within those asked. Where that hangs on several answers at once, it is known how many people are in several parts, and how
 * many in any or in all of them: every way of being in some and not in others could be true of as many as the threshold
 * ({@link overlapIsSafe}), and parts that are known together form no circle either. Between two releases what is withheld, taken together, has not changed by a few either.
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
  const joins = joiner()
  const { parts, not, unshown } = furtherQuestions(counted, threshold, released, joins)
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
  for (const keys of allChosen(counted, kept, threshold)) for (const key of keys) kept.get(key)?.fill(true)
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
    if (!joins([rows, columns])) {
      not.push(`${rows} by ${columns} is not shown: together with what is already crossed it would say too much.`)
      continue
    }
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

/** How many were asked a further question; null where that is not counted. */
function peopleAsked(counted: Counted, { asked }: OneWay): number | null {
  if (!asked) return counted.people
  const { to } = asked
  if (to === null) return null
  if ('group' in to) return counted.groups?.find(({ key }) => key === to.group)?.people ?? null
  return sizeOf(counted, to)
}

function sizeOf(counted: Counted, { of, answers }: Part): number | null {
  const table = counted.oneWay.find(({ key }) => key === of)
  return table ? total(answers.map((at) => table.counts[at] ?? 0)) : null
}

/**
 * The sets of which a group tells the overlap. Those in all parts are everybody but those outside any, so that one rule does for both. Of
 * choices of one question only those count who were asked it.
 */
function overlapOf(counted: Counted, { how, parts, people }: Group): Overlap | null {
  const bases = parts.map(({ of }) => {
    const table = counted.oneWay.find(({ key }) => key === of)
    return table ? peopleAsked(counted, table) : null
  })
  const base = how === 'any' && new Set(bases).size === 1 ? (bases[0] ?? null) : counted.people
  const sizes = parts.map((part) => sizeOf(counted, part))
  if (base === null || sizes.some((n) => n === null)) return null
  return how === 'any'
    ? { people: base, sizes: sizes.map((n) => n ?? 0), inAny: people }
    : { people: base, sizes: sizes.map((n) => base - (n ?? 0)), inAny: base - people }
}

/** Says whether tables may be known together, and joins them: not where they are joined already, so that none form a circle. */
function joiner(): (keys: readonly string[]) => boolean {
  const up = new Map<string, string>()
  const top = (key: string): string => {
    const next = up.get(key)
    return next === undefined ? key : top(next)
  }
  return (keys) => {
    const tops = keys.map(top)
    if (new Set(tops).size < tops.length) return false
    for (const one of tops.slice(1)) up.set(one, tops[0] ?? one)
    return true
  }
}

/**
 * Of questions of which everybody chose something: where so few chose more than one that it could be told from all their choices, the
 * choice that fewest made, which is then withheld.
 */
function allChosen(counted: Counted, kept: ReadonlyMap<string, readonly boolean[]>, threshold: number): string[][] {
  const questions = Map.groupBy(counted.oneWay, ({ choiceOf }) => (choiceOf?.required ? choiceOf.question : ''))
  questions.delete('')
  return [...questions.values()].map((choices) => {
    const base = choices[0] ? peopleAsked(counted, choices[0]) : null
    const shown = choices.every(({ key }) => kept.get(key)?.every((is) => !is))
    const chosen = total(choices.map(({ counts }) => counts[0] ?? 0))
    if (base === null || !shown || chosen - base >= threshold) return []
    return choices
      .toSorted((a, b) => (a.counts[0] ?? 0) - (b.counts[0] ?? 0))
      .slice(0, 1)
      .map(({ key }) => key)
  })
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

/** Which further questions can be shown at all, and which parts of the questions before them they make known. */
function furtherQuestions(
  counted: Counted,
  threshold: number,
  earlier: readonly Earlier[],
  joins: (keys: readonly string[]) => boolean,
): { parts: Map<string, (readonly number[])[]>; not: string[]; unshown: Set<string> } {
  const parts = new Map<string, (readonly number[])[]>()
  const not: string[] = []
  const unshown = new Set<string>()
  const said = new Set<string>()
  const told = new Set<string>()
  // Choices of one question are known together within it; for circles with others the question counts as one.
  const joinsChoices = joiner()
  const choiceOf = (key: string) => counted.oneWay.find((one) => one.key === key)?.choiceOf
  const questionOf = (key: string) => choiceOf(key)?.question ?? key
  const nested = new Set<string>()
  for (const one of counted.oneWay) {
    if (!one.asked) continue
    const { title, to } = one.asked
    const because = leftOut(to)
    if (because === null) {
      const first = to && 'of' in to ? to.of : counted.groups?.find(({ key }) => to && key === to.group)?.parts[0]?.of
      // Who is asked follows from the question before it, so the two are known together.
      if (first !== undefined && !nested.has(questionOf(one.key))) joins([questionOf(one.key), questionOf(first)])
      nested.add(questionOf(one.key))
      continue
    }
    unshown.add(one.key)
    // The lines of a matrix and the choices of a question are a table each, and left out together.
    const words = `“${title}” is not shown: ${because}`
    if (!said.has(words)) not.push(words)
    said.add(words)
  }
  return { parts, not, unshown }

  /** Why a question put to these cannot be shown; null where it can, and then what it tells of the questions before it is kept. */
  function leftOut(to: AskedOf['to']): string | null {
    const group = to && 'group' in to ? (counted.groups?.find(({ key }) => key === to.group) ?? null) : null
    const of = to === null ? [] : 'group' in to ? (group?.parts ?? []) : [to]
    if (of.length === 0)
      return 'who was asked it hangs on answers to several questions, and how many gave them is not counted.'
    const found = of.map((part) => partOf(part))
    const because = found.find((one) => typeof one === 'string')
    if (because !== undefined) return because as string
    if (group && !told.has(group.key)) {
      const why = toldTogether(group)
      if (why !== null) return why
      told.add(group.key)
    }
    for (const [at, { of: key }] of of.entries()) parts.set(key, found[at] as (readonly number[])[])
    return null
  }

  /** The parts of a question that are known with this one, or why it cannot be. */
  function partOf(part: Part): (readonly number[])[] | string {
    const of = counted.oneWay.find(({ key }) => key === part.of)
    if (!of || unshown.has(of.key)) return 'the question by which people came to it is not shown either.'
    const known = parts.get(of.key) ?? []
    const together = known.some((one) => sameSet(one, part.answers)) ? known : [...known, part.answers]
    const sizes = (all: Counted, counts: readonly number[]) =>
      atoms(amongAsked(all, { ...of, counts }), together).map((places) => ({
        places,
        size: total(places.map((at) => amongAsked(all, { ...of, counts })[at] ?? 0)),
      }))
    const now = sizes(counted, of.counts)
    const silence = (places: readonly number[], size: number) => size === 0 && places.every((at) => at === of.silent)
    if (now.some(({ places, size }) => size < threshold && !silence(places, size)))
      return `with it one could work out what fewer than ${threshold} people answered to the question by which people came to it.`
    const few = earlier.some((was) => {
      const counts = was.counted.oneWay.find(({ key }) => key === of.key)?.counts
      return counts && sizes(was.counted, counts).some(({ size }, at) => fewApart(size, now[at]?.size ?? 0, threshold))
    })
    return few ? 'too few people more, or fewer, were asked it than at an earlier release.' : together
  }

  /** Why it may not be known how many are in several parts at once; null where it may. */
  function toldTogether(group: Group): string | null {
    const now = overlapOf(counted, group)
    if (!now || group.parts.length > mostOthers || !overlapIsSafe(now, threshold))
      return `with it one could work out which answers fewer than ${threshold} people gave together to the questions by which people came to it.`
    const few = earlier.some((was) => {
      const before = was.counted.groups?.find(({ key }) => key === group.key)
      const then = before && overlapOf(was.counted, before)
      return then && knownOf(then).some((n, at) => fewApart(n, knownOf(now)[at] ?? 0, threshold))
    })
    if (few) return 'too few people more, or fewer, were asked it than at an earlier release.'
    const keys = group.parts.map(({ of }) => of)
    const [within, ...others] = new Set(keys.map((key) => choiceOf(key)?.question ?? ''))
    if (group.how === 'any' && (!within || others.length > 0))
      return 'who was asked it hangs on answers to several questions in a way that is not counted.'
    // Where everybody had to choose, those in none of these made one of the other choices.
    const rest = counted.oneWay.filter((one) => one.choiceOf?.question === within && !keys.includes(one.key))
    if (group.how === 'any' && choiceOf(keys[0] ?? '')?.required) {
      const sizes = [now.inAny, ...rest.map(({ counts }) => counts[0] ?? 0)]
      if (
        rest.length > mostOthers
        || !overlapIsSafe({ people: now.people + threshold, sizes, inAny: now.people }, threshold)
      )
        return `with it one could work out which answers fewer than ${threshold} people gave together to the questions by which people came to it.`
    }
    return (group.how === 'any' ? joinsChoices(keys) : joins(keys.map(questionOf)))
      ? null
      : 'together with other questions that hang on several answers it would say too much.'
  }
}

// Of more sets there are more ways to be in some and not in others than are worth trying.
const mostOthers = 10

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
