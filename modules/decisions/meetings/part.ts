import { settingOn } from '#authority'
import { explain } from '#platform/law.ts'
import type { Part } from '../part.ts'
import { weighedOn } from '../key-test/weighed.ts'
import { daysFor } from '../notices/days-for.ts'
import { stands } from '../notices/notice.ts'
import { agendaWasPublished } from '../notices/rules/agenda-is-published.ts'
import { privateMeetingIsNoticed, type PrivateFacts } from '../notices/rules/private-meeting-is-noticed.ts'
import { noticesOfDecision, noticesOfMeeting } from '../notices/store.ts'
import { writeMeetingPage } from './public.ts'
import { meetingOfDecision } from './store.ts'

/** What the public is shown of the meeting at which something was decided. */
export type DecidedAt = { ref: string; day: string; place: string }

/** Meetings: an agenda in time, and the notices of what is decided with the public shut out. */
export const meetingsPart: Part = {
  name: 'meetings',
  async gate({ tx, actor, today }, decision, stage, on) {
    if (stage !== 'decide' || decision.maker === null || !agendaWasPublished.inForceOn(on)) return []
    const { council } = actor
    const { facts, regime } = await weighedOn({ tx, council }, decision, on)
    if (regime !== 'executive-body' && regime !== 'minutes') return []
    const meeting = await meetingOfDecision(tx, council, decision.decision)
    const asked = (await settingOn(tx, council, 'agendas', on))?.value.bodies.includes(decision.maker) ?? false
    const days = (await daysFor(tx, council, 'agenda', on)).rule
    const said = explain(
      [agendaWasPublished],
      {
        asked,
        on,
        days,
        meeting: meeting && {
          ref: meeting.ref,
          held: meeting.day,
          agenda: meeting.agendaOn,
          lateBecause: meeting.lateBecause,
        },
      },
      on,
    )
    if (!meeting || !privateMeetingIsNoticed.inForceOn(on) || !(meeting.inPrivate || meeting.itemInPrivate)) return said
    const given = [
      ...(await noticesOfMeeting(tx, council, meeting.meeting)),
      ...(await noticesOfDecision(tx, council, decision.decision)),
    ].filter(stands)
    // The first that was given counts longest; a second notice that repeats an earlier one is the latest word.
    const of = (kind: 'private-meeting' | 'private-meeting-again'): PrivateFacts['first'] => {
      const found = given.find((one) => one.kind === kind)
      return found?.rule ? { ref: found.ref, given: found.givenOn, days: found.rule } : null
    }
    const urgent = given.find(({ kind }) => kind === 'private-urgency')
    return [
      ...said,
      ...explain(
        [privateMeetingIsNoticed],
        {
          inPrivate: true,
          executive: facts.executive,
          on,
          first: of('private-meeting'),
          again: of('private-meeting-again'),
          urgent: urgent ? { ref: urgent.ref, given: urgent.givenOn } : null,
          needs: {
            first: (await daysFor(tx, council, 'private-meeting', today)).rule,
            again: (await daysFor(tx, council, 'private-meeting-again', today)).rule,
          },
        },
        on,
      ),
    ]
  },
  async moved(work, decision, to) {
    if (to !== 'published') return
    const meeting = await meetingOfDecision(work.tx, work.actor.council, decision.decision)
    if (meeting) await writeMeetingPage(work, meeting)
  },
  async shows(tx, council, decision) {
    const meeting = await meetingOfDecision(tx, council, decision.decision)
    return meeting?.agendaOn
      ? { decidedAt: { ref: meeting.ref, day: meeting.day.toString(), place: meeting.place } }
      : {}
  },
}
