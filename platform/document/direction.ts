import bidiFactory, { type Bidi } from 'bidi-js'

// Its types say "default" of what Node gives as the module itself.
const bidi = (bidiFactory as unknown as () => Bidi)()
const fromRight =
  /[\u0590-\u08FF\u200F\u202A-\u202C\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** How deep each letter of a text stands in changes of direction, and each of its lines: odd is from the right. */
export type Directions = { levelAt: (at: number) => number; lines: readonly number[] }

/** By the Unicode bidirectional algorithm; each line has the direction of its first letter that has one. */
export function directionsOf(text: string): Directions {
  if (!fromRight.test(text)) return { levelAt: () => 0, lines: [] }
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, 'auto')
  return { levelAt: (at) => levels[at] ?? 0, lines: paragraphs.map(({ level }) => level) }
}

/** Whether a text, taken as a whole, is written from the right. */
export const isFromRight = (text: string): boolean => (directionsOf(text).lines[0] ?? 0) % 2 === 1

/** Of a text's letters those that are written from the right, with what stands between them, and the others. */
export function* sidesOf(text: string): Generator<{ text: string; right: boolean }> {
  const { levelAt, lines } = directionsOf(text)
  const base = lines[0] ?? 0
  let from = 0
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && levelAt(at) === levelAt(from)) continue
    const part = text.slice(from, at)
    // A figure among Arabic is Arabic; a word in Latin letters is not.
    yield { text: part, right: levelAt(from) > 0 && (base === 0 || !/[A-Za-z\u00C0-\u024F]/u.test(part)) }
    from = at
  }
}

/** From left to right, as rule L2 of the algorithm has it. */
export function visually<One extends { level: number }>(pieces: readonly One[]): One[] {
  const order = [...pieces]
  const highest = Math.max(0, ...order.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    for (let at = 0; at < order.length; at++) {
      if ((order[at]?.level ?? 0) < level) continue
      let to = at
      while (to < order.length && (order[to]?.level ?? 0) >= level) to++
      order.splice(at, to - at, ...order.slice(at, to).reverse())
      at = to
    }
  }
  return order
}
