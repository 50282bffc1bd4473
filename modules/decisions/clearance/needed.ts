import { covers, findPost, settingOn, type NeededClearance } from '#authority'
import type { Tx } from '#platform/database.ts'
import { canonicalJson } from '#platform/json.ts'
import type { Decision } from '../decision.ts'
import { answersOf } from '../forms/store.ts'
import { jointMakersOf } from '../jointly/store.ts'
import { papersOf } from '../papers/store.ts'
import { counting, dayOf, standingOf, standingWords, type Clearance, type Standing } from './clearance.ts'
import { clearancesOf } from './store.ts'
import { clearedText, hashOf, type ClearedText } from './text.ts'

/** One clearance of a draft: what the council needs or what was asked besides, and how it stands. */
export type Line = {
  key: string
  title: string
  post: string
  postTitle: string
  /** Whether the council’s constitution needs it for this draft; what was only asked may be withdrawn. */
  needed: boolean
  workingDays: number
  standing: Standing
  says: string
  /** What counts for the text as it is now. */
  counts: Clearance | null
}

/** The text of a draft as it is now, with what stands beside its fields. */
export async function textNow(tx: Tx, council: string, d: Decision): Promise<ClearedText> {
  return clearedText(d, {
    jointly: (await jointMakersOf(tx, council, d.decision)).map(({ post }) => post),
    answers: await answersOf(tx, council, d.decision),
    papers: (await papersOf(tx, council, d.decision)).map(({ kind, title, sha256 }) => ({ kind, title, sha256 })),
  })
}

/** What is kept of a text when it is sent to be cleared. */
export const keptText = (text: ClearedText): { hash: string; text: string } => ({
  hash: hashOf(text),
  text: canonicalJson(text),
})

/** Whether the council’s constitution needs a clearance for a draft as it is. */
export function isNeeded(
  { when }: NeededClearance,
  { isKey, value, subject }: Pick<Decision, 'isKey' | 'value' | 'subject'>,
): boolean {
  switch (when.kind) {
    case 'always':
      return true
    case 'key':
      return isKey === true
    // A sum that nobody states cannot be shown to be below another.
    case 'value':
      return value?.kind === 'not-stated' || (value?.kind === 'stated' && value.pence >= when.pence)
    case 'subject':
      return subject !== null && covers(when.subject, subject)
  }
}

/** What the council settled about clearances on a day. */
export async function clearancesSettled(
  tx: Tx,
  council: string,
  on: Temporal.PlainDate,
): Promise<{ list: NeededClearance[]; source: string | null }> {
  const setting = await settingOn(tx, council, 'clearances', on)
  return { list: setting?.value ?? [], source: setting?.source ?? null }
}

/** Every clearance that a draft needs or was sent for, in the council’s order, and how each stands against the text as it is. */
export async function linesOf(
  tx: Tx,
  council: string,
  d: Decision,
  on: Temporal.PlainDate,
): Promise<{ lines: Line[]; asked: Clearance[]; now: ClearedText; source: string | null }> {
  const { list, source } = await clearancesSettled(tx, council, on)
  const asked = await clearancesOf(tx, council, d.decision)
  const now = await textNow(tx, council, d)
  const hash = hashOf(now)
  const lines: Line[] = []
  const line = (given: Pick<Line, 'key' | 'title' | 'post' | 'postTitle' | 'needed' | 'workingDays'>): void => {
    const counts = counting(
      asked.filter(({ key }) => key === given.key),
      hash,
    )
    if (!counts && !given.needed) return
    lines.push({
      ...given,
      counts,
      standing: counts ? standingOf(counts, hash) : 'not asked',
      says: counts ? standingWords(counts, now) : `${given.title} has not been asked of the ${given.postTitle}.`,
    })
  }
  for (const one of list) {
    line({ ...one, postTitle: (await findPost(tx, council, one.post))?.title ?? one.post, needed: isNeeded(one, d) })
  }
  const settled = new Set(list.map(({ key }) => key))
  const others = new Map(asked.filter(({ key }) => !settled.has(key)).map((one) => [one.key, one]))
  for (const { key, title, post, postTitle } of others.values())
    line({ key, title, post, postTitle, needed: false, workingDays: 5 })
  return { lines, asked, now, source }
}

/** A clearance that was given only after the decision had been taken is none. */
export const givenInTime = ({ counts }: Line, on: Temporal.PlainDate): boolean =>
  !counts?.answeredAt || Temporal.PlainDate.compare(dayOf(counts.answeredAt), on) <= 0
