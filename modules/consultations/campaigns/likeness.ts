/** As many words of a text are compared; what comes after them is shown all the same. */
const compared = 400
/** Words in a run. */
const run = 3
/** Of so many runs in a row one is a mark: whatever shares six words in a row shares a mark. */
const row = 4
/** Of the shorter text, what part of its runs the other has to have. */
export const leastShared = 0.7
/** Up to so many words added and left out are a few: a name, a street, a greeting. */
export const fewWords = 5
// A mark that more beginnings of groups than this have is a common phrase, and the most used of them have it already.
const mostWith = 16
// So many of those that share most marks are looked at closely.
const closely = 6

// Few as they are, these turn what somebody says.
const turning = new Set(
  'no not t never nor neither none nothing nobody cannot without against oppose opposed disagree disagrees but except however unless instead although reject wrong stop'.split(
    ' ',
  ),
)

/** The words of a text without case and punctuation, in their order. */
export const plainWords = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** What of a text is compared: its runs of three words as sorted numbers, and the marks among them. */
export type Print = { runs: Uint32Array; marks: number[] }

/** Makes a text comparable. Texts of fewer words than a row needs have no marks, and are like none. */
export function printOf(words: readonly string[]): Print {
  const hashes = words.slice(0, compared).map(hashOf)
  const inOrder: number[] = []
  for (let at = 0; at + run <= hashes.length; at++)
    inOrder.push(mixed(mixed(hashes[at] ?? 0, hashes[at + 1] ?? 0), hashes[at + 2] ?? 0))
  const marks = new Set<number>()
  for (let at = 0; at + row <= inOrder.length; at++) marks.add(Math.min(...inOrder.slice(at, at + row)))
  return { runs: Uint32Array.from(new Set(inOrder)).sort(), marks: [...marks] }
}

function hashOf(word: string): number {
  let hash = 2_166_136_261
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 16_777_619)
  return hash >>> 0
}

const mixed = (one: number, other: number): number => {
  const hash = Math.imul(one ^ (other + 0x9e_37_79_b9 + (one << 6) + (one >>> 2)), 0x85_eb_ca_6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** Of the shorter of two texts, the part of its runs that the other has. */
export function sharedBy({ runs: one }: Print, { runs: other }: Print): number {
  let [i, j, both] = [0, 0, 0]
  while (i < one.length && j < other.length) {
    const [a, b] = [one[i] ?? 0, other[j] ?? 0]
    if (a === b) both++
    if (a <= b) i++
    if (b <= a) j++
  }
  const shorter = Math.min(one.length, other.length)
  return shorter === 0 ? 0 : both / shorter
}

/**
 * Puts texts beside each other as they come: each joins the group whose first text it is most like, or begins one of its own. It is
 * given the most used texts first, so that a group begins with what most of it say. A text is looked at beside a handful of
 * others however many there are: beside those with which it shares most marks. Chance has no part in it: the same texts in the
 * same order make the same groups.
 *
 * Source: marks are chosen by winnowing: Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
 * fingerprinting", SIGMOD 2003.
 */
export class Likeness {
  readonly #firsts: Print[] = []
  readonly #with = new Map<number, number[]>()

  /** The group of a text: the place, from 0, of the text that began it among all that began one. */
  place(words: readonly string[]): number {
    const print = printOf(words)
    const shared = new Map<number, number>()
    for (const mark of print.marks)
      for (const first of this.#with.get(mark) ?? []) shared.set(first, (shared.get(first) ?? 0) + 1)
    const nearest = [...shared].toSorted(([a, n], [b, m]) => m - n || a - b).slice(0, closely)
    let [best, most] = [-1, leastShared]
    for (const [first] of nearest) {
      const part = sharedBy(print, this.#firsts[first] ?? print)
      if (part > most || (part === most && (best === -1 || first < best))) [best, most] = [first, part]
    }
    return best === -1 ? this.begin(print) : best
  }

  /** Begins a group with this text, whatever it is like. */
  begin(given: readonly string[] | Print): number {
    const print = 'marks' in given ? given : printOf(given)
    const at = this.#firsts.push(print) - 1
    for (const mark of print.marks) {
      const others = this.#with.get(mark)
      if (!others) this.#with.set(mark, [at])
      else if (others.length < mostWith) others.push(at)
    }
    return at
  }
}

/** How a text differs from the words that it shares: how many it adds and leaves out, and whether a person has to read it first. */
export function differenceFrom(
  common: readonly string[],
  words: readonly string[],
): { added: number; leftOut: number; readFirst: boolean } {
  let [start, end] = [0, 0]
  while (start < common.length && start < words.length && common[start] === words[start]) start++
  while (
    end < common.length - start
    && end < words.length - start
    && common[common.length - 1 - end] === words[words.length - 1 - end]
  )
    end++
  const left = new Map<string, number>()
  for (const word of common.slice(start, common.length - end)) left.set(word, (left.get(word) ?? 0) + 1)
  const added: string[] = []
  for (const word of words.slice(start, words.length - end)) {
    const n = left.get(word) ?? 0
    if (n > 1) left.set(word, n - 1)
    else if (n === 1) left.delete(word)
    else added.push(word)
  }
  const leftOut = [...left.values()].reduce((sum, n) => sum + n, 0)
  return {
    added: added.length,
    leftOut,
    readFirst: added.length + leftOut > fewWords || [...added, ...left.keys()].some((word) => turning.has(word)),
  }
}
