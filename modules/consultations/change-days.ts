import { z } from 'zod'
import { officer } from '#authority'
import { longDay } from '#platform/days.ts'
import { isoDay, ref, text } from '#platform/input.ts'
import { done, invalid, refused, useCase } from '#platform/use-case.ts'
import { standingOn } from './consultation.ts'
import { theConsultation } from './draft.ts'
import { writePublished } from './published.ts'
import { insertHappened, setDays } from './store.ts'

/** Gives people more time, and says why. Also after the last day, until it is closed: what came in meanwhile is then not late. */
export const extendConsultation = useCase({
  name: 'consultations.extend',
  title: 'Extend a consultation',
  may: [officer],
  input: z.object({ ref, closesOn: isoDay, because: text(2000) }),
  async run(work, { ref, closesOn, because }) {
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const { state, consultation, closesOn: was, title } = outcome.value
    if (state !== 'open' || !was) return refused(`${ref} is ${state}: only what is open can be extended.`)
    if (Temporal.PlainDate.compare(closesOn, was) <= 0)
      return invalid({ closesOn: `It ends on ${longDay(was)} already. Choose a later day, or close it early.` })
    if (Temporal.PlainDate.compare(closesOn, work.today) < 0)
      return invalid({ closesOn: `${longDay(closesOn)} is past. Choose a day from today on.` })
    await setDays(work.tx, work.actor.council, consultation, closesOn)
    await insertHappened(work.tx, work.actor.council, consultation, {
      what: 'extended',
      was,
      becomes: closesOn,
      because,
      on: work.today,
      by: work.actor.name,
    })
    await writePublished(work, ref)
    work.announce('consultations.extended', { ref, title, closes: closesOn.toString() })
    return done({ ref, closesOn })
  },
})

/** Ends a consultation before its last day, and says why: today is then its last. */
export const closeEarly = useCase({
  name: 'consultations.close-early',
  title: 'Close a consultation early',
  may: [officer],
  input: z.object({ ref, because: text(2000) }),
  async run(work, { ref, because }) {
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const { consultation, closesOn: was } = outcome.value
    const standing = standingOn(outcome.value, work.today)
    if (standing !== 'open' || !was)
      return refused(
        `${ref} is ${standing}: only what is open can be closed early.`,
        [],
        standing === 'announced' ? 'Withdraw it instead.' : null,
      )
    if (was.equals(work.today)) return refused(`${ref} ends today anyway.`)
    await setDays(work.tx, work.actor.council, consultation, work.today)
    await insertHappened(work.tx, work.actor.council, consultation, {
      what: 'closed-early',
      was,
      becomes: work.today,
      because,
      on: work.today,
      by: work.actor.name,
    })
    await writePublished(work, ref)
    return done({ ref, closesOn: work.today })
  },
})
