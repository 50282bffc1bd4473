/** The council a text names as its own. Nothing is inferred from a host name, a ward or a logo that is not text. */
import type { Field } from '../reading.ts'
import type { Page } from '../text/page.ts'

const WORD = "[A-Z][A-Za-z'’-]+"
const NAME = new RegExp(
  `\\b(?:(?:the\\s+)?((?:(?:London|Royal)\\s+Borough\\s+of|City\\s+of|Council\\s+of\\s+the)\\s+${WORD}(?:\\s+(?:and|&|upon|on|of|the)\\s+${WORD}|\\s+${WORD}){0,3})`
  + `|(${WORD}(?:[ ]+(?:and|&|upon|on|of|with|in|the|under|by)[ ]+${WORD}|[ ]+${WORD}|-${WORD}){0,5}[ ]+(?:(?:Metropolitan|City|County|Borough|District|Unitary|Town)[ ]+)*Council))(?![A-Za-z])`,
  'g',
)
const KIND = /^(?:The|This|Our|Your|Full|Each|Every|Any|Extraordinary|Annual|Shadow|Metropolitan|City|County|Borough|District|Unitary|Town|Parish|Community|Leader|Council|Arts|British|Design|Youth|Schools?|Health|Research|Privy|Student|World|European|Medical|Nursing|General|Independent|Local|National|All|Other|Former|Members?|By|In|At|On|For|To|And|Of|With|From|As|If|When|Where|Former|Civil|Works|Joint|Advisory|Bar|Engineering|Regional|Children|Recommend|Recommends|Recommended|That|Cabinet|Executive|Under)$/

/** "Larkshire" of "The Larkshire County Council"; null when nothing but kinds of council is left. */
function properName(found: string): string | null {
  const words = found.split(/\s+/)
  while (words.length > 0 && KIND.test(words[0] ?? '') && !/^(?:City|Council|London|Royal)\s+(?:of|Borough)/.test(words.join(' '))) words.shift()
  const name = words.join(' ')
  if (/^(?:Metropolitan |City |County |Borough |District |Unitary |Town )*Council$/.test(name)) return null
  return /\b(?:Parish|Youth|Arts|British|Research|Town) Council$/.test(name) || name === '' ? null : name
}

const OTHER_PARTY = /\b(?:with|from|and|by|neighbouring|including|alongside|between|than|like|or|against|other|of|e\.g\.|both)\s+(?:the\s+)?$/i

/** The council named, preferring the first lines, then the one named most; null when several vie or none is named. */
export function councilIn(page: Page, from: number, to: number): Field<string> | null {
  const text = page.plain.slice(from, Math.min(to, from + 200_000))
  const tally = new Map<string, { name: string; count: number; own: number; at: [number, number] }>()
  for (const match of text.matchAll(NAME)) {
    const printed = match[1] ?? match[2]
    if (printed === undefined) continue
    const name = properName(printed.replace(/\s+/g, ' '))
    if (name === null) continue
    const end = from + match.index + match[0].length
    const start = end - (match[0].length - match[0].lastIndexOf(name.split(' ')[0] ?? name, match[0].length))
    const before = text.slice(Math.max(0, match.index - 20), match.index)
    const other = OTHER_PARTY.test(before)
    const key = name.toLowerCase().replace(/\s*&\s*/g, ' and ')
    const known = tally.get(key)
    const own = (other ? 0 : 1) + (match.index < 400 ? 2 : 0)
    if (known === undefined) tally.set(key, { name, count: 1, own, at: [start, end] })
    else {
      known.count++
      known.own += own
    }
  }
  const ranked = [...tally.values()].filter(({ own }) => own > 0).sort((one, two) => two.own - one.own)
  const [first, second] = ranked
  if (first === undefined || (second !== undefined && second.own === first.own)) return null
  return { value: first.name, at: first.at }
}
