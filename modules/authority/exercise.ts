import { randomUUID } from 'node:crypto'
import { longDay } from '#platform/days.ts'
import { pounds, type Pence } from '#platform/money.ts'
import { done, refused, type Outcome, type Work } from '#platform/use-case.ts'
import type { Ceiling, Evidence, Mandate } from './mandate.ts'
import { powers, powerWords, type Power } from './powers.ts'
import { objections, weigh, type Weighed } from './rules/index.ts'
import { candidates, findMandate, insertAct, insertReport, lockMandate, mandateById, standing } from './store.ts'
import { effectiveCeiling, type Weighing } from './weighing.ts'

/** An exercise of a power, as a use case asks for it. */
export type Exercise = {
  /** The post that acts. Whether the person at the keyboard holds it is for the use case to say; see `doneBy`. */
  post: string
  power: Power
  subject: string
  value: Pence
  day: Temporal.PlainDate
  /** What was done, in a few words that may be published: "Contract signed with Brookfield Care". */
  what: string
  evidence?: Evidence[]
  /** The reference of the mandate to use; without it the narrowest that allows the act is found. */
  under?: string
  /** The record that this act belongs to, for its thread. */
  recordRef?: string
  /** Who acted, when the council's records say so themselves; default: whoever held the post that day. */
  doneBy?: string
}

export type Exercised = { act: string; ref: string; mandate: Mandate; ceiling: Ceiling; weighed: Weighed[] }

/**
 * Exercises a power: locks a mandate, weighs the attempt against all that bears on it, and writes the act and its ledger row,
 * or refuses with every reason. Two who exercise one mandate at the same moment take turns at its row, so that together they
 * cannot overspend it.
 *
 * Law 1: no act without authority in effect. Law 2: authority is conserved.
 */
export async function exercise(work: Work, asked: Exercise): Promise<Outcome<Exercised>> {
  const { tx, actor: { council } } = work
  if (Temporal.PlainDate.compare(asked.day, work.today) > 0) {
    return refused('An act is recorded once it is done.', `${longDay(asked.day)} is still to come; today is ${longDay(work.today)}.`, 'Record it on the day, or correct the date.')
  }
  if (!powers[asked.power].valued && asked.value !== 0n) {
    return refused(`The power to ${powerWords(asked.power)} commits no money.`, `A value of ${pounds(asked.value)} was given.`, 'Leave the value out, or choose the power that commits it.')
  }
  const chosen = await choose(work, asked)
  if (!chosen.ok) return chosen
  const mandate = await lockMandate(tx, council, chosen.value)
  if (!mandate) throw new Error(`The mandate ${chosen.value} vanished.`)
  const weighing = await weighingOf(work, mandate, asked)
  const weighed = weigh(weighing)
  const against = objections(weighed)
  if (against.length) return noAuthority(weighing, against)

  const act = randomUUID()
  const doneBy = asked.doneBy ?? weighing.holders.join(' and ')
  const written = { act, mandate: mandate.mandate, post: asked.post, doneBy, power: asked.power, subject: asked.subject, what: asked.what, value: asked.value, day: asked.day, evidence: asked.evidence ?? [], recordRef: asked.recordRef ?? null, undoes: null, recordedBy: work.actor.account }
  const ref = await insertAct(tx, council, written, work.now)
  for (const condition of mandate.conditions) {
    if (condition.kind === 'report-back') await insertReport(tx, council, { act, mandate: mandate.mandate, condition: condition.key, due: asked.day.add({ days: condition.withinDays }) })
  }
  work.seal('act', ref, sealedAct({ ...written, ref, mandateRef: mandate.ref }))
  work.announce('authority.exercised', { act: ref, mandate: mandate.ref, power: asked.power })
  return done({ act, ref, mandate, ceiling: effectiveCeiling(weighing), weighed })
}

/** What the journal binds of an act: all that must never change. */
export const sealedAct = (act: { ref: string; mandateRef: string; post: string; doneBy: string; power: string; subject: string; what: string; value: Pence; day: Temporal.PlainDate }) =>
  ({ ref: act.ref, mandate: act.mandateRef, post: act.post, doneBy: act.doneBy, power: act.power, subject: act.subject, what: act.what, value: act.value, day: act.day })

/** The facts about one mandate for an attempt, as they stand in this transaction. */
export async function weighingOf(work: Pick<Work, 'tx' | 'actor'>, mandate: Mandate, asked: Pick<Exercise, 'post' | 'power' | 'subject' | 'value' | 'day' | 'evidence'>): Promise<Weighing> {
  const { postTitle, ...bearing } = await standing(work.tx, work.actor.council, mandate, asked)
  return {
    attempt: { post: asked.post, postTitle, power: asked.power, subject: asked.subject, value: asked.value, day: asked.day, evidence: asked.evidence ?? [] },
    mandate,
    ...bearing,
  }
}

// Without a named mandate: the first that allows the act, else the nearest, so that the refusal is about what was likely meant.
async function choose(work: Work, asked: Exercise): Promise<Outcome<string>> {
  const { tx, actor: { council } } = work
  if (asked.under) {
    const named = await findMandate(tx, council, asked.under)
    return named ? done(named.mandate) : refused(`There is no mandate ${asked.under}.`, [], 'Check the reference, or leave it out to have the right one found.')
  }
  let nearest: { mandate: string; against: number } | null = null
  for (const { mandate } of await candidates(tx, council, asked.post, asked.power)) {
    const found = await mandateById(tx, council, mandate)
    if (!found) continue
    const against = objections(weigh(await weighingOf(work, found, asked))).length
    if (!against) return done(mandate)
    if (!nearest || against < nearest.against) nearest = { mandate, against }
  }
  if (nearest) return done(nearest.mandate)
  return refused(`The post ${asked.post} may not ${powerWords(asked.power)}.`, 'No decision and no entry in the scheme of delegation gives it that power.', 'Ask for a decision that delegates it, or have the act done by the post that holds the power.')
}

function noAuthority({ attempt, mandate }: Weighing, against: string[]): Outcome<never> {
  return refused(
    `The ${attempt.postTitle} has no authority for this: ${powerWords(attempt.power)}${attempt.value ? ` worth ${pounds(attempt.value)}` : ''} on ${longDay(attempt.day)}.`,
    against,
    `See what ${mandate.ref} allows, and which decision could allow more.`,
  )
}
