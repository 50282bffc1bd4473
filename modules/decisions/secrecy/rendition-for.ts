import {
  clearingOfficer,
  decisionMaker,
  democraticServices,
  financeOfficer,
  keptCeilings,
  monitoringOfficer,
  officer,
  postsHeldBy,
  scrutiny,
} from '#authority'
import { pounds } from '#platform/money.ts'
import type { Decision } from '../decision.ts'
import { callInsOf } from '../call-in/store.ts'
import type { Asked } from '../part.ts'
import { publicRendition } from './rendition.ts'
import { passagesOf, restrictionWords, type Restriction } from './restriction.ts'
import { memberMayRead } from './rules/member-may-read.ts'
import { restrictionsOf } from './store.ts'

/** Officers whose work is the record see all of it. */
const workOnIt: readonly string[] = [officer, democraticServices, monitoringOfficer, financeOfficer, clearingOfficer]

/** Whether somebody's work is records, whoever decides them: they see each whole. */
export const worksOnRecords = ({ account, roles }: Asked['actor']): boolean =>
  account !== null && workOnIt.some((role) => roles.includes(role))

/**
 * What this reader sees of a record. `hidden` is withheld from them until they ask; of it they may ask to read what is in
 * `readable`, and each such reading is journalled. Whoever works on the record or decides it sees it whole; the public, and
 * staff who have nothing to do with it, only what is public; another council nothing, for the database shows it none.
 */
export async function renditionFor(
  { tx, actor, today }: Asked,
  decision: Decision,
): Promise<{ hidden: Restriction[]; readable: Restriction[] }> {
  const withheld = await restrictionsOf(tx, actor.council, decision.decision)
  if (withheld.length === 0 || worksOnRecords(actor)) return { hidden: [], readable: [] }
  if (actor.account === null) return { hidden: withheld, readable: [] }
  const held = actor.roles.includes(decisionMaker)
    ? await postsHeldBy(tx, actor.council, actor.account, decision.decidedOn ?? today)
    : []
  if (held.some(({ post }) => post === decision.maker)) return { hidden: [], readable: [] }
  if (!actor.roles.includes(decisionMaker) && !actor.roles.includes(scrutiny)) return { hidden: withheld, readable: [] }
  const scrutinises =
    actor.roles.includes(scrutiny) && (await isBeforeScrutiny({ tx, council: actor.council, today }, decision))
  const readable = withheld.filter(
    ({ kind, paragraphs }) =>
      memberMayRead.check({ kind, paragraphs: paragraphs.map(({ paragraph }) => paragraph), scrutinises }).outcome
      === 'met',
  )
  return { hidden: withheld, readable }
}

// While it can be called in, and for as long as a call-in of it is open.
async function isBeforeScrutiny(
  { tx, council, today }: Pick<Asked, 'tx' | 'council' | 'today'>,
  { state, decision, callInLastDay }: Decision,
): Promise<boolean> {
  if (state !== 'published') return false
  if (callInLastDay && Temporal.PlainDate.compare(today, callInLastDay) <= 0) return true
  return (await callInsOf(tx, council, decision)).some(({ outcome }) => outcome === null)
}

/** An answer about a record as this reader may have it: every text in it without what is hidden from them. */
export async function asSeenBy<Answer>(asked: Asked, decision: Decision, answer: Answer): Promise<Answer> {
  const { hidden } = await renditionFor(asked, decision)
  return publicRendition(answer, passagesOf(hidden))
}

/** The words of a record for everybody: what is withheld is taken out of each text that goes through it, and `amended` ceilings to come. */
export async function publicWords(
  { tx, council }: Pick<Asked, 'tx' | 'council'>,
  { decision, ref }: Pick<Decision, 'decision' | 'ref'>,
  amended: readonly bigint[] = [],
): Promise<<T>(given: T) => T> {
  const restrictions = await restrictionsOf(tx, council, decision)
  const passages = passagesOf(restrictions)
  // What a clause was amended to give is withheld with what it gave before.
  const ceiling = restrictions.find(({ place }) => place === 'ceiling')
  if (ceiling)
    for (const pence of [...amended, ...(await keptCeilings(tx, council, ref))])
      passages.push({ passage: pounds(pence), says: restrictionWords(ceiling), pence })
  return (given) => publicRendition(given, passages)
}

/** Whether the value of a record is withheld. */
export const isValueWithheld = async (
  tx: Asked['tx'],
  council: string,
  { decision }: Pick<Decision, 'decision'>,
): Promise<boolean> => (await restrictionsOf(tx, council, decision)).some(({ place }) => place === 'value')
