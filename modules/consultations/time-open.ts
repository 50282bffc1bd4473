import { calendarOn, settingOn } from '#authority'
import type { Tx } from '#platform/database.ts'
import { daysBetween, eachDay, isWorkingDay, plainDay, whyNotWorking, type Calendar } from '#platform/days.ts'

/** A time in which few people answer, as the council has settled it: school holidays, the weeks before an election. */
export type QuietTime = { what: string; from: Temporal.PlainDate; until: Temporal.PlainDate }

export type TimeOpen = {
  /** Days that count, both ends included, and how many of them are working days. */
  days: number
  working: number
  /** The same in words, with what was left out and how many days that are. */
  says: string
}

/**
 * How long people had, by the council's own way of counting: every day from the first to the last, less those of a quiet time
 * (field guide, engagement section 1, third check); working days are those of the council's own calendar. `until` of a quiet time is its last day.
 */
export function timeOpen(
  opensOn: Temporal.PlainDate,
  closesOn: Temporal.PlainDate,
  quiet: readonly QuietTime[],
  calendar: Calendar,
): TimeOpen {
  const isIn = (one: Temporal.PlainDate, { from, until }: QuietTime) =>
    Temporal.PlainDate.compare(from, one) <= 0 && Temporal.PlainDate.compare(one, until) <= 0
  const all = [...eachDay(opensOn, closesOn.add({ days: 1 }))]
  const left = quiet.flatMap((time) => {
    const days = all.filter((one) => isIn(one, time)).length
    return days > 0 ? [`${days} of ${time.what}`] : []
  })
  const counted = all.filter((one) => !quiet.some((time) => isIn(one, time)))
  const working = counted.filter((one) => isWorkingDay(one, calendar)).length
  const whole = daysBetween(opensOn, closesOn) + 1
  return {
    days: counted.length,
    working,
    says:
      left.length > 0
        ? `From ${plainDay(opensOn)} to ${plainDay(closesOn)}, both included: ${whole} days, of which ${left.join(' and ')} are not counted: ${counted.length} days, ${working} of them working days.`
        : `From ${plainDay(opensOn)} to ${plainDay(closesOn)}, both included: ${whole} days, ${working} of them working days.`,
  }
}

/**
 * How long people have, as its pages say it, counted as the rules count it: `42 days, 29 of them working days; 29 August 2022 is
 * Summer bank holiday`. Null while the days are not settled.
 */
export async function timeToAnswer(
  tx: Tx,
  council: string,
  { opensOn, closesOn }: { opensOn: Temporal.PlainDate | null; closesOn: Temporal.PlainDate | null },
): Promise<string | null> {
  if (!opensOn || !closesOn) return null
  const practice = await settingOn(tx, council, 'consultation-practice', opensOn)
  return timeWords(opensOn, closesOn, practice?.value.quiet ?? [], await calendarOn(tx, council, opensOn))
}

/** The same in words, from what the council has settled. */
export function timeWords(
  opensOn: Temporal.PlainDate,
  closesOn: Temporal.PlainDate,
  quiet: readonly QuietTime[],
  calendar: Calendar,
): string {
  const { days, working } = timeOpen(opensOn, closesOn, quiet, calendar)
  const whole = daysBetween(opensOn, closesOn) + 1
  const off = [...eachDay(opensOn, closesOn.add({ days: 1 }))].flatMap((one) => {
    const why = one.dayOfWeek > 5 ? null : whyNotWorking(one, calendar)
    return why === null
      ? []
      : [`${plainDay(one)} is ${why.replace(/^the council is closed: /u, 'a day on which the council is closed: ')}`]
  })
  const left =
    days === whole
      ? []
      : [
          `${whole - days} of the ${whole} days from the first to the last are not counted: ${quiet
            .filter(
              ({ from, until }) =>
                Temporal.PlainDate.compare(from, closesOn) <= 0 && Temporal.PlainDate.compare(opensOn, until) <= 0,
            )
            .map(({ what }) => what)
            .join(' and ')}`,
        ]
  return [`${days} days, ${working} of them working days`, ...left, ...(off.length ? [off.join(', ')] : [])].join('; ')
}
