import { randomUUID } from 'node:crypto'
import { longDay } from '#platform/days.ts'
import { pounds, type Pence } from '#platform/money.ts'
import { done, refused, type Outcome, type Work } from '#platform/use-case.ts'
import type { Ceiling, Evidence, Mandate } from './mandate.ts'
import { powers, powerWords, type Power } from './powers.ts'
import { objections, weigh, type Weighed } from './rules/index.ts'
import { inTheWay, nextStep } from './rules/nothing-holds-it.ts'
import { stopsOf } from './stops.ts'
import {
  candidates,
  findMandate,
  findPost,
  insertAct,
  insertReport,
  lockMandate,
  postsThatMay,
  standingOf,
} from './store.ts'
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
  const { tx, council } = work
  if (Temporal.PlainDate.compare(asked.day, work.today) > 0) {
    return refused(
      'An act is recorded once it is done.',
      `${longDay(asked.day)} is still to come; today is ${longDay(work.today)}.`,
      'Record it on the day, or correct the date.',
    )
  }
  if (!powers[asked.power].valued && asked.value !== 0n) {
    return refused(
      `The power to ${powerWords(asked.power)} commits no money.`,
      `A value of ${pounds(asked.value)} was given.`,
      'Leave the value out, or choose the power that commits it.',
    )
  }
  const chosen = await choose(work, asked)
  if (!chosen.ok) return chosen
  const mandate = await lockMandate(tx, council, chosen.value)
  if (!mandate) throw new Error(`The mandate ${chosen.value} vanished.`)
  const [weighing] = await weighingsOf(work, [mandate.mandate], asked)
  if (!weighing) throw new Error(`The mandate ${mandate.ref} vanished.`)
  const weighed = weigh(weighing)
  const against = objections(weighed)
  if (against.length) return noAuthority(weighing, against)
  const stops = await stopsOf(tx, council, asked)
  if (stops.length)
    return refused(
      `${asked.recordRef} is not as far as that.`,
      stops,
      'Do it once what it waits for has taken effect, or correct the timeline if it is wrong.',
    )

  const act = randomUUID()
  const doneBy = asked.doneBy ?? weighing.holders.join(' and ')
  const written = {
    act,
    mandate: mandate.mandate,
    post: asked.post,
    doneBy,
    power: asked.power,
    subject: asked.subject,
    what: asked.what,
    value: asked.value,
    day: asked.day,
    evidence: asked.evidence ?? [],
    recordRef: asked.recordRef ?? null,
    undoes: null,
    recordedBy: work.actor.account,
  }
  const ref = await insertAct(tx, council, written, work.now)
  for (const condition of mandate.conditions) {
    if (condition.kind === 'report-back')
      await insertReport(tx, council, {
        act,
        mandate: mandate.mandate,
        condition: condition.key,
        due: asked.day.add({ days: condition.withinDays }),
      })
  }
  work.seal('act', ref, sealedAct({ ...written, ref, mandateRef: mandate.ref }))
  work.announce('authority.exercised', { act: ref, mandate: mandate.ref, power: asked.power })
  return done({ act, ref, mandate, ceiling: effectiveCeiling(weighing), weighed })
}

type ToSeal = {
  ref: string
  mandateRef: string
  post: string
  doneBy: string
  power: string
  subject: string
  what: string
  value: Pence
  day: Temporal.PlainDate
  retrospective?: string | null
}

/** What the journal binds of an act: all that must never change. */
export const sealedAct = ({
  ref,
  mandateRef,
  post,
  doneBy,
  power,
  subject,
  what,
  value,
  day,
  retrospective,
}: ToSeal) => ({
  ref,
  mandate: mandateRef,
  post,
  doneBy,
  power,
  subject,
  what,
  value,
  day,
  ...(retrospective ? { retrospective } : {}),
})

type Asked = Pick<Exercise, 'post' | 'power' | 'subject' | 'value' | 'day' | 'evidence' | 'recordRef'>

/** The facts about mandates for an attempt, as they stand in this transaction, in the order asked for. */
export async function weighingsOf(
  { tx, council }: Pick<Work, 'tx' | 'council'>,
  mandates: string[],
  asked: Asked,
): Promise<Weighing[]> {
  const found = await standingOf(tx, council, mandates, asked)
  const vacant = found.some(({ holders }) => !holders.length)
  const couldAct = vacant ? await postsThatMay(tx, council, asked) : []
  return found.map(({ postTitle, ...bearing }) => ({
    attempt: {
      post: asked.post,
      postTitle,
      power: asked.power,
      subject: asked.subject,
      value: asked.value,
      day: asked.day,
      evidence: asked.evidence ?? [],
    },
    couldAct,
    ...bearing,
  }))
}

const few = 8

// Without a named mandate: the first that allows the act, else the nearest, so that the refusal is about what was likely meant.
async function choose(work: Work, asked: Exercise): Promise<Outcome<string>> {
  const { tx, council } = work
  if (asked.under) {
    const named = await findMandate(tx, council, asked.under)
    return named
      ? done(named.mandate)
      : refused(
          `There is no mandate ${asked.under}.`,
          [],
          'Check the reference, or leave it out to have the right one found.',
        )
  }
  const tried: { mandate: string; against: number }[] = []
  // A few at a time: of thousands that a post may hold the first that covers the subject nearly always allows the act.
  for (const usable of [true, false]) {
    for (let skip = 0, more = true; more; skip += few) {
      const some = await candidates(tx, council, asked, { usable, skip, size: few })
      for (const weighing of await weighingsOf(work, some, asked)) {
        const against = objections(weigh(weighing)).length
        if (!against) return done(weighing.mandate.mandate)
        tried.push({ mandate: weighing.mandate.mandate, against })
      }
      more = usable && some.length === few && skip < 200
    }
    const [nearest] = tried.toSorted((a, b) => a.against - b.against)
    if (nearest) return done(nearest.mandate)
  }
  const post = await findPost(tx, council, asked.post)
  return refused(
    `The ${post?.title ?? `post ${asked.post}`} may not ${powerWords(asked.power)}.`,
    'No decision and no entry in the scheme of delegation gives it that power.',
    'Ask for a decision that delegates it, or have the act done by the post that holds the power.',
  )
}

function noAuthority(weighing: Weighing, against: string[]): Outcome<never> {
  const { attempt, mandate } = weighing
  const [held] = inTheWay(weighing)
  return refused(
    `The ${attempt.postTitle} has no authority for this: ${powerWords(attempt.power)}${attempt.value ? ` worth ${pounds(attempt.value)}` : ''} on ${longDay(attempt.day)}.`,
    against,
    held ? nextStep(held) : `See what ${mandate.ref} allows, and which decision could allow more.`,
  )
}
