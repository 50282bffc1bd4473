/** Days as councils print them, read day first; a day that does not exist is found but has no value. */
import type { Day, Span } from '../reading.ts'

export type FoundDay = { day: Day | null; at: Span }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?'
  + '|nov(?:ember)?|dec(?:ember)?)\\.?'
const PATTERN = new RegExp(
  '(?<![\\d/])(?:'
    + '(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})' // 1-3: 2013/12/13
    + '|(\\d{1,2})\\s?[/.\\-]\\s?(\\d{1,2})\\s?[/.\\-]\\s?(\\d{4}|\\d{2})' // 4-6: 13/12/21
    + `|(\\d{1,2})\\s?(?:st|nd|rd|th)?(?:\\s+day)?(?:\\s+of)?[\\s\\-]+${MONTH},?[\\s\\-]*(\\d{4}|\\d{2}(?![\\d:.]))` // 7-9
    + `|${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})` // 10-12: April 1st 2022
    + ')(?![\\d/])',
  'gi',
)

function real(year: number, month: number, day: number): Day | null {
  if (year < 1950 || year > 2100 || month < 1 || month > 12 || day < 1) return null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day > last) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const fullYear = (printed: string) => (printed.length === 2 ? 2000 + Number(printed) : Number(printed))
const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

/** Every day printed in [start, end) of the text, in order. */
export function daysIn(plain: string, start: number, end: number): FoundDay[] {
  const found: FoundDay[] = []
  for (const match of plain.slice(start, end).matchAll(PATTERN)) {
    const [, y1, m1, d1, d2, m2, y2, d3, m3, y3, m4, d4, y4] = match
    let day: Day | null = null
    if (y1 && m1 && d1) day = real(Number(y1), Number(m1), Number(d1))
    else if (d2 && m2 && y2) day = real(fullYear(y2), Number(m2), Number(d2))
    else if (d3 && m3 && y3) day = real(fullYear(y3), monthOf(m3), Number(d3))
    else if (m4 && d4 && y4) day = real(Number(y4), monthOf(m4), Number(d4))
    const from = start + match.index
    found.push({ day, at: [from, from + match[0].length] })
  }
  return found
}

/** The first day printed in [start, end), or null when none is. */
export function firstDay(plain: string, start: number, end: number): FoundDay | null {
  return daysIn(plain, start, Math.min(end, start + 200))[0] ?? null
}
