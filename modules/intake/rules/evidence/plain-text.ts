import type { Reading, Span } from '../../reading.ts'

/**
 * The record's text with tags and odd spaces blanked, in the same number of units, so that places in it stay places.
 */
export function plainText(reading: Reading): string {
  const { text } = reading
  const known = remembered.get(reading)
  if (known !== undefined) return known
  const plain = text
    .replace(/<\/?[a-z][^<>]{0,400}>/giu, (tag) => ' '.repeat(tag.length))
    .replace(/[\u00a0\u2000-\u200b\u202f\u2060\ufeff]/gu, ' ')
    .replaceAll('**', '  ')
  remembered.set(reading, plain)
  return plain
}

// Some thirty rules ask for the same text.
const remembered = new WeakMap<Reading, string>()

/**
 * The sentences of a text, in order. A blank line, a tab (the edge of a table's cell), a bullet or a lettered line ends
 * one; a single line break does not, for that is how documents wrap.
 */
export function sentencesOf(plain: string): readonly Span[] {
  if (latest.plain === plain) return latest.sentences
  const found: Span[] = []
  let start = 0
  for (const edge of plain.matchAll(
    /[.;!?]["”’)]*\s+(?=["“(]?\p{Lu})|\n\s*\n|\t|\n(?=\s*(?:[-•*·]|\(?[a-z0-9]{1,4}[.)])\s)/gu,
  )) {
    found.push([start, edge.index + edge[0].trimEnd().length])
    start = edge.index + edge[0].length
  }
  found.push([start, plain.length])
  latest = { plain, sentences: found.filter(([from, to]) => plain.slice(from, to).trim() !== '') }
  return latest.sentences
}

// Five rules in a row ask for the sentences of one text: 1 ms each time, before they were kept.
let latest: { plain: string; sentences: readonly Span[] } = { plain: '', sentences: [] }

/** Every match of a pattern (with the g flag) with its place. */
export function matchesOf(
  plain: string,
  pattern: RegExp,
): { groups: Record<string, string | undefined>; words: string; at: Span }[] {
  return [...plain.matchAll(pattern)].map((match) => ({
    groups: match.groups ?? {},
    words: match[0],
    at: [match.index, match.index + match[0].length],
  }))
}

/** A pattern too long for one line, from its pieces as they follow one another. */
export function pattern(flags: string, ...pieces: readonly string[]): RegExp {
  return new RegExp(pieces.join(''), flags)
}

/** Where the words first stand in the text, or null. */
export function placeOf(plain: string, words: string | RegExp): Span | null {
  const start = typeof words === 'string' ? plain.indexOf(words) : (words.exec(plain)?.index ?? -1)
  if (start < 0) return null
  const length = typeof words === 'string' ? words.length : (words.exec(plain)?.[0].length ?? 0)
  return [start, start + length]
}

/** Words on one line, single-spaced. */
export function tidy(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

/** The number a word or figure says: "two" is 2, "1,385" is 1385; null when it is none. */
export function numberOf(words: string | undefined): number | null {
  if (words === undefined) return null
  const named = numberWords.indexOf(words.trim().toLowerCase())
  if (named >= 0) return named
  return /^\d[\d,]*(\.\d+)?$/u.test(words.trim()) ? Number(words.replaceAll(',', '')) : null
}

const numberWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/**
 * A number in words or figures, for use inside a pattern. Bounded, so that no page of digits is read again from each of
 * them.
 */
export const aNumber = String.raw`(?:\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,4})?|${numberWords.slice(1).join('|')})`

/** The same words with a capital first letter. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
