/** The clauses of a decision: what was decided, item by item, with what led up to them left out. */
import type { ReadClause, Span, Verb } from '../reading.ts'
import { tidy } from '../text/page.ts'
import type { Page } from '../text/page.ts'
import { beginsPost } from '../text/posts.ts'
import { delegationOf } from './delegation.ts'
import { labelAt, nextLabel, paragraphsOf } from './paragraphs.ts'
import type { Paragraph, Style } from './paragraphs.ts'
import { narrative, operative, verbOf } from './verbs.ts'

const BODY =
  '(?:(?:the|this)\\s+)?(?:cabinet|executive|council|county council|city council|committee|sub-?committee|board|panel|meeting|members|leader|mayor|[A-Z][\\w-]+ (?:committee|board|panel|council)|(?:lead|cabinet|executive) (?:member|councillor)\\b[^.:;]{0,60}?|portfolio holder\\b[^.:;]{0,60}?)'
const MARKER = new RegExp(
  `^(?:(?:it was|it is|was|were)\\s+(?:(?:then|therefore|also|further|unanimously|duly)\\s+)*|(?:on being put to the vote|upon being put|following (?:a |the )?(?:debate|discussion|vote))[^.;]{0,80}?,?\\s+(?:it was\\s+)?|${BODY}\\s+(?:unanimously\\s+|also\\s+|further\\s+|then\\s+)*)?`
    + '(resolved|agreed|decided|resolution(?! no\\b)|ordered|recommended|resolves|agrees)\\b(?:\\s+(?:unanimously|nem con|to))?(?:\\s*\\([^)]{0,60}\\))?(?:\\s*unanimously)?(?:,[^.:;]{3,80}(?=:))?\\s*(?:[:\\-–—,]+\\s*)?',
  'i',
)
const DECISION_HEAD =
  /^(?:(?:the\s+)?(?:cabinet|executive|officer|committee)?\s*(?:decisions?|resolutions?)(?:\s*\([^)]{0,40}\))?(?:\s+(?:made|taken|summary))?|summary of decision|minute|recommendations? (?:agreed|approved))\s*[:\-–—]*$/i
const NOTE =
  /^\[?\(?(?:signed\b|signature\b|in consultation with:|i agree \/ do not agree|received:|sign up\b|note\b|n\.?b\.?\b|(?:this|the) (?:decision|matter|item|report|above decision)s? (?:is|was|are|will be|may be|has been|have been) (?:not )?(?:subject to|for|exempt|open to|eligible|being|liable|implement|called)|call[- ]?in\b|voting\b|votes?\b|\(?unanimous|the motion|moved by|proposed by|proposer|seconded|for:|in favour|action by|contact\b|councillor .{0,60} (?:declared|left|returned|abstained|voted)|the (?:meeting|chair\w*) (?:closed|ended|declared)|public - the report|published|a recording)/i
const WITHHELD =
  /^(?:(?:please\s+)?(?:see|refer to)\b|(?:as|is|are) (?:detailed|set out|per|stated|outlined|described|contained|in)\b|(?:the )?(?:decision|details?|report|information) (?:is|are|was|were) (?:exempt|confidential|restricted|not for publication)|exempt\b|confidential\b|not for publication|restricted\b|n\/?a\b|not applicable|none\b|nil\b|t\.?b\.?c\b|to be confirmed|\(?e\.?g\.?\b|\[|withheld|redacted|this (?:item|report|decision) (?:is|contains|was) (?:exempt|confidential|withdrawn|deleted|deferred to)|no decision|awaiting|decision pending|pending|the (?:press and )?public having been excluded|the minute (?:of this item )?is (?:not|exempt))/i
const PROPOSAL =
  /^(?:the )?(?:cabinet member|cabinet|executive|leader|council|committee|portfolio holder|executive member)[^.:;]{0,80}?\b(?:is|are|be) (?:recommended|asked|requested|invited) to\b|^(?:we |i |it is |officers? )?(?:propos(?:e|es|ed|al)|permission (?:is )?(?:sought|requested)|approval is (?:sought|requested)|seek(?:ing|s)?\b|request(?:ing)? (?:permission|approval)|recommend(?:ation)?s? (?:is|are|for)|it is (?:proposed|recommended))/i

const WORDS_OF_LEADS =
  /\b(?:the|following|recommendations?|decisions?|resolutions?|that|to|as|set|out|in|below|report|recommended|follows|actions?|of|paragraphs?|sections?|numbers?|proposals?|and|these|be|is|was|it|has|have|had|hereby|unanimously|also|further|i|we|cabinet|executive|council|committee|accordingly|therefore|given|for|above|on|detailed|contained|submitted|agenda|item|page|pages|officers?|members?|subject|appendix|duly|then|including|with|amend(?:ed|ments?))\b|[^\w\s]|\b\d+(?:\.\d+)*\b/gi
const VERB_WORD =
  /\b(?:approv(?:e|es|ed|al)|agree[sd]?|not(?:e|es|ed)|authori[sz](?:e|es|ed)|delegat(?:e|es|ed)|recommend(?:s|ed)?|resolv(?:e|es|ed)|decid(?:e|es|ed)|endors(?:e|es|ed)|consider(?:s|ed)?|accept(?:s|ed)?|support(?:s|ed)?|refus(?:e|es|ed)|defer(?:s|red)?|reject(?:s|ed)?|confirm(?:s|ed)?|adopt(?:s|ed)?)\b/gi
const LAST_WORD =
  /\b(?:to|that|has|have|had|i|we|cabinet|executive|council|committee|member|councillor|holder|leader|follows|following|below|decision|decisions|recommendations?|be|board|panel|mayor|director|officer|and|should|will)\s*[:\-–—]*$/i

/** "I, …, Leader of the Council, … HEREBY AGREE" over a list: a bare verb in the present leads up to what follows. */
const BARE_VERB = /\b(?:hereby|i|do|does)\s+(?:agree|approve|resolve|decide|authorise|authorize|determine)s?$/i

type Lead = { verb: Verb | null; pure: boolean }

/** Whether a paragraph opens what is decided: "RESOLVED", "Summary of Decision", "The Cabinet Member has:". */
export function opensDecision(words: string): boolean {
  const marker = MARKER.exec(words)
  return (
    DECISION_HEAD.test(words)
    || (marker !== null && strong(words, marker))
    || (/[:–-]$/.test(words) && leadOf(words).pure)
  )
}

/** Whether words only lead up to a list ("The Cabinet Member has agreed to:"), and what verb they lend to its items. */
function leadOf(words: string): Lead {
  const text = tidy(words)
  if (text === '' || DECISION_HEAD.test(text)) return { verb: null, pure: true }
  if (DECIDES.test(text)) return { verb: null, pure: true }
  const verbs = [...text.replace(/\bas recommended\b/gi, (found) => ' '.repeat(found.length)).matchAll(VERB_WORD)]
  const last = verbs.at(-1)
  const lent = last === undefined ? null : verbOf(last[0], null)
  const verb = lent === 'other' ? null : lent
  const open = /[:\-–—]$/.test(text) || LAST_WORD.test(text) || BARE_VERB.test(text)
  // "That, subject to the views of the Panel," before a list; "That the Executive Director, acting under paragraph 4.2:".
  if (/^that,? subject to [^.;:]{3,160},$/i.test(text)) return { verb: null, pure: true }
  if (/:$/.test(text) && verbs.length === 0 && beginsPost(text.replace(/^that\s+/i, '')) && text.length < 220)
    return { verb: null, pure: true }
  if (!open) return { verb, pure: false }
  if (delegationOf(text) !== null && /delegat|authori/i.test(last?.[0] ?? '')) return { verb, pure: false }
  const after = last === undefined ? '' : text.slice(last.index + last[0].length)
  if (last !== undefined) {
    const object = after.replace(
      /,?\s*(?:in order to|to (?:assist|enable|help|support|ensure|allow)|having|subject to|following|on the basis|after|taking|with regard|with effect|under|pursuant|in accordance|in light of|for the reasons)\b.*$/i,
      '',
    )
    const left = object
      .replace(WORDS_OF_LEADS, ' ')
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
    return { verb, pure: left.length <= 1 }
  }
  return {
    verb,
    pure: LAST_WORD.test(text) || /^(?:as|in my capacity|acting|under|in accordance|having|following)\b/i.test(text),
  }
}

type Open = {
  label: string | null
  start: number
  end: number
  lead: Verb | null
  nests: boolean
  inside: Style | null
  operative: boolean
}

const clean = (page: Page, start: number, end: number) => tidy(page.plain.slice(start, end))

/** The end of a clause without the semicolon or "; and" that joins it to the next. */
function tail(plain: string, start: number, end: number): number {
  const words = plain.slice(start, end)
  const joined = /\s*[;,]\s*(?:and|or)?\s*(?:[;,.]\s*)?$/i.exec(words)
  const cut = joined !== null && joined.index > 0 ? start + joined.index : end
  return cut
}

function closed(page: Page, open: Open): ReadClause | null {
  const end = tail(page.plain, open.start, open.end)
  const text = clean(page, open.start, end)
  if (!/[\p{L}]/u.test(text)) return null
  return {
    label: open.label,
    text,
    verb: verbOf(text, open.lead),
    delegation: delegationOf(text),
    at: [open.start, end],
  }
}

/**
 * Clauses between two positions. `explicit` says that a heading calls the stretch the decision; without one only words that
 * plainly decide something count.
 */
export function clausesIn(page: Page, span: Span, explicit: boolean): ReadClause[] {
  const { plain } = page
  // "[Set out each decision]": a form's guidance to whoever fills it in.
  if (/^\s*\[[^\]]*\]\s*$/.test(plain.slice(span[0], Math.min(span[1], span[0] + 2_000)))) return []
  const all = paragraphsOf(page, span[0], span[1])
  const kept: Paragraph[] = []
  for (const paragraph of all) {
    const words = plain.slice(paragraph.start, paragraph.end)
    if (NOTE.test(words) && (paragraph.style === null || paragraph.style === 'bullet')) {
      if (/^\[?\(?(?:action by|public - the report|contact\b)/i.test(words)) break
      continue
    }
    if (/^\[[^\]]*\]$/.test(words.trim())) continue
    kept.push(paragraph)
  }
  const from = startOf(page, kept)
  const region = kept.slice(from.index)
  const found = walk(page, region, explicit || from.marked)
  if (found.length > 0 || !explicit) return withoutAssent(found)
  const bare = region.filter((paragraph) => paragraph.style === null)
  if (bare.length === 0 || bare.length > 2 || region.length > 3) return []
  const first = bare[0]
  const last = bare.at(-1)
  if (first === undefined || last === undefined) return []
  const words = clean(page, first.start, last.end)
  if (
    WITHHELD.test(words)
    || PROPOSAL.test(words)
    || narrative(words)
    || words.length > 1_200
    || /\?$/.test(words)
    || /:$/.test(words)
  )
    return []
  if (words.split(' ').length < 3 && !operative(words)) return []
  // A heading in capitals is a title that strayed in, not a decision.
  if (words === words.toUpperCase() && words.length < 120 && !operative(words)) return []
  const whole = closed(page, {
    label: null,
    start: first.start,
    end: last.end,
    lead: null,
    nests: false,
    inside: null,
    operative: true,
  })
  return whole === null ? [] : [whole]
}

/** "I agree the recommendations as set out." under the very list it agrees to is assent, not one more item. */
function withoutAssent(clauses: ReadClause[]): ReadClause[] {
  const last = clauses.at(-1)
  const listed = clauses.some(({ label }) => label !== null)
  return listed && last?.label === null && ASSENT.test(last.text) ? clauses.slice(0, -1) : clauses
}

const ASSENT =
  /^I (?:hereby )?(?:agree|approve|accept)(?: (?:to|with))?(?: all)? the (?:above )?recommendations?(?: (?:as )?(?:set out|above|in full))*(?: above| in (?:this|the) (?:letter|report|form))?\.?$/i

/** Where deciding begins: at the last kind of word that can only open a decision, else at the first paragraph. */
function startOf(page: Page, paragraphs: Paragraph[]): { index: number; marked: boolean } {
  for (let index = 0; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index]
    if (paragraph === undefined) continue
    const words = page.plain.slice(paragraph.start, paragraph.end)
    const marker = MARKER.exec(words)
    if (marker !== null && strong(words, marker)) return { index, marked: true }
    if (DECISION_HEAD.test(words) && index + 1 < paragraphs.length) return { index: index + 1, marked: true }
    const next = paragraphs[index + 1]
    if (
      paragraph.style === null
      && next !== undefined
      && next.style !== null
      && DECIDES.test(words)
      && !/^(?:in|at|on) .{0,80}\b(?:council|cabinet|committee) (?:agreed|resolved)/i.test(words)
    )
      return { index, marked: true }
  }
  return { index: 0, marked: false }
}

/** "… the Cabinet Member decided:" before a list. */
const DECIDES =
  /\b(?:my|our|the following) decisions?\b.{0,60}(?:as follows|are|is)?\s*[:–-]+$|\b(?:decided|resolved|resolves|has agreed|have agreed|determined)(?:\s+(?:to|that|as follows))*\s*[:–-]+$/i

function strong(words: string, marker: RegExpExecArray): boolean {
  const word = marker[1] ?? ''
  if (/\b(?:is|are|be) recommended/i.test(marker[0])) return false
  if (/recommended/i.test(word) && !/^(?:it was|cabinet|the|executive|council)/i.test(words))
    return /^RECOMMENDED/.test(words)
  if (/^resol/i.test(word)) return true
  const rest = words.slice(marker[0].length).trim()
  return (
    word === word.toUpperCase()
    || /^(?:it was|cabinet|the|executive|council|on being|upon|following)/i.test(words)
    || rest === ''
    || /^(?:that|to)?\s*[:\-–]\s*$/i.test(rest)
  )
}

function walk(page: Page, region: Paragraph[], explicit: boolean): ReadClause[] {
  const clauses: ReadClause[] = []
  let open = null as Open | null
  let lead: Lead = { verb: null, pure: explicit }
  let base = null as { style: Style; brackets: string; last: string } | null
  const close = () => {
    const clause = open === null || !open.operative ? null : closed(page, open)
    if (clause !== null) clauses.push(clause)
    open = null
  }
  for (let index = 0; index < region.length; index++) {
    const paragraph = region[index]
    if (paragraph === undefined) continue
    const { start: from, words, marked } = unmarked(page, paragraph)
    const text = clean(page, from, paragraph.end)
    const next = region[index + 1]
    const ahead = next !== undefined && next.style !== null
    const current: Open | null = open
    if (paragraph.style === null || marked) {
      const leads = leadOf(text)
      if (
        /\b(?:will be|is|are) (?:asked|invited|recommended|requested) to\b/i.test(text)
        && /[:.]$/.test(text)
        && !marked
      ) {
        close()
        lead = { verb: null, pure: false }
        base = null
        continue
      }
      if (text === '' || (leads.pure && (ahead || /[:\-–—]$/.test(text) || LAST_WORD.test(text)))) {
        close()
        lead = { verb: leads.verb ?? wordVerb(words), pure: true }
        base = null
        // "19.1 RESOLVED that:" and, on the same footing, "1. RESOLVED": the number belongs to the minute.
        continue
      }
      if (paragraph.style === null || marked) {
        const nested = ahead && /:$/.test(text)
        if (PROPOSAL.test(text) && !marked) {
          close()
          lead = { verb: null, pure: false }
          continue
        }
        if (current !== null && !marked && /^[a-z]/.test(text) && laterItem(region, index, base)) {
          current.end = paragraph.end
          continue
        }
        if (operative(text) || marked || (nested && delegationOf(text) !== null)) {
          close()
          const style = paragraph.style
          open = {
            label:
              marked
              && style !== null
              && !/decimal/.test(style)
              && region.filter((one) => one.style === style).length > 1
                ? paragraph.label
                : null,
            start: from,
            end: paragraph.end,
            lead: marked ? wordVerb(words) : null,
            nests: nested,
            inside: null,
            operative: true,
          }
          if (!nested) base = null
          lead = { verb: null, pure: true }
          continue
        }
        // A clause that breaks off ("… services for") goes on in the next paragraph.
        if (
          current !== null
          && current.operative
          && !/[.;:!?)]$/.test(page.plain.slice(current.start, current.end))
          && current.end - current.start > 20
          && !WITHHELD.test(text)
        ) {
          current.end = paragraph.end
          continue
        }
        if (current !== null && laterItem(region, index, base)) {
          if (!/:$/.test(text)) current.end = paragraph.end
          else {
            close()
            lead = leads
          }
          continue
        }
        if (current !== null && /^[a-z(]/.test(text)) {
          current.end = paragraph.end
          continue
        }
        close()
        if (/:$/.test(text)) lead = { verb: null, pure: false }
        else if (!explicit) lead = { verb: null, pure: false }
        if (WITHHELD.test(text)) lead = { verb: null, pure: false }
        continue
      }
    }
    const { style, label, brackets } = paragraph
    if (style === null) continue
    if (current !== null && current.nests && base === null) {
      if (current.inside === null) current.inside = style
      if (current.inside === style || style === 'bullet' || !follows(current.label, style, label)) {
        current.end = paragraph.end
        continue
      }
    }
    // Word restarts a list at 1 after a gap; a repeated number that decides something of its own is the next item.
    const again: boolean =
      base !== null && style === base.style && brackets === base.brackets && label !== null && label === base.last
    const same = again || (base !== null && sameSeries(base, style, label, brackets))
    if (base === null || same) {
      if (base === null && style === 'bullet' && current !== null && !lead.pure) {
        current.end = paragraph.end
        continue
      }
      close()
      base = { style: base?.style === 'alpha' && style === 'roman' ? 'alpha' : style, brackets, last: label ?? '' }
      const says = operative(text)
      const counts = says || (lead.pure && !WITHHELD.test(text) && !PROPOSAL.test(text) && !narrative(text))
      open = {
        label: style === 'bullet' ? null : label,
        start: from,
        end: paragraph.end,
        lead: lead.verb,
        nests: false,
        inside: null,
        operative: counts,
      }
      continue
    }
    if (current !== null) {
      current.end = paragraph.end
      continue
    }
    // An item of another kind with nothing open above it: it starts a series of its own.
    base = { style, brackets, last: label ?? '' }
    open = {
      label: style === 'bullet' ? null : label,
      start: from,
      end: paragraph.end,
      lead: lead.verb,
      nests: false,
      inside: null,
      operative: operative(text) || lead.pure,
    }
  }
  close()
  return clauses
}

function wordVerb(words: string): Verb | null {
  return /^(?:agreed|agrees)$/i.test(words) ? 'agree' : /^recommend/i.test(words) ? 'recommend' : null
}

/** A paragraph without its "RESOLVED: ". */
function unmarked(page: Page, paragraph: Paragraph): { start: number; words: string; marked: boolean } {
  const text = page.plain.slice(paragraph.start, paragraph.end)
  const marker = MARKER.exec(text)
  if (marker === null || !strong(text, marker)) return { start: paragraph.start, words: '', marked: false }
  const word = marker[1] ?? ''
  const who = /^(?:the|cabinet|executive|council|committee)/i.test(marker[0])
  // "The Cabinet agreed to X" keeps its verb; "RESOLVED: That X" and "It was agreed that X" lose the marker.
  const rest = text.slice(marker[0].length)
  if (
    who
    && /^(?:agreed|agrees|recommended)$/.test(word)
    && !/^(?:that|:|to\s*:|$)/i.test(rest.trim())
    && !/[:\-–]\s*$/.test(marker[0])
  ) {
    return { start: paragraph.start, words: '', marked: true }
  }
  let start = paragraph.start + marker[0].length
  // Keep "to" with the verb it belongs to.
  if (/\bto\s*$/i.test(marker[0])) start = paragraph.start + marker[0].search(/\bto\s*$/i)
  const label = labelAt(page.plain, start, paragraph.end)
  if (label !== null && label.end < paragraph.end)
    return { start: paragraph.start + marker[0].length, words: word, marked: true }
  return { start: Math.min(start, paragraph.end), words: word, marked: true }
}

function laterItem(
  region: Paragraph[],
  index: number,
  base: { style: Style; brackets: string; last: string } | null,
): boolean {
  if (base === null) return false
  for (let at = index + 1; at < Math.min(region.length, index + 8); at++) {
    const paragraph = region[at]
    if (
      paragraph?.style === base.style
      && paragraph.label !== null
      && paragraph.label === nextLabel(base.last, base.style)
    )
      return true
  }
  return false
}

function follows(label: string | null, style: Style, next: string | null): boolean {
  return label !== null && next !== null && nextLabel(label, style) === next
}

function sameSeries(
  base: { style: Style; brackets: string; last: string },
  style: Style,
  label: string | null,
  brackets: string,
): boolean {
  if (style === 'bullet' || base.style === 'bullet') return style === base.style
  if (label === null) return false
  const asAlpha = base.style === 'alpha' && style === 'roman' && label.length === 1
  if (asAlpha) return nextLabel(base.last, 'alpha') === label
  if (style !== base.style) return false
  if (nextLabel(base.last, style) === label) return true
  return (
    brackets === base.brackets
    && style !== 'decimal'
    && Number(label) > Number(base.last)
    && Number(label) - Number(base.last) < 4
  )
}
