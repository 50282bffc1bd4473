/** A stretch of text as paragraphs, each with the letter, number or bullet it is printed under. */
import { romans } from '#platform/numerals.ts'
import type { Page } from '../text/page.ts'

export type Style = 'alpha' | 'ALPHA' | 'roman' | 'ROMAN' | 'number' | 'decimal' | 'bullet'
/** `start` is where the paragraph's own words begin, after its label. */
export type Paragraph = {
  start: number
  end: number
  head: number
  label: string | null
  style: Style | null
  brackets: string
  gap: boolean
}

const ITEM =
  /(?:[-–•*·▪◦]\s+)?(?:\(\s?(\d{1,3}(?:\.\d{1,2})*|[a-z]{1,2}|[ivx]{1,5}|[A-Z]{1,2}|[IVX]{1,5})\s?\)\.?|(\d{1,3}(?:\.\d{1,2}){1,3})[.)]?(?=\s)|(\d{1,3}|[a-z]|[ivx]{2,5}|[A-Z]|[IVX]{2,5})(\.?\)|\.|:(?=\s)))(?=\s|$|[A-Z£‘“"'])\s*/y
const BULLET = /(?:[-–—•*·▪◦●○■□➢]|o(?=\s{2,})|§)\s+/y

function styleOf(label: string): Style {
  if (/^\d+$/.test(label)) return 'number'
  if (/^\d/.test(label)) return 'decimal'
  if (/^[ivx]+$/.test(label)) return 'roman'
  if (/^[IVX]+$/.test(label)) return 'ROMAN'
  return /^[a-z]/.test(label) ? 'alpha' : 'ALPHA'
}

type Label = { label: string; style: Style; brackets: string; end: number }

/** The letter or number that begins at a position, or null. */
export function labelAt(plain: string, from: number, to: number): Label | null {
  ITEM.lastIndex = from
  const item = ITEM.exec(plain)
  if (item === null || from + item[0].trimEnd().length > to) return null
  const label = item[1] ?? item[2] ?? item[3]
  if (label === undefined) return null
  const brackets = item[1] !== undefined ? '()' : (item[4] ?? '.')
  return { label, style: styleOf(label), brackets, end: Math.min(to, from + item[0].length) }
}

function paragraphFrom(page: Page, start: number, end: number, gap: boolean): Paragraph {
  const { plain } = page
  const found = labelAt(plain, start, end)
  if (found !== null) {
    return { start: found.end, end, head: start, label: found.label, style: found.style, brackets: found.brackets, gap }
  }
  BULLET.lastIndex = start
  const bullet = BULLET.exec(plain)
  if (bullet !== null && start + bullet[0].length < end) {
    return { start: start + bullet[0].length, end, head: start, label: null, style: 'bullet', brackets: '', gap }
  }
  return { start, end, head: start, label: null, style: null, brackets: '', gap }
}

/** The paragraphs of [from, to): hard-wrapped lines joined, a label alone on its line joined to the words below it. */
export function paragraphsOf(page: Page, from: number, to: number): Paragraph[] {
  const { plain, lines } = page
  const paragraphs: Paragraph[] = []
  let gap = false
  for (let index = firstLine(page, from); index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || line.start >= to) break
    let start = Math.max(line.start, from)
    const end = Math.min(line.end, to)
    while (start < end && /\s/.test(plain[start] ?? '')) start++
    if (start >= end) {
      gap = true
      continue
    }
    const next = paragraphFrom(page, start, end, gap)
    const last = paragraphs.at(-1)
    const lone = last !== undefined && last.style !== null && last.style !== 'bullet' && last.start >= last.end
    const lower = /^[a-z(£&]/.test(plain.slice(start, start + 1)) && next.style === null
    const open = last !== undefined && !/[.;:!?]$/.test(plain.slice(last.start, last.end))
    const wrapped =
      last !== undefined
      && next.style === null
      && open
      && !gap
      && last.end - last.head > 35
      && !/^[“"‘]/.test(plain.slice(start, start + 1))
    if (last !== undefined && lone && (next.style === null || next.style === 'bullet')) {
      last.start = next.start
      last.end = end
    } else if (last !== undefined && ((lower && (open || !gap)) || wrapped) && next.style === null) {
      last.end = end
    } else {
      paragraphs.push(next)
    }
    gap = false
  }
  return paragraphs.flatMap((paragraph, index) => splitInline(page, paragraph, paragraphs[index + 1]))
}

/** The index of the line that holds a position, by halving. */
export function firstLine(page: Page, at: number): number {
  let low = 0
  let high = page.lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((page.lines[middle]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  // Blank lines share a start with nothing; step back over those that begin at the same place.
  return low
}

const FIRST: Record<string, string> = { alpha: 'a', ALPHA: 'A', roman: 'i', ROMAN: 'I', number: '1' }

/** What follows a label in its own series: c after b, iv after iii. */
export function nextLabel(label: string, style: Style): string | null {
  if (style === 'number') return String(Number(label) + 1)
  if (style === 'decimal') {
    const parts = label.split('.')
    parts.push(String(Number(parts.pop()) + 1))
    return parts.join('.')
  }
  if (style === 'roman' || style === 'ROMAN') {
    const next = romans[romans.indexOf(label.toLowerCase()) + 1]
    return next === undefined ? null : style === 'ROMAN' ? next.toUpperCase() : next
  }
  return label.length === 1 && !/z/i.test(label) ? String.fromCharCode(label.charCodeAt(0) + 1) : null
}

/** Splits "… that (a) X be approved; (b) Y be noted" where a series runs through one paragraph. */
function splitInline(page: Page, paragraph: Paragraph, after: Paragraph | undefined): Paragraph[] {
  const { plain } = page
  const text = plain.slice(paragraph.start, paragraph.end)
  if (text.length < 30) return [paragraph]
  if (paragraph.label !== null && paragraph.style !== null && paragraph.style !== 'bullet') {
    const run = runOn(page, paragraph)
    if (run !== null) return run
  }
  const cuts: { at: number; label: Label }[] = []
  const tokens = [
    ...text.matchAll(
      /(?<=[\s;:,.])(?:\((?:\d{1,2}|[a-z]|[ivx]{1,5}|[A-Z])\)|(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}\.\d{1,2}(?=\s+[A-Z]))(?=\s+\S)/g,
    ),
  ]
  let series = null as { style: Style; brackets: string; next: string | null } | null
  for (const token of tokens) {
    const at = paragraph.start + token.index
    const label = labelAt(plain, at, paragraph.end)
    if (label === null) continue
    const style: Style = series?.style === 'alpha' && label.style === 'roman' ? 'alpha' : label.style
    if (series === null) {
      if (label.label !== FIRST[style] && !(style === 'decimal' && /^\d+\.1$/.test(label.label))) continue
      // A first "(a)" directly after a lead-in or sentence end; "section 2(a)" never matches for want of a space.
      const first = confirm(tokens, plain, paragraph, label, at, after)
      if (!first) continue
      series = { style, brackets: label.brackets, next: nextLabel(label.label, style) }
      cuts.push({ at, label })
    } else if (label.label === series.next && label.brackets === series.brackets) {
      series.next = nextLabel(label.label, series.style)
      cuts.push({ at, label: { ...label, style: series.style } })
    }
  }
  const carried = after?.label != null && after.label === series?.next && after.brackets === series.brackets
  if (cuts.length < 2 && !carried) return [paragraph]
  const first = cuts[0]
  if (first === undefined) return [paragraph]
  const out: Paragraph[] = []
  if (first.at > paragraph.start) out.push({ ...paragraph, end: trimEnd(plain, paragraph.start, first.at) })
  cuts.forEach(({ at, label }, index) => {
    const end = trimEnd(plain, at, cuts[index + 1]?.at ?? paragraph.end)
    out.push({
      start: label.end,
      end,
      head: at,
      label: label.label,
      style: label.style,
      brackets: label.brackets,
      gap: false,
    })
  })
  return out
}

/** A paragraph that begins with a label and goes on with the next ones: "1.1 That X. 1.2 That Y." */
function runOn(page: Page, paragraph: Paragraph): Paragraph[] | null {
  const out: Paragraph[] = []
  let open: Paragraph = paragraph
  for (;;) {
    const wanted = open.label === null || open.style === null ? null : nextLabel(open.label, open.style)
    if (wanted === null) break
    const printed =
      open.brackets === '()' ? `(${wanted})` : open.style === 'decimal' ? wanted : `${wanted}${open.brackets}`
    const cut = findCut(page.plain, open.start, paragraph.end, printed)
    if (cut === -1) break
    const label = labelAt(page.plain, cut, paragraph.end)
    if (label === null || label.label !== wanted) break
    out.push({ ...open, end: trimEnd(page.plain, open.start, cut) })
    open = {
      start: label.end,
      end: paragraph.end,
      head: cut,
      label: label.label,
      style: open.style,
      brackets: label.brackets,
      gap: false,
    }
  }
  return out.length === 0 ? null : [...out, open]
}

/** Where "(b)" begins after words that end as an item does. */
function findCut(plain: string, from: number, to: number, printed: string): number {
  for (let at = plain.indexOf(` ${printed}`, from); at !== -1 && at < to; at = plain.indexOf(` ${printed}`, at + 1)) {
    const after = plain[at + 1 + printed.length]
    if (after !== ' ' && after !== '\t') continue
    const before = plain.slice(Math.max(from, at - 6), at).trimEnd()
    if (/(?:[.;:,]|\band|\bor)$/.test(before) && at - from > 12) return at + 1
  }
  return -1
}

/** A series is believed only when its second member follows in the same paragraph and the words between end as an item does. */
function confirm(
  tokens: RegExpExecArray[],
  plain: string,
  paragraph: Paragraph,
  first: Label,
  at: number,
  after: Paragraph | undefined,
): boolean {
  const wanted = nextLabel(first.label, first.style)
  for (const token of tokens) {
    const here = paragraph.start + token.index
    if (here <= at) continue
    const label = labelAt(plain, here, paragraph.end)
    if (label === null || label.label !== wanted || label.brackets !== first.brackets) continue
    const before = plain.slice(first.end, here).trimEnd()
    return before.length >= 12 && /(?:[.;:,]|\band|\bor|\))$/.test(before)
  }
  // "… RESOLVED to (1) approve X;" with "(2) …" as the next paragraph.
  return (
    after !== undefined
    && after.label === wanted
    && after.brackets === first.brackets
    && /(?:[:;]|\bthat|\bto|\band|[–-])\s*$/i.test(plain.slice(paragraph.start, at))
  )
}

function trimEnd(plain: string, start: number, end: number): number {
  while (end > start && /\s/.test(plain[end - 1] ?? '')) end--
  return end
}
