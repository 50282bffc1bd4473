/** What the head of a page says outside any label: whose meeting or decision it is, and of which day. */
import { makerKindOf } from '../fields/maker.ts'
import type { Day, Field, Span } from '../reading.ts'
import { firstDay } from '../text/days.ts'
import { tidy } from '../text/page.ts'
import type { Page } from '../text/page.ts'

export type Heading = { maker: Field<string> | null; day: Field<Day> | null; line: number }

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
/** "Meeting of Cabinet, Wednesday, 9th November, 2022 10.00 am (Item 84.)" and "Meeting: 09/12/2009 - Cabinet (Item 248)". */
const MEETING_OF = new RegExp(`^Meeting of (?:the )?(.{3,90}?),?\\s+${WEEKDAY}\\b`, 'i')
/** "Cabinet - Tuesday, 6th June, 2023 2.00 pm" */
const BODY_DAY = new RegExp(`^(.{3,80}?)\\s*[-–,]\\s*${WEEKDAY},?\\s+\\d`, 'i')
/** "RECORD OF DECISION TAKEN BY THE LEADER OF THE COUNCIL", "DECISION OF THE CABINET MEMBER FOR X: TITLE" */
const DECISION_OF = /\bdecisions?\b(?:\s+(?:was|were))?\s+(?:(?:taken|made)\s+by|of|by)\s+(?:the\s+|an?\s+)?([^:]{3,100}?)(?:\s*:|\s+[-–]\s|$)/i

/** The head of a record, from its first lines. */
export function headingOf(page: Page, fromLine: number, toLine: number): Heading | null {
  let seen = 0
  for (let index = fromLine; index < toLine && seen < 14; index++) {
    const line = page.lines[index]
    if (line === undefined || line.start === line.end) continue
    seen++
    const words = page.plain.slice(line.start, Math.min(line.end, line.start + 220))
    const meeting = MEETING_OF.exec(words) ?? BODY_DAY.exec(words)
    if (meeting?.[1] !== undefined && (makerKindOf(meeting[1]) !== null)) {
      const from = line.start + words.indexOf(meeting[1])
      const day = firstDay(page.plain, line.start, line.end)
      return { maker: named(meeting[1], from), day: day?.day == null ? null : { value: day.day, at: day.at }, line: index }
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
    if (kind === null || /^(?:officers?|individual|delegated|(?:cabinet|executive) members|committee|panel|board|director|an? )$/i.test(name.trim())) continue
    return named(name, line.start + found.index + found[0].indexOf(found[1]))
  }
  return null
}

/** A body that the first lines of a hearing name: "Overview and Scrutiny Committee - Call-in". */
export function bodyInHead(page: Page, fromLine: number, toLine: number): Field<string> | null {
  let seen = 0
  for (let index = fromLine; index < toLine && seen < 4; index++) {
    const line = page.lines[index]
    if (line === undefined || line.start === line.end) continue
    seen++
    const words = page.plain.slice(line.start, line.end)
    const body = /^(.{3,80}?\b(?:Committee|Panel|Board|Commission|Cabinet|Executive))\b(?:\s*[-–,:].*)?$/i.exec(words)
    if (body?.[1] !== undefined && !/[.]$/.test(words)) return named(body[1], line.start)
  }
  return null
}

function named(words: string, from: number): Field<string> {
  const lead = words.length - words.trimStart().length
  const value = tidy(words)
  const at: Span = [from + lead, from + lead + words.trim().length]
  return { value, at }
}
