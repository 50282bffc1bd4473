import { releaseClauseFrom } from '#authority'
import { longDay } from '#platform/days.ts'
import { done, missing, refused, type Outcome, type Work } from '#platform/use-case.ts'
import { ruleOf } from '../clock.ts'
import { operative, type Decision } from '../decision.ts'
import { theDecision } from '../draft.ts'
import { writeRegister } from '../register.ts'
import { callInRuleOfDecision, findDecision } from '../store.ts'
import type { CallInRule } from './rules/call-in-window.ts'
import { dueBy } from './rules/dealt-with-in-time.ts'
import { callInMoves, stateWords, type CallInState, type ClosedState } from './states.ts'
import { callInsOf, closeCallIn, insertStep, setCallInState, type CallIn, type StepDetail } from './store.ts'
import { putWindow } from './window-store.ts'

/** A call-in that is about to move on, with its decision locked and the rule as it was when the decision was published. */
export type OnCallIn = { decision: Decision; callIn: CallIn; rule: CallInRule; source: string }

/** Finds a call-in of a decision, the decision's row locked; the refusal names what is not there. */
export async function theCallIn(work: Work, ref: string, id: string): Promise<Outcome<OnCallIn>> {
  const outcome = await theDecision(work, ref)
  if (!outcome.ok) return outcome
  const at = await callInOf(work, outcome.value, id)
  return at ? done(at) : missing(`${ref} has no such call-in.`)
}

/** A call-in of a decision with the rule that it runs under, or null. */
export async function callInOf(
  { tx, council }: Pick<Work, 'tx' | 'council'>,
  decision: Decision,
  id: string,
): Promise<OnCallIn | null> {
  const callIn = (await callInsOf(tx, council, decision.decision)).find((one) => one.callIn === id)
  const kept = await callInRuleOfDecision(tx, council, decision.decision)
  if (!callIn || !kept) return null
  return { decision, callIn, rule: ruleOf(kept.rule), source: kept.source ?? 'the council’s call-in rule' }
}

/** Whether a call-in may move on; the refusal says how it stands. */
export function mayMoveOn({ callIn: { state, releasedOn } }: OnCallIn, to: CallInState): Outcome<null> {
  if (callInMoves[state].includes(to)) return done(null)
  return refused(
    'The call-in cannot move on like that.',
    `${stateWords[state]}${releasedOn ? ` on ${longDay(releasedOn)}` : ''}.`,
  )
}

export type Told = { says: string | null; detail?: StepDetail }

/** Writes a step that leads to another state which is not the end, with the day by which the next is due. */
export async function moveOn(
  work: Work,
  at: OnCallIn,
  to: CallInState,
  told: Told,
  due: Temporal.PlainDate | null,
): Promise<void> {
  const { tx, council } = work
  await setCallInState(tx, council, at.callIn.callIn, to, due)
  await keepStep(work, at, to, { ...told, detail: { ...told.detail, ...(due && { due: due.toString() }) } })
  await tell(work, at, to, told.says)
}

/** Ends a call-in: from `from` the clauses stand again, and what reconsideration ended stays ended. */
export async function conclude(
  work: Work,
  at: OnCallIn,
  to: ClosedState,
  told: Told,
  from: Temporal.PlainDate,
): Promise<void> {
  const { tx, council } = work
  for (const { hold } of at.callIn.clauses) await releaseClauseFrom(work, hold, from)
  await setCallInState(tx, council, at.callIn.callIn, to, null)
  await closeCallIn(tx, council, at.callIn.callIn, { outcome: to, on: from, says: told.says })
  await keepStep(work, at, to, { ...told, detail: { ...told.detail, from: from.toString() } })
  await tell(work, at, to, told.says)
  work.announce('decisions.released', { ref: at.decision.ref, title: at.decision.title })
}

export const keepStep = (
  { tx, actor, now, today }: Work,
  { callIn: { callIn } }: OnCallIn,
  what: string,
  { says, detail = {} }: Told,
) =>
  insertStep(tx, actor.council, callIn, {
    what,
    on: today,
    at: now,
    by: actor.name,
    account: actor.account,
    says,
    detail,
  })

/** Brings the public document and the window up to date, and announces what happened. */
export async function tell(
  work: Work,
  { decision, callIn: { callIn } }: { decision: Decision; callIn: Pick<CallIn, 'callIn'> },
  to: string,
  says: string | null,
): Promise<void> {
  await writeWindow(work, decision.ref)
  await writeRegister(work, decision.ref)
  work.announce('decisions.call-in-moved', {
    ref: decision.ref,
    title: decision.title,
    callIn,
    to,
    says,
    maker: decision.maker,
  })
}

/** From when a clause that is released stands again: today, or tomorrow where the council's rule says so. */
export const releaseDay = ({ releasedFrom }: CallInRule, today: Temporal.PlainDate): Temporal.PlainDate =>
  releasedFrom === 'day-after' ? today.add({ days: 1 }) : today

/** Whether the time for a step is over under a rule by which the decision then takes effect. */
export const lapsed = ({ callIn: { state, due }, rule }: OnCallIn, today: Temporal.PlainDate): boolean => {
  const within = state === 'valid' ? rule.hearing : state === 'referred-back' ? rule.reconsideration : undefined
  return within?.otherwise === 'takes-effect' && due !== null && Temporal.PlainDate.compare(today, due) > 0
}

export const hearingDue = (
  { hearing, calendar }: CallInRule,
  calledOn: Temporal.PlainDate,
): Temporal.PlainDate | null => dueBy(hearing, calledOn, calendar)

/** The clauses of a decision that may still be called in: they decide, are in no open call-in, and the rule lets them be. */
export function openToCallIn(decision: Decision, callIns: readonly CallIn[], rule: CallInRule): string[] {
  if (rule.onceOnly && callIns.some(({ outcome }) => outcome !== 'invalid' && outcome !== 'withdrawn')) return []
  const taken = new Set(
    callIns.filter(({ outcome }) => outcome === null).flatMap(({ clauses }) => clauses.map(({ clause }) => clause)),
  )
  return decision.clauses
    .filter(({ clause, verb }) => operative.includes(verb) && !taken.has(clause))
    .map(({ clause }) => clause)
}

/** The last day on which a decision may be called in, which officers' time for judging a first request may have moved. */
export function lastDayOf(decision: Decision, callIns: readonly CallIn[]): Temporal.PlainDate | null {
  const days = [decision.callInLastDay, ...callIns.map(({ correctBy }) => correctBy)].filter((one) => one !== null)
  return days.toSorted((a, b) => Temporal.PlainDate.compare(a, b)).at(-1) ?? null
}

/** Writes until when what may be called in, for scrutiny's desk and the public calendar. */
export async function writeWindow({ tx, council, now }: Work, ref: string): Promise<void> {
  const decision = await findDecision(tx, council, ref)
  const kept = decision && (await callInRuleOfDecision(tx, council, decision.decision))
  if (!decision?.effectiveOn || !kept) return
  const callIns = await callInsOf(tx, council, decision.decision)
  const lastDay = lastDayOf(decision, callIns)
  if (!lastDay) return
  const rule = ruleOf(kept.rule)
  const closesAt = decision.callInLastDay?.equals(lastDay) ? (rule.cutoffTime ?? null) : null
  await putWindow(
    tx,
    council,
    decision.decision,
    {
      ref,
      lastDay,
      closesAt,
      effectiveOn: decision.effectiveOn,
      clauses: openToCallIn(decision, callIns, rule).length,
    },
    now,
  )
}
