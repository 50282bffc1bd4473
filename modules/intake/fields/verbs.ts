/** The operative verb of a clause, in the field's words: what its grammar does, not what its nouns are. */
import type { Verb } from '../reading.ts'

const STEMS: readonly { verb: Verb; stem: string }[] = [
  { verb: 'recommend', stem: 'recommend(?:s|ed|ing)?' },
  { verb: 'delegate', stem: 'delegat(?:e|es|ed|ing)|sub-?delegat(?:e|es|ed)' },
  { verb: 'authorise', stem: 'authori[sz](?:e|es|ed|ing)|empower(?:s|ed)?|permit(?:s|ted)?' },
  { verb: 'approve', stem: 'approv(?:e|es|ed|ing)|adopt(?:s|ed)?|ratif(?:y|ies|ied)|sanction(?:s|ed)?' },
  {
    verb: 'agree',
    stem: 'agree[sd]?|agreeing|endors(?:e|es|ed|ing)|support(?:s|ed)?|accept(?:s|ed|ing)?|concur(?:s|red)?',
  },
  { verb: 'note', stem: 'not(?:e|es|ed|ing)|acknowledg(?:e|es|ed)|receiv(?:e|es|ed)' },
  { verb: 'consider', stem: 'consider(?:s|ed|ing)?' },
  { verb: 'refuse', stem: 'refus(?:e|es|ed)|reject(?:s|ed)?|declin(?:e|es|ed)' },
  { verb: 'defer', stem: 'defer(?:s|red)?|postpon(?:e|es|ed)|adjourn(?:s|ed)?' },
]
const ANY = STEMS.map(({ stem }) => stem).join('|')
const WHICH = STEMS.map(({ verb, stem }) => ({ verb, is: new RegExp(`^(?:${stem})$`, 'i') }))

function verbFor(word: string): Verb {
  return WHICH.find(({ is }) => is.test(word))?.verb ?? 'other'
}

/** Who may stand before the verb: "That the Cabinet", "The Cabinet Member for X has", "I hereby". */
const WHO =
  '(?:(?:the|this)\\s+)?(?:members? of the\\s+)?(?:cabinet member|lead member|portfolio holder|executive member|executive councillor|cabinet|executive|council|full council|county council|city council|committee|sub-?committee|board|panel|leader|deputy leader|mayor|elected mayor|councillor|cllr|director|corporate director|strategic director|executive director|assistant director|chief executive|head of|chief officer|service director|group director|interim|acting|managing director|deputy|meeting|members?|i|we|he|she|they|city solicitor|monitoring officer|assets?|[a-z]+ (?:director|officer|manager|lead)|[a-z]+ [a-z]+ lead)\\b'
const START = new RegExp(
  `^(?:(?:it (?:was|is|be)|was|is|has been)\\s+)?(?:that\\b[\\s:,]*)?(?:${WHO}[^.;:]{0,160}?[\\s:,])?(?:(?:hereby|also|formally|unanimously|therefore|has|have|had|do|does|did|and|be asked to|be requested to|be recommended to|is asked to|are asked to|jointly|either|both|further|in principle|retrospectively|having considered .{0,200}?,)\\s+)*(?:to\\s+)?(?:(?:formally|hereby|unanimously|retrospectively|jointly|further|also|individually|fully)\\s+)*(${ANY})\\b`,
  'i',
)
const AUTHORITY =
  /^(?:that\b[\s:,]*)?(?:to\s+)?(?:(?:give|gives|gave|given|grant|grants|granted|provide|provides|confer)\s+)?(?:full\s+)?(?:delegated (?:authority|powers?|responsibility|approval)|delegation|authority|powers?|responsibility)\b(?:[^.;]{0,80}?\b(?:be|is|are|was|been)\s+(?:hereby\s+)?(delegated|given|granted|authorised|approved))?/i
const APPROVAL =
  /^(?:that\b[\s:,]*)?(?:to\s+)?(?:(?:give|gives|gave|grant|grants|granted)\s+)?(?:formal |in principle |retrospective |final )?(?:approval|consent|permission|agreement)\b/i
const PASSIVE = new RegExp(
  `\\b(?:be|is|are|was|were|been|being)\\s+(?:(?:hereby|formally|also|therefore|duly|fully|retrospectively|given|granted)\\s+)*(${ANY})\\b`,
  'gi',
)
const PASSIVE_DELEGATION =
  /\b(?:be|is|are|was|been)\s+(?:hereby\s+)?(?:given|granted|gives)?\s*(?:full\s+)?delegated\s+(?:the\s+)?(?:authority|powers?|responsibility)\b|\bdelegated (?:authority|powers?|responsibility|approval)(?: (?:be|is|are))?\s+(?:given|granted)|\b(?:authority|powers?|responsibility|decisions?|approval|award)\b[^.;]{0,200}\b(?:be|is|are|been)\s+(?:hereby\s+)?delegated\b/i
const RECOMMENDATION =
  /^(?:that\s+)?(?:the\s+)?(?:officers?['’]?\s+)?recommendations?\b[^.]{0,120}?\b(agreed|approved|accepted|adopted|endorsed|noted|rejected|supported)\b/i

/** The verb a clause is ruled by; `lead` is what the words that introduced it said ("Agreed to:"), used when it has none. */
export function verbOf(clause: string, lead: Verb | null): Verb {
  // A condition or recital before the verb is not the verb: "Subject to 1. above, authorises …".
  const text = clause
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 1_500)
    .replace(
      /^(that,? )?(?:subject to|having (?:(?:first|duly) )?(?:had regard|considered|regard|consulted|taken|sought|received)|in (?:the )?light of|in (?:full )?consultation with|after consult\w+(?: with)?|following|pursuant to) [^,;]{1,160}, (?=(?:to )?[a-z]+)/i,
      '$1',
    )
  if (/\bbe not (?:approved|agreed|supported|accepted)\b/i.test(text)) return 'refuse'
  if (/\bbe (?:postponed|put off|deferred|adjourned)\b/i.test(text)) return 'defer'
  if (/^(?:gave|gives?) the [A-Z][^.;]{3,120}? authority to\b/.test(text)) return 'delegate'
  if (/^not (?:approved|agreed|supported|accepted)\b/i.test(text)) return 'refuse'
  const recommendation = RECOMMENDATION.exec(text)
  if (recommendation?.[1]) return verbFor(recommendation[1])
  const authority = AUTHORITY.exec(text)
  if (authority !== null) {
    const granted = authority[1]?.toLowerCase()
    if (
      /^(?:that\b[\s:,]*)?(?:to\s+)?(?:(?:give|grant|provid|confer)\w*\s+)?(?:full\s+)?(?:delegated|delegation)/i.test(
        text,
      )
    )
      return 'delegate'
    if (granted === 'approved') return 'approve'
    if (granted === 'delegated') return 'delegate'
    if (/\bdelegat/i.test(text.slice(0, 120))) return 'delegate'
    if (granted !== undefined || /^(?:to\s+)?(?:give|grant)/i.test(text)) return 'authorise'
  }
  if (APPROVAL.test(text)) return 'approve'
  if (
    /^(?:that\b|the\b|[A-Z])/i.test(text)
    && PASSIVE_DELEGATION.test(text)
    && !new RegExp(`^(?:to\\s+)?(?:${ANY})\\b`, 'i').test(text)
    && !/\b(?:agreed|approved|resolved|noted)\b/i.test(text.slice(0, 120))
  )
    return 'delegate'
  const start = START.exec(text)
  if (start?.[1]) {
    const verb = verbFor(start[1])
    // "Agreed to delegate authority", "approve the delegation of authority": the act itself is the delegation.
    const rest = text.slice(start.index + start[0].length, start.index + start[0].length + 60)
    if (verb === 'agree' || verb === 'approve') {
      if (
        /^\s*(?:(?:to\s+)?(?:give|grant|provide)\s+)?(?:to\s+)?(?:delegate|the delegation of|delegated (?:authority|powers?)|delegation (?:of|to))\b/i.test(
          rest,
        )
      )
        return 'delegate'
      const next = new RegExp(`^\\s*to\\s+(${ANY})\\b`, 'i').exec(rest)
      if (next?.[1]) return verbFor(next[1])
    }
    const passive = /^that\b/i.test(text)
      ? [...text.matchAll(PASSIVE)].findLast((found) => /^be\b/i.test(found[0]))
      : undefined
    if (passive?.[1] && start[0].length > 40 && passive.index > start[0].length) return verbFor(passive[1])
    return verb
  }
  if (PASSIVE_DELEGATION.test(text)) return 'delegate'
  const passives = [...text.matchAll(PASSIVE)]
  // The main verb of "That the X, which was approved in May, be noted" is the one that follows a bare "be".
  const main = passives.find((found) => /^be\b/i.test(found[0])) ?? passives[0]
  if (main?.[1] && (/^that\b/i.test(text) || /^be\b/i.test(main[0]) || lead === null)) return verbFor(main[1])
  // An act of its own ("Award places …" under "has agreed to:") is not ruled by the words that introduce it.
  return lead === null || ACT.test(text) || (lead === 'approve' && /^that\b/i.test(text)) ? 'other' : lead
}

/** Whether words tell what happened at a meeting, and so decide nothing. */
export function narrative(words: string): boolean {
  return NARRATIVE.test(words.replace(/\s+/g, ' ').trim().slice(0, 300))
}

/** Whether words begin as a decision does: "That …", "To approve …", "Approved …", "The Cabinet agreed …". */
export function operative(words: string): boolean {
  const text = words.replace(/\s+/g, ' ').trim().slice(0, 800)
  if (NARRATIVE.test(text)) return false
  if (RECOMMENDATION.test(text) || APPROVAL.test(text)) return true
  if (/^that\b(?! (?:is|was|said|would)\b)/i.test(text)) return true
  const start = START.exec(text)
  if (start?.[1]) {
    const verb = verbFor(start[1])
    if (/^receiv/i.test(start[1])) return false
    const past =
      /^(?:the|cabinet|members|i|we|he|she|they)\b/i.test(text) && (verb === 'consider' || /^received$/i.test(start[1]))
    if (past) return false
    return true
  }
  const authority = AUTHORITY.exec(text)
  if (authority !== null && (authority[1] !== undefined || /delegat|^(?:to )?(?:give|grant)/i.test(text.slice(0, 40))))
    return true
  if (PASSIVE_DELEGATION.test(text)) return true
  return ACT.test(text)
}

const NARRATIVE =
  /^this (?:report|paper|proposal|request)\b|^(?:the\s+)?(?:cabinet member|lead member|executive member|executive councillor|scrutiny|vice|deputy|portfolio holder|leader|chair(?:man)?|councillor|cllr|director|head|mayor|committee|cabinet|executive|members?|officers?|board|panel|report|a report|mr|mrs|ms|dr)\b[^.;:]{0,120}?\b(?:introduced|presented|considered (?:a|the|an) |received (?:a|the|an) |discussed|thanked|explained|reported|advised|said|asked|stated|outlined|highlighted|moved|seconded|had (?:before|received)|gave|responded|commented|queried|sought|was asked|were asked|were advised|were informed|raised|expressed|felt)\b/i
/** Other acts a council does by a decision. */
const ACT =
  /^(?:(?:that\b[\s:,]*)?(?:the\s+)?(?:cabinet member|portfolio holder|cabinet|executive|council|committee|leader|i|we)\b(?:(?! to )[^.;:]){0,100}?[\s:,](?!to\b)|(?:that\b[\s:,]*)?(?:to\s+)?)(?:award(?:s|ed)?|extend(?:s|ed)?|commission(?:s|ed)?|procure[sd]?|enter(?:s|ed)? into|appoint(?:s|ed)?|waive[sd]?|confirm(?:s|ed)?|grant(?:s|ed)?|instruct(?:s|ed)?|request(?:s|ed)?|direct(?:s|ed)?(?! (?:payment|award))|commence[sd]?|implement(?:s|ed)?|vary|varies|varied|terminate[sd]?|renew(?:s|ed)?|re-?commission\w*|publish\w*|adopt\w*|amend\w*|increase[sd]?|set|sets|undertake\w*|proceed\w*|utili[sz]e\w*|make|makes|made|transfer\w*|establish\w*|introduce[sd]?|continue\w*|invite[sd]?|issue[sd]?|secure[sd]?|fund(?:s|ed)?|allocate[sd]?|purchase[sd]?|dispose\w*|acquire[sd]?|seek|seeks|carry out|begin|cease\w*|close[sd]?|apply|applies|exempt(?:s|ed)?|directly award\w*|tender\w*|re-?tender\w*|sign\w*|complete[sd]?|consult\w*|launch\w*|release\w*|reaffirm\w*|uphold\w*|refer(?:s|red)?|uplift\w*|provide[sd]?|use[sd]?|welcome[sd]?|thank[sd]?|ask[sd]?|task[sd]?|require[sd]?|ensure[sd]?|bring|move)\b/i
