import { z } from 'zod'
import { democraticServices, findPost } from '#authority'
import { longDay } from '#platform/days.ts'
import { isoDay, ref, text, uuid, yesNo } from '#platform/input.ts'
import { done, invalid, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { conclude, keepStep, lapsed, mayMoveOn, moveOn, releaseDay, tell, theCallIn, type OnCallIn } from './process.ts'
import { callersAttended, dueBy, heardInTime } from './rules/dealt-with-in-time.ts'
import { mayGoToCouncil } from './rules/referred-to-council.ts'
import { setHearing } from './store.ts'

/** Fixes the day on which a committee hears a call-in, within the days of the council's rule. */
export const fixHearing = useCase({
  name: 'decisions.fix-hearing',
  title: 'Fix the hearing of a call-in',
  may: [democraticServices],
  input: z.object({ ref, callIn: uuid, body: text(81), on: isoDay }),
  async run(work, { ref, callIn: id, body, on }) {
    const outcome = await theCallIn(work, ref, id)
    if (!outcome.ok) return outcome
    const at = outcome.value
    const { tx, council, today } = work
    if (at.callIn.state !== 'valid')
      return refused(
        'No hearing can be fixed for this call-in.',
        'It has not been judged valid, or it is past its hearing.',
      )
    const post = await findPost(tx, council, body)
    if (post?.kind !== 'committee' || (at.rule.committees && !at.rule.committees.includes(body)))
      return invalid({ body: 'Choose a committee that hears call-ins.' })
    if (Temporal.PlainDate.compare(on, today) < 0)
      return invalid({ on: `A hearing is fixed for a day to come; ${longDay(on)} is past.` })
    const timely = heardInTime.check({
      within: at.rule.hearing ?? null,
      since: at.callIn.calledOn,
      on,
      calendar: at.rule.calendar,
    })
    const overdue = at.callIn.due !== null && Temporal.PlainDate.compare(today, at.callIn.due) > 0
    // Once the time is over, a late hearing is better than none where the decision waits for it.
    if (timely.outcome === 'not-met' && (!overdue || lapsed(at, today)))
      return refused('The hearing would come too late.', timely.says ?? '', 'Choose an earlier day.')
    await setHearing(tx, council, id, body, on)
    await keepStep(work, at, 'hearing-fixed', {
      says: null,
      detail: { body: post.title, hearing: on.toString(), ...(timely.outcome === 'not-met' && { late: true }) },
    })
    await tell(work, at, 'hearing-fixed', null)
    return done({ ref })
  },
})

const adviceInput = z.object({
  by: text(200, 'Say who advised.'),
  says: text(2000, 'Write what the officer advised.'),
  contrary: yesNo,
})

/**
 * Keeps what scrutiny made of a call-in: it lets the decision stand, refers it back to whoever decided with its comments, or
 * refers it to full council, where the council's rule lets it and with the statutory officers' advice.
 */
export const hearCallIn = useCase({
  name: 'decisions.hear-call-in',
  title: 'Record how a call-in was heard',
  may: [democraticServices],
  input: z.object({
    ref,
    callIn: uuid,
    body: text(81).optional(),
    heardOn: isoDay.optional(),
    attended: z.array(text(120)).max(100).default([]),
    outcome: z.enum(['released', 'referred-back', 'referred-to-council'], 'Choose what scrutiny decided.'),
    says: text(4000, 'Write what scrutiny recommends, and why.'),
    advice: z.array(adviceInput).max(4).default([]),
  }),
  async run(work, { ref, callIn: id, body: given, heardOn = work.today, attended, outcome: to, says, advice }) {
    const outcome = await theCallIn(work, ref, id)
    if (!outcome.ok) return outcome
    const at = outcome.value
    const move = mayMoveOn(at, to)
    if (!move.ok) return move
    if (at.callIn.state !== 'valid')
      return refused('Scrutiny has heard this call-in already.', [], 'Record what full council said of it instead.')
    const heard = await whoHeard(work, at, given, heardOn)
    if (!heard.ok) return heard
    const timely = heardInTime.check({
      within: at.rule.hearing ?? null,
      since: at.callIn.calledOn,
      on: heardOn,
      calendar: at.rule.calendar,
    })
    if (timely.outcome === 'not-met' && at.rule.hearing?.otherwise === 'takes-effect')
      return refused(
        'The call-in was not heard in time.',
        timely.says ?? '',
        'Under the rule the decision takes effect: record that its time ran out.',
      )
    if (to !== 'released') {
      const came = callersAttended.check({
        attend: at.rule.attend,
        callers: at.callIn.calledBy.map(({ name }) => name),
        attended,
      })
      if (came.outcome === 'not-met')
        return refused('Without those who called it in, scrutiny can only let the decision stand.', came.says ?? '')
    }
    const council = mayGoToCouncil.check({ callIn: at.rule, advice })
    if (to === 'referred-to-council' && council.outcome !== 'met')
      return refused(
        'Scrutiny cannot refer this decision to full council.',
        council.says ?? '',
        'Refer it back to whoever decided, or let it stand.',
      )
    const told = {
      says,
      detail: {
        body: heard.value,
        hearing: heardOn.toString(),
        attended,
        advice,
        ...(timely.outcome === 'not-met' && { late: true }),
      },
    }
    if (to === 'released') await conclude(work, at, to, told, releaseDay(at.rule, work.today))
    else
      await moveOn(
        work,
        at,
        to,
        told,
        to === 'referred-back' ? dueBy(at.rule.reconsideration, heardOn, at.rule.calendar) : null,
      )
    return done({ ref })
  },
})

// The committee for which the hearing was fixed, or one that is named now.
async function whoHeard(
  { tx, council, today }: Work,
  { callIn, rule }: OnCallIn,
  given: string | undefined,
  heardOn: Temporal.PlainDate,
): Promise<Outcome<string>> {
  const body = given ?? callIn.body
  const post = body === null ? null : await findPost(tx, council, body)
  if (post?.kind !== 'committee' || (rule.committees && !rule.committees.includes(post.post)))
    return invalid({ body: 'Choose the committee that heard it.' })
  if (Temporal.PlainDate.compare(heardOn, today) > 0)
    return invalid({ heardOn: `${longDay(heardOn)} is still to come.` })
  if (Temporal.PlainDate.compare(heardOn, callIn.calledOn) < 0)
    return invalid({ heardOn: `It was called in on ${longDay(callIn.calledOn)} and cannot have been heard before.` })
  return done(post.title)
}

/** Keeps what full council made of a called-in decision: it lets it stand, or refers it back with its views. */
export const recordCouncil = useCase({
  name: 'decisions.record-council-on-call-in',
  title: 'Record what full council said of a call-in',
  may: [democraticServices],
  input: z.object({
    ref,
    callIn: uuid,
    on: isoDay.optional(),
    outcome: z.enum(['released', 'referred-back'], 'Choose what Council decided.'),
    says: text(4000, 'Write what full council said.'),
  }),
  async run(work, { ref, callIn: id, on = work.today, outcome: to, says }) {
    const outcome = await theCallIn(work, ref, id)
    if (!outcome.ok) return outcome
    const at = outcome.value
    if (at.callIn.state !== 'referred-to-council') return refused('This call-in is not before full council.')
    if (Temporal.PlainDate.compare(on, work.today) > 0) return invalid({ on: `${longDay(on)} is still to come.` })
    if (Temporal.PlainDate.compare(on, at.callIn.calledOn) < 0)
      return invalid({ on: `It was called in on ${longDay(at.callIn.calledOn)}.` })
    const told = { says, detail: { hearing: on.toString(), body: 'Full Council' } }
    if (to === 'released') await conclude(work, at, to, told, releaseDay(at.rule, work.today))
    else await moveOn(work, at, to, told, dueBy(at.rule.reconsideration, on, at.rule.calendar))
    return done({ ref })
  },
})
