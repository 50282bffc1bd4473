/** Finds the labels of a record, and what each of them is followed by. */
import type { Span } from '../reading.ts'
import type { Line, Page } from '../text/page.ts'
import { fieldOf, plainLabel, SECTIONS } from './labels.ts'
import type { FieldName } from './labels.ts'

/**
 * A label found: `start` to `end` is the label with its separator, `rest` what follows it in its own cell, `to` where the
 * next label (or the record) begins; `line` is the index of its line.
 */
export type Mark = {
  field: FieldName
  label: string
  start: number
  end: number
  cellEnd: number
  to: number
  line: number
  alone: boolean
}

const NUMBERING =
  /(?:[-•*·▪◦#>]+\s*)?(?:Q\s?\d{1,2}[.):]\s*|\(?(?:\d{1,2}(?:\.\d{1,2})?|[A-Za-z]|[ivx]{1,4})[.):]\s*|\d{1,2}\s+(?=[A-Z]))?/y
/** Words that are labels only with a colon behind them: alone on a line they are as often a value or a post. */
const WEAK =
  /^(?:report|item|body|committee|cabinet member|executive member|director|chief officer|details?|introduction|re|matter|type|category|notice|to|from|location|items|media|share|source|history|conditions|impact|approvals?|budget|financial|legal|equalities|value|costs?|contact|contacts|present|venue|vote|name|number|no|id|issue|area|areas|council|authority|meeting|team|group|service|department|date|officer|author|status|outcome|action|award|proposals?|options|topic|due|posted|key|topics|news|delegated to|dated|grounds|interests?|declarations?|classification|discussion|resolved|agreed|executive decisions?|council decisions?|operational decisions?|officer decisions?|cabinet decisions?|key decisions?|delegated decisions?|urgent decisions?|was resolved|it was resolved|it was agreed|was agreed)$/

const LEADS =
  /^(?:decision details|issue details|issue decisions|issue meetings|agenda item|issue decision|decision detail|plan item)$/

/** The field a head such as "1. Reason(s) for the decision" names. */
function named(page: Page, start: number, end: number): { field: FieldName; label: string } | null {
  if (end - start > 500 || end <= start) return null
  const label = plainLabel(page.plain.slice(start, end))
  const field = fieldOf(label)
  return field === null ? null : { field, label }
}

function headOf(page: Page, line: number, cell: Span, only: boolean, top: boolean): Mark | null {
  const { plain } = page
  const [from, cellEnd] = cell
  NUMBERING.lastIndex = from
  const numbering = NUMBERING.exec(plain)?.[0] ?? ''
  const limit = Math.min(cellEnd, from + 500)
  const colon = plain.indexOf(':', from + 1)
  const found = (start: number, end: number, after: number, alone: boolean): Mark | null => {
    if (alone && top && end - start < 40 && plain[end] !== ':' && LEADS.test(plainLabel(plain.slice(start, end)))) {
      return {
        field: 'title',
        label: plainLabel(plain.slice(start, end)),
        start: from,
        end: after,
        cellEnd,
        to: cellEnd,
        line,
        alone,
      }
    }
    const is = named(page, start, end)
    if (is === null) return null
    const next = plain[end]
    if (is.field === 'question') {
      if (next !== '?' && next !== ':') return null
      is.field = 'other'
    }
    if (is.field === 'holder' && next !== ':' && only) return null
    // A sentence is no heading, and a label that takes any ending takes whole sentences too.
    if (alone && next !== '?' && next !== ':' && (/[.;,]$/.test(plain.slice(start, end)) || end - start > 200))
      return null
    if (alone && next !== ':' && next !== '?' && numbering !== '' && start > from && listed(page, line)) return null
    if (
      alone
      && top
      && /^(?:record|statement|summary) of\b/.test(is.label)
      && is.field === 'decision'
      && next !== ':'
      && !runsOn(page, line)
    )
      return null
    if (alone && WEAK.test(is.label) && next !== '?' && next !== ':' && only) return null
    if (
      alone
      && WEAK.test(is.label)
      && /^(?:director|cabinet member|chief officer|executive member|body|committee|executive decisions?|council decisions?)$/.test(
        is.label,
      )
    ) {
      return null
    }
    if (numbering !== '' && start > from && is.field === 'other' && !alone) return null
    const mark: Mark = { field: is.field, label: is.label, start: from, end: after, cellEnd, to: cellEnd, line, alone }
    // "Decision made: 4 March 2020" is the day; "Decision made" over a paragraph is the decision.
    if (is.field === 'decision' && !alone && ONLY_DAY.test(plain.slice(after, cellEnd))) mark.field = 'decidedOn'
    // "Executive decision: ☒ Yes ☐ No" ticks what kind of decision it is.
    if (is.field === 'decision' && !alone && TICKS.test(plain.slice(after, Math.min(cellEnd, after + 60))))
      mark.field = 'other'
    // "CABINET DECISION :- MENTAL HEALTH DAY SERVICES" names the matter.
    if (
      /^(?:cabinet|executive) decision$/.test(is.label)
      && !alone
      && /^[^a-z]{8,120}$/.test(plain.slice(after, cellEnd).trim())
    )
      mark.field = 'title'
    return mark
  }
  const starts = numbering === '' ? [from] : [from + numbering.length, from]
  for (const start of starts) {
    if (colon !== -1 && colon < limit && colon > start) {
      let after = colon + 1
      while (plain[after] === '-' || plain[after] === ':' || plain[after] === '–') after++
      const mark = found(start, colon, Math.min(after, cellEnd), after >= cellEnd)
      if (mark !== null && (!mark.alone || !LEADS.test(mark.label))) return { ...mark, alone: after >= cellEnd }
    }
    const query = plain.indexOf('?', start)
    if (query !== -1 && query < limit) {
      const mark = found(start, query, query + 1, query + 1 >= cellEnd)
      if (mark !== null) return mark
    }
    const head = plain.slice(start, Math.min(limit, start + 160))
    const dash = /\s+[-–—]+\s+|\s[-–—](?=[A-Z(])/.exec(head)
    if (dash) {
      const mark = found(start, start + dash.index, start + dash.index + dash[0].length, false)
      if (mark !== null && mark.field !== 'other' && mark.field !== 'title' && !WEAK.test(mark.label)) return mark
    }
    if (cellEnd - start <= 500) {
      const mark = found(start, cellEnd, cellEnd, true)
      if (mark !== null) return mark
    }
    const gap = /\s{3,}/.exec(head)
    if (gap) {
      const mark = found(start, start + gap.index, start + gap.index + gap[0].length, false)
      if (mark !== null && !WEAK.test(mark.label)) return mark
    }
    const certificate = CERTIFICATE.exec(head)
    if (certificate) {
      return {
        field: 'other',
        label: 'certificate',
        start,
        end: start + certificate[0].length,
        cellEnd,
        to: cellEnd,
        line,
        alone: false,
      }
    }
    // "Is Key decision? Yes" and the like need no separator beyond the question mark; "Report author Pat Wood" needs none.
    const bare = BARE.exec(head)
    if (bare) {
      const mark = found(start, start + bare[0].trimEnd().length, start + bare[0].length, false)
      if (mark !== null) return mark
    }
  }
  return null
}

/** What closes a form, and so ends the section above it. */
const CERTIFICATE =
  /^(?:confirmed as a true record|(?:i|we) (?:certify|confirm) that|scrutiny note|signed(?=\s*[:.…_]|\s+[A-Z]|\s*$)|signature\s*[:.…_]|this decision will come in)/i

/** Labels so plain that they are believed without any separator, when a value follows in the same line. */
const BARE =
  /^(?:decision maker|decision status|date of decision|publication date|effective from|report author|is key decision|is subject to call[- ]in|wards? affected|divisions? affected)\s+(?=\S)/i

/** A yes or no with its boxes, and perhaps the next label behind it. */
const TICKS =
  /^\s*(?:(?:☑|☒|✓|✔|☐|□|\[\s?[xX✓]?\s?\])\s*(?:yes|no)\b|(?:yes|no)\s*(?:☑|☒|✓|✔|☐|□|\[\s?[xX✓]?\s?\])|(?:yes|no)\s*(?:\/\s*(?:yes|no)\s*)?$)/i

const ONLY_DAY =
  /^\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\d{1,4}(?:st|nd|rd|th)?[\s/.-]+(?:[a-z]{3,9}|\d{1,2})[\s/.,-]+\d{2,4}\.?\s*$/i

/** Whether a numbered line stands in a plain list, as an agenda's items do: the next line has the next number. */
function listed(page: Page, line: number): boolean {
  const here = /^(\d{1,2})[.)]\s/.exec(page.plain.slice(page.lines[line]?.start, page.lines[line]?.end))
  const next = page.lines[line + 1]
  if (here === null || next === undefined) return false
  return (
    page.plain.startsWith(String(Number(here[1]) + 1), next.start)
    && /^\d{1,2}[.)]\s/.test(page.plain.slice(next.start, next.end))
  )
}

/** Whether the next line that holds anything is running text: then "Record of the Decision" heads it and not the form. */
function runsOn(page: Page, line: number): boolean {
  for (let index = line + 1; index < line + 4; index++) {
    const next = page.lines[index]
    if (next !== undefined && next.start < next.end) return next.end - next.start > 80
  }
  return false
}

const BOUNDARY = /[.;|)?:…”"\]]/

/** Labels within a long line: "… Decision made: … Reasons for your decision: …". */
function inline(page: Page, line: number, from: number, end: number, out: Mark[]): void {
  const { plain } = page
  const long = end - from > 300
  // A letter that lost its lines: "My Ref: CMD 459 To: COUNCILLOR X c.c. … Date: 8 April".
  const letter = end - from > 500 && /\bDear\b|\bc\.c\./.test(plain.slice(from, end))
  let back = from
  let at = from
  while (at < end) {
    const code = plain.charCodeAt(at)
    if (code !== 58 && code !== 63) {
      at++
      continue
    }
    // Word starts behind the separator, nearest first; the longest run that is a label wins.
    const starts: number[] = []
    let look = at - 1
    while (look >= back && starts.length < 12 && at - look < 120) {
      const first = look === back || plain.charCodeAt(look - 1) === 32
      if (first && plain.charCodeAt(look) !== 32) starts.push(look)
      if (BOUNDARY.test(plain[look] ?? '') && look < at - 1) break
      look--
    }
    let chosen: Mark | null = null
    for (const start of starts.reverse()) {
      if (!/[A-Z]/.test(plain[start] ?? '')) continue
      let before = start - 1
      while (before > from && plain.charCodeAt(before) === 32) before--
      const stands = start === from || BOUNDARY.test(plain[before] ?? '') || start - before > 2
      const words = plain.slice(start, at).split(/\s+/).length
      const addressed = letter && code === 58 && /^(?:To|Date|Ref|From)$/.test(plain.slice(start, at))
      if (!stands && !(long && words > 1) && !addressed) continue
      const is = named(page, start, at)
      if (is === null || is.field === 'holder') continue
      const numbered = /(?:^|\s)\d{1,2}[.)]\s*$/.exec(plain.slice(Math.max(from, start - 6), start))
      if (is.field === 'question') {
        if (code !== 63 || numbered === null) continue
        is.field = 'other'
      }
      if (is.field === 'other' && !addressed && (!stands || WEAK.test(is.label))) continue
      if (code === 63 && numbered === null && (is.field === 'other' || words < 3)) continue
      if (WEAK.test(is.label) && !stands && !addressed) continue
      let after = at + 1
      while (after < end && /[:\-?–]/.test(plain[after] ?? '')) after++
      const lead = numbered === null ? start : start - numbered[0].trimStart().length
      chosen = {
        field: is.field,
        label: is.label,
        start: lead,
        end: after,
        cellEnd: end,
        to: end,
        line,
        alone: after >= end,
      }
      if (is.field === 'decision' && ONLY_DAY.test(plain.slice(after, end))) chosen.field = 'decidedOn'
      break
    }
    if (chosen !== null) {
      out.push(chosen)
      back = chosen.end
      at = chosen.end
    } else {
      at++
    }
  }
}

const HEADS: ReadonlySet<FieldName> = new Set([
  'maker',
  'status',
  'key',
  'type',
  'purpose',
  'decision',
  'title',
  'decidedOn',
  'publishedOn',
])

/** "14. Decision Maker(s): Name: A Title: Chief Executive … Dated: 3rd April 2020": who signs, by post, and when. */
function signatory(page: Page, line: number, end: number, marks: Mark[]): void {
  const last = marks.at(-1)
  if (last === undefined || last.field !== 'maker') return
  const text = page.plain.slice(last.end, end)
  const title = /\b(?:Title|Post|Position|Job title):\s*/.exec(text)
  const dated = /\bDated?:\s*/.exec(text)
  const signed = /\bSigned\b/.exec(text)
  if (title !== null) last.end += title.index + title[0].length
  const close = [signed, dated].find((one) => one !== null && (title === null || one.index > title.index))
  if (close !== undefined && close !== null) last.cellEnd = end - text.length + close.index
  if (dated !== null) {
    const start = end - text.length + dated.index
    marks.push({
      field: 'formDate',
      label: 'dated',
      start,
      end: start + dated[0].length,
      cellEnd: end,
      to: end,
      line,
      alone: false,
    })
  }
}

/** Whether a line is the rest of the sentence above it, wrapped by the width of a page: such a line heads nothing. */
function carriesOn(page: Page, index: number): boolean {
  const line = page.lines[index]
  const above = page.lines[index - 1]
  if (line === undefined || above === undefined || above.end - above.start < 50) return false
  return (
    (/^[a-z]/.test(page.plain.slice(line.start, line.start + 1))
      && !/[.;:!?]$/.test(page.plain.slice(above.start, above.end)))
    || /\b(?:the|of|a|an|and|to|in|with|for|by|this|that)$/.test(page.plain.slice(above.start, above.end))
  )
}

const SMALL = /^(?:any|the|by|of|a|an|to|and|or|in|for|with|which|that|this|is|it|from|on|as|at)$/i

/** The labels of a form whose lines were lost: "3. Details of Decision To award … 4. Is it urgent? No 5. …", numbers in order. */
function numbered(page: Page, line: number, from: number, end: number, out: Mark[]): void {
  const { plain } = page
  const tokens = [...plain.slice(from, end).matchAll(/(?:^|\s)(\d{1,2})\.\s+(?=[A-Z])/g)]
  let wanted = 1
  for (const token of tokens) {
    if (Number(token[1]) !== wanted) continue
    wanted++
    const start = from + token.index + token[0].length
    const head = plain.slice(start, Math.min(end, start + 420))
    const words = [...head.matchAll(/\S+/g)].slice(0, 45)
    for (let at = 1; at < words.length; at++) {
      const word = words[at]
      const before = words[at - 1]?.[0] ?? ''
      if (word === undefined) break
      // A label ends before a capital that follows a small word, or behind a bracket.
      const ends =
        /[):?]$/.test(before)
        || (/^[A-Z]{2,}$/.test(before) && !/^[A-Z]{2,}[?:]?$/.test(word[0]))
        || (/^[A-Z0-9£]/.test(word[0]) && /^[a-z]/.test(before) && !SMALL.test(before))
        || (/^(?:To|That|None|No|Yes|N\/A)\b/.test(word[0]) && !SMALL.test(before))
      if (!ends) continue
      const is = named(page, start, start + word.index)
      if (is === null) {
        if (at > 4 && /[?:]$/.test(before)) break
        continue
      }
      const field = is.field === 'question' || is.field === 'holder' ? 'other' : is.field
      const begin = from + token.index + (/^\s/.test(token[0]) ? 1 : 0)
      out.push({
        field,
        label: is.label,
        start: begin,
        end: start + word.index,
        cellEnd: end,
        to: end,
        line,
        alone: false,
      })
      break
    }
  }
}

/** Every label between two lines, in order, each knowing where the next begins. */
export function findLabels(page: Page, fromLine: number, toLine: number, to: number): Mark[] {
  const marks: Mark[] = []
  let seen = 0
  let afterLead = false
  for (let index = fromLine; index < toLine; index++) {
    const line = page.lines[index]
    if (line === undefined || line.start === line.end) continue
    seen++
    const many = line.cells.length > 1
    const titleLine = afterLead
    afterLead = false
    if (!many && carriesOn(page, index)) continue
    let labelled = false
    for (const cell of line.cells) {
      // The cell after a label is its value, even one that is itself a word used as a label ("Portfolio", "No").
      const value = labelled && !/[:?]\s*[-–]?$/.test(page.plain.slice(cell[0], cell[1]))
      labelled = false
      if (value) continue
      const mark = headOf(page, index, cell, !many, seen <= 25)
      if (mark !== null && many && mark.alone) labelled = true
      if (mark !== null && many && /^[\s\d.|()]*$/.test(page.plain.slice(line.start, cell[0]))) mark.start = line.start
      if (mark !== null && seen === 1 && mark.alone && /^decision$/.test(mark.label)) {
        // A page headed "Decision" over its title: the decision itself comes later.
        marks.push({ ...mark, field: 'title', label: 'decision details' })
        afterLead = true
        continue
      }
      // The line under "Decision details" is the title, even one that reads "Call-in: closure of …".
      if (titleLine && !many && (mark === null || !HEADS.has(mark.field))) continue
      if (mark !== null && mark.alone && LEADS.test(mark.label)) afterLead = true
      const rest = mark === null ? cell[0] : mark.end
      if (mark !== null) marks.push(mark)
      if (cell[1] - rest > 12) {
        const before = marks.length
        if (cell[1] - rest > 150) {
          numbered(page, index, rest, cell[1], marks)
          if (marks.length - before < 4) marks.length = before
        }
        if (marks.length === before) inline(page, index, rest, cell[1], marks)
        else signatory(page, index, cell[1], marks)
        const next = marks[before]
        if (mark !== null && next !== undefined) mark.cellEnd = next.start
        for (let at = before; at < marks.length; at++) {
          const here = marks[at]
          const later = marks[at + 1]
          if (here !== undefined && later !== undefined) here.cellEnd = Math.min(here.cellEnd, later.start)
        }
      }
    }
  }
  for (let at = 0; at < marks.length; at++) {
    const here = marks[at]
    if (here !== undefined) here.to = marks[at + 1]?.start ?? to
  }
  return marks
}

const DAYS: ReadonlySet<FieldName> = new Set(['decidedOn', 'publishedOn', 'effectiveFrom', 'formDate'])

/** "(Including Job Title)": a form speaking to whoever fills it in. */
const GUIDANCE =
  /^\s*(?:\((?:including|if any|please|e\.?g|i\.?e|delete|state|insert|name|see|must|note|where|tick|optional|job|title)\b[^()]*\)|\[[^[\]]*\])\s*$/i

const isBlank = (line: Line | undefined) => line === undefined || line.start === line.end

/**
 * What a label is followed by, as a span: for a section everything up to the next label; otherwise the rest of its cell, the
 * next cell, or, when the label stands alone, the next line that is not blank.
 */
export function valueOf(page: Page, mark: Mark): Span | null {
  if (SECTIONS.has(mark.field)) return mark.end < mark.to ? [mark.end, mark.to] : null
  const own: Span = [mark.end, Math.min(mark.cellEnd, mark.to)]
  if (/[^\s.…_]/.test(page.plain.slice(own[0], own[1])) && !GUIDANCE.test(page.plain.slice(own[0], own[1]))) return own
  const line = page.lines[mark.line]
  if (line === undefined) return null
  for (const cell of line.cells) {
    if (cell[0] >= mark.end) return cell[0] < mark.to ? cell : null
  }
  for (let index = mark.line + 1; index <= mark.line + 3; index++) {
    const next = page.lines[index]
    if (next === undefined) return null
    if (isBlank(next) || GUIDANCE.test(page.plain.slice(next.start, next.end))) continue
    if (next.start >= mark.to) return null
    const end = next.cells[0]?.[1] ?? next.end
    // A date left blank has no date below it, only the next paragraph.
    if (DAYS.has(mark.field) && (end - next.start > 80 || !/\d/.test(page.plain.slice(next.start, end)))) return null
    const sentence =
      /[.]$/.test(page.plain.slice(next.start, end)) && page.plain.slice(next.start, end).split(/\s+/).length > 5
    return end - next.start > 400 || (sentence && mark.field !== 'title') ? null : [next.start, end]
  }
  return null
}
