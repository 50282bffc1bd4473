import { z } from 'zod'
import { isoDay } from '#platform/input.ts'
import { pageFrom, placeIn } from '#platform/keyset.ts'
import { done, invalid, query } from '#platform/use-case.ts'
import { listFields, maybe, noSuchPlace } from './list-input.ts'
import { amountsSeenBy } from './amounts.ts'
import { countMandates, mandateRows } from './lists-store.ts'
import { mandateLine } from './mandate-line.ts'
import { everybody } from './roles.ts'
import { officersPowersListed } from './rules/officers-powers-listed.ts'
import { settingOn } from './setting.ts'
import { dayShape, mandateShape, pageOf } from './shapes.ts'

/**
 * The list of powers exercisable by officers that a council keeps open to the public (LGA 1972 s100G(2)), as it stands on a day:
 * by post, what the scheme, clauses of decisions and sub-delegations give; without arrangements for a specified short period.
 */
export const listOfficersPowers = query({
  name: 'authority.list-officers-powers',
  title: 'List the powers of officers',
  may: everybody,
  input: z.object({ ...listFields, post: maybe(z.string().max(81)), day: maybe(isoDay) }),
  output: pageOf(mandateShape).extend({ day: dayShape, leavesOutMonths: z.int(), source: z.string() }),
  async run(work, { after, before, size, day = work.today, ...rest }) {
    const { tx, council } = work
    const place = placeIn({ after, before }, ['text', 'text'])
    if (!place) return invalid(noSuchPlace)
    const settled = await settingOn(tx, council, 'officers-powers-list', day)
    const figure = officersPowersListed.entry(day)
    const leavesOutMonths = settled?.value.leavesOutMonths ?? figure.value
    const search = { ...rest, sees: await amountsSeenBy(work), inEffect: day, day, officersFor: { leavesOutMonths } }
    const found = await mandateRows(tx, council, search, { order: 'post', place, size: size + 1, day })
    const page = pageFrom(found, size, place, ({ key, ref }) => [key, ref])
    return done({
      ...page,
      lines: page.lines.map((one) => mandateLine(one, day)),
      count: await countMandates(tx, council, search),
      day,
      leavesOutMonths,
      source: settled?.source ?? `${figure.source.words} (to be verified)`,
    })
  },
})
