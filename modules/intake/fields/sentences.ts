/**
 * What a letter or an unlabelled record says in whole sentences: when it was decided, published and takes effect, and why.
 * Used only for what no label says.
 */
import type { Day, Field, Span } from '../reading.ts'
import { firstDay } from '../text/days.ts'
import { valueAt } from '../text/page.ts'
import type { Page } from '../text/page.ts'

const DAYS: readonly { field: 'decidedOn' | 'publishedOn' | 'effectiveFrom'; is: RegExp }[] = [
  {
    field: 'decidedOn',
    is: /\b(?:your|the|my|his|her) decision (?:of|made on|taken on|dated)\s+(?=\d|the \d|[A-Z][a-z]+day)/gi,
  },
  {
    field: 'decidedOn',
    is: /\b(?:met|decided|resolved|agreed|approved|made this decision|took (?:this|the) decision)\s+on\s+(?=\d|the \d|[A-Z][a-z]+day)/gi,
  },
  {
    field: 'decidedOn',
    is: /\b(?:at (?:its|the|a) meeting (?:held )?on|I write to (?:record|confirm) that on|^[ \t]*On|^[ \t]*(?:Cabinet|Executive|Committee|Board|Council) on)\s+(?=\d|the \d|[A-Z][a-z]+day)/gim,
  },
  { field: 'decidedOn', is: /\bdecisions? (?:was|were) (?:taken|made) on\s+(?=\d|the \d|[A-Z][a-z]+day)/gi },
  {
    field: 'publishedOn',
    is: /\b(?:(?:was|is|were|will be) published|published by the council) on\s+(?=\d|the \d|[A-Z][a-z]+day)/gi,
  },
  {
    field: 'effectiveFrom',
    is: /\b(?:takes?|will take|shall take|taking) effect (?:on|from)\s+(?=\d|the \d|[A-Z][a-z]+day)|\b(?:come|comes) into (?:force|effect)(?:,? and (?:may|can|will) (?:then )?be implemented,?)? (?:on|from)\s+(?=\d|[A-Z][a-z]+day)|\b(?:may|can|will) be implemented (?:on|from)\s+(?=\d|[A-Z][a-z]+day)/gi,
  },
]

/** The first day a sentence gives for a field. */
export function dayInSentence(
  page: Page,
  field: 'decidedOn' | 'publishedOn' | 'effectiveFrom',
  from: number,
  to: number,
): Field<Day> | null {
  const text = page.plain.slice(from, Math.min(to, from + 20_000))
  for (const { field: of, is } of DAYS) {
    if (of !== field) continue
    for (const match of text.matchAll(is)) {
      const at = from + match.index + match[0].length
      const found = firstDay(page.plain, at, Math.min(to, at + 45))
      if (found?.day != null) return { value: found.day, at: found.at }
    }
  }
  return null
}

const SENTENCES: readonly { field: 'reasons' | 'alternatives' | 'conflicts'; is: RegExp }[] = [
  {
    field: 'reasons',
    is: /\b(?:(?:his|her|my|our|their|the|its) reasons? (?:for (?:this|the|that) decision )?(?:was|were|is|are)(?: that)?|this (?:was|is) because)\s+([^\n]{10,600}?\.)(?=\s|$)/i,
  },
  {
    field: 'alternatives',
    is: /\b((?:he|she|i|they|cabinet|the (?:cabinet member|leader|cabinet)) (?:had )?(?:also )?considered(?:,)? (?:and rejected|but rejected)\s+[^\n]{5,600}?\.)(?=\s|$)/i,
  },
  {
    field: 'conflicts',
    is: /\b((?:no|there were no) (?:conflicts? of interests?|interests?|declarations? of interests?|conflicts?) (?:(?:were|was|have been|has been|had been) )?(?:declared|made|disclosed|recorded|registered)[^\n.]{0,100}\.)/i,
  },
]

export function sentenceFor(
  page: Page,
  field: 'reasons' | 'alternatives' | 'conflicts',
  from: number,
  to: number,
): Field<string> | null {
  const text = page.plain.slice(from, Math.min(to, from + 20_000))
  for (const { field: of, is } of SENTENCES) {
    if (of !== field) continue
    const match = is.exec(text)
    if (match?.[1] === undefined) continue
    const start = from + match.index + match[0].lastIndexOf(match[1])
    const span: Span = [start, start + match[1].length]
    return valueAt(page, span[0], span[1])
  }
  return null
}
