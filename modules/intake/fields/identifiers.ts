/** References: what a token must look like to be one, and how they sit around a title. */
import type { Field } from '../reading.ts'

const TOKEN =
  '(?:[A-Z]{1,8}[ ]?(?:\\d{1,4}/\\d{2,4}[ ]?)?\\d{1,8}|[A-Z0-9]{1,10}(?:[/._-][A-Z0-9]{1,10}){1,5}|\\d{2,4}[/-]\\d{1,6}(?:[/-]\\d{1,6})?|[A-Z]{1,4}\\d{2,8}[A-Z]?|\\d{3,10})'
const BEFORE_TITLE = new RegExp(`^(\\(?${TOKEN}\\)?)(?:\\s+\\(\\d{2}/\\d{2}\\))?\\s*(?:[-–—:]|\\s{2,})\\s*(?=\\S)`)
const AFTER_TITLE = new RegExp(
  `\\s*(?:[-–—:]\\s*|\\(\\s*(?:(?:[Ff]orward [Pp]lan )?[Rr]ef(?:erence)?\\.?(?: no\\.?)?:?\\s*|[Dd]ecision(?: no\\.?| ref\\.?)?:?\\s*|report(?: no\\.?)?:?\\s*)?)(${TOKEN})\\s*\\)?\\s*$`,
)
/** "Call-in of decision 24/00077 - …" */
const CALLED = /^call-?in of (?:executive )?decision\s+([A-Z0-9][\w/]*\/[\w/]+|[A-Z]{2,6} \d{2}\/\d{2} \d+)\s*[-–:]\s*/i
/** A reference of three parts needs no dash before it either. */
const SPACED = /(?<![-–—:])\s+([A-Z]{2,6}\d{0,4}\/[A-Z]{2,6}\/\d{1,4})\s*$/
const YEARED = /\s+(?:[-–—]\s*)?\(?([A-Z]{2,6}\d{1,5} \(\d{2}\/\d{2}\))\)?\s*$/
/** A reference of three parts needs no dash after it: "DEL/2020/15 Closure of …". */
const SLASHED =
  /^([A-Z]{1,3}\d{4,6}|\d{2}\/\d{2}-\d{1,4}|[A-Z]{2,6}\/[A-Z0-9-]{1,10}\/\d{1,6}|[A-Z]{2,6}\/\d{3,6}(?:\/\d{1,4})?)\s+(?=[A-Z])/
const LIST_REF = /\s+ref:\s*([A-Za-z0-9][\w/().-]*)/
const DATE = /^\d{1,2}([/.-])\d{1,2}\1\d{2,4}$|^(?:19|20)\d{2}[/-]\d{2,4}$|^(?:19|20)\d{2}$|^\d{2}\/\d{2}$/

export type Titled = { title: [number, number]; identifiers: Field<string>[] }

/** A printed title taken apart: its own words, and the references before and after them. */
export function titleParts(plain: string, start: number, end: number): Titled {
  const identifiers: Field<string>[] = []
  let [from, to] = [start, end]
  const listed = LIST_REF.exec(plain.slice(from, to))
  if (listed?.[1] !== undefined) {
    const at = from + listed.index + listed[0].length - listed[1].length
    identifiers.push({ value: listed[1], at: [at, at + listed[1].length] })
    to = from + listed.index
  }
  const spaced = SPACED.exec(plain.slice(from, to))
  if (spaced?.[1] !== undefined) {
    const at = from + spaced.index + spaced[0].indexOf(spaced[1])
    identifiers.push({ value: spaced[1], at: [at, at + spaced[1].length] })
    to = from + spaced.index
  }
  const yeared = YEARED.exec(plain.slice(from, to))
  if (yeared?.[1] !== undefined) {
    const at = from + yeared.index + yeared[0].indexOf(yeared[1])
    identifiers.push({ value: yeared[1], at: [at, at + yeared[1].length] })
    to = from + yeared.index
  }
  const slashed = SLASHED.exec(plain.slice(from, Math.min(to, from + 40)))
  if (slashed?.[1] !== undefined && !DATE.test(slashed[1])) {
    identifiers.push({ value: slashed[1], at: [from, from + slashed[1].length] })
    from += slashed[0].length
  }
  const called = CALLED.exec(plain.slice(from, Math.min(to, from + 90)))
  if (called?.[1] !== undefined) {
    const at = from + called[0].indexOf(called[1])
    identifiers.push({ value: called[1], at: [at, at + called[1].length] })
    from += called[0].length
  }
  const before = BEFORE_TITLE.exec(plain.slice(from, Math.min(to, from + 60)))
  if (before?.[1] !== undefined && !DATE.test(before[1]) && /\d/.test(before[1]) && from + before[0].length < to) {
    const token = before[1].replace(/^\(|\)$/g, '')
    const at = from + before[0].indexOf(token)
    identifiers.push({ value: token, at: [at, at + token.length] })
    from += before[0].length
  }
  const after = AFTER_TITLE.exec(plain.slice(Math.max(from, to - 80), to))
  if (after?.[1] !== undefined && !DATE.test(after[1]) && /\d/.test(after[1]) && reference(after[1])) {
    const base = Math.max(from, to - 80)
    const at = base + after.index + after[0].indexOf(after[1])
    if (base + after.index > from) {
      identifiers.push({ value: after[1], at: [at, at + after[1].length] })
      to = base + after.index
    }
  }
  return { title: [from, to], identifiers }
}

/** Whether a token after a title can only be a reference: "JAN14/CMDN/01" or "01104424" is, "2025" or "3" is not. */
function reference(token: string): boolean {
  return /[/]/.test(token) || /^[A-Z]{1,8}[ -]?\d{2,}/.test(token) || /^\d{5,}$/.test(token)
}

/** The references in the value of a reference label: usually the whole value, without trailing words. */
/** "EDN 2023/44 (Forward Plan Ref: 2023/232)" gives two. */
export function referenceValues(words: string): string[] {
  const second =
    /^(.*?)\s*[(;,]\s*(?:[A-Za-z ]{0,30}\b(?:ref(?:erence)?|no|number)\.?:?\s*)([A-Z0-9][\w/.-]*)\)?\s*$/i.exec(words)
  const parts =
    second?.[1] !== undefined && second[2] !== undefined && /\d/.test(second[1]) ? [second[1], second[2]] : [words]
  return parts.map(referenceValue).filter((value) => value !== null)
}

export function referenceValue(words: string): string | null {
  const text = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[:\-–#]+\s*/, '')
    .replace(/^\((.*)\)$/, '$1')
    .trim()
  if (!/\d/.test(text) || text.length > 60) return null
  if (/^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(text)) return null
  return text
}
