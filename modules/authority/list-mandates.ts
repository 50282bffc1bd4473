import { z } from 'zod'
import { isoDay, ref, whole, yesNo } from '#platform/input.ts'
import { pageFrom, placeIn } from '#platform/keyset.ts'
import { done, invalid, query } from '#platform/use-case.ts'
import { listFields, maybe, noSuchPlace, subjectPath } from './list-input.ts'
import { amountsSeenBy } from './amounts.ts'
import { countMandates, mandateRows } from './lists-store.ts'
import { mandateLine } from './mandate-line.ts'
import { powerNames } from './powers.ts'
import { everybody } from './roles.ts'
import { mandateShape, pageOf } from './shapes.ts'
import { findMandate } from './store.ts'

/** Who may do what: every mandate, or those of a post, for a power, about a subject, in effect on a day. */
export const listMandates = query({
  name: 'authority.list-mandates',
  title: 'List the mandates',
  may: everybody,
  input: z.object({
    ...listFields,
    post: maybe(z.string().max(81)),
    power: maybe(z.enum(powerNames, 'Choose a power.')),
    subject: maybe(subjectPath),
    source: maybe(mandateShape.shape.source),
    /** Only those in effect on the day. */
    day: maybe(isoDay),
    /** Only those passed on from this mandate. */
    parent: maybe(ref),
    /** Only those that end within so many days. */
    endsWithin: maybe(whole(0, 3660)),
    /** Only those of whose ceiling so many per cent are used or passed on. */
    usedOver: maybe(whole(0, 100)),
    held: maybe(yesNo),
    unused: maybe(yesNo),
    order: maybe(z.enum(['newest', 'oldest', 'post', 'used', 'ending'])),
  }),
  output: pageOf(mandateShape),
  async run(work, { after, before, size, day, parent, order = 'newest', ...rest }) {
    const { tx, council, today } = work
    const place = placeIn({ after, before }, [order === 'used' ? 'whole' : order === 'ending' ? 'day' : 'text', 'text'])
    if (!place) return invalid(noSuchPlace)
    const above = parent === undefined ? null : await findMandate(tx, council, parent)
    if (parent !== undefined && !above) return done({ lines: [], next: null, previous: null, count: 0 })
    const search = {
      ...rest,
      sees: await amountsSeenBy(work),
      inEffect: day,
      day: day ?? today,
      parent: above?.mandate,
    }
    const found = await mandateRows(tx, council, search, { order, place, size: size + 1, day: day ?? today })
    const page = pageFrom(found, size, place, ({ key, ref: own }) => [key, own])
    return done({
      ...page,
      lines: page.lines.map((one) => mandateLine(one, day ?? today)),
      count: await countMandates(tx, council, search),
    })
  },
})
