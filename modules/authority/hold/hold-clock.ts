import { longDay, statutoryDaysOf, whyNotWorking, type Calendar } from '#platform/days.ts'

/** What the law asks of one kind of hold. */
export type HoldLaw = {
  considerWithinDays: number
  /** Whether the days follow the day of issue, or that day is the first of them. */
  counting: 'after' | 'beginning-with'
  release: 'after-first-business-day' | 'when-considered'
}

export type Worked = { day: Temporal.PlainDate; working: string[] }

/** The last day on which a meeting may consider the report. */
export function considerBy(issuedOn: Temporal.PlainDate, { considerWithinDays: days, counting }: HoldLaw): Worked {
  const day = issuedOn.add({ days: counting === 'after' ? days : days - 1 })
  return {
    day,
    working: [
      `Issued on ${longDay(issuedOn)}.`,
      counting === 'after'
        ? `${days} days after that day are counted; weekends and bank holidays count.`
        : `${days} days are counted, that day being the first; weekends and bank holidays count.`,
      `The last of them is ${longDay(day)}.`,
    ],
  }
}

/**
 * The first day on which what was held may go on: a hold ends with a day, and is over from the next. Of a council's own calendar
 * its bank holidays count here and not the days on which it alone is closed: a business day is one of the statute's.
 */
export function releaseFrom(
  consideredOn: Temporal.PlainDate,
  { release }: Pick<HoldLaw, 'release'>,
  calendar: Calendar = { days: [] },
): Worked {
  const holidays = statutoryDaysOf(calendar)
  if (release === 'when-considered')
    return { day: consideredOn, working: [`Considered on ${longDay(consideredOn)}; it may be released from that day.`] }
  const skipped: string[] = []
  let day = consideredOn.add({ days: 1 })
  for (let why = whyNotWorking(day, holidays); why !== null; why = whyNotWorking(day, holidays)) {
    skipped.push(`${longDay(day)} is no business day: ${why}.`)
    day = day.add({ days: 1 })
  }
  const first = day.add({ days: 1 })
  return {
    day: first,
    working: [
      `Considered on ${longDay(consideredOn)}.`,
      ...skipped,
      `The first business day after that is ${longDay(day)}; it holds until that day ends.`,
      `It may be released from ${longDay(first)}.`,
    ],
  }
}
