/** From this overlap of words on, two long passages count as the same. */
export const sameAbove = 0.9

/** Text as it is compared: one kind of white space, quotation mark, dash and bullet, and no mark at either end. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚′`´]/gu, "'")
    .replace(/[“”„″]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/[\u00ad\u200b\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .replace(/^[\s"'(;:,.*-]+|[\s"');:,.*-]+$/gu, '')
}

/** Whether two short values are the same words. */
export function sameWords(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

/** Posts are compared without the article that may stand before them. */
export function samePost(one: string, other: string): boolean {
  return plain(one).replace(/^the /, '') === plain(other).replace(/^the /, '')
}

/** How far two passages share their words, from 0 to 1: the harmonic mean of the share of each that is in the other. */
export function wordOverlap(one: string, other: string): number {
  const left = words(one)
  const right = words(other)
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count > 0) {
      shared += 1
      counts.set(word, count - 1)
    }
  }
  return (2 * shared) / (left.length + right.length)
}

/** What share of the words of `inner` are in `outer`. */
export function sharedOf(inner: string, outer: string): number {
  const there = new Set(words(outer))
  const all = words(inner)
  return all.length === 0 ? 0 : all.filter((word) => there.has(word)).length / all.length
}

function words(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}£%]+/gu) ?? []
}
