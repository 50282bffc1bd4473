import { withoutSums } from '#platform/sums.ts'
import type { Work } from '#platform/use-case.ts'
import {
  deleteUnpublished,
  insertUnpublished,
  keepAmountsOf,
  markAmounts,
  openValue,
  postsHeld,
  publicEyes,
  withholdValue,
} from './amounts-store.ts'
import { clearingOfficer, democraticServices, financeOfficer, isStaff, monitoringOfficer, officer } from './roles.ts'
import { mandatesOfDecision, showMandateWords } from './store.ts'

/**
 * Which amounts that the public is not shown a reader sees: all of them, or those of the posts that they hold; and whether they see
 * what was done to decide a record that is not published yet.
 */
export type Sees = { all: boolean; posts: string[]; unpublished: boolean }

const workWithThem: readonly string[] = [
  officer,
  democraticServices,
  monitoringOfficer,
  financeOfficer,
  clearingOfficer,
]

/** What somebody sees of amounts that are withheld: officers whose work they are, all; whoever holds a post, that post's own. */
export async function amountsSeenBy({ tx, actor, today }: Pick<Work, 'tx' | 'actor' | 'today'>): Promise<Sees> {
  if (actor.account === null) return publicEyes
  const unpublished = isStaff(actor)
  if (workWithThem.some((role) => actor.roles.includes(role))) return { all: true, posts: [], unpublished }
  return { all: false, posts: await postsHeld(tx, actor.account, today), unpublished }
}

/** What stands in the place of an amount. */
export const amountWithheld = 'Withheld'

/**
 * Keeps the amounts of some mandates of a decision from the public, or shows them again, and so for all that was passed on from them;
 * `value` does the same for what the acts about the decision were worth.
 */
export async function keepAmounts(
  { tx, council }: Work,
  decisionRef: string,
  { mandates, value }: { mandates: readonly string[]; value: boolean },
): Promise<void> {
  const passedOn = new Set(
    (await mandatesOfDecision(tx, council, decisionRef)).filter(({ parent }) => parent !== null).map(({ ref }) => ref),
  )
  for (const { ref, words, kept } of await markAmounts(tx, council, decisionRef, mandates))
    if (passedOn.has(ref)) await showMandateWords(tx, council, ref, kept ? withoutSums(words) : null)
  await (value ? withholdValue(tx, council, decisionRef) : openValue(tx, council, decisionRef))
}

/**
 * Keeps from the public what is done to decide a record until it is published: that it was done, in which words, for how much. Called
 * before the first such act.
 */
export const keepUnpublished = ({ tx, council }: Work, record: string) => insertUnpublished(tx, council, record)

/** Shows what was done to decide a record, which is published now. */
export const showPublished = ({ tx, council }: Work, record: string) => deleteUnpublished(tx, council, record)

/** A part that was just passed on keeps its amounts where what it comes from does. */
export async function inheritAmounts({ tx, council }: Work, child: string, parent: string): Promise<void> {
  const [kept] = await keepAmountsOf(tx, council, child, parent)
  if (kept) await showMandateWords(tx, council, child, withoutSums(kept.words))
}
