/**
 * A document as the reader works on it: the text itself, and a `plain` copy of exactly the same length in which markup
 * (tags, Markdown bold, hard spaces) is blanked out. Matching is done on `plain`; because the two run in step, every
 * position found there is a position in `text`.
 */
import type { Span } from '../reading.ts'

/** One line, trimmed: [start, end) holds no white space at either edge. A blank line has start === end. */
export type Line = { start: number; end: number; cells: Span[] }
export type Page = { text: string; plain: string; lines: Line[] }

const MARKUP = /<(?:\/?[a-zA-Z][^<>]{0,400}|!--[^<>]{0,400}--)>/g
const INVISIBLE = /[\u00a0\u00ad\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff\r\f\v\u2028\u2029]/g

function blank(found: string): string {
  if (/^<input/i.test(found) && /checkbox|radio/i.test(found)) {
    return (/\schecked\b/i.test(found) ? '☑' : '☐').padEnd(found.length)
  }
  return ' '.repeat(found.length)
}

/** The same text with markup blanked, in the same number of UTF-16 units. */
export function plainOf(text: string): string {
  let plain = text.replace(INVISIBLE, ' ')
  if (plain.includes('<')) plain = plain.replace(MARKUP, blank)
  if (plain.includes('**') || plain.includes('__')) plain = plain.replace(/\*\*|__/g, '  ')
  if (plain.includes('&')) {
    plain = plain.replace(/&(amp|nbsp|#160|#xa0);/gi, (found, name: string) =>
      (name.toLowerCase() === 'amp' ? '&' : ' ').padEnd(found.length),
    )
  }
  return plain
}

const isSpace = (code: number) => code === 32 || code === 9 || code === 10

/** [start, end) with the white space at both edges taken off. */
export function trimmed(plain: string, start: number, end: number): Span {
  while (start < end && isSpace(plain.charCodeAt(start))) start++
  while (end > start && isSpace(plain.charCodeAt(end - 1))) end--
  return [start, end]
}

/** Cells are what tabs, wide gaps, or the upright strokes of a Markdown table, part. */
function cellsOf(text: string, plain: string, start: number, end: number): Span[] {
  const cells: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    const code = at < end ? plain.charCodeAt(at) : 9
    const stroke = code === 124 && (at === start || isSpace(plain.charCodeAt(at - 1)))
    // Three spaces typed in a row part columns too, but not a letter or number from its clause.
    const wide = code === 32 && at - from > 8 && text.startsWith('   ', at) && !isSpace(plain.charCodeAt(at - 1))
    if (code !== 9 && !stroke && !wide) continue
    const cell = trimmed(plain, from, at)
    if (cell[0] < cell[1]) cells.push(cell)
    from = at + 1
  }
  return cells
}

export function pageOf(text: string): Page {
  const plain = plainOf(text)
  const lines: Line[] = []
  let from = 0
  while (from <= plain.length) {
    const next = plain.indexOf('\n', from)
    const to = next === -1 ? plain.length : next
    const [start, end] = trimmed(plain, from, to)
    lines.push({ start, end, cells: cellsOf(text, plain, start, end) })
    from = to + 1
  }
  return { text, plain, lines }
}

/** White space tidied to single spaces: the only tidying a printed value gets. */
export function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** The value printed at a span, tidied; null when it holds no letter or figure at all. */
export function valueAt(page: Page, start: number, end: number): { value: string; at: Span } | null {
  const at = trimmed(page.plain, start, end)
  const value = tidy(page.plain.slice(at[0], at[1]))
  return /[\p{L}\p{N}]/u.test(value) ? { value, at } : null
}

/** Where a tidied value's words stand within a span of the text; the whole span when they are not found there as they are. */
export function spanOf(plain: string, at: Span, value: string): Span {
  const found = new RegExp(
    value
      .split(/\s+/)
      .map((word) => RegExp.escape(word))
      .join('\\s+'),
  ).exec(plain.slice(at[0], at[1]))
  return found === null ? at : [at[0] + found.index, at[0] + found.index + found[0].length]
}
