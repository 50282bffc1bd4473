import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'
import { dayBoxes } from '#platform/typed.ts'
import type { Answer } from '#platform/use-case.ts'
import { meetingDeskPath } from '../paths.ts'
import { viewMeetingOf } from '../queries.ts'

type Found = Answer<typeof viewMeetingOf>['meeting']

/** The meeting at which a body decides a record, or null. */
export async function meetingOf(visit: Visit, ref: string): Promise<Found> {
  const outcome = await visit.ask(viewMeetingOf, { ref })
  return outcome.ok ? outcome.value.meeting : null
}

/** The day of the meeting is the day of its decision; without one, today. A meeting to come has decided nothing yet. */
export const meetingDayBoxes = (meeting: Found, today: Temporal.PlainDate): Record<string, string> =>
  dayBoxes('decidedOn', meeting && Temporal.PlainDate.compare(meeting.day, today) <= 0 ? meeting.day : today)

/** Which meeting it is, for whoever signs for the body. */
export const meetingNamed = (meeting: Found): Html | false =>
  meeting !== null
  && html` It is decided at
    <a class="govuk-link" href="${meetingDeskPath(meeting)}">meeting ${meeting.ref} on ${longDay(meeting.day)}</a>,
    ${meeting.place}.`
