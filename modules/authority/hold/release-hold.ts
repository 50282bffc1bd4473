import { z } from 'zod'
import { longDay } from '#platform/days.ts'
import { ref, text } from '#platform/input.ts'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { mendEnds } from '../ends/conditional-end.ts'
import { financeOfficer, monitoringOfficer } from '../roles.ts'
import { holdReleasedInOrder } from '../rules/holds-in-order.ts'
import { asStatutoryOfficer } from './statutory-officer.ts'
import { calendarOn } from '../setting.ts'
import { findHold, markReleased } from './store.ts'

/** Releases a hold: from today all that it reached stands as it did, no wider and no narrower. */
export const releaseHold = useCase({
  name: 'authority.release-hold',
  title: 'Release a statutory hold',
  may: [monitoringOfficer, financeOfficer],
  input: z.object({ hold: ref, because: text(4000, 'Say why it is released.') }),
  async run(work, { hold: asked, because }) {
    work.about(asked)
    const { tx, actor, today } = work
    const hold = await findHold(tx, actor.council, asked, 'lock')
    if (!hold) return missing(`There is no hold ${asked}.`)
    const as = await asStatutoryOfficer(work, hold.section)
    if (!as.ok) return as
    if (hold.until) return refused(`${asked} was released on ${longDay(hold.until)}.`)
    if (hold.law.value) {
      const finding = holdReleasedInOrder.check({
        consideredOn: hold.consideredOn,
        on: today,
        law: hold.law.value,
        calendar: await calendarOn(tx, actor.council, today),
      })
      if (finding.outcome === 'not-met') {
        return refused(
          `${asked} cannot be released yet.`,
          [finding.says, ...finding.working],
          hold.consideredOn ? 'Release it on that day or later.' : 'Record what the meeting resolved first.',
        )
      }
    }
    await markReleased(tx, actor.council, hold.hold, { on: today, because, by: `${actor.name}, ${as.value}` })
    await mendEnds(tx, actor.council, today)
    work.announce('authority.hold-released', { hold: asked })
    return done({ ref: asked })
  },
})
