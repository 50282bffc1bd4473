import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { everybody, officer } from '#authority'
import { isoDay, optionalText, ref, text, uuid, whole } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { theConsultation } from '../draft.ts'
import { writePublished } from '../published.ts'
import { newReceipt } from '../responses/codes.ts'
import {
  admitBooking,
  bookingsOf,
  cancelBooking,
  cancelWorkshop as cancelIt,
  findBooking,
  findWorkshop,
  insertBooking,
  insertWorkshop,
  lockWorkshop,
  setAttended,
  type Workshop,
} from './store.ts'

const clockTime = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/u, 'Enter a time like 14:30.')
  .transform((typed) => typed.replace('.', ':').padStart(5, '0'))

/** Holds a workshop: where, when, how people get in and take part, and how many fit. */
export const holdWorkshop = useCase({
  name: 'consultations.hold-workshop',
  title: 'Hold a workshop',
  may: [officer],
  input: z.object({
    ref,
    title: text(200),
    place: text(500),
    on: isoDay,
    from: clockTime,
    until: clockTime,
    access: optionalText(2000),
    capacity: z.preprocess((given) => (given === '' ? null : given), whole(1, 10_000).nullable()).default(null),
  }),
  async run(work, { ref, on, from, until, ...rest }) {
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const { state, consultation, opensOn } = outcome.value
    if (state !== 'draft' && state !== 'open')
      return refused(`${ref} is ${state}: what would be said there could no longer count.`)
    if (opensOn && Temporal.PlainDate.compare(on, opensOn) < 0)
      return invalid({ on: 'The consultation is not open yet on that day.' })
    if (until <= from) return invalid({ until: 'It ends before it begins. Correct one of the times.' })
    const at = (time: string) => on.toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).toInstant()
    const workshop = randomUUID()
    await insertWorkshop(work.tx, work.actor.council, consultation, {
      workshop,
      startsAt: at(from),
      endsAt: at(until),
      ...rest,
    })
    await writePublished(work, ref)
    return done({ ref, workshop })
  },
})

async function theWorkshop(work: Work, workshop: string): Promise<Outcome<Workshop & { ref: string }>> {
  await lockWorkshop(work.tx, work.actor.council, workshop)
  const found = await findWorkshop(work.tx, work.actor.council, workshop)
  if (!found) return missing('There is no such workshop.')
  work.about(found.ref)
  return done(found)
}

export const cancelWorkshop = useCase({
  name: 'consultations.cancel-workshop',
  title: 'Cancel a workshop',
  may: [officer],
  input: z.object({ workshop: uuid, because: text(500) }),
  async run(work, { workshop, because }) {
    const outcome = await theWorkshop(work, workshop)
    if (!outcome.ok) return outcome
    if (outcome.value.cancelledBecause !== null) return refused('This workshop is cancelled already.')
    await cancelIt(work.tx, work.actor.council, workshop, because)
    await writePublished(work, outcome.value.ref)
    return done({ workshop })
  },
})

/** Books places at a workshop; beyond its capacity one waits, and moves up when a place is given back. */
export const bookPlace = useCase({
  name: 'consultations.book-place',
  title: 'Book a place at a workshop',
  may: everybody,
  input: z.object({
    workshop: uuid,
    name: text(200),
    contact: text(300),
    needs: optionalText(1000),
    places: whole(1, 20).default(1),
  }),
  // Who comes, and what they need, is for the organisers alone.
  remembers: ({ workshop, places }) => ({ workshop, places }),
  async run(work, { workshop, name, contact, needs, places }) {
    const outcome = await theWorkshop(work, workshop)
    if (!outcome.ok) return outcome
    const { ref, title, capacity, taken, startsAt, cancelledBecause } = outcome.value
    const into = await theConsultation(work, ref)
    if (!into.ok) return into
    if (into.value.state !== 'open') return missing('There is no such workshop.')
    if (cancelledBecause !== null) return refused(`“${title}” was cancelled.`, cancelledBecause)
    if (Temporal.Instant.compare(work.now, startsAt) >= 0)
      return refused(`“${title}” has begun.`, [], 'You can still answer online, on paper or by telephone.')
    const waiting = capacity !== null && taken + places > capacity
    const receipt = newReceipt('B')
    await insertBooking(work.tx, work.actor.council, workshop, {
      booking: randomUUID(),
      receipt,
      name,
      contact,
      needs,
      places,
      waiting,
      bookedAt: work.now,
    })
    await writePublished(work, ref)
    return done({ ref, receipt, waiting })
  },
})

/** Gives a place back, by its reference; whoever waited longest and fits has it. */
export const giveBackPlace = useCase({
  name: 'consultations.give-back-place',
  title: 'Give a place at a workshop back',
  may: everybody,
  input: z.object({ receipt: ref }),
  async run(work, { receipt }) {
    const { tx, council, now } = work
    const booking = await findBooking(tx, council, receipt)
    const outcome = booking && (await theWorkshop(work, booking.workshop))
    if (!outcome?.ok || !booking) return missing(`There is no booking ${receipt}.`)
    if (booking.cancelledAt !== null) return refused(`${receipt} was given back already.`)
    await cancelBooking(tx, council, booking.booking, now)
    for (const next of await bookingsOf(tx, council, booking.workshop)) {
      const { capacity, taken } = (await findWorkshop(tx, council, booking.workshop)) ?? { capacity: null, taken: 0 }
      if (next.waiting && next.cancelledAt === null && (capacity === null || taken + next.places <= capacity))
        await admitBooking(tx, council, next.booking)
    }
    await writePublished(work, outcome.value.ref)
    return done({ receipt })
  },
})

/** Notes who came. */
export const noteAttendance = useCase({
  name: 'consultations.note-attendance',
  title: 'Note who came to a workshop',
  may: [officer],
  input: z.object({ workshop: uuid, came: z.array(uuid).max(1000) }),
  async run(work, { workshop, came }) {
    const outcome = await theWorkshop(work, workshop)
    if (!outcome.ok) return outcome
    if (Temporal.Instant.compare(work.now, outcome.value.startsAt) < 0) return refused('It has not begun yet.')
    await setAttended(work.tx, work.actor.council, workshop, came)
    return done({ workshop, came: came.length })
  },
})
