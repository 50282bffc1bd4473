/** One record of a page, read into a Reading: labels first, then what the layout itself says, then plain sentences. */
import { amountsIn } from '../fields/amounts.ts'
import { clausesIn } from '../fields/clauses.ts'
import { councilIn } from '../fields/council.ts'
import { findLabels, valueOf } from '../fields/find-labels.ts'
import type { Mark } from '../fields/find-labels.ts'
import { callInSentence, keySentence, yesOrNo } from '../fields/flags.ts'
import { referenceValues, titleParts } from '../fields/identifiers.ts'
import type { FieldName } from '../fields/labels.ts'
import { operative, verbOf } from '../fields/verbs.ts'
import { makerKindOf } from '../fields/maker.ts'
import { certificate, columnsSigned, signatureTable, signedLines } from '../fields/signatures.ts'
import { dayInSentence, sentenceFor } from '../fields/sentences.ts'
import type { Day, Field, ReadClause, Reading, ReadingFinding, Span } from '../reading.ts'
import { daysIn, firstDay } from '../text/days.ts'
import { spanOf, tidy, trimmed, valueAt } from '../text/page.ts'
import type { Page } from '../text/page.ts'
import { bannerOf, bodyInHead, dayInHead, headingOf, makerInHead, opener } from './heading.ts'
import type { Heading } from './heading.ts'
import type { Stretch } from './stretch.ts'
import { headTitle, headless } from './title.ts'

/** What one record gives while it is read. */
type Work = { page: Page; stretch: Stretch; marks: Mark[]; findings: ReadingFinding[] }

const NOTHING =
  /^(?:[-–—.…_\s]*|click (?:here )?to enter text\.?|enter text here\.?|please (?:state|select|complete).*|\(?e\.?g\.?\b.*|choose an item\.?|select.*|\[.*\]|<.*>|dd\s?[/-]\s?mm.*|yes\s?\/\s?no|insert\b.*|tick .*|delete .*)$/i

function of(work: Work, field: FieldName): Mark[] {
  return work.marks.filter((mark) => mark.field === field)
}

/** The first value printed for a field, tidied; template text is no value. */
function printed(work: Work, field: FieldName): Field<string> | null {
  for (const mark of of(work, field)) {
    const span = valueOf(work.page, mark)
    const value = span === null ? null : valueAt(work.page, span[0], span[1])
    if (value !== null && !NOTHING.test(value.value)) return value
  }
  return null
}

function section(work: Work, field: FieldName): Field<string> | null {
  const found = printed(work, field)
  if (found === null) return null
  // "[This decision is subject to call-in …]" stands behind a section, not in it.
  const { plain } = work.page
  const words = plain.slice(found.at[0], found.at[1])
  const note = /\s*[[(](?=[^[\]()]{0,200}\bcall(?:ed)?[- ]?in\b)[^[\]]{0,300}[\])]?\s*[.;]?\s*$/i.exec(words)
  const end = note === null || note.index === 0 ? found.at[1] : found.at[0] + note.index
  const tailNote =
    /\n\s*(?:this (?:decision|notice)|the decision (?:was|will|may))\b[^\n]{0,200}\b(?:call|effect|publish)[^\n]*\s*$/i.exec(
      words,
    )
  if (tailNote !== null && tailNote.index > 0) return valueAt(work.page, found.at[0], found.at[0] + tailNote.index)
  const stray = /\]\s*$/.test(plain.slice(found.at[0], end)) && !plain.slice(found.at[0], end).includes('[') ? 1 : 0
  // The stroke of a table that lost its other lines.
  const stroke = /[\s|]*\|\s*$/.exec(plain.slice(found.at[0], end - stray))?.[0].length ?? 0
  return valueAt(work.page, found.at[0], end - stray - stroke)
}

const GONE =
  /^\W*(?:(?:this (?:page|record|decision|item|notice) (?:has been|is|was) )?(?:withdrawn|deleted|removed|superseded|rescinded)\b|deleted\b|withdrawn\b|abandoned\b)/i

/** A page marked withdrawn or deleted is read like any other, and says so. */
function withdrawn(work: Work): void {
  const { page, stretch } = work
  const status = printed(work, 'status') ?? stretch.status ?? null
  const places: Span[] = status !== null && GONE.test(status.value) ? [status.at] : []
  let seen = 0
  for (let index = 0; index < page.lines.length && seen < 6; index++) {
    const line = page.lines[index]
    if (line === undefined || line.start === line.end) continue
    seen++
    if (
      line.end - line.start < 200
      && /\b(?:withdrawn|deleted|published in error)\b/i.test(page.plain.slice(line.start, line.end))
      && !places.some(([from]) => from >= line.start && from < line.end)
    )
      places.push([line.start, line.end])
  }
  const first = places[0]
  if (first === undefined) return
  work.findings.push({
    rule: 'reading-withdrawn',
    weight: 'warning',
    says: `The page is marked withdrawn or deleted (“${tidy(page.plain.slice(first[0], Math.min(first[1], first[0] + 80)))}”); what it says was read all the same.`,
    working: null,
    at: places,
  })
}

/** "Alternative options considered and reasons for the decision" heads both. */
function merged(work: Work, field: FieldName, says: RegExp): Field<string> | null {
  const mark = of(work, field).find(({ label }) => says.test(label))
  const span = mark === undefined ? null : valueOf(work.page, mark)
  return span === null ? null : valueAt(work.page, span[0], span[1])
}

/** The day printed for a field. A day that cannot be is left null, and a finding says so. */
function day(work: Work, field: FieldName): Field<Day> | null {
  for (const mark of of(work, field)) {
    const span = valueOf(work.page, mark)
    if (span === null) continue
    const found = firstDay(work.page.plain, span[0], Math.min(span[1], span[0] + 160))
    if (found === null) continue
    // "Not before 11/10/2018" tells when a decision may be made, not when it was.
    if (
      field === 'decidedOn'
      && /\b(?:not before|no earlier than|before|by|between|week (?:commencing|beginning)|on or after|expected|proposed)\s*$/i.test(
        work.page.plain.slice(span[0], found.at[0]),
      )
    )
      continue
    if (found.day !== null) return { value: found.day, at: found.at }
    impossible(work, found.at)
  }
  return null
}

function impossible(work: Work, at: Span): void {
  const words = work.page.plain.slice(at[0], at[1])
  work.findings.push({
    rule: 'reading-impossible-day',
    weight: 'warning',
    says: `“${words}” is not a day that exists, so it was not read as one.`,
    working: null,
    at: [at],
  })
}

function flag(work: Work, field: FieldName): Field<boolean> | null {
  for (const mark of of(work, field)) {
    const line = work.page.lines[mark.line]
    // Tick boxes run on over the cells of the line, and sometimes over the next.
    const row = line !== undefined && /[☑☒☐□✓✔]|\[\s?[xX]?\s?\]/.test(work.page.plain.slice(mark.start, line.end))
    const span =
      ticked(work, mark)
      ?? (row && line !== undefined ? ([mark.end, Math.max(mark.end, line.end)] as Span) : valueOf(work.page, mark))
    if (span === null) continue
    const said = yesOrNo(work.page.plain, span[0], span[1])
    if (said !== null) return said
  }
  return null
}

/** Boxes one below the other, under the label they answer. */
function ticked(work: Work, mark: Mark): Span | null {
  if (!mark.alone) return null
  let end: number | null = null
  for (let index = mark.line + 1; index <= mark.line + 3; index++) {
    const line = work.page.lines[index]
    if (line === undefined || !/^(?:[☑☒☐□✓✔]|\[\s?[xX✓]?\s?\])\s*\S/.test(work.page.plain.slice(line.start, line.end)))
      break
    end = line.end
  }
  return end === null ? null : [mark.end, end]
}

function maker(work: Work, heading: Heading | null): Field<string> | null {
  const named = printed(work, 'maker')
  if (named !== null && named.value.length <= 250) return bare(work.page, named)
  const signed = work.marks.find((mark) => mark.field === 'signed')
  if (signed !== undefined) {
    const span = valueOf(work.page, signed)
    const value = span === null ? null : valueAt(work.page, span[0], span[1])
    if (value !== null && value.value.length <= 200 && makerKindOf(value.value) !== null)
      return bare(work.page, undated(work.page, value))
  }
  const due = of(work, 'due')
    .map((mark) => valueOf(work.page, mark))
    .find((span) => span !== null && / by /.test(work.page.plain.slice(span[0], span[1])))
  if (due) {
    const by = work.page.plain.indexOf(' by ', due[0])
    const value = valueAt(work.page, by + 4, due[1])
    if (value !== null && makerKindOf(value.value) !== null) return bare(work.page, value)
  }
  const dayOf = of(work, 'decidedOn').find(({ label }) => /^(?:cabinet|executive) decision$/.test(label))
  if (dayOf !== undefined) return valueAt(work.page, dayOf.start, dayOf.start + dayOf.label.indexOf(' '))
  const meeting = printed(work, 'meeting')
  if (meeting !== null) {
    const name = /^\s*\d{1,2}\/\d{1,2}\/\d{4}\s*[-–]\s*(\S.*)$/.exec(
      work.page.plain.slice(meeting.at[0], meeting.at[1]),
    )
    if (name?.[1] !== undefined) {
      const body = name[1].replace(/\s*\(Item [^)]*\)\s*$/i, '')
      const from = meeting.at[1] - name[1].length
      return { value: tidy(body), at: [from, from + body.length] }
    }
    if (
      makerKindOf(meeting.value) !== null
      && meeting.value.length < 100
      && daysIn(work.page.plain, ...meeting.at).length === 0
    )
      return meeting
  }
  if (heading?.maker != null) return heading.maker
  const { page, stretch } = work
  if (stretch.layout === 'hearing') {
    const body = bodyInHead(page, stretch.fromLine, stretch.toLine)
    if (body !== null) return body
  }
  const inHead = makerInHead(page, stretch.fromLine, stretch.toLine)
  if (/^moderngov/.test(stretch.layout)) return inHead ?? asMember(page, stretch)
  const opened = opener(page, stretch.start, stretch.end)
  if (opened !== null) return opened
  const stated = statedMaker(page, stretch)
  if (stated !== null && stretch.layout !== 'letter') return stated
  const holder = printed(work, 'holder')
  if (
    holder !== null
    && holder.value.length <= 200
    && (makerKindOf(holder.value) !== null || makerKindOf(labelOf(work, 'holder')) !== null)
  )
    return bare(page, holder)
  if (inHead !== null) return inHead
  const sender = memoFrom(work)
  if (sender !== null) return sender
  if (stretch.layout === 'letter') return addressee(work) ?? stated
  return null
}

const STATED: readonly RegExp[] = [
  /^[ \t]*As\s+(?:the\s+)?((?:Cabinet|Executive|Lead) (?:Member|Councillor)\b[^,:;.\n]{0,80}|Leader of the Council|Elected Mayor|Portfolio Holder\b[^,:;.\n]{0,80}),[^.\n]{0,300}\bI\b/m,
  /\bdecisions? (?:was|were|has been) (?:taken|made)(?: on [^.;]{6,40}?)? by (?:the\s+)?((?:Cabinet Member|Executive Member|Portfolio Holder|Leader|Deputy Leader|Lead Member|Mayor|Elected Mayor|Director|Executive Director|Corporate Director|Chief Executive)\b[^.;:\n]{0,90}?)(?=\.\s|\.$|:|\n|,? under\b|,? in accordance\b| on \d)/,
  /\bI,\s+(?:the\s+)?((?:Elected Mayor|Mayor|Leader|Deputy Leader|Cabinet Member|Executive Member|Portfolio Holder|Director|Executive Director|Corporate Director|Chief Executive)\b[^,:\n]{0,80}),/,
  /\b[Mm]y decision as\s+(?:the\s+)?((?:Executive Member|Cabinet Member|Portfolio Holder|Leader|Deputy Leader|Mayor|Director)\b[^:.\n]{0,80}?)\s*[:.\n]/,
  /\b(?:the\s+)((?:Cabinet Member|Portfolio Holder|Executive Member|Lead Member|Leader|Deputy Leader|Mayor)\b[^.;:\n]{0,120}?),?\s+(?:has |have )?(?:today )?(?:decided|agreed|approved|resolved|taken the decision)\b/i,
  /^\s*(CABINET MEMBER FOR [A-Z ,&'’-]{3,90}(?::\s*COUNCILLOR [^\n]{3,50})?)\s*$/m,
]

/** The maker that a sentence of the record names: "I, the Elected Mayor, …", "the Portfolio Holder for X has taken the decision". */
function statedMaker(page: Page, stretch: Stretch): Field<string> | null {
  const text = page.plain.slice(stretch.start, Math.min(stretch.end, stretch.start + 6_000))
  for (const is of STATED) {
    const found = is.exec(text)
    if (found?.[1] === undefined) continue
    const from = stretch.start + found.index + found[0].indexOf(found[1])
    return bare(page, { value: tidy(found[1]), at: [from, from + found[1].trimEnd().length] })
  }
  return null
}

/** A memorandum in which "I have decided" is its sender's decision. */
function memoFrom(work: Work): Field<string> | null {
  const { page, stretch } = work
  if (!/\bI have decided\b/i.test(page.plain.slice(stretch.start, stretch.end))) return null
  const mark = of(work, 'other').find(({ label }) => label === 'from')
  const span = mark === undefined ? null : valueOf(page, { ...mark, field: 'maker' })
  const value = span === null ? null : valueAt(page, span[0], span[1])
  return value !== null && value.value.length < 160 && makerKindOf(value.value) !== null ? bare(page, value) : null
}

/** "As Cabinet Member for X, … I have decided": the only sentence believed on a page that labels its fields. */
function asMember(page: Page, stretch: Stretch): Field<string> | null {
  const found = STATED[0]?.exec(page.plain.slice(stretch.start, Math.min(stretch.end, stretch.start + 6_000)))
  if (found?.[1] === undefined) return null
  const from = stretch.start + found.index + found[0].indexOf(found[1])
  return bare(page, { value: tidy(found[1]), at: [from, from + found[1].trimEnd().length] })
}

function labelOf(work: Work, field: FieldName): string {
  return of(work, field)[0]?.label ?? ''
}

/** The end of a block of lines that stand together: "COUNCILLOR X" and, under it, "CABINET MEMBER FOR Y". */
function blockEnd(page: Page, from: number): number {
  let end = from
  const index = page.lines.findIndex((line) => line.end >= from)
  for (let next = index + 1; next < Math.min(page.lines.length, index + 8); next++) {
    const line = page.lines[next]
    if (
      line === undefined
      || line.start === line.end
      || /^(?:c\.?c\.?|copy|from|date|ref)\b/i.test(page.plain.slice(line.start, line.end))
    )
      break
    end = line.end
  }
  return end
}

/** A letter that asks for a decision, or confirms one, is written to whoever makes it. */
function addressee(work: Work): Field<string> | null {
  const { page, stretch } = work
  for (const mark of of(work, 'other')) {
    if (
      mark.label !== 'to'
      && !(mark.label === 'from' && /\bmy decision\b/i.test(page.plain.slice(stretch.start, stretch.end)))
    )
      continue
    const span = valueOf(page, { ...mark, field: 'maker' })
    const copied = span === null ? -1 : page.plain.slice(span[0], span[1]).search(/\sc\.?c\.?\s/)
    const value =
      span === null
        ? null
        : valueAt(page, span[0], copied === -1 ? Math.min(mark.to, blockEnd(page, span[1])) : span[0] + copied)
    if (value !== null && makerKindOf(value.value) !== null) return bare(work.page, value)
  }
  const text = page.plain.slice(stretch.start, Math.min(stretch.end, stretch.start + 6_000))
  const stated =
    /\b(?:the\s+)((?:Cabinet Member|Portfolio Holder|Executive Member|Lead Member|Leader|Deputy Leader)\b[^.;:\n]{0,120}?),?\s+(?:has |have )?(?:decided|agreed|approved|resolved)\b/.exec(
      text,
    )
  if (stated?.[1] !== undefined) {
    const from = stretch.start + stated.index + stated[0].indexOf(stated[1])
    return bare(page, { value: tidy(stated[1]), at: [from, from + stated[1].length] })
  }
  const dear = /^[ \t]*Dear\s+((?:Councillor|Cllr\.?|Leader|Cabinet Member)\b[^\n,]{0,80})/m.exec(text)
  if (dear?.[1] !== undefined && !/^cabinet member$/i.test(dear[1].trim())) {
    const from = stretch.start + dear.index + dear[0].lastIndexOf(dear[1])
    return bare(page, { value: tidy(dear[1]), at: [from, from + dear[1].length] })
  }
  return null
}

/** "the Executive on 14 November 2023" without its day. */
function undated(page: Page, field: Field<string>): Field<string> {
  const value = field.value.replace(/\s+on\s+(?:\w+day,?\s+)?\d.*$/i, '').replace(/^the\s+/i, '')
  return { value, at: spanOf(page.plain, field.at, value) }
}

/** A name without the list mark or full stop behind it. */
function bare(page: Page, field: Field<string>): Field<string> {
  const value = field.value.replace(/[\s;,]+$/, '')
  return { value, at: spanOf(page.plain, field.at, value) }
}

const ADOPTS =
  /^\W*(?:(?:resolved|agreed|approved)\b[\s:,–-]*)?(?:(?:that|to)\s+)?(?:(?:agree|approve|accept|adopt)\s+)?(?:the\s+)?(?:officers?['’]?s?\s+)?recommendations?\b[^.;]{0,140}?(?:\b(?:be|were|was|are|is)\b\s+)?(?:agreed|approved|accepted|adopted|endorsed|above|below)?|^\W*(?:agreed|approved|accepted)?\s*as (?:recommended|per (?:the )?recommendations?|set out in the recommendations?)/i

/** The clauses of the record, and the findings about how they were come by. */
function clauses(work: Work): ReadClause[] {
  const { page } = work
  const seen = new Map<string, Span>()
  const read: ReadClause[] = []
  const repeated: Span[] = []
  const take = (marks: Mark[]) => {
    for (const mark of marks) {
      const span = valueOf(page, mark)
      if (span === null) continue
      const fresh = new Set<string>()
      for (const clause of clausesIn(page, span, true)) {
        const key = clause.text
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, ' ')
          .trim()
        if (seen.has(key) && !fresh.has(key)) {
          repeated.push(clause.at)
          continue
        }
        fresh.add(key)
        seen.set(key, clause.at)
        read.push(clause)
      }
    }
  }
  take(
    of(work, 'status')
      .filter((mark) => /\boutcome$/.test(mark.label) && mark.to - mark.end > 60)
      .map((mark) => ({ ...mark, field: 'decision' as const })),
  )
  if (read.length === 0) take(of(work, 'decision'))
  if (read.length === 0) take(of(work, 'content').filter((mark) => /^content$/.test(mark.label)))
  if (read.length === 0) take(of(work, 'minutes'))
  else if (of(work, 'minutes').length > 0) {
    for (const mark of of(work, 'minutes')) {
      const span = valueOf(page, mark)
      for (const clause of span === null ? [] : clausesIn(page, span, true)) {
        if (
          seen.has(
            clause.text
              .toLowerCase()
              .replace(/[^a-z0-9]+/g, ' ')
              .trim(),
          )
        )
          repeated.push(clause.at)
      }
    }
  }
  if (repeated.length > 0) {
    work.findings.push({
      rule: 'reading-repeated-decision',
      weight: 'note',
      says: `The decision is printed more than once; ${repeated.length === 1 ? 'one clause was' : `${repeated.length} clauses were`} met again and read once.`,
      working: null,
      at: repeated,
    })
  }
  const only = read[0]
  if (
    read.length === 1
    && only !== undefined
    && only.text.length < 220
    && ADOPTS.test(only.text)
    && /recommend/i.test(only.text)
    && !/subject to|amend|except|save (?:that|for)|other than|with the (?:change|addition)|apart from/i.test(only.text)
  ) {
    const adopted = of(work, 'recommendation')
      .flatMap((mark) => {
        const span = valueOf(page, mark)
        return span === null ? [] : clausesIn(page, span, true)
      })
      .filter((clause) => clause.at[0] !== only.at[0])
    if (adopted.length > 0) {
      work.findings.push({
        rule: 'reading-adopted-recommendations',
        weight: 'note',
        says: `The decision adopts the recommendations as they stand; their ${adopted.length} item${adopted.length === 1 ? '' : 's'} are read as its clauses.`,
        working: null,
        at: [only.at],
      })
      const words = verbOf(only.text, null)
      return adopted.map((clause) => (clause.verb === 'recommend' ? { ...clause, verb: words } : clause))
    }
  }
  return read
}

/** A paper that asks for a decision: what it lists is asked for, not decided. */
const REQUEST =
  /\brequest for (?:a |an )?(?:executive |officer |urgent )?decision\b|\bdecision request form\b|\bplease would you agree\b|\bI agree \/ do not agree\b|\brequesting that a decision be made\b/i

const HEAD_DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]+,?\s+\d{4}\.?$/i

/** A day standing alone on one of the first lines of a record. */
function headDay(work: Work): Field<Day> | null {
  let seen = 0
  for (let index = work.stretch.fromLine; index < work.stretch.toLine && seen < 10; index++) {
    const line = work.page.lines[index]
    if (line === undefined || line.start === line.end) continue
    seen++
    const words = work.page.plain.slice(line.start, line.end)
    if (!HEAD_DAY.test(tidy(words))) continue
    const found = firstDay(work.page.plain, line.start, line.end)
    if (found?.day != null) return { value: found.day, at: found.at }
  }
  return null
}

export function readRecord(page: Page, file: string, stretch: Stretch): Reading {
  const marks =
    stretch.cells === undefined ? findLabels(page, stretch.fromLine, stretch.toLine, stretch.end) : cellMarks(stretch)
  const work: Work = { page, stretch, marks, findings: [] }
  const { plain } = page
  const table = signatureTable(page, marks, stretch.toLine)
  const columns = table.rows.length > 0 ? [] : columnsSigned(page, stretch.fromLine, stretch.toLine)
  const signatures =
    table.rows.length > 0
      ? table.rows
      : columns.length > 0
        ? columns
        : [
            ...certificate(page, stretch.fromLine, stretch.toLine),
            ...signedLines(page, stretch.fromLine, stretch.toLine),
          ]

  const heading = /^moderngov|^hearing|unknown/.test(stretch.layout)
    ? headingOf(page, stretch.headLine === undefined ? stretch.fromLine : 0, stretch.headLine ?? stretch.toLine)
    : null
  const banner = stretch.layout === 'aggregator' ? bannerOf(page, stretch) : null
  const identifiers = references(work)
  if (stretch.identifier !== undefined) push(identifiers, stretch.identifier)
  const title = titled(work, identifiers)
  const body = headless(page, stretch, marks)
  let decided = clauses(work)
  if (decided.length === 0 && of(work, 'decision').length === 0 && body.decision !== null) {
    decided = clausesIn(page, body.decision, false)
    if (decided.length === 0 && body.bare !== null) decided = clausesIn(page, body.bare, true)
  }
  const aim = body.purpose ?? section(work, 'purpose')
  if (
    decided.length === 0
    && of(work, 'decision').length === 0
    && !of(work, 'content').some(({ label }) => label === 'content')
    && aim !== null
  ) {
    // Some councils print the whole decision where others print its purpose.
    if (/^(?:the |that |resolved|agreed|approved)/i.test(aim.value))
      decided = clausesIn(page, aim.at, false).filter(({ verb }) => verb !== 'recommend')
  }
  if (
    decided.length === 0
    && /^(?:letter|hearing|unknown|cmis|executive-record|officer-form|label-form|numbered-form)$|^moderngov-agenda$/.test(
      stretch.layout,
    )
    && of(work, 'decision').length === 0
    && of(work, 'minutes').length === 0
  ) {
    const close =
      marks.find(({ field }) => field === 'reasons' || field === 'alternatives' || field === 'conflicts')?.start
      ?? stretch.end
    decided = clausesIn(page, [stretch.start, close], false).filter(
      ({ label, text }) => label !== null || !/^(?:to|we)\b/i.test(text),
    )
    // A hearing's grounds and questions begin with "That" as well: only what was resolved counts.
    if (
      (/^(?:hearing|moderngov-agenda)$/.test(stretch.layout)
        || /\bcall-?in notice\b/i.test(plain.slice(stretch.start, stretch.start + 400)))
      && !/\b(?:RESOLVED|Resolved|resolved|AGREED|DECIDED)\b/.test(plain.slice(stretch.start, stretch.end))
    )
      decided = []
  }
  const requested = REQUEST.test(plain.slice(stretch.start, Math.min(stretch.end, stretch.start + 4_000)))
  if (
    requested
    && !of(work, 'decision').some((mark) => {
      const span = valueOf(page, mark)
      return span !== null && valueAt(page, span[0], span[1]) !== null
    })
  )
    decided = []
  if (stretch.forthcoming === true) decided = []

  // A title printed again over an embedded form is no decision.
  const sole = decided[0]
  if (
    decided.length === 1
    && sole !== undefined
    && sole.label === null
    && of(work, 'decision').length === 0
    && sole.text === title?.value
  )
    decided = []

  const made =
    table.maker !== null && printed(work, 'maker') === null
      ? { value: table.maker.role, at: spanOf(plain, table.maker.at, table.maker.role) }
      : (maker(work, heading) ?? banner?.maker ?? null)
  const makerKind = made === null ? null : makerKindOf(made.value)

  const dayLabelled = day(work, 'decidedOn')
  const meeting = day(work, 'meeting')
  const formDay = dayOfForm(work, table.present)
  const atHead = headDay(work)
  const signedDay = signatures.find((one) => one.day !== null)
  const own = table.maker ?? columns.find(({ role }) => made !== null && made.value.includes(role)) ?? null
  const signedOn: Field<Day> | null = own?.day == null ? null : { value: own.day, at: own.dayAt ?? own.at }
  const lineSigned: Field<Day> | null =
    signedDay?.day != null && table.rows.length === 0 && columns.length === 0
      ? { value: signedDay.day, at: signedDay.dayAt ?? signedDay.at }
      : null
  // A letter of request names days too; they are not days of a decision until something was decided.
  const talks =
    /^(?:letter|hearing|unknown|cmis|aggregator|executive-record|officer-form)$/.test(stretch.layout)
    && decided.length > 0
  const told = (field: 'decidedOn' | 'publishedOn' | 'effectiveFrom') =>
    talks ? dayInSentence(page, field, stretch.start, stretch.end) : null
  const request = requested || stretch.layout === 'letter' || stretch.forthcoming === true
  const decidedOn =
    stretch.forthcoming === true
      ? null
      : (dayLabelled
        ?? signedOn
        ?? meeting
        ?? stretch.day
        ?? heading?.day
        ?? banner?.day
        ?? day(
          { ...work, marks: of(work, 'signed').map((mark) => ({ ...mark, field: 'decidedOn' as const })) },
          'decidedOn',
        )
        ?? told('decidedOn')
        ?? (signedByMember(stretch, decided, signatures) ? lineSigned : null)
        ?? (request
          ? null
          : (lineSigned
            ?? (stretch.layout === 'hearing' ? dayInHead(page, stretch.fromLine, stretch.toLine) : null)
            ?? formDayAs(stretch, formDay, atHead, table.present))))
  const formDate = [formDay, atHead].find((one) => one !== null && one.value !== decidedOn?.value) ?? null

  const isKey = flag(work, 'key') ?? flag(work, 'type') ?? banner?.key ?? keySentence(plain, stretch.start, stretch.end)
  const subjectToCallIn =
    flag(work, 'callIn')
    ?? (stretch.callIn === undefined ? null : openForCallIn(page, stretch.callIn))
    ?? callInSentence(plain, stretch.start, stretch.end)
  withdrawn(work)
  const reading: Reading = {
    file,
    layout: stretch.layout,
    text: page.text,
    council:
      printed(work, 'council')
      ?? (stretch.headEnd ? councilIn(page, 0, stretch.headEnd) : null)
      ?? councilIn(page, stretch.start, stretch.end),
    identifiers,
    title: title ?? body.title ?? namedByDecision(work, decided),
    decisionMaker: made,
    makerKind,
    isKey,
    subjectToCallIn,
    status: short(work, printed(work, 'status')) ?? stretch.status ?? banner?.status ?? null,
    decidedOn,
    publishedOn: day(work, 'publishedOn') ?? told('publishedOn'),
    effectiveFrom: day(work, 'effectiveFrom') ?? stretch.effectiveFrom ?? told('effectiveFrom'),
    formDate,
    signatures: signatures.map(({ role, day: on, at }) => ({ role, day: on, at })),
    clauses: decided,
    purpose: section(work, 'purpose') ?? (stretch.layout === 'cmis' ? details(work) : null) ?? body.purpose,
    reasons:
      stretch.forthcoming === true
        ? null
        : (section(work, 'reasons')
          ?? merged(work, 'alternatives', /\breasons?\b/)
          ?? (talks ? sentenceFor(page, 'reasons', stretch.start, stretch.end) : null)),
    alternatives:
      section(work, 'alternatives')
      ?? merged(work, 'reasons', /\b(?:alternative|options)\b/)
      ?? (talks ? sentenceFor(page, 'alternatives', stretch.start, stretch.end) : null),
    conflicts:
      section(work, 'conflicts') ?? (talks ? sentenceFor(page, 'conflicts', stretch.start, stretch.end) : null),
    author: person(work, authored(work) ?? printed(work, 'action')),
    wards: person(work, printed(work, 'wards')),
    amounts: amountsIn(plain, stretch.start, stretch.end),
    findings: work.findings,
  }
  return reading
}

/** Whether a letter that put a decision to a member came back with the member's signature. */
function signedByMember(
  stretch: Stretch,
  decided: readonly ReadClause[],
  signatures: readonly { role: string }[],
): boolean {
  return stretch.layout === 'letter' && decided.length > 0 && makerKindOf(signatures[0]?.role ?? '') === 'member'
}

/** The cells of a table's row, as if each stood behind its column's label. */
function cellMarks(stretch: Stretch): Mark[] {
  return Object.entries(stretch.cells ?? {}).flatMap(([column, cell]): Mark[] => {
    const field = FIELDS.find((one) => one === column)
    return field === undefined || field === 'title'
      ? []
      : [
          {
            field,
            label: column,
            start: cell[0],
            end: cell[0],
            cellEnd: cell[1],
            to: cell[1],
            line: stretch.fromLine,
            alone: false,
          },
        ]
  })
}

const FIELDS: readonly FieldName[] = [
  'identifier',
  'maker',
  'decidedOn',
  'publishedOn',
  'effectiveFrom',
  'key',
  'callIn',
  'status',
  'wards',
  'author',
  'decision',
  'reasons',
  'purpose',
]

/** The call-in column of a list: "Not for call-in", "Open for call-in". */
function openForCallIn(page: Page, at: Span): Field<boolean> | null {
  const words = page.plain.slice(at[0], at[1])
  return /^not\b/i.test(words)
    ? { value: false, at }
    : /call[- ]?in|^open|^yes/i.test(words)
      ? { value: true, at }
      : null
}

/** CMIS pages call the description of a decision its details. */
function details(work: Work): Field<string> | null {
  const mark = work.marks.find(
    ({ label, alone, cellEnd, end }) =>
      label === 'details' && (!alone || cellEnd === end) && work.page.plain[end - 1] === ':',
  )
  if (mark === undefined) return null
  const span = valueOf(work.page, mark)
  return span === null ? null : valueAt(work.page, span[0], span[1])
}

/** A status is a word or two; "Outcome: The Panel RESOLVED to …" is the decision itself. */
function short(work: Work, field: Field<string> | null): Field<string> | null {
  return field === null || field.value.length > 90 ? null : bare(work.page, field)
}

/** The clerk named at the head of a meeting's page is no one's author. */
function authored(work: Work): Field<string> | null {
  if (work.stretch.layout !== 'moderngov-agenda') return printed(work, 'author')
  return printed({ ...work, marks: work.marks.filter(({ label }) => !/^contacts?$/.test(label)) }, 'author')
}

function person(work: Work, field: Field<string> | null): Field<string> | null {
  if (field === null || field.value.length > 300) return null
  // How to reach someone is not who they are.
  const reach =
    /[\s,;:([]*(?:\b(?:e-?mail|tel(?:ephone)?|phone|mobile|ext(?:ension)?|ddi)\b.*|[\w.+-]+@[\w.-]+.*|\(?0\d{2,5}\)?[\s\d]{5,}.*)$/i.exec(
      field.value,
    )
  if (reach === null || reach.index === 0) return bare(work.page, field)
  const value = field.value.slice(0, reach.index)
  return bare(work.page, { value, at: field.at })
}

/** "Date:" at the head of a form; the date column of a signature table is no such label. */
function dayOfForm(work: Work, hasTable: boolean): Field<Day> | null {
  const marks = of(work, 'formDate').filter((mark) => {
    const line = work.page.lines[mark.line]
    if (line === undefined) return false
    // The day under a signature is the day of signing.
    for (let above = mark.line - 1; above >= Math.max(0, mark.line - 3); above--) {
      const before = work.page.lines[above]
      if (
        before !== undefined
        && /^(?:signed|signature)\b/i.test(work.page.plain.slice(before.start, Math.min(before.end, before.start + 20)))
      )
        return false
    }
    return !hasTable || !/signature/i.test(work.page.plain.slice(line.start, line.end))
  })
  return day({ ...work, marks }, 'formDate')
}

/** The day of a form that prints no other: on an unsigned record it is the day of the decision. */
function formDayAs(
  stretch: Stretch,
  formDay: Field<Day> | null,
  atHead: Field<Day> | null,
  hasTable: boolean,
): Field<Day> | null {
  if (hasTable) return null
  if (stretch.layout === 'moderngov-plan' || stretch.layout === 'moderngov-issue') return null
  return atHead ?? formDay
}

function references(work: Work): Field<string>[] {
  const found: Field<string>[] = []
  for (const mark of of(work, 'decision')) {
    // "DECISION MADE: (CAB 17/18 20348)"
    const behind =
      /^\s*\((?:Ref(?:erence)?\.?:?\s*)?([A-Z]{2,6} ?\d{2}\/\d{2} +\d{3,6}|[A-Z]{2,6}[/-]?\d{3,8})\)?/.exec(
        work.page.plain.slice(mark.end, mark.end + 60),
      )
    if (behind?.[1] === undefined) continue
    const from = mark.end + behind[0].indexOf(behind[1])
    push(found, { value: tidy(behind[1]), at: [from, from + behind[1].length] })
  }
  for (const mark of of(work, 'identifier')) {
    const span = valueOf(work.page, mark)
    if (span === null) continue
    const at = trimmed(work.page.plain, span[0], Math.min(span[1], span[0] + 120))
    const words = work.page.plain.slice(at[0], at[1]).split(/\n/)[0] ?? ''
    for (const value of referenceValues(words)) {
      push(found, { value, at: spanOf(work.page.plain, at, value) })
    }
  }
  return found
}

function push(into: Field<string>[], one: Field<string>): void {
  if (!into.some((known) => known.value.toLowerCase() === one.value.toLowerCase())) into.push(one)
}

/** A hearing's "Decision: DEL/2020/15 Closure of X" names the decision that was called in. */
function decisionHeard(work: Work): Span | null {
  const outcome = of(work, 'status').some(({ label, to, end }) => /\boutcome$/.test(label) && to - end > 60)
  const mark = of(work, 'decision').find(({ alone }) => !alone)
  if (!outcome || mark === undefined) return null
  const at = trimmed(work.page.plain, mark.end, Math.min(mark.cellEnd, mark.to))
  const words = work.page.plain.slice(at[0], at[1])
  return words.length > 5 && words.length < 200 && !operative(words) && !/[.]$/.test(words) ? at : null
}

/** "Decision: Food parcels for people with care needs" over what was decided: the line names the matter. */
function namedByDecision(work: Work, decided: readonly ReadClause[]): Field<string> | null {
  const mark = of(work, 'decision').find(({ alone }) => !alone)
  const first = decided[0]
  if (mark === undefined || first === undefined) return null
  const at = trimmed(work.page.plain, mark.end, Math.min(mark.cellEnd, mark.to))
  const words = work.page.plain.slice(at[0], at[1])
  if (first.at[0] < at[1] || first.at[0] > mark.to || words.length > 160 || words.split(/\s+/).length < 3) return null
  return operative(words)
    || /[.:;,]$/.test(words)
    || /^(?:the|i|we|that|to|in|on|at|having|following|cabinet|executive|council)\b/i.test(words)
    ? null
    : valueAt(work.page, at[0], at[1])
}

/** "Call-in: Closure of the day centre (KD/23/019)" at the head of a hearing. */
function calledIn(work: Work): Span | null {
  const mark = of(work, 'callIn').find(
    ({ alone, label, line }) => !alone && label === 'call in' && line <= work.stretch.fromLine + 4,
  )
  if (mark === undefined) return null
  const at = trimmed(work.page.plain, mark.end, Math.min(mark.cellEnd, mark.to))
  const words = work.page.plain.slice(at[0], at[1])
  return words.length > 8
    && words.length < 200
    && !/[.;]$/.test(words)
    && yesOrNo(work.page.plain, at[0], at[1]) === null
    ? at
    : null
}

/** The title with its references taken off (they are added to the identifiers). */
function titled(work: Work, identifiers: Field<string>[]): Field<string> | null {
  const { page, stretch } = work
  const span =
    stretch.title
    ?? (stretch.layout === 'hearing' ? (decisionHeard(work) ?? calledIn(work)) : null)
    ?? headTitle(page, stretch, work.marks)
  if (span === null) return null
  const printedAs = trimmed(page.plain, span[0], span[1])
  const extra = /\s+(?:(?:pdf icon\s+)?PDF\s+[\d.,]+\s*[KM]B|New!|Updated!)\s*$/i.exec(
    page.plain.slice(printedAs[0], printedAs[1]),
  )
  const at: Span = extra === null ? printedAs : [printedAs[0], printedAs[0] + extra.index]
  const parts = titleParts(page.plain, at[0], at[1])
  for (const one of parts.identifiers) push(identifiers, one)
  return valueAt(page, parts.title[0], parts.title[1])
}
