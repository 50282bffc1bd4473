/** Where a title stands when no label says so, and what an unlabelled body is made of. */
import type { Mark } from '../fields/find-labels.ts'
import { valueOf } from '../fields/find-labels.ts'
import { paragraphsOf } from '../fields/paragraphs.ts'
import { opensDecision } from '../fields/clauses.ts'
import { makerKindOf } from '../fields/maker.ts'
import { operative } from '../fields/verbs.ts'
import type { Field, Span } from '../reading.ts'
import { tidy, valueAt } from '../text/page.ts'
import type { Page } from '../text/page.ts'
import type { Stretch } from './stretch.ts'

/** Lines that head a page of any council's, and so title nothing. */
const GENERIC =
  /^(?:(?:decisions published|forthcoming decisions|no matching decisions|our grounds.*|view (?:cabinet )?decision.*|resolved\b.*|date (?:post|of)\b.*|.*\bgrounds:|[^:]{3,60}: executive decision record|no (?:declarations?|interests?|conflicts?)\b.*|dear\b.*|confidential\b.*|official\b.*|town hall.*|civic (?:centre|offices).*|county hall.*|non-key.*|home|menu|search|skip to .*|you are here.*|back|print|share|close|log ?in|sign ?in|help|contact us|accessibility.*|cookies?.*|privacy.*|decisions?|decision details?|decision record|(?:cabinet|executive|officer|council|delegated) decisions?(?: (?:details?|record|notice|list))?|details|issue .*|agenda item|agenda|minutes|forward plan|council and democracy|your council|democracy|committees?|meetings?|calendar|councillors?|for (?:publication|information)|public|part (?:1|i|a|one)\b.*|not for publication.*|form [a-z0-9]+|appendix.*|page \d+.*|version .*|website.*|welcome.*|published:?.*|restricted|open|official)\b[.:]?$|(?:the )?(?:officer|executive|cabinet|council|delegated|record|notice|statement|published|portfolio|decision (?:notice|record|sheet|form|list|summary|making)|individual|urgent|scheme|operational|key decision|non-key|leader'?s? (?:decision|report)|chief|summary of (?:a )?decisions?|written (?:record|statement)|democratic|library|to be uploaded)\b.{0,80}$|.*\b(?:council|borough|authority)$|.*\bwebsite\b.*|https?:.*|www\..*|\W*)$/i

const indexOfLine = (mark: Mark | undefined) => mark?.line

/** The span of the title: labelled, or under the page's own heading, or the last line before the labels begin. */
export function headTitle(page: Page, stretch: Stretch, marks: readonly Mark[]): Span | null {
  const titles = marks.filter((mark) => mark.field === 'title')
  for (const mark of titles.toSorted((one, two) => Number(lead(one)) - Number(lead(two)))) {
    const span = valueOf(page, mark)
    if (span === null || !/\p{L}{2}/u.test(page.plain.slice(span[0], Math.min(span[1], span[0] + 300)))) continue
    if (lead(mark) && GENERIC.test(tidy(page.plain.slice(span[0], span[1])))) continue
    if (
      lead(mark)
      && marks.some(
        (other) => other !== mark && other.start <= span[0] && other.to > span[0] && other.field !== 'title',
      )
    )
      continue
    return lead(mark) ? span : continued(page, span, marks)
  }
  const item = itemTitle(page, stretch)
  if (item !== null) return item
  if (stretch.layout === 'letter') return letterTitle(page, stretch)
  const first = indexOfLine(marks.find((mark) => mark.field !== 'title' && !(mark.alone && mark.field === 'other')))
  if (first === undefined) return stretch.layout === 'moderngov-agenda' ? firstLineTitle(page, stretch) : null
  let best: Span | null = null
  let seen = 0
  for (let index = first - 1; index >= stretch.fromLine && seen < 6; index--) {
    const line = page.lines[index]
    if (line === undefined || line.start === line.end) continue
    seen++
    const words = tidy(page.plain.slice(line.start, line.end))
    if (/^\(?\d{1,2}[.)]/.test(words)) continue
    if (
      words.length < 6
      || words.length > 300
      || GENERIC.test(words)
      || /^\W*\d{1,2}\W+[A-Z][a-z]+\W+\d{4}$/.test(words)
    )
      continue
    if (
      /^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i.test(words)
      || !/[a-z]{3}/i.test(words)
      || /[.;!]$/.test(words)
      || words.split(' ').length < 2
    )
      continue
    best = [line.start, line.end]
    break
  }
  return (
    best
    ?? (/^(?:executive-record|officer-form|unknown)$/.test(stretch.layout) ? capitalsTitle(page, stretch, marks) : null)
  )
}

/** The first line of an item without any label, where a sentence follows it. */
function firstLineTitle(page: Page, stretch: Stretch): Span | null {
  const [line, next] = page.lines.slice(stretch.fromLine, stretch.toLine).filter(({ start, end }) => start < end)
  if (line === undefined || next === undefined) return null
  const words = tidy(page.plain.slice(line.start, line.end))
  const follows = page.plain.slice(next.start, next.end)
  if (words.length < 12 || words.length > 200 || /[.;:!?]$/.test(words) || GENERIC.test(words) || operative(words))
    return null
  return (follows.length > 60 && /[.:]$/.test(follows)) || /^(?:minutes?:?|resolved)\b/i.test(follows)
    ? [line.start, line.end]
    : null
}

/** A line in capitals, alone between blank lines, before the decision: what the record is about. */
function capitalsTitle(page: Page, stretch: Stretch, marks: readonly Mark[]): Span | null {
  const decision = marks.find(({ field }) => field === 'decision')
  if (decision === undefined) return null
  for (let index = stretch.fromLine + 1; index < decision.line; index++) {
    const line = page.lines[index]
    const blank = (at: number) => {
      const one = page.lines[at]
      return one === undefined || one.start === one.end
    }
    if (
      line === undefined
      || line.start === line.end
      || !blank(index - 1)
      || !blank(index + 1)
      || line.cells.length > 1
    )
      continue
    const words = tidy(page.plain.slice(line.start, line.end))
    if (words !== words.toUpperCase() || !/[A-Z]{3}/.test(words) || words.split(' ').length < 2 || words.length > 160)
      continue
    if (
      GENERIC.test(words)
      || /[.;]$/.test(words)
      || marks.some((mark) => mark.line === index)
      || makerKindOf(words) !== null
    )
      continue
    return [line.start, line.end]
  }
  return null
}

const ITEM_TITLE = /^(?:(?:agenda )?(?:item|minute)\s+\d+[a-z]?\s*[.:–-]\s*|\d{1,3}\.\s+(?=call-?in of\b))(\S.*)$/i

/** "Item 8. Home care", "Minute 27 - Outreach", "17. CALL-IN OF DECISION 24/00077 - GRANTS" near the head. */
function itemTitle(page: Page, stretch: Stretch): Span | null {
  let seen = 0
  for (let index = stretch.fromLine; index < stretch.toLine && seen < 12; index++) {
    const line = page.lines[index]
    if (line === undefined || line.start === line.end) continue
    seen++
    const found = ITEM_TITLE.exec(page.plain.slice(line.start, Math.min(line.end, line.start + 260)))
    if (found?.[1] !== undefined && found[1].length > 5) return [line.end - found[1].length, line.end]
  }
  return null
}

/** The line in capitals that says what a letter is about; the words before its colon say whose decision it tells of. */
function letterTitle(page: Page, stretch: Stretch): Span | null {
  for (let index = stretch.fromLine; index < Math.min(stretch.toLine, stretch.fromLine + 60); index++) {
    const line = page.lines[index]
    if (line === undefined || line.start === line.end) continue
    const words = page.plain.slice(line.start, line.end)
    if (words !== words.toUpperCase() || words.split(/\s+/).length < 2 || !/[A-Z]{3}/.test(words) || words.length > 250)
      continue
    const before = page.lines[index - 1]
    const block = before !== undefined && before.start < before.end
    if (GENERIC.test(tidy(words)) && !/:\s*\S|DECISION\s+[–-]\s+\S/.test(words)) continue
    if (
      (block && /^(?:to|from|c\.?c)\b/i.test(page.plain.slice(before.start, before.end)))
      || /^(?:TO|FROM|C\.?C|REF|DATE|COUNCILLOR|CLLR|CABINET MEMBER(?! DECISION\b)|LEADER(?! DECISION\b))\b/.test(words)
    )
      continue
    const colon =
      /^(?:DECISION|RECORD|NOTICE|REQUEST)\b[^:]*:\s*|^(?:INDIVIDUAL )?(?:CABINET MEMBER|EXECUTIVE MEMBER|LEADER|PORTFOLIO HOLDER) DECISION\s*[:–-]\s*/.exec(
        words,
      )
    return [line.start + (colon?.[0].length ?? 0), line.end]
  }
  return null
}

const LEAD =
  /^(?:decision details|issue details|issue decisions|issue meetings|agenda item|issue decision|decision detail|plan item)$/
const lead = (mark: Mark) => LEAD.test(mark.label)

/** A labelled title that runs over on to the next line: the same capitals, or small letters after an open end. */
function continued(page: Page, span: Span, marks: readonly Mark[]): Span {
  let [from, to] = span
  const labelled = marks.find((mark) => mark.end <= from && mark.to >= to && mark.field === 'title')
  if (labelled === undefined) return span
  let index = labelled.line
  while ((page.lines[index]?.end ?? Infinity) < to) index++
  for (let next = index + 1; next < Math.min(page.lines.length, index + 5); next++) {
    const line = page.lines[next]
    if (line === undefined || line.start >= labelled.to) break
    if (line.start === line.end) continue
    const so = page.plain.slice(from, to).trim()
    const words = page.plain.slice(line.start, line.end)
    const capitals = so === so.toUpperCase() && words === words.toUpperCase() && /[A-Z]{3}/.test(so)
    const open = !/[.;:!?]$/.test(so) && /^[a-z(&–-]/.test(words)
    if (!(capitals || open) || words.length > 200 || /^\(?[a-z0-9]{1,3}[.)]/.test(words) || line.cells.length > 1) break
    to = line.end
  }
  return [from, to]
}

export type Body = {
  title: Field<string> | null
  purpose: Field<string> | null
  decision: Span | null
  bare: Span | null
}

const PREAMBLE = new Set([
  'maker',
  'status',
  'key',
  'callIn',
  'type',
  'meeting',
  'publishedOn',
  'effectiveFrom',
  'decidedOn',
])

/**
 * What stands unlabelled between the labels at the head of a page and those at its foot: where headings were lost, the first
 * paragraph is the purpose (or, when it is no sentence, the title) and what decides is the decision.
 */
export function headless(page: Page, stretch: Stretch, marks: readonly Mark[]): Body {
  const none: Body = { title: null, purpose: null, decision: null, bare: null }
  if (!/^moderngov|^hearing|^cmis/.test(stretch.layout)) return none
  if (stretch.layout === 'moderngov-agenda' || stretch.layout === 'hearing') {
    // The words under an item's title are what was to be done, not what was.
    return none
  }
  const labelled = marks.some(
    (mark) => mark.field === 'decision' || mark.field === 'minutes' || mark.field === 'content',
  )
  // The labels at the head end where words follow that no label heads.
  const head =
    marks.find((mark, index) => {
      if (!PREAMBLE.has(mark.field)) return false
      const after = lineEnd(page, mark)
      const next = marks[index + 1]?.start ?? stretch.end
      return next > after && /\S/.test(page.plain.slice(after, next))
    }) ?? marks.findLast(({ field }) => PREAMBLE.has(field))
  let from = head === undefined ? (stretch.title?.[1] ?? null) : lineEnd(page, head)
  if (from === null) {
    const titleMark = marks.find((mark) => mark.field === 'title')
    const span = titleMark === undefined ? null : valueOf(page, titleMark)
    from = span === null ? null : span[1]
  }
  if (stretch.layout === 'moderngov-list' && stretch.title !== undefined) {
    // In a list the summary stands between the entry's title and its first label.
    const first = marks.find((mark) => mark.start > (stretch.title?.[1] ?? 0))
    const line = page.lines[stretch.fromLine]
    const summary =
      line === undefined || first === undefined ? null : valueAt(page, stretch.bodyFrom ?? line.end, first.start)
    if (labelled || head === undefined || from === null) return { ...none, purpose: summary }
    const to = marks.find((mark) => mark.start >= (from ?? 0))?.start ?? stretch.end
    return { ...none, purpose: summary, decision: [from, to] }
  }
  if (from === null) return none
  const start = from
  const to = marks.find((mark) => mark.start >= start)?.start ?? stretch.end
  if (to <= start) return none
  const paragraphs = paragraphsOf(page, start, to)
  if (paragraphs.length === 0) return none
  const words = (index: number) => {
    const paragraph = paragraphs[index]
    return paragraph === undefined ? '' : page.plain.slice(paragraph.start, paragraph.end)
  }
  const first = paragraphs[0]
  if (first === undefined) return none
  const titleLike = !/[.;:]$/.test(words(0)) && words(0).length < 300 && !operative(words(0)) && first.style === null
  const known = headTitle(page, stretch, marks) ?? stretch.title ?? null
  const nounLike =
    !/[.;:]$/.test(words(0))
    && words(0).length < 300
    && first.style === null
    && !/^(?:to|that|resolved|agreed|approved)\b/i.test(words(0))
  if (labelled || marks.some((mark) => mark.field === 'purpose' && mark.start < start)) {
    if (known === null && (titleLike || nounLike) && !marks.some((mark) => mark.field === 'purpose'))
      return { ...none, title: valueAt(page, first.start, first.end) }
    return none
  }
  let decides = paragraphs.findIndex(
    (paragraph, index) =>
      index > 0
      && (operative(words(index))
        || opensDecision(words(index))
        || paragraph.style !== null
        || /^(?:resolved|agreed|decision|recommendations? )/i.test(words(index))),
  )
  if ((operative(words(0)) || opensDecision(words(0)) || first.style !== null) && !/^to\b/i.test(words(0))) decides = 0
  if (decides === 0 || (paragraphs.length === 1 && operative(words(0)))) return { ...none, decision: [start, to] }
  if (decides === -1) {
    if (stretch.layout === 'moderngov-issue') return { ...none, decision: [start, to] }
    return known === null && titleLike
      ? { ...none, title: valueAt(page, first.start, first.end) }
      : { ...none, purpose: valueAt(page, start, to) }
  }
  const opening = paragraphs[decides]
  if (opening === undefined) return none
  if (stretch.layout === 'moderngov-issue') return { ...none, decision: [start, to] }
  const before = valueAt(page, start, opening.head)
  return known === null && titleLike && decides === 1
    ? { ...none, title: before, decision: [opening.head, to] }
    : { ...none, purpose: before, decision: [opening.head, to] }
}

function lineEnd(page: Page, mark: Mark): number {
  const span = valueOf(page, mark)
  const line = page.lines[mark.line]
  return Math.max(span?.[1] ?? mark.end, line?.end ?? mark.end)
}
