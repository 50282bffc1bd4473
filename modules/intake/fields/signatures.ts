/** The signatures of a form: the rows under "Decision made by | Signature | Date", and "Signed … Date …" lines. */
import type { Signature, Span } from '../reading.ts'
import { firstDay } from '../text/days.ts'
import { tidy } from '../text/page.ts'
import type { Page } from '../text/page.ts'
import type { Mark } from './find-labels.ts'
import { makerKindOf } from './maker.ts'

/** A signature with the place of its day, which the reading itself does not print. */
export type Signed = Signature & { dayAt: Span | null }

const HEAD = /\bsignatures?\b|\bsigned\b/i
const STOP = /^(?:notes?\b|\d+\.\s|this form|please|copies|for office use|appendix)/i
const GROUP =
  /^(?:members?|cabinet members?|officers?|others?|councillors?|decision (?:made|taken) by|consulted|signature|name)\b.{0,30}(?:consulted|below|above|\]|\)|:)?\s*(?:\[.*\]|\(.*\))?:?$/i

/** Rows of a signature table; the first is the decision maker's. */
export function signatureTable(
  page: Page,
  marks: readonly Mark[],
  toLine: number,
): { rows: Signed[]; maker: Signed | null; present: boolean } {
  const head = marks.find((mark) => {
    const line = page.lines[mark.line]
    return (
      line !== undefined
      && (mark.field === 'signed' || mark.field === 'maker')
      && line.cells.length > 1
      && HEAD.test(page.plain.slice(mark.end, line.end))
    )
  })
  if (head === undefined) return { rows: [], maker: null, present: false }
  const rows: Signed[] = []
  let empty = 0
  for (let index = head.line + 1; index < toLine; index++) {
    const line = page.lines[index]
    if (line === undefined) break
    const cell = line.cells[0]
    if (cell === undefined) {
      if (++empty > 2) break
      continue
    }
    empty = 0
    const words = tidy(page.plain.slice(cell[0], cell[1]))
    const breaks = page.plain.indexOf('\n', line.end)
    const tabbed =
      line.cells.length > 1 || page.plain.slice(line.end, breaks === -1 ? undefined : breaks).includes('\t')
    if (STOP.test(words) || words.length > 120) break
    if (HEAD.test(words) && line.cells.length > 1) continue
    if (/\bconsulted\b/i.test(words) && line.cells.length === 1) continue
    if (GROUP.test(words) && line.cells.length === 1 && /[:\]]$/.test(words)) continue
    // A row left blank, or marked "NA", is no signature.
    if (line.cells.length === 1) {
      if (!tabbed && !makerKindOf(words) && !/spokesperson|member|officer/i.test(words)) break
      continue
    }
    const day = firstDay(page.plain, cell[1], line.end)
    const rest = tidy(page.plain.slice(cell[1], line.end))
    if (day === null && /^(?:n\.?\/?a\.?|not applicable|none|-|–|\s)*$/i.test(rest)) continue
    rows.push({
      role: words.replace(/:$/, ''),
      day: day?.day ?? null,
      at: [cell[0], day === null ? cell[1] : day.at[1]],
      dayAt: day?.at ?? null,
    })
  }
  return { rows, maker: rows[0] ?? null, present: true }
}

/**
 * Rows under a head of columns "… | Signature | Date" that no label leads into. The role is the column headed as a post, or
 * the one that stands before the columns that have heads; a row that names no post is left out.
 */
export function columnsSigned(page: Page, fromLine: number, toLine: number): Signed[] {
  for (let index = fromLine; index < toLine; index++) {
    const head = page.lines[index]
    if (head === undefined || head.cells.length < 2) continue
    const names = head.cells.map((cell) => tidy(page.plain.slice(cell[0], cell[1])))
    if (
      !names.some((name) => /^signatures?$|^signed$/i.test(name))
      || !names.some((name) => /^dated?(?: signed)?$/i.test(name))
    )
      continue
    const post = names.findIndex((name) =>
      /^(?:job title|title|post|position|role|designation|name and (?:post|title|job title))$/i.test(name),
    )
    const rows: Signed[] = []
    for (let below = index + 1; below < toLine; below++) {
      const line = page.lines[below]
      if (line === undefined || line.cells.length < 2) break
      const cell = line.cells[line.cells.length > names.length ? 0 : Math.max(post, 0)]
      if (cell === undefined) break
      const role = tidy(page.plain.slice(cell[0], cell[1]))
      const day = firstDay(page.plain, line.start, line.end)
      if (makerKindOf(role) === null || day === null || day.at[0] < cell[1]) continue
      rows.push({ role, day: day.day, at: [cell[0], day.at[1]], dayAt: day.at })
    }
    return rows
  }
  return []
}

const SIGNED = /^(?:\W{0,3})(?:signed|signature|sign)(?: by| of)?\b[\s:.…_-]*/i

/** "Signed … Date …" lines and certificates: who signed as what, and when. */
export function signedLines(page: Page, fromLine: number, toLine: number): Signed[] {
  const rows: Signed[] = []
  for (let index = fromLine; index < toLine; index++) {
    const line = page.lines[index]
    if (line === undefined || line.start === line.end) continue
    const words = page.plain.slice(line.start, Math.min(line.end, line.start + 300))
    if (!SIGNED.test(words)) continue
    let role: string | null = null
    let at: [number, number] | null = null
    let day = firstDay(page.plain, line.start, line.end)
    // "Signed by: Corporate Director, Children's Services", "Signature and date: Ione Varley, Head of X, 9 March 2026"
    const rest = words
      .replace(SIGNED, '')
      .replace(/^and date\s*[:\s]\s*/i, '')
      .replace(/,?\s*(?:date[d:]?\s*)?\d{1,4}[\s/.-]\S+.*$/i, '')
    const own =
      makerKindOf(rest) === null
        ? null
        : /^[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,2}, (?=\S)/.test(rest)
            && !/^(?:Corporate|Strategic|Executive|Assistant|Director|Head|Chief|Cabinet|Lead|Service)/.test(rest)
          ? rest.slice(rest.indexOf(', ') + 2)
          : rest
    if (own !== null && own.length < 120) {
      role = tidy(own)
      const from = line.start + words.indexOf(own)
      at = [from, from + own.length]
    }
    for (let below = index + 1; below < Math.min(toLine, index + 8); below++) {
      const next = page.lines[below]
      if (next === undefined || next.start === next.end) continue
      const text = page.plain.slice(next.start, next.end)
      if (SIGNED.test(text) || text.length > 200) break
      const dated = /^(?:date(?:d)?|on)\b/i.test(text) || next.cells.length > 1
      if (day === null && dated) day = firstDay(page.plain, next.start, next.end)
      const named =
        /^(?:title|position|post|job title|designation|role|name and title|post held|status)\s*[:\-–\t]\s*(\S.*)$/i.exec(
          text,
        )
      if (named?.[1] !== undefined) {
        role = tidy(named[1])
        const from = next.start + text.indexOf(named[1])
        at = [from, next.start + text.length]
      } else if (
        role === null
        && /^(?:\(?(?:the )?(?:corporate|strategic|executive|assistant|director|head of|chief|cabinet member|leader|deputy leader|portfolio holder|councillor|cllr|monitoring officer|proper officer))/i.test(
          text,
        )
        && text.length < 120
        && !/[.:]$/.test(text)
      ) {
        role = tidy(text).replace(/^\((.*)\)$/, '$1')
        at = [next.start, next.end]
      }
    }
    const above = page.lines.slice(Math.max(fromLine, index - 2), index).findLast((one) => one.cells.length > 1)
    const post = above?.cells[1]
    if (role === null && above !== undefined && post !== undefined && line.cells.length > 1) {
      const label = page.plain.slice(above.start, above.cells[0]?.[1])
      if (/\b(?:decision[- ]?(?:maker|taker)|officer|director|name|post|title)\b/i.test(label)) {
        role = tidy(page.plain.slice(post[0], post[1]))
        at = post
      }
    }
    // "Signed ……… Date ………" over a post is a place for a signature, not one.
    if (day === null && own === null && !/[\p{L}\p{N}]/u.test(words.replace(SIGNED, '').replace(/\bdated?\b/gi, '')))
      continue
    if (role !== null && at !== null) rows.push({ role, day: day?.day ?? null, at, dayAt: day?.at ?? null })
  }
  return rows
}

const CERTIFICATE = /^(?:confirmed as a true record|(?:i|we) certify)/i

/** The certificate's one day stands for all who sign under it: "Decision Maker: The Cabinet" and "Proper Officer: …" under a certificate of a true record. */
export function certificate(page: Page, fromLine: number, toLine: number): Signed[] {
  for (let index = fromLine; index < toLine; index++) {
    const line = page.lines[index]
    if (line === undefined || !CERTIFICATE.test(page.plain.slice(line.start, line.start + 40))) continue
    const rows: Signed[] = []
    for (let below = index; below < Math.min(toLine, index + 5); below++) {
      const next = page.lines[below]
      for (const cell of next?.cells ?? []) {
        const role = /^(decision[- ]maker|proper officer|signed|monitoring officer)\s*:/i.exec(
          page.plain.slice(cell[0], cell[1]),
        )
        if (role?.[1] === undefined || next === undefined) continue
        const own = firstDay(page.plain, next.start, next.end)
        const day = own ?? (rows[0]?.day == null ? null : { day: rows[0].day, at: rows[0].dayAt ?? rows[0].at })
        rows.push({
          role: tidy(role[1]),
          day: day?.day ?? null,
          at: [own === null ? cell[0] : Math.min(cell[0], own.at[0]), cell[1]],
          dayAt: day?.at ?? null,
        })
      }
    }
    return rows
  }
  return []
}
