/** The council a text names as its own. Nothing is inferred from a host name, a ward or a logo that is not text. */
import type { Field } from '../reading.ts'
import type { Page } from '../text/page.ts'

const WORD = "[A-Z][A-Za-z'’-]+"
const NAME = new RegExp(
  `\\b(?:((?:(?:London|Royal|Metropolitan)\\s+)?Borough\\s+(?:Council\\s+)?of\\s+${WORD}(?:\\s+(?:and|&|upon|on|of|the)\\s+${WORD}|[ ]+${WORD}){0,3}`
    + `|(?:City|County|Council\\s+of\\s+the\\s+(?:City|Borough|County))\\s+of\\s+${WORD}(?:[ ]+${WORD})?(?:\\s+Council)?)`
    + `|((?:${WORD}[ ]+(?:(?:and|&|upon|on|of|with|in|the|under|by)[ ]+)?(?:the[ ]+)?|${WORD}-(?:on|upon|in|by|under|le)-){1,6}(?:(?:Metropolitan|City|County|Borough|District|Unitary)[ ]+)*Council))(?![A-Za-z'’]|[ ]+(?:Tax|Programme|Chamber|House|Plan|Procedure|Offices?|Rules|Meeting|Members?|Housing|Homes|Size|Leader|Papers?|Constitution)\\b)`,
  'g',
)
const CAPITALS =
  /^(?:(?:THE )?((?:LONDON |ROYAL |METROPOLITAN )?BOROUGH (?:COUNCIL )?OF [A-Z][A-Z '’&-]{2,40}|(?:CITY|COUNTY) OF [A-Z][A-Z '’&-]{2,30}(?: COUNCIL)?|[A-Z][A-Z '’&-]{2,50} (?:(?:METROPOLITAN|CITY|COUNTY|BOROUGH|DISTRICT) )*COUNCIL))\s*(?:$|[-–:|])/
const SPEAKS_OF_ONE = /\b(?:BY|DECISIONS?|MEETING|RECORD|REGULAR|LEADER|REPORT|NOTICE|MINUTES|AGENDA|TAKEN|MADE|FULL)\b/
/** Words that stand before "Council" and name no place, and bodies of that name that are no local authority. */
const KIND =
  /^(?:The|This|Our|Your|Full|Each|Every|Any|Extraordinary|Annual|Shadow|Metropolitan|City|County|Borough|District|Unitary|Town|Parish|Community|Leader|Council|Arts|British|Design|Youth|Schools?|Health|Research|Privy|Student|World|European|Medical|Nursing|General|Independent|Local|National|All|Other|Former|Members?|By|In|At|On|For|To|And|Of|With|From|As|If|When|Where|Civil|Works|Joint|Advisory|Bar|Engineering|Regional|Children|Recommend|Recommends|Recommended|That|Cabinet|Executive|Under|Website|Welcome|Contact|Search|Home|Visit|About|Decision|Decisions|Notice|Agenda|Report|Record|Statement|Councillor|Director|Officer|Whether|Since|Following|Support|Young|People|Carers|Partnership|Tenants|Residents|Faith|Church|Environment|Science|Trust|Press|Future|Best|New|Is|Are|Was|Were|Has|Have|Any|No|Not|An|A|Dear|However|Although|While|After|Before|Because|Both|Within|Through|Between|Nothing|It|Budget|Medium|Constitution|Approval|Appropriate|Notes?|Approves?|Agrees?)$/i
const NOT_COUNCILS =
  /\b(?:Parish|Youth|Arts|British|Research|Town|Community|Children['’]?s?|Carers['’]?|People['’]?s?|Health|Schools?|Faiths?|Residents['’]?|Tenants['’]?|Students['’]?|Privy|Safety|Design|Medical|Sports?|Citizens['’]?|Advisory|Works|Nations|Security|Care|Dental|Teaching|Parents['’]?|Patients['’]?|Users['’]?|Members['’]?) Council$/i

/** "Larkshire County Council" of "The Larkshire County Council"; null when nothing but a kind of council is left. */
function properName(found: string): string | null {
  const words = found.split(' ')
  const borough = /^(?:London |Royal |Metropolitan )?Borough |^(?:City|County|Council) (?:Council )?of /i.test(found)
  if (!borough) while (words.length > 0 && KIND.test(words[0] ?? '')) words.shift()
  const name = words.join(' ')
  if (
    name === ''
    || /^(?:(?:Metropolitan|City|County|Borough|District|Unitary|Town|and|of|the) ?)*Council$/i.test(name)
  )
    return null
  if (NOT_COUNCILS.test(name)) return null
  return name
}

const OTHER_PARTY =
  /\b(?:with|from|and|by|neighbouring|including|alongside|between|than|like|or|against|other|e\.g\.|both|to|for)\s+(?:the\s+)?$/i

type Seen = { name: string; own: number; at: [number, number] }

/** The council named, preferring the first lines, then the one named most; null when several vie or none is named. */
export function councilIn(page: Page, from: number, to: number): Field<string> | null {
  const tally = new Map<string, Seen>()
  const see = (name: string, at: [number, number], weight: number) => {
    const key = name.toLowerCase().replace(/\s*&\s*/g, ' and ')
    const known = tally.get(key)
    if (known === undefined) tally.set(key, { name, own: weight, at })
    else known.own += weight
  }
  let seen = 0
  for (const line of page.lines) {
    if (line.start < from || line.start === line.end) continue
    if (line.start >= to || ++seen > 12) break
    const capitals = CAPITALS.exec(page.plain.slice(line.start, Math.min(line.end, line.start + 120)))
    if (capitals?.[1] === undefined || SPEAKS_OF_ONE.test(capitals[1])) continue
    const name = properName(capitals[1].trim())
    const start = page.plain.indexOf(capitals[1], line.start)
    if (name !== null) see(name, [start + capitals[1].indexOf(name), start + capitals[1].trim().length], 4)
  }
  const text = page.plain.slice(from, Math.min(to, from + 100_000))
  for (const match of text.matchAll(NAME)) {
    const printed = match[1] ?? match[2]
    if (printed === undefined) continue
    const name = properName(printed.replace(/\s+/g, ' ').trim())
    if (name === null) continue
    const end = from + match.index + match[0].length
    const first = name.split(' ')[0] ?? name
    const start =
      from + match.index + Math.max(0, match[0].indexOf(first, Math.max(0, match[0].length - name.length - 8)))
    const before = text.slice(Math.max(0, match.index - 20), match.index)
    // "with Hexworth City Council" in a sentence names a partner; at the head of the page nothing does.
    see(name, [start, end], match.index < 250 ? 3 : OTHER_PARTY.test(before) ? 0 : 1)
  }
  const ranked = [...tally.values()].filter(({ own }) => own > 0).sort((one, two) => two.own - one.own)
  const [first, second] = ranked
  if (first === undefined || (second !== undefined && second.own === first.own)) return null
  return { value: first.name, at: first.at }
}
