import { z } from 'zod'
import { democraticServices, monitoringOfficer } from '#authority'
import { eachDay, isWorkingDay, lastClearDay } from '#platform/days.ts'
import { ref, text, uuid, yesOrNo } from '#platform/input.ts'
import { done, useCase, type Work } from '#platform/use-case.ts'
import { conclude, mayMoveOn, moveOn, theCallIn, type OnCallIn } from './process.ts'
import { setCorrectBy } from './store.ts'

/**
 * Judges whether a request to call in is valid under the council's rule. One that is not is released at once; the days that the
 * judgement took are given back to those who asked, so that nobody can let the window run out by judging late.
 */
export const judgeCallIn = useCase({
  name: 'decisions.judge-call-in',
  title: 'Judge a call-in valid or not',
  may: [monitoringOfficer, democraticServices],
  input: z.object({
    ref,
    callIn: uuid,
    valid: yesOrNo('Choose whether it is valid.'),
    says: text(4000, 'Say why it is valid, or why not.'),
  }),
  async run(work, { ref, callIn: id, valid, says }) {
    const outcome = await theCallIn(work, ref, id)
    if (!outcome.ok) return outcome
    const at = outcome.value
    const to = valid ? 'valid' : 'invalid'
    const move = mayMoveOn(at, to)
    if (!move.ok) return move
    if (to === 'valid') await moveOn(work, at, to, { says }, at.callIn.due)
    else {
      const correctBy = putRightBy(work, at)
      if (correctBy) await setCorrectBy(work.tx, work.actor.council, id, correctBy)
      await conclude(work, at, to, { says, detail: correctBy ? { due: correctBy.toString() } : {} }, work.today)
    }
    return done({ ref })
  },
})

/** The days of the window that were left when the request came, at least one, counted anew from today. A second try gets no more. */
function putRightBy(
  { today }: Work,
  { decision: { callInLastDay }, callIn: { calledOn }, rule }: OnCallIn,
): Temporal.PlainDate | null {
  if (!callInLastDay || Temporal.PlainDate.compare(calledOn, callInLastDay) > 0) return null
  const working = rule.unit === 'clear-working'
  const left = [...eachDay(calledOn.add({ days: 1 }), callInLastDay.add({ days: 1 }))].filter(
    (day) => !working || isWorkingDay(day, rule.calendar),
  ).length
  const until = lastClearDay(today, Math.max(left, 1), working ? 'working' : 'calendar', rule.calendar)
  return Temporal.PlainDate.compare(until, callInLastDay) > 0 ? until : callInLastDay
}
