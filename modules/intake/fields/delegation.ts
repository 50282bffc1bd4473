/** To whom a clause gives power, and whom they must consult first. Posts only, as printed. */
import type { Delegation } from '../reading.ts'
import { beginsPost, namesPost, postsEnd, splitPosts } from '../text/posts.ts'

const ARTICLE = '(?:(?:both|either)\\s+)?'
const POWER =
  '(?:authority|powers?|responsibility|approval|permission|discretion|functions?|decisions?(?:[- ]making)?(?: (?:authority|powers?))?)'
/** Words after which a run of posts begins. */
const GIVEN: readonly RegExp[] = [
  // delegate authority to X; authority be delegated to X; delegated authority be given to X; delegation to X
  new RegExp(
    `\\b(?:[Dd]elegat|DELEGAT)(?:e|es|ed|ing|ion|E|ES|ED|ION)\\b[^.;:]{0,220}?\\bto\\s*:?\\s+${ARTICLE}(?=(?:the\\s+)?[A-Z]|the\\s|relevant|appropriate|officers|their|an?\\s|any\\s)`,
    'g',
  ),
  new RegExp(
    `\\b(?:[Gg]ive|[Gg]ives|[Gg]iven|[Gg]rant|[Gg]rants|[Gg]ranted|GRANT|GIVE)\\b[^.;:]{0,40}?\\b(?:delegated\\s+)?${POWER}\\s+to\\s+${ARTICLE}(?=(?:the\\s+)?[A-Z]|the\\s|relevant|officers)`,
    'g',
  ),
  /\b(?:[Gg]ave|[Gg]ives?|[Gg]iven|[Gg]rant(?:s|ed)?)\s+(?=the\s+[A-Z][^.;]{3,120}?\s(?:delegated\s+)?authority\s+to\b)/g,
  new RegExp(
    `\\b${POWER}\\s+(?:be|is|are|was)\\s+(?:hereby\\s+)?(?:given|granted|delegated)\\s+to\\s+${ARTICLE}`,
    'gi',
  ),
]
/** "authorise X to …", "that X be authorised to …". */
const AUTHORISE = /\b(?:authori[sz](?:e|es|ed|ing)|empower(?:s|ed)?)\s+(?=(?:the\s+)?[A-Za-z])/gi
const BE_AUTHORISED =
  /\b(?:be|is|are|was|were)\s+(?:hereby\s+)?(?:(?:given|granted)\s+)?(?:(?:full\s+)?delegated\s+(?:the\s+)?(?:authority|powers?|responsibility|approval)|authori[sz]ed|empowered|authority|delegated)\b[^.;]{0,100}?\s(?:to|for)\b/gi
const CONSULT =
  /\b(?:in\s+(?:full\s+|close\s+|prior\s+)?consultation\s+with|(?:following|after|subject\s+to|having\s+undertaken)\s+(?:further\s+|appropriate\s+|full\s+|due\s+)?consultations?\s+with|(?:having|after|once)\s+(?:first\s+|duly\s+)?consulted(?:\s+with)?|after\s+consulting(?:\s+with)?|and\s+consultation\s+with|consulting\s+with|in\s+consultation\s+and\s+(?:agreement|liaison)\s+with|in\s+conjunction\s+with|in\s+liaison\s+with|who\s+(?:shall|must|will)\s+consult(?:\s+with)?)\s+/gi

/** "the Strategic Director (following consultation with X)": whom to consult stands in the bracket, the post before it. */
const ASIDE = /\s*\((?:following|after|in|having|subject to)\b[^()]*consult[^()]*\)/gi

function add(into: string[], words: string): void {
  const run = closed(words.replace(ASIDE, ''))
  if (!namesPost(run)) return
  for (const post of splitPosts(run)) {
    if (!namesPost(post)) continue
    if (!into.some((known) => known.toLowerCase() === post.toLowerCase())) into.push(post)
  }
}

/** "that the Head of X, in consultation with Y, may change the offer" */
const MAY =
  /(?:\bthat\s+|^)((?:[Tt]he\s+)?(?!Cabinet\b|Council\b|Committee\b|Members\b|The\b)[A-Z](?:(?!\bthat\b)[^.;,]){3,100}?)(?:,\s+(?:in|after|following|having)\b[^.;]{3,200}?,)?\s+may\s+[a-z]+/g

const CONDITION =
  /^(?:subject to|provided|where|if|having|after|following|in (?:full |close |prior )?consultation with)\b[^;]*,\s+(?:the\s+)?[A-Za-z][^,]*$/i

/** The run of posts that ends just before a verb: "That the Director of X, in consultation with Y, be authorised to". */
function runBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 400), at)
  const from = Math.max(
    ...['. ', '; ', ': '].map((stop) => before.lastIndexOf(stop) + (before.includes(stop) ? stop.length : 0)),
    0,
  )
  let run = before.slice(from)
  const that = /^(?:.*\b(?:that|and that|agreed|resolved|:)\s+)?/i.exec(run)
  if (that) run = run.slice(that[0].length)
  // "That, subject to X being satisfied, the Director of Y be empowered": the post stands behind the condition.
  if (CONDITION.test(run)) run = run.slice(run.search(/,\s+(?=(?:the\s+)?[A-Za-z][^,]*$)/) + 1).trim()
  const conditional = new RegExp(CONSULT.source, 'i').exec(run)
  const named = (conditional ? run.slice(0, conditional.index) : run).replace(/[\s,]+$/, '')
  // "the tender be accepted and the Strategic Director be authorised": only the last of the two is a post.
  const last = named.split(/\s+and\s+(?=the\s)/).at(-1) ?? named
  return /\bbe\s+\w+ed\b/.test(named) && beginsPost(last) ? last : named
}

/** "Authority be delegated to negotiate the exit agreement … to the Executive Director": the posts stand behind the act. */
const BEHIND =
  /\b(?:[Aa]uthority|[Pp]owers?)\s+(?:be|is)\s+(?:hereby\s+)?delegated\s+to\s+[a-z][^;]{0,600}?\s+to\s+(?=the\s+[A-Z])/g

/** The delegation a clause carries, or null when it gives no power to anyone. */
export function delegationOf(clause: string): Delegation | null {
  const text = clause.replace(/\s+/g, ' ')
  const to: string[] = []
  const consulting: string[] = []
  for (const pattern of GIVEN) {
    pattern.lastIndex = 0
    for (const match of text.matchAll(pattern)) {
      const from = match.index + match[0].length
      add(to, text.slice(from, postsEnd(text, from, text.length)))
    }
  }
  if (to.length === 0) {
    for (const match of text.matchAll(BEHIND)) {
      const from = match.index + match[0].length
      add(to, text.slice(from, postsEnd(text, from, text.length)))
    }
  }
  for (const match of text.matchAll(BE_AUTHORISED)) {
    const run = runBefore(text, match.index)
    if (
      run.length <= 300
      && /^(?:the\s+)?\S/i.test(run)
      && !/\b(?:authority|powers?|approval|decision|award)$/i.test(run)
    ) {
      if (startsAsPost(run)) add(to, run)
    }
  }
  for (const match of text.matchAll(AUTHORISE)) {
    const from = match.index + match[0].length
    const end = postsEnd(text, from, text.length)
    const run = text.slice(from, end)
    const after = text.slice(end, end + 60)
    if (
      startsAsPost(run)
      && (/^,?\s*(?:and\s+)?to\b/.test(after) || /\bto\s+\w/.test(text.slice(end, end + 260)) || after.trim() === '')
    )
      add(to, run)
  }
  for (const match of text.matchAll(CONSULT)) {
    const from = match.index + match[0].length
    add(consulting, text.slice(from, postsEnd(text, from, text.length)))
  }
  if (/\bdelegated (?:authority|powers?)\s*:/i.test(text)) {
    // "Gives delegated authority: a) to the Director of X …; and b) to the Director of Y …"
    for (const match of text.matchAll(/[;:]\s*(?:and[;,]?\s*)?\(?[a-z]\)\s*to\s+(?=the\s+[A-Z])/g)) {
      const from = match.index + match[0].length
      add(to, text.slice(from, postsEnd(text, from, text.length)))
    }
  }
  for (const match of text.matchAll(MAY)) {
    if (match[1] !== undefined && beginsPost(match[1])) add(to, match[1])
  }
  // "that you be authorised, in consultation with X, to …": the post is the reader's, and is not named.
  if (to.length === 0)
    return consulting.length > 0 && /\b(?:be|is|are) (?:authori[sz]ed|delegated)\b/i.test(text)
      ? { to, consulting }
      : null
  return { to: to.filter((post) => !consulting.includes(post) || to.length === 1), consulting }
}

/** A post printed in small letters: "the fleet manager", "the head of catering". */
const SMALL_POST =
  /^the (?:(?!use|award|appointment|work|sale|need)[a-z'’-]+ ){1,3}(?:manager|director|officer|head|solicitor|treasurer|lead)s?\b|^the (?:interim |acting |deputy )?(?:head|director) of [a-z]/

/** Words up to a bracket that closes what was opened before them. */
function closed(words: string): string {
  let depth = 0
  for (let at = 0; at < words.length; at++) {
    if (words[at] === '(') depth++
    else if (words[at] === ')' && --depth < 0) return words.slice(0, at)
  }
  return words
}

function startsAsPost(run: string): boolean {
  return (
    (beginsPost(run) || SMALL_POST.test(run))
    && !/^(?:the\s+)?(?:procurement|award|use|purchase|contract|extension|council to|making|signing|spending)\b/i.test(
      run,
    )
  )
}
