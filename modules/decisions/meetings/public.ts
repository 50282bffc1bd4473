import { findPost } from '#authority'
import type { Work } from '#platform/use-case.ts'
import { explain } from '#platform/law.ts'
import { daysFor } from '../notices/days-for.ts'
import { noticeDaysHaveRun } from '../notices/rules/days-have-run.ts'
import type { Meeting, PublicMeeting } from './meeting.ts'
import { agendaOf, attendanceOf, publishedAt, putMeetingPage } from './store.ts'

/**
 * Writes the public page of a meeting anew. Until its agenda is published there is none; what is taken in private shows its title
 * and no more, and a record's reference only once the record itself is published.
 */
export async function writeMeetingPage({ tx, council }: Pick<Work, 'tx' | 'council'>, m: Meeting): Promise<void> {
  if (!m.agendaOn) return
  const body = await findPost(tx, council, m.body)
  const { rule } = await daysFor(tx, council, 'agenda', m.agendaOn)
  const [counted] = explain([noticeDaysHaveRun], { given: m.agendaOn, on: m.day, days: rule }, m.day)
  const refs = new Map((await publishedAt(tx, council, m.meeting)).map(({ decision, ref }) => [decision, ref]))
  const document: PublicMeeting = {
    ref: m.ref,
    body: m.body,
    bodyTitle: body?.title ?? m.body,
    day: m.day.toString(),
    time: m.time,
    place: m.place,
    inPrivate: m.inPrivate,
    state: m.state,
    cancelledBecause: m.cancelledBecause,
    agenda: {
      publishedOn: m.agendaOn.toString(),
      days: { says: counted?.says ?? '', working: [...(counted?.working ?? [])], enough: counted?.outcome === 'met' },
      items: (await agendaOf(tx, council, m.meeting)).map(({ position, title, inPrivate, lateBecause, decision }) => ({
        position,
        title,
        inPrivate,
        lateBecause,
        decision: decision === null ? null : (refs.get(decision) ?? null),
      })),
    },
    minutes:
      m.minutesOn && m.minutes !== null
        ? {
            publishedOn: m.minutesOn.toString(),
            words: m.minutes,
            attendance: await attendanceOf(tx, council, m.meeting),
          }
        : null,
  }
  await putMeetingPage(tx, council, m.meeting, document.bodyTitle, document)
}
