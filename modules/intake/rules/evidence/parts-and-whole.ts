import type { Pence } from '#platform/money.ts'
import { pattern, sentencesOf, tidy } from './plain-text.ts'
import { sumsIn, type StatedSum } from './money-in-text.ts'

/**
 * A total and the parts it is said to be made of. `sure` where nothing else could be meant; not for tables and loose
 * prose.
 */
export type PartsAndWhole = { whole: StatedSum; parts: { sum: StatedSum; label: string }[]; sure: boolean }

// Words that make figures in brackets something other than all the parts of the figure before them.
const notParts = pattern(
  'iu',
  String.raw`\b(?:up to|of which|includ\w*|increas\w*|decreas\w*|reduc\w*|from|compared|previous\w*|maximum|minimum|`,
  String.raw`or|between|inflation|vat|average|threshold|savings?|versus|per|rising|excluding|net|gross|weekdays?|weekends?|single|couples?|lower|upper|each)\b`,
)
const madeUpOf = pattern(
  'iu',
  String.raw`^[^£.;]{0,60}?(?:\b(?:made up of|comprising|comprised of|consisting of|consists of|split(?: between|`,
  String.raw` into| as(?: follows)?)?|broken down(?: as(?: follows)?| into)?|being|namely)\b|:)[^£.;]{0,80}$`,
)
const totalling = pattern(
  'iu',
  String.raw`(?:\b(?:totall?ing|totals|(?:giving|making|which makes|for) a(?: combined| grand| overall)? total of|`,
  String.raw`adding up to|adds up to|which (?:makes|equals)|equals)|=)\s*$`,
)

// "The value is £9m. This is split £6m for adults and £3m for children": the parts of the last sum of the sentence before.
const refersBack =
  /^\W*(?:this|it|that|the (?:sum|total|amount))(?: sum| total| amount)? (?:is (?:split|made up|broken down)|comprises|consists of|breaks down)\b/iu

/** Every statement that says what a total is made of: in brackets, in a list, as an addition, as a table. */
export function partsAndWholesIn(plain: string): PartsAndWhole[] {
  return [...inSentences(plain), ...inTables(plain)]
}

function inSentences(plain: string): PartsAndWhole[] {
  const found: PartsAndWhole[] = []
  let before: StatedSum | undefined
  for (const [from, until] of sentencesOf(plain)) {
    const sums = sumsIn(plain, from, until)
    const words = plain.slice(from, until)
    if (before && sums.length >= 2 && refersBack.test(words) && !notParts.test(words))
      found.push({ whole: before, parts: labelled(plain, sums), sure: true })
    before = sums.at(-1)
    // A "sentence" with more figures than anybody writes is a table without its lines, or something worse.
    if (sums.length > 40) continue
    sums.forEach((whole, index) => {
      const later = sums.slice(index + 1)
      const gap = (next: StatedSum | undefined) => (next ? plain.slice(whole.at[1], next.at[0]) : '')
      const bracketed = inBrackets(plain, whole, later)
      if (bracketed) found.push({ whole, parts: labelled(plain, bracketed), sure: true })
      else if (later.length >= 2 && madeUpOf.test(gap(later[0])) && !notParts.test(plain.slice(whole.at[1], until))) {
        found.push({ whole, parts: labelled(plain, later), sure: true })
      }
      const earlier = sums.slice(0, index)
      const lead = plain.slice(Math.max(from, whole.at[0] - 40), whole.at[0])
      if (
        earlier.length >= 2
        && earlier.length <= 4
        && totalling.test(lead)
        && !notParts.test(plain.slice(earlier[0]?.at[0], whole.at[0]))
      ) {
        found.push({ whole, parts: labelled(plain, earlier), sure: false })
      }
    })
  }
  return found
}

/** The sums in the bracket that follows a sum, when they can only be its parts. */
function inBrackets(plain: string, whole: StatedSum, later: StatedSum[]): StatedSum[] | null {
  const bracket = /^[^£().;]{0,25}\((?<inside>[^()]{3,300})\)/u.exec(plain.slice(whole.at[1]))
  if (!bracket || notParts.test(bracket.groups?.['inside'] ?? '')) return null
  const end = whole.at[1] + bracket[0].length
  const inside = later.filter(({ at }) => at[1] <= end)
  return inside.length >= 2 ? inside : null
}

/** Each part with the words beside it: after it up to the comma, or else before it. */
function labelled(plain: string, parts: StatedSum[]): { sum: StatedSum; label: string }[] {
  return parts.map((sum, index) => {
    const next = parts[index + 1]?.at[0] ?? sum.at[1] + 60
    const after = plain.slice(sum.at[1], next).split(/[,;()£\n\t]|\b(?:and|plus)\b|\.\s/u)[0] ?? ''
    const bracketed =
      /^\s*\((?<label>[^()£\d]{2,40})\)/u.exec(plain.slice(sum.at[1], sum.at[1] + 60))?.groups?.['label'] ?? ''
    const previous = parts[index - 1]?.at[1] ?? Math.max(0, sum.at[0] - 40)
    const before =
      plain
        .slice(previous, sum.at[0])
        .split(/[,;:(£\n\t]|\b(?:and|plus)\b/u)
        .at(-1) ?? ''
    const label = [after, bracketed, before].map(tidy).find((words) => /\p{L}/u.test(words)) ?? ''
    return { sum, label }
  })
}

const cell = String.raw`£\s?[\d,]+(?:\.\d+)?(?:\s?[mk]\b)?`
const cells = new RegExp(`^${cell}(?:[\\s|]+${cell})*[\\s|]*$`, 'u')

/** A line that is words and then nothing but sums; null when it is anything else. */
function rowOf(line: string): { label: string } | null {
  const words = line.trim()
  const first = words.indexOf('£')
  const label = words.slice(0, Math.max(0, first))
  return first > 0 && /\p{L}/u.test(label) && /[\s|:]$/u.test(label) && cells.test(words.slice(first))
    ? { label: label.replace(/[\s|:]+$/u, '') }
    : null
}

/** Rows that each end in the same number of sums, down to a row called Total: one statement a column. */
function inTables(plain: string): PartsAndWhole[] {
  const lines: { start: number; words: string }[] = []
  let start = 0
  for (const words of plain.split('\n')) {
    lines.push({ start, words })
    start += words.length + 1
  }
  return lines.flatMap(({ words }, index) => {
    if (!words.includes('£') || !/^\W*(?:grand |overall )?total\b/iu.test(words) || !rowOf(words)) return []
    const above = rowsAbove(lines, index, sumsIn(words).length)
    if (above === null || above.length < 2) return []
    const cellsOf = (line: { start: number; words: string } | undefined) =>
      line ? sumsIn(plain, line.start, line.start + line.words.length) : []
    const wholes = cellsOf(lines[index])
    return wholes.map((whole, column) => ({
      whole,
      parts: above.flatMap((at) => {
        const sum = cellsOf(lines[at])[column]
        return sum ? [{ sum, label: tidy(rowOf(lines[at]?.words ?? '')?.label ?? '') }] : []
      }),
      sure: false,
    }))
  })
}

/**
 * The lines above a total that are its rows, by number; null when something there could change the sum, or there are
 * too many.
 */
function rowsAbove(lines: readonly { words: string }[], bottom: number, columns: number): number[] | null {
  const found: number[] = []
  for (let at = bottom - 1; at >= 0; at--) {
    const words = (lines[at]?.words ?? '').trim()
    if (found.length > 200) return null
    if (words === '') continue
    if (!words.includes('£')) break
    const cells = rowOf(words)
    const label = cells?.label ?? ''
    if (!cells || /sub-?\s?total|\bless\b|saving|reduction|income|of which|includ|contribution/iu.test(label))
      return null
    if (/\btotal\b/iu.test(label)) break
    if (sumsIn(words).length !== columns) return null
    found.unshift(at)
  }
  return found
}

/** How far a sum of rounded figures may stray from its rounded total: half a step of each figure. */
export function roundingOf(sums: readonly StatedSum[]): Pence {
  return sums.reduce((all, { step }) => all + step, 0n) / 2n
}
