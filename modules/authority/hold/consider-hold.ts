import { z } from 'zod'
import { longDay } from '#platform/days.ts'
import { isoDay, ref, text } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { democraticServices, financeOfficer, monitoringOfficer } from '../roles.ts'
import { holdConsideredInTime } from '../rules/holds-in-order.ts'
import { sectionWords } from './statutory-hold.ts'
import { findHold, markConsidered } from './store.ts'

/** Puts on record that a meeting considered a statutory report, and what it resolved. A late meeting is put on record as late. */
export const considerHold = useCase({
  name: 'authority.consider-hold',
  title: 'Record that a statutory report was considered',
  may: [monitoringOfficer, financeOfficer, democraticServices],
  input: z.object({ hold: ref, on: isoDay, says: text(4000, 'Write what the meeting resolved.') }),
  async run(work, { hold: asked, on, says }) {
    work.about(asked)
    const { tx, actor, today } = work
    const hold = await findHold(tx, actor.council, asked, 'lock')
    if (!hold) return missing(`There is no hold ${asked}.`)
    const { short, considers } = sectionWords[hold.section]
    if (hold.until) return refused(`${asked} was released on ${longDay(hold.until)}.`)
    if (hold.consideredOn)
      return refused(
        `${asked} was considered on ${longDay(hold.consideredOn)}.`,
        [],
        'Release it, or issue another report.',
      )
    if (Temporal.PlainDate.compare(on, today) > 0)
      return invalid({ on: `A meeting is put on record once it was held. ${longDay(on)} is still to come.` })
    if (Temporal.PlainDate.compare(on, hold.issuedOn) < 0)
      return invalid({
        on: `The ${short} was issued on ${longDay(hold.issuedOn)}: ${considers} cannot have considered it before.`,
      })
    await markConsidered(tx, actor.council, hold.hold, { on, says, by: actor.name })
    const inTime = hold.considerBy
      ? holdConsideredInTime.check({ considerBy: hold.considerBy, consideredOn: on }).outcome !== 'not-met'
      : true
    work.announce('authority.hold-considered', { hold: asked, on: on.toString(), inTime })
    return done({ ref: asked, inTime })
  },
})
