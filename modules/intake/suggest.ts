/** What a reading suggests to whoever drafts a decision from it. A suggestion is shown and confirmed, never carried out. */
import type { Post, Power } from '#authority'
import type { Reading, ReadClause } from './reading.ts'

const small = new Set(['the', 'of', 'for', 'and', 'a', 'an', 'in', 'to', 'with', 'interim', 'acting'])

/** The words of a title that tell it from others; plurals and "’s" are taken as the word itself. */
const wordsOf = (title: string): Set<string> =>
  new Set(
    title
      .toLowerCase()
      .replaceAll(/['’]s\b/gu, '')
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => !small.has(word))
      .map((word) => (word.length > 4 ? word.replace(/s$/u, '') : word)) ?? [],
  )

/** How alike two titles are, from 0 to 1: twice the words they share, by the words they have. */
export function likeness(one: string, other: string): number {
  const [mine, theirs] = [wordsOf(one), wordsOf(other)]
  const shared = [...mine].filter((word) => theirs.has(word)).length
  return mine.size + theirs.size === 0 ? 0 : (2 * shared) / (mine.size + theirs.size)
}

/** Below this, two titles share little more than "Director". */
const enough = 0.6

/** The post whose title is most like a printed one; null when none is alike enough, or two are equally so. */
export function likelyPost(posts: readonly Pick<Post, 'post' | 'title'>[], printed: string): string | null {
  const [best, second] = posts
    .map(({ post, title }) => ({ post, like: likeness(title, printed) }))
    .toSorted((one, other) => other.like - one.like)
  if (!best || best.like < enough || best.like === second?.like) return null
  return best.post
}

const wordsOfPowers: [Power, RegExp][] = [
  ['award', /\baward/iu],
  [
    'contract',
    /\b(?:enter(?:ing)? into|sign(?:ing)?|execut\w+|complet\w+|finalis\w+)\b[^.;]{0,80}\b(?:contracts?|agreements?|terms|documents?)/iu,
  ],
  ['extend', /\bexten(?:d|ds|ding|sions?)\b/iu],
  ['vary', /\b(?:vary|variations?|modif\w+|amend\w*)\b/iu],
  ['terminate', /\bterminat/iu],
  ['procure', /\b(?:procur\w+|tender\w*|go(?:ing)? out to market|invit\w+ (?:bids|quotes|quotations))/iu],
  ['consult', /\b(?:carry out|undertake|open|commence|launch|begin)\b[^.;]{0,40}\bconsultation/iu],
  ['grant', /\bgrants? (?:of|to|fund\w*|award\w*|agreement\w*)\b|\baward\w* (?:of )?grants?\b/iu],
  ['admit', /\b(?:admit\w*|join\w* the (?:framework|system)|appoint\w* providers?)\b/iu],
  ['publish-notice', /\bpublish\w*[^.;]{0,40}\bnotices?\b/iu],
  ['commit', /\b(?:spend|commit|expenditure|funding of|allocat\w+)\b/iu],
  [
    'implement',
    /\b(?:implement\w*|(?:all|any|other) (?:other )?(?:necessary|relevant|required|appropriate) (?:actions?|steps)|give effect)/iu,
  ],
]

/** The powers that a clause speaks of; where it names none, to carry the decision out. */
export function likelyPowers({ text }: Pick<ReadClause, 'text'>): Power[] {
  const found = wordsOfPowers.flatMap(([power, words]) => (words.test(text) ? [power] : []))
  return found.length > 0 ? found : ['implement']
}

/** The sum that a record most likely commits: the largest that its clauses name, else the largest of all, rates left out. */
export function likelyValue({ amounts, clauses }: Pick<Reading, 'amounts' | 'clauses'>): number | null {
  const whole = amounts.filter(({ per, pence }) => (per === null || per === 'total') && pence > 0)
  const named = whole.filter(({ at }) => clauses.some((clause) => at[0] >= clause.at[0] && at[1] <= clause.at[1]))
  const [largest] = (named.length > 0 ? named : whole).map(({ pence }) => pence).toSorted((one, other) => other - one)
  return largest ?? null
}

/** The subject whose title shares most words with what the record is about; null when none does. */
export function likelySubject(
  subjects: readonly { subject: string; title: string }[],
  { title, decisionMaker }: Pick<Reading, 'title' | 'decisionMaker'>,
): string | null {
  const about = wordsOf(`${title?.value ?? ''} ${decisionMaker?.value ?? ''}`)
  const scored = subjects.map(({ subject, title: name }) => {
    const words = [...wordsOf(name)]
    return {
      subject,
      shared: words.filter((word) => about.has(word)).length / Math.max(1, words.length),
      count: words.length,
    }
  })
  const [best] = scored.toSorted((one, other) => other.shared - one.shared || other.count - one.count)
  return best && best.shared > 0.5 ? best.subject : null
}
