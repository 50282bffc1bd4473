/** What kind of decision maker a name names. */
import type { MakerKind } from '../reading.ts'

const MEMBER =
  /\b(?:(?:cabinet|executive|lead|board)[\s-]+(?:members?|councillors?|lead|secretary|advis[eo]r)|portfolio[\s-]*holders?|(?:deputy )?leader\b|councillor|cllr|elected mayor|(?:^|the )mayor|deputy mayor|cabinet portfolio|member for|mayor of)\b/i
const OFFICER =
  /\b(?:directors?|officers?|head of|heads of|chief executive|manager|solicitor|treasurer|section 151|s151|town clerk|chief operating|commissioner|dass|lead for|managing|returning|superintendent|registrar|director[- ]general)\b/i
const COMMITTEE =
  /\b(?:(?:sub-?|joint )?committee|panel|board|forum|commission|working group|sub-committees?|partnership|trustees?)\b/i
const CABINET =
  /^(?:the\s+)?(?:(?:mayor (?:and|in)|leader and|council'?s?|county|city|borough|district|joint|shadow)\s+)*(?:cabinet|executive|executive cabinet|cabinet collective|executive board|strategy and resources cabinet|policy cabinet|mayor and cabinet|leader and cabinet|leader and executive)(?:\s*(?:\([^)]*\)|meeting|collectively|members|collective))?$/i
const COUNCIL = /^(?:the )?(?:[\w'’&-]+ ){0,7}council$/i

/** The kind of maker a printed name or title names, or null when it does not tell. */
export function makerKindOf(printed: string): MakerKind | null {
  const name = printed.replace(/\s+/g, ' ').trim()
  if (CABINET.test(name)) return 'cabinet'
  if (
    COUNCIL.test(name)
    && !/\b(?:leader|mayor|members?|director|officer|chair\w*|executive of|head|holder)\b/i.test(name)
  )
    return 'council'
  const officerFirst = OFFICER.exec(name)
  const memberFirst = MEMBER.exec(name)
  if (/\bcommittee\b|\bsub-?committee\b/i.test(name) && !/^(?:chair|vice)/i.test(name)) return 'committee'
  if (memberFirst !== null && (officerFirst === null || memberFirst.index <= officerFirst.index)) return 'member'
  if (officerFirst !== null) return 'officer'
  if (/\b(?:cabinet|executive)\b/i.test(name) && !COMMITTEE.test(name)) return 'cabinet'
  if (COMMITTEE.test(name)) return 'committee'
  if (/\bcouncil$/i.test(name)) return 'council'
  return null
}
