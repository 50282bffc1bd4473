import { z } from 'zod'
import { democraticServices, scrutiny } from '#authority'
import { longDay } from '#platform/days.ts'
import { ref, text, uuid } from '#platform/input.ts'
import { done, refused, useCase } from '#platform/use-case.ts'
import { callersNamed, membersOn } from './callers.ts'
import { conclude, keepStep, mayMoveOn, releaseDay, tell, theCallIn } from './process.ts'
import { enoughMayCallIn } from './rules/who-may-call-in.ts'
import { setCallers } from './store.ts'

/**
 * Takes a name off a call-in. It is withdrawn once those who are left are no longer enough. Democratic services record that all
 * have withdrawn in writing; whoever brought it withdraws it for those who were only named.
 */
export const withdrawCallIn = useCase({
  name: 'decisions.withdraw-call-in',
  title: 'Withdraw from a call-in',
  may: [scrutiny, democraticServices],
  input: z.object({ ref, callIn: uuid, says: text(4000, 'Say why it is withdrawn.') }),
  async run(work, { ref, callIn: id, says }) {
    const outcome = await theCallIn(work, ref, id)
    if (!outcome.ok) return outcome
    const at = outcome.value
    const move = mayMoveOn(at, 'withdrawn')
    if (!move.ok) return move
    const { tx, actor, today } = work
    const mine = at.callIn.calledBy.find(
      ({ account, withdrawn }) => account !== null && account === actor.account && withdrawn === undefined,
    )
    const forAll =
      actor.roles.includes(democraticServices)
      || (actor.account === at.callIn.by
        && at.callIn.calledBy.every(({ account }) => account === null || account === actor.account))
    if (!mine && !forAll) return refused('Only those who called it in can withdraw.', `They are ${at.callIn.callers}.`)
    const left = forAll ? [] : at.callIn.calledBy.filter((one) => one !== mine && one.withdrawn === undefined)
    const { callers } = callersNamed(
      left.map(({ name }) => name),
      await membersOn(tx, actor.council, at.rule, at.callIn.calledOn),
    )
    const enough =
      left.length > 0
      && enoughMayCallIn.check({ callIn: at.rule, callers, heldOn: longDay(at.callIn.calledOn) }).outcome === 'met'
    if (enough && mine) {
      await setCallers(
        tx,
        actor.council,
        id,
        at.callIn.calledBy.map((one) => (one === mine ? { ...one, withdrawn: today.toString() } : one)),
      )
      await keepStep(work, at, 'name-withdrawn', { says, detail: { name: mine.name } })
      await tell(work, at, 'name-withdrawn', says)
    } else
      await conclude(
        work,
        at,
        'withdrawn',
        { says, detail: mine ? { name: mine.name } : {} },
        releaseDay(at.rule, today),
      )
    return done({ ref, withdrawn: !enough })
  },
})
