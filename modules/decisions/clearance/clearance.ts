import { longDay, plainDay } from '#platform/days.ts'
import type { Outcome } from './store.ts'
import { changesBetween, changeWords, hashOf, type ClearedText } from './text.ts'

export const outcomes = ['cleared', 'cleared-with-comments', 'refused'] as const

/** A clearance as it was asked for and answered. */
export type Clearance = {
  clearance: string
  key: string
  title: string
  post: string
  postTitle: string
  askedAt: Temporal.Instant
  askedBy: string
  askedByName: string
  note: string | null
  due: Temporal.PlainDate
  hash: string
  /** The text to be cleared, as canonical JSON. */
  text: string
  outcome: Outcome | null
  says: string | null
  answeredAt: Temporal.Instant | null
  answeredBy: string | null
  withdrawnAt: Temporal.Instant | null
  withdrawnBy: string | null
  withdrawnBecause: string | null
  voidedAt: Temporal.Instant | null
  voidedBy: string | null
}

/** How a clearance stands against the text as it is now. Only `good` lets a draft go on. */
export type Standing = 'not asked' | 'waiting' | 'good' | 'void' | 'refused' | 'withdrawn'

/** The text that a clearance was asked for. */
export const textOf = ({ text }: Pick<Clearance, 'text'>): ClearedText => JSON.parse(text) as ClearedText

/** How one clearance stands: it holds exactly while the text is what was cleared. */
export function standingOf(
  { outcome, hash, withdrawnAt }: Pick<Clearance, 'outcome' | 'hash' | 'withdrawnAt'>,
  now: string,
): Exclude<Standing, 'not asked'> {
  if (withdrawnAt !== null) return 'withdrawn'
  if (hash !== now) return 'void'
  return outcome === null ? 'waiting' : outcome === 'refused' ? 'refused' : 'good'
}

/**
 * Of all that was asked under one key, in the order of asking, what counts for this text: the last answer given to it, else the request that waits, else
 * the last clearance of another text. A change that is undone makes an older clearance count again.
 */
export function counting(asked: readonly Clearance[], now: string): Clearance | null {
  const live = asked.filter(({ withdrawnAt }) => withdrawnAt === null)
  const same = live.filter(({ hash }) => hash === now)
  return (
    same.findLast(({ outcome }) => outcome !== null)
    ?? same.at(-1)
    ?? live.findLast(({ outcome }) => outcome !== null && outcome !== 'refused')
    ?? live.at(-1)
    ?? null
  )
}

/** "3 August 2022, 14:05", in London. */
export function timeWords(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO('Europe/London')
  return `${plainDay(local.toPlainDate())}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** The day in London of an answer. */
export const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('Europe/London').toPlainDate()

/** How a clearance stands, in a sentence that says what changed and by whom where it is void. */
export function standingWords(one: Clearance, now: ClearedText): string {
  const { title, postTitle, askedAt, answeredAt, answeredBy, due, says } = one
  const comments = says === null ? '' : ` (${says})`
  // Another post than those of the council’s list goes by its own title, which need not be said twice.
  const name = title === postTitle ? '' : `${title}: `
  switch (standingOf(one, hashOf(now))) {
    case 'withdrawn':
      return `${title}: withdrawn by ${one.withdrawnBy ?? ''} (${one.withdrawnBecause ?? ''}).`
    case 'waiting':
      return `${name === '' ? 'It' : title} waits for the ${postTitle}: asked on ${timeWords(askedAt)}, to be answered by ${longDay(due)}.`
    case 'good':
      return `${name}${answeredBy ?? ''} for the ${postTitle} cleared the text of ${timeWords(askedAt)}${one.outcome === 'cleared-with-comments' ? ', with comments' : ''}.`
    case 'refused':
      return `${name}${answeredBy ?? ''} for the ${postTitle} refused to clear the text of ${timeWords(askedAt)}${comments}.`
    case 'void': {
      const what = changeWords(changesBetween(textOf(one), now))
      const since = `changed since${one.voidedBy === null ? '' : ` by ${one.voidedBy}`}: ${what}`
      if (answeredAt === null)
        return `${name === '' ? 'It' : title} was asked of the ${postTitle} for the text of ${timeWords(askedAt)}; ${since}. Send it again.`
      return one.outcome === 'refused'
        ? `${name}${answeredBy ?? ''} for the ${postTitle} refused to clear the text of ${timeWords(askedAt)}${comments}; ${since}. Send it again.`
        : `${name}${answeredBy ?? ''} for the ${postTitle} cleared the text of ${timeWords(askedAt)}; ${since}.`
    }
  }
}

/** An answer in words. */
export const outcomeWords = (outcome: string): string =>
  outcome === 'cleared' ? 'cleared' : outcome === 'cleared-with-comments' ? 'cleared with comments' : 'refused to clear'
