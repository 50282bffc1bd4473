/** Yes and no as printed: words, tick boxes, and sentences that say it outright. */
import type { Field } from '../reading.ts'

const YES =
  /^(?:yes|y|true|key(?: decision)?|key (?:executive|officer|cabinet|portfolio|council)|applies|(?:the |this )?(?:decision )?(?:may|can|will) be called[- ]in\b.*|call[- ]?in applies|called[- ]in|open to call[- ]?in|subject to call[- ]?in|yes\b.*)$/i
const NO =
  /^(?:no|n|false|non[- ]?key(?: decision)?|non[- ]?key .{0,30}|not key|not a key decision|not (?:applicable|subject|for|open|eligible).*|does not apply|n\/a|call[- ]?in does not apply|exempt.*|no\b.*)$/i
const BOX = /☑|☒|✓|✔|☐|□|◻|\[\s?[xX✓]?\s?\]/g
const TICKED = /☑|☒|✓|✔|\[\s?[xX✓]\s?\]/
const OPTION = /\b(?:non[- ]?key|not key|key|yes|no)\b/gi

/** What a printed answer says, with the words that say it; null when it says nothing. */
export function yesOrNo(plain: string, start: number, end: number): Field<boolean> | null {
  const text = plain.slice(start, Math.min(end, start + 200))
  const boxes = [...text.matchAll(BOX)]
  const options = [...text.matchAll(OPTION)]
  if (boxes.length > 0 && options.length > 0) {
    const boxFirst = (boxes[0]?.index ?? 0) < (options[0]?.index ?? 0)
    for (const box of boxes) {
      if (!TICKED.test(box[0])) continue
      const option = boxFirst
        ? options.find((one) => one.index > box.index)
        : options.findLast((one) => one.index < box.index)
      if (option === undefined) continue
      const from = start + Math.min(option.index, box.index)
      const to = start + Math.max(option.index + option[0].length, box.index + box[0].length)
      return { value: !/^(?:no|non|not)/i.test(option[0]), at: [from, to] }
    }
    return null
  }
  const kind = /\bnon[- ]?key\b/i.exec(text) ?? /\bkey\b/i.exec(text.slice(0, 60))
  if (kind !== null && /^[^.?]{0,60}$/.test(text.trim()) && !/^\s*(?:yes|no)\b/i.test(text)) {
    return { value: !/^non/i.test(kind[0]), at: [start + kind.index, start + kind.index + kind[0].length] }
  }
  const lead = text.length - text.trimStart().length
  const words = text.trim()
  const first = (
    /^[^\s.,;:–—(]+(?:[- ](?:key|decision|applicable|subject|a key decision))?/i.exec(words)?.[0] ?? ''
  ).trim()
  for (const candidate of [words, first]) {
    if (candidate === '') continue
    const at: [number, number] = [start + lead, start + lead + candidate.length]
    if (NO.test(candidate)) return { value: false, at }
    if (YES.test(candidate) && !/\byes\s*\/\s*no\b/i.test(words)) return { value: true, at }
  }
  return null
}

const NOT_CALLED =
  /\b(?:not (?:be )?(?:subject to|eligible for|open to|available for|for) (?:the )?(?:scrutiny )?call[- ]?in|call[- ]?in (?:does not apply|is not applicable|not applicable|has been waived|procedure does not apply|not permitted)|exempt from call[- ]?in|call[- ]?in (?:procedures?|provisions|rules?) (?:do|does|will|shall) not apply|urgent and not subject to call[- ]?in)\b/gi
const CALLED =
  /\b(?:(?:decisions?|matters?|items?)(?: on this item)? (?:can|may) be called[- ]in by\b|(?:decision|matter|item|it)s? (?:is|are|will be|may be) subject to (?:the )?(?:scrutiny )?call[- ]?in\b|call[- ]?in applies\b|this decision [^.\n]{0,60}?\bmay be called[- ]in\b|this notice may be called[- ]in\b)/gi
const NOT_KEY = /\b(?:(?:this )?is not a key decision|not a key decision|non[- ]key decision\b|is a non[- ]key)\b/gi
const KEY =
  /\b(?:intends to take the key decision|this is a key decision|(?:is|was|as|constitutes) (?:therefore )?a key decision\b)(?! (?:is|means|as defined|if|where|because it)\b)/gi

function sentence(plain: string, from: number, to: number, no: RegExp, yes: RegExp): Field<boolean> | null {
  const text = plain.slice(from, to)
  const against = text.match(no) === null ? null : [...text.matchAll(no)][0]
  const inFavour = [...text.matchAll(yes)].filter(
    (found) => !/\bnot\s*$/i.test(text.slice(Math.max(0, found.index - 5), found.index)),
  )[0]
  if (against && inFavour) return null
  const found = against ?? inFavour
  if (!found) return null
  return { value: found === inFavour, at: [from + found.index, from + found.index + found[0].length] }
}

export function callInSentence(plain: string, from: number, to: number): Field<boolean> | null {
  return sentence(plain, from, to, NOT_CALLED, CALLED)
}

export function keySentence(plain: string, from: number, to: number): Field<boolean> | null {
  return sentence(plain, from, to, NOT_KEY, KEY)
}
