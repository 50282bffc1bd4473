/** Posts: where a list of posts ends in a sentence, and where one post in it ends and the next begins. */
import { tidy } from './page.ts'

const NOUN =
  '(?:Directors?|Officers?|Members?|Leaders?|Heads?|Managers?|Executives?|Solicitors?|Secretary|Secretaries|Chairs?|Chairmen'
  + '|Chairman|Chairperson|Holders?|Treasurer|Mayor|Councillors?|Cllrs?\\.?|Commissioners?|Leads?|Cabinet|Committee|Board|Panel|Group|Team'
  + '|Counsel|Nurse|Accountant|Auditor|Registrar|Spokespersons?|DASS|DCS|Deputy|Deputies|Partner)'
const POST_NOUN = new RegExp(`\\b${NOUN}\\b`, 'i')
/** The words before a post's noun: "the Interim Strategic Director". */
const HEAD = new RegExp(
  "^(?:(?:the|relevant|appropriate|respective|their|his|her|its|council'?s?|councils|(?:[a-z]+\\s+)?[a-z]+['’]s)\\s+)*"
    + '(?:(?:Corporate|Strategic|Executive|Assistant|Deputy|Interim|Acting|Service|Group|Divisional|Chief|Cabinet|Portfolio|Lead|City|County'
    + '|Borough|Monitoring|Section|S\\.?\\s?151|Managing|Associate|Senior|Operational|Proper|Statutory|Vice[- ]?|Council|Elected|Town|Joint|Head'
    + '|Legal|Finance|Financial|Operations|Commissioning|Procurement|Commercial|Resources|Programme|Democratic|Local|Ward|Shadow|Regional|Area|Contracts?'
    + '|Director|Leader|Mayor|Treasurer|Councillors?|Cllrs?|Solicitor|151|Principal|Integrated|General|Opposition|Departmental|Nominated|Designated)\\s*[-/]?\\s*)*'
    + '(?:Directors?|Officers?|Members?|Leaders?|Heads?|Managers?|Executives?|Solicitors?|Secretar(?:y|ies)|Chairs?|Chairm[ae]n|Chairperson'
    + '|Holders?|Treasurer|Mayor|Councillors?|Cllrs?\\.?|Commissioners?|Leads?|Cabinet|Committee|Counsel|Nurse|Partner|Monitoring Officer|Registrar|DASS|DCS'
    + '|Spokespersons?|officers|Services Manager|Team)\\b',
  'i',
)
/** Roles held along with a post; after a bare "and" they belong to the post before them, after "and the" they do not. */
const HELD_ALONG =
  /^(?:section|s\.?)\s?151|^monitoring officer|^deputy chief executive|^chief finance officer\b|^deputy leader|^returning officer|^senior responsible|^deputy monitoring/i
const LEADER = /(?:^|\b)(?:deputy |council )?(?:leader|mayor)(?: of the council)?$/i

/** Where a list of posts beginning at `from` ends: at the verb, the next condition, or the end of the sentence. */
const END = new RegExp(
  '(?:,?\\s+(?:and\\s+|or\\s+)?(?:to(?!\\s+the\\s+(?:Chief Executive|Director|Leader)\\b)|in (?:full |close |prior )?[Cc]onsultation|in [Cc]onjunction|in liaison|in agreement|in discussion|following|after|having|subject to|who|whom'
    + '|acting (?:in|under|on|within|through|as|with|after)|with (?:the )?(?:prior |written )?(?:agreement|approval|consent|advice) of|under|pursuant|within|provided|as set out|as detailed|as described|as outlined|as appropriate|as necessary|as required|where|when|whether'
    + '|on behalf|be|is|are|was|were|will|shall|may|has|have|that|which|in respect|in relation|in accordance|in line|in order|with (?!responsib|the [A-Z])|by|if|until|upon|via|through|because'
    + '|on the|on any|on all|on matters|regarding|concerning|so that|including|at the|from|using|during|prior|before|once|should|can|authoris\\w+|approv\\w+|agree\\w*|award\\w*|finalis\\w+|delegat\\w+ (?:authority|powers?)|authority (?:to|be|is)|powers? be|[A-Z]{4,}(?:ED|SE|VE|TE)|the (?:choice|power|authority|decision|award|letting|task|responsibility|setting|terms|details|final|approval|exercise|implementation|drafting)|of the power|note\\w*|determin\\w+|enter\\w*|mak(?:e|ing)|undertak\\w+'
    + '|for (?:the|any|all|a|an|each|this|these|such|that|its|their)\\s+[a-z]|for [a-z]+ing\\b|for (?:future|final|further|minor|consideration|approval|decisions?|determination|implementation|negotiation))\\b)'
    + '|[;?!]|[.](?=\\s|$)(?<!\\b(?:Cllr|Mr|Mrs|Ms|Dr|S|s|St)\\.)|:(?=\\s*(?:$|[-•(a-z0-9]))|,\\s*(?=(?:to|the [a-z]+ing|the (?:terms|award|contract|final|detail|decision|approv|implement|necessary|authority|exercise))\\b)|\\n\\s*\\n|[–—-]\\s+(?=to\\b)|\\s\\((?:a|i|1)\\)\\s',
)

/** The end of the run of posts that begins at `from`, never beyond `to`. */
export function postsEnd(plain: string, from: number, to: number): number {
  // What stands in brackets belongs to the post before it, whatever it says: "(or their delegate)".
  const run = plain
    .slice(from, Math.min(to, from + 600))
    .replace(/\([^()]{0,120}\)/g, (found) =>
      /^\((?:a|b|i|ii|1|2)\)$/.test(found) ? found : `(${'_'.repeat(found.length - 2)})`,
    )
  const end = END.exec(run)
  return from + (end === null ? run.length : end.index)
}

const CONJUNCTION =
  /\s*,?\s+(?:and\s*\/\s*or|and|or|plus|together with|as well as|&)\s+(?:also\s+)?(?:with\s+)?(?:to\s+)?|\s*[,;]\s+(?:and\s+)?(?:with\s+)?|\s+and\s*\/\s*or\s+/gi

/** The posts of a run such as "the Director of X and the Cabinet Member for Y": each as printed, without its article. */
export function splitPosts(run: string): string[] {
  const text = tidy(run)
    .replace(
      /,?\s+[-–]\s+(?=(?:the\s+)?(?:Interim|Acting|Corporate|Strategic|Executive|Director|Head|Cabinet|Assistant)\b)/g,
      ', ',
    )
    .replace(/^(?:both|either|with|to|by)\s+/i, '')
  const parts: string[] = []
  let from = 0
  let depthAt = 0
  let depth = 0
  for (const match of text.matchAll(CONJUNCTION)) {
    while (depthAt < match.index) {
      const code = text.charCodeAt(depthAt)
      if (code === 40) depth++
      else if (code === 41) depth = Math.max(0, depth - 1)
      depthAt++
    }
    if (depth > 0) continue
    const left = text.slice(from, match.index)
    const right = text.slice(match.index + match[0].length)
    if (!POST_NOUN.test(left) || !HEAD.test(right)) continue
    const article = /^(?:the|relevant|appropriate)\b/i.test(right)
    const comma = match[0].trim().startsWith(',') || match[0].trim().startsWith(';')
    if (!article && !comma && HELD_ALONG.test(right)) continue
    if (!article && !comma && LEADER.test(left) && /^(?:cabinet|executive|portfolio|lead)\b/i.test(right)) continue
    if (/^(?:their|his|her) /i.test(right)) continue
    if (/^cabinet$/i.test(left.trim()) && /^(?:member|portfolio|lead)/i.test(right)) continue
    parts.push(left)
    from = match.index + match[0].length
  }
  parts.push(text.slice(from))
  return parts
    .map((part) =>
      part
        .replace(/^(?:(?:both|the|with|to|and|or)\s+)+/i, '')
        .replace(
          /\s*\(?\s*\bor (?:their|his\/her|his|her|its|the) (?:delegate|delegated officer|nominee|nominated \w+|representative|successor)s?\b\s*\)?(?:\s*\([^()]*\))?\s*$/i,
          '',
        )
        .replace(/[\s,;:.–-]+$/, '')
        .trim(),
    )
    .filter((part) => part !== '' && part.length <= 200)
}

/** Whether a run begins with a post: "the Director of X", "Head of Legal", "Mayor". */
export function beginsPost(run: string): boolean {
  return (
    HEAD.test(run.trim())
    || (/^(?:the\s+)?[A-Z]/.test(run.trim()) && POST_NOUN.test(run.split(/\s+/).slice(0, 7).join(' ')))
    || /^(?:the\s+|relevant\s+|appropriate\s+)*officers\b/i.test(run.trim())
  )
}

/** Whether a run names a post at all: "the Director of X" does, "the budget" does not. */
export function namesPost(run: string): boolean {
  return POST_NOUN.test(run) || /\bofficers?\b/i.test(run)
}
