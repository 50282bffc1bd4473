import { shortDay } from '#platform/days.ts'
import { londonDay } from '#platform/perform.ts'

/** A moment as people say it, in London: "5 Aug 2022, 9:04am". */
export function momentWords(at: Temporal.Instant): string {
  const { hour, minute } = at.toZonedDateTimeISO('Europe/London')
  return `${shortDay(londonDay(at))}, ${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`
}
