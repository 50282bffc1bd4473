/** A run of words that two texts share, or that only one of them has. */
export type Piece = { kind: 'same' | 'gone' | 'new'; words: string }

/** Beyond this many words of a side, what lies between the common start and the common end is shown as one change. */
const most = 1200

/** Two texts word by word: what stayed, what went and what came, in the order of reading. The pieces give both texts back. */
export function comparedWords(before: string, now: string): Piece[] {
  const [a, b] = [split(before), split(now)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end))
  return joined([...a.slice(0, start).map(same), ...middle, ...a.slice(a.length - end).map(same)])
}

// Words with the white space that follows them, so that nothing is lost.
const split = (text: string): string[] => text.match(/\S+\s*|\s+/gu) ?? []
const same = (words: string): Piece => ({ kind: 'same', words })
const gone = (words: string): Piece => ({ kind: 'gone', words })
const fresh = (words: string): Piece => ({ kind: 'new', words })

/** The longest common run of words in order, by the usual table. */
function between(a: readonly string[], b: readonly string[]): Piece[] {
  if (a.length === 0 || b.length === 0 || a.length > most || b.length > most) return [...a.map(gone), ...b.map(fresh)]
  const wide = b.length + 1
  const longest = new Uint16Array((a.length + 1) * wide)
  const at = (i: number, j: number): number => longest[i * wide + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * wide + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [was, is] = [a[i], b[j]]
    if (was !== undefined && was === is) {
      pieces.push(same(was))
      i++
      j++
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push(gone(was))
      i++
    } else if (is !== undefined) {
      pieces.push(fresh(is))
      j++
    }
  }
  return pieces
}

function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last?.kind === piece.kind) last.words += piece.words
    else runs.push({ ...piece })
  }
  return runs
}
