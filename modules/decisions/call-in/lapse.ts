import { z } from 'zod'
import { democraticServices, monitoringOfficer, suspendClause } from '#authority'
import { longDay } from '#platform/days.ts'
import { ref, text, uuid } from '#platform/input.ts'
import type { DailyTask } from '#platform/module.ts'
import { ask, perform } from '#platform/perform.ts'
import { done, query, refused, useCase, type Work } from '#platform/use-case.ts'
import { findDecision } from '../store.ts'
import { callInOf, conclude, keepStep, lapsed, mayMoveOn, tell, theCallIn, type OnCallIn } from './process.ts'
import { reopenCallIn, runningCallIns, setHold, setCallInState } from './store.ts'

/** Records that the time of a step ran out, where the council's rule says that the decision then takes effect. */
export const letCallInLapse = useCase({
  name: 'decisions.let-call-in-lapse',
  title: 'Record that a call-in ran out of time',
  may: [democraticServices, monitoringOfficer],
  input: z.object({ ref, callIn: uuid }),
  async run(work, { ref, callIn: id }) {
    const outcome = await theCallIn(work, ref, id)
    if (!outcome.ok) return outcome
    const at = outcome.value
    const move = mayMoveOn(at, 'lapsed')
    if (!move.ok) return move
    const { due } = at.callIn
    if (!due || !lapsed(at, work.today)) {
      const step = at.callIn.state === 'valid' ? at.rule.hearing : at.rule.reconsideration
      return refused(
        'The call-in has not run out of time.',
        step?.otherwise !== 'takes-effect'
          ? 'Under the council’s rule it waits until it is dealt with.'
          : `It may be dealt with until ${due ? longDay(due) : 'a day that is not set'}.`,
      )
    }
    const waits = waitsForSomebody(at)
    if (waits !== null && work.actor.account === null)
      return refused('Whether its time ran out is for somebody to say.', waits)
    // The rule itself gives the decision effect: from the day after the last, whenever it comes to be recorded.
    const says = `The time for ${at.callIn.state === 'valid' ? 'a hearing' : 'reconsideration'} ran out on ${longDay(due)}. Under the council’s rule (${at.source}) the decision then takes effect.`
    await conclude(work, at, 'lapsed', { says }, due.add({ days: 1 }))
    return done({ ref })
  },
})

/**
 * What only a person can know: a hearing that was fixed in time may have been held and not be recorded yet, and a request that was
 * judged only after its time was kept waiting by officers, not by scrutiny. Null where nothing speaks against the lapse.
 */
function waitsForSomebody({ callIn: { state, due, hearing, steps } }: OnCallIn): string | null {
  if (state !== 'valid' || due === null) return null
  if (hearing !== null && Temporal.PlainDate.compare(hearing, due) <= 0)
    return `A hearing was fixed for ${longDay(hearing)}, in time. Record how it was heard, or that its time ran out.`
  const judged = steps.find(({ what }) => what === 'valid')?.on
  return judged && Temporal.PlainDate.compare(judged, due) > 0
    ? `It was judged on ${longDay(judged)}, after its time for a hearing.`
    : null
}

/** The call-ins whose time ran out by today, with nothing left for somebody to say. */
export const viewLapsing = query({
  name: 'decisions.view-lapsing',
  title: 'See which call-ins have run out of time',
  may: [democraticServices, monitoringOfficer],
  input: z.object({}),
  async run(work) {
    const over = (await runningCallIns(work.tx, work.council, 500)).filter(
      ({ due }) => due !== null && Temporal.PlainDate.compare(work.today, due) > 0,
    )
    const lapsing = []
    for (const { ref: of, callIn: id } of over) {
      const decision = await findDecision(work.tx, work.council, of)
      const at = decision && (await callInOf(work, decision, id))
      if (at && lapsed(at, work.today) && waitsForSomebody(at) === null) lapsing.push({ ref: of, callIn: id })
    }
    return done({ lapsing })
  },
})

/**
 * On each new day of a council, the call-ins whose time ran out are released by its own rule, each in a transaction of its own, so
 * that nobody has to think of it. Run again it finds them closed and does nothing.
 */
export const lapseDaily: DailyTask = {
  name: 'decisions.let-call-ins-lapse',
  async run(house, council) {
    const actor = { council, account: null, name: 'Remit, by the council’s call-in rule', roles: [democraticServices] }
    const found = await ask(house, viewLapsing, actor, {})
    if (!found.ok) return
    for (const one of found.value.lapsing) await perform(house, letCallInLapse, actor, one)
  },
}

/**
 * Takes a lapse back that should not have been: the hearing was held in time, or scrutiny was kept from it. From today the clauses
 * are suspended again; what was done under them meanwhile stays done. Its time is not counted again by itself.
 */
export const reopenLapsed = useCase({
  name: 'decisions.reopen-call-in',
  title: 'Take back that a call-in ran out of time',
  may: [democraticServices, monitoringOfficer],
  input: z.object({ ref, callIn: uuid, says: text(4000, 'Say why.') }),
  async run(work, { ref, callIn: id, says }) {
    const outcome = await theCallIn(work, ref, id)
    if (!outcome.ok) return outcome
    const at = outcome.value
    const { state, outcome: closed, releasedOn } = at.callIn
    if (state !== 'lapsed')
      return refused(
        'Only a lapse can be taken back.',
        closed === null ? 'The call-in is open.' : 'It was closed otherwise.',
      )
    if (at.decision.state === 'superseded')
      return refused(`${ref} cannot be suspended any more.`, 'Another decision has taken its place.')
    await suspendAgain(work, at)
    const before = at.callIn.steps.findLast(({ what }) => what === 'valid' || what === 'referred-back')
    const to = before?.what === 'referred-back' ? 'referred-back' : 'valid'
    await setCallInState(work.tx, work.council, id, to, null)
    await reopenCallIn(work.tx, work.council, id)
    await keepStep(work, at, 'reopened', { says, detail: releasedOn ? { from: work.today.toString() } : {} })
    await tell(work, at, 'reopened', says)
    return done({ ref })
  },
})

async function suspendAgain(work: Work, { decision, callIn }: OnCallIn): Promise<void> {
  const because = `called in on ${longDay(callIn.calledOn)}; that its time ran out was taken back`
  for (const { clause } of callIn.clauses) {
    const { hold } = await suspendClause(work, clause, 'call-in', because)
    await setHold(work.tx, work.council, callIn.callIn, clause, hold)
  }
  work.about(decision.ref)
}
