/** What the head of a page says outside any label: whose meeting or decision it is, and of which day. */
import { makerKindOf } from '../fields/maker.ts'
import type { Day, Field, Span } from '../reading.ts'
import { firstDay } from '../text/days.ts'
import { tidy } from '../text/page.ts'
import type { Page } from '../text/page.ts'

export type Heading = { maker: Field<string> | null; day: Field<Day> | null; line: number }

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
/** "Meeting of Cabinet, Wednesday, 9th November, 2022 10.00 am (Item 84.)" and "Meeting: 09/12/2009 - Cabinet (Item 248)". */
const MEETING_OF = new RegExp(
  `^(?:[•*-]\\s*)?Meeting of (?:the )?(.{3,90}?)(?:\\s+held(?:\\s+on)?)?,?\\s+${WEEKDAY}\\b`,
  'i',
)
/** "Cabinet - Tuesday, 6th June, 2023 2.00 pm" */
const BODY_DAY = new RegExp(`^(.{3,80}?)\\s*[-–,]\\s*${WEEKDAY},?\\s+\\d`, 'i')
/** "RECORD OF DECISION TAKEN BY THE LEADER OF THE COUNCIL", "DECISION OF THE CABINET MEMBER FOR X: TITLE" */
const DECISION_OF =
  /\bdecisions?\b(?:\s+(?:was|were))?\s+(?:(?:taken|made)\s+by|of|by)\s+(?:the\s+|an?\s+)?([^:]{3,100}?)(?:\s*:|\s+[-–]\s|$)/i

/** The head of a record, from its first lines. */
export function headingOf(page: Page, fromLine: number, toLine: number): Heading | null {
  let seen = 0
  for (let index = fromLine; index < toLine && seen < 14; index++) {
    const line = page.lines[index]
    if (line === undefined || line.start === line.end) continue
    seen++
    const words = page.plain.slice(line.start, Math.min(line.end, line.start + 220))
    const meeting = MEETING_OF.exec(words) ?? BODY_DAY.exec(words)
    if (meeting?.[1] !== undefined && makerKindOf(meeting[1]) !== null) {
      const from = line.start + words.indexOf(meeting[1])
      const day = firstDay(page.plain, line.start, line.end)
      return {
        maker: named(meeting[1], from),
        day: day?.day == null ? null : { value: day.day, at: day.at },
        line: index,
      }
    }
  }
  return null
}

/** The maker that the title of a form names: only in its first lines, which are not sentences. */
export function makerInHead(page: Page, fromLine: number, toLine: number): Field<string> | null {
  let seen = 0
  for (let index = fromLine; index < toLine && seen < 10; index++) {
    const line = page.lines[index]
    if (line === undefined || line.start === line.end) continue
    seen++
    const words = page.plain.slice(line.start, line.end)
    if (words.length > 200 || /[.;]$/.test(words)) continue
    const found = DECISION_OF.exec(words)
    if (found?.[1] === undefined) continue
    const name = found[1].replace(/\s*[:-]+\s*$/, '')
    const kind = makerKindOf(name)
    if (
      kind === null
      || /^(?:officers?|individual|delegated|(?:cabinet|executive) members|(?:a |an )?(?:chief |senior )?officers?|committee|panel|board|director|an? )$/i.test(
        name.trim(),
      )
    )
      continue
    return named(name, line.start + found.index + found[0].indexOf(found[1]))
  }
  return null
}

/** A body that the first lines of a hearing name: "Overview and Scrutiny Committee - Call-in". */
/** The day printed on one of the first lines of a hearing. */
export function dayInHead(page: Page, fromLine: number, toLine: number): Field<Day> | null {
  let seen = 0
  for (let index = fromLine; index < toLine && seen < 5; index++) {
    const line = page.lines[index]
    if (line === undefined || line.start === line.end) continue
    seen++
    const words = page.plain.slice(line.start, line.end)
    const found =
      words.length < 160 && /meeting|call-in|committee|panel|board/i.test(words)
        ? firstDay(page.plain, line.start, line.end)
        : null
    if (found?.day != null) return { value: found.day, at: found.at }
  }
  return null
}

export function bodyInHead(page: Page, fromLine: number, toLine: number): Field<string> | null {
  let seen = 0
  for (let index = fromLine; index < toLine && seen < 4; index++) {
    const line = page.lines[index]
    if (line === undefined || line.start === line.end) continue
    seen++
    const words = page.plain.slice(line.start, line.end)
    const body =
      /^(?:meeting of (?:the )?)?(.{3,80}?\b(?:Committee|Panel|Board|Commission|Cabinet|Executive))\b(?:\s*[-–,:].*|\s+held on .*)?$/i.exec(
        words,
      )
    if (body?.[1] !== undefined && !/[.]$/.test(words)) return named(body[1], line.start + words.indexOf(body[1]))
  }
  return null
}

function named(words: string, from: number): Field<string> {
  const lead = words.length - words.trimStart().length
  const value = tidy(words)
  const at: Span = [from + lead, from + lead + words.trim().length]
  return { value, at }
}

export type Banner = {
  maker: Field<string> | null
  day: Field<Day> | null
  key: Field<boolean> | null
  status: Field<string> | null
}

const BANNER =
  /^(\S.{3,30}?\d{4})\s+(\S.{2,160}?)\s+\((?:cabinet member|cabinet|officer|executive|committee|council|mayor|leader)[^)]*\)\s*((?:non-?)?key decision)?\s*([A-Z][a-z]+(?: [a-z]+){0,3})?\s*(?:view on .*)?$/i

/** The line a site that republishes decisions puts under a title: "August 22, 2025 Cabinet Member for X (Cabinet member) Key decision Approved". */
export function bannerOf(page: Page, stretch: { fromLine: number; toLine: number }): Banner | null {
  for (let index = stretch.fromLine; index < Math.min(stretch.toLine, stretch.fromLine + 12); index++) {
    const line = page.lines[index]
    if (line === undefined || line.start === line.end || line.end - line.start > 400) continue
    const words = page.plain.slice(line.start, line.end)
    const found = BANNER.exec(words)
    const day = found === null ? null : firstDay(page.plain, line.start, line.start + 40)
    if (found?.[2] === undefined || day === null) continue
    const place = (part: string, after: number): Span => {
      const from = line.start + words.indexOf(part, after)
      return [from, from + part.length]
    }
    const after = found[1]?.length ?? 0
    const name = place(found[2], after)
    const key = found[3] === undefined ? null : place(found[3], name[1] - line.start)
    const status =
      found[4] === undefined || /^view\b/i.test(found[4])
        ? null
        : place(found[4].replace(/\s*view on.*$/i, ''), (key ?? name)[1] - line.start)
    return {
      maker: { value: tidy(found[2]), at: name },
      day: day.day === null ? null : { value: day.day, at: day.at },
      key: key === null ? null : { value: !/^non/i.test(found[3] ?? ''), at: key },
      status: status === null ? null : { value: tidy(page.plain.slice(status[0], status[1])), at: status },
    }
  }
  return null
}

/** "On 23 July 2024, Cabinet:-" */
export function opener(page: Page, from: number, to: number): Field<string> | null {
  const text = page.plain.slice(from, Math.min(to, from + 3_000))
  const found =
    /\b(Cabinet|Executive|Council)\s+on\s+\d{1,2} [A-Z][a-z]+ \d{4}\s*:/.exec(text)
    ?? /^[ \t]*On [^,.\n]{6,40},?\s+(?:the\s+)?((?:Cabinet|Executive|[A-Z][\w ,&]{2,80}?(?:Committee|Board|Panel|Council|Member[^:,]{0,60})))\s*(?:[:,]|(?:agreed|approved|resolved|decided)\b)/m.exec(
      text,
    )
  if (found?.[1] === undefined || makerKindOf(found[1]) === null) return null
  const start = from + found.index + found[0].indexOf(found[1])
  return named(found[1], start)
}
