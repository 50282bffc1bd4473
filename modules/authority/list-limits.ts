import { z } from 'zod'
import { daysBetween, longDay } from '#platform/days.ts'
import { pageFrom, placeIn, start } from '#platform/keyset.ts'
import { done, invalid, query } from '#platform/use-case.ts'
import { listFields, maybe, noSuchPlace } from './list-input.ts'
import { amountsSeenBy } from './amounts.ts'
import { actRows, countMandates, mandateRows } from './lists-store.ts'
import { actLine } from './list-acts.ts'
import { mandateLine } from './mandate-line.ts'
import { administrator, financeOfficer, monitoringOfficer } from './roles.ts'
import { actShape, mandateShape, pageOf, type MandateLine } from './shapes.ts'
import { watchOn } from './watch.ts'

const nearShape = mandateShape.extend({
  reasons: z.array(z.string()),
  newest: actShape.nullable().meta({ description: 'The last act under it' }),
})
export type NearLine = z.output<typeof nearShape>

/** Mandates in effect that are nearly used up, end soon, or would run out before their end; the soonest to end first. */
export const listLimits = query({
  name: 'authority.list-limits',
  title: 'See what is near its limit',
  may: [monitoringOfficer, financeOfficer, administrator],
  input: z.object({
    after: listFields.after,
    before: listFields.before,
    size: listFields.size,
    post: maybe(z.string().max(81)),
  }),
  output: pageOf(nearShape).extend({ usedPercent: z.int(), endsWithinDays: z.int(), source: z.string() }),
  async run(work, { after, before, size, post }) {
    const { tx, council, today } = work
    const sees = await amountsSeenBy(work)
    const place = placeIn({ after, before }, ['day', 'text'])
    if (!place) return invalid(noSuchPlace)
    const { value: near, source } = await watchOn(tx, council, today)
    const search = { sees, near, post, inEffect: today, day: today }
    const found = await mandateRows(tx, council, search, { order: 'ending', place, size: size + 1, day: today })
    const page = pageFrom(found, size, place, ({ key, ref }) => [key, ref])
    const lines: NearLine[] = []
    for (const one of page.lines) {
      const line = mandateLine(one, today)
      const [last] = await actRows(tx, council, { mandate: line.ref, sees }, { order: 'newest', place: start, size: 1 })
      lines.push({ ...line, reasons: reasonsOf(line, near, today), newest: last ? actLine(last) : null })
    }
    return done({ ...page, lines, count: await countMandates(tx, council, search), ...near, source })
  },
})

/** Why a mandate is near its limit, each reason with its figure. */
export function reasonsOf(
  { usedPercent, until, forecast }: MandateLine,
  near: { usedPercent: number; endsWithinDays: number },
  today: Temporal.PlainDate,
): string[] {
  const reasons: string[] = []
  if (usedPercent !== null && usedPercent >= near.usedPercent) reasons.push(`${usedPercent}% is used or passed on`)
  if (forecast?.tooSoon && forecast.runsOutOn)
    reasons.push(`at the pace so far it runs out on ${longDay(forecast.runsOutOn)}`)
  const left = until && daysBetween(today, until)
  if (until && left !== null && left > 0 && left <= near.endsWithinDays)
    reasons.push(
      `its last day is ${longDay(until.subtract({ days: 1 }))}, ${left === 1 ? 'today' : `in ${left - 1} ${left === 2 ? 'day' : 'days'}`}`,
    )
  return reasons
}
