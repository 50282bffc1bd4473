/** Meetings of bodies: what this part gives the module. */
import type { Sealed } from '#platform/journal.ts'
import type { Offer } from '#platform/module.ts'
import { givePrivateNotice, givePrivateNoticeAgain } from './give-private-notice.ts'
import {
  callMeeting,
  cancelMeeting,
  keepMinutes,
  publishAgenda,
  putAgendaItem,
  removeAgendaItem,
  sealedMinutes,
} from './hold-meetings.ts'
import { listMeetings, viewMeeting, viewMeetingOf, viewMeetingOnDesk, viewMeetingsDesk } from './queries.ts'
import { attendanceOf, minutesKept } from './store.ts'

export {
  callMeeting,
  cancelMeeting,
  givePrivateNotice,
  givePrivateNoticeAgain,
  keepMinutes,
  listMeetings,
  publishAgenda,
  putAgendaItem,
  removeAgendaItem,
  viewMeeting,
  viewMeetingOnDesk,
}

export const meetingUseCases = [
  callMeeting,
  putAgendaItem,
  removeAgendaItem,
  publishAgenda,
  cancelMeeting,
  keepMinutes,
  givePrivateNotice,
  givePrivateNoticeAgain,
]
export const meetingQueries = [listMeetings, viewMeeting, viewMeetingsDesk, viewMeetingOnDesk, viewMeetingOf]
export const sealedMeetings: Sealed = {
  kind: 'minutes',
  content: async (tx, council, refs) => {
    const kept = new Map<string, unknown>()
    for (const { ref, meeting, minutes } of await minutesKept(tx, council, refs))
      kept.set(ref, sealedMinutes(minutes, await attendanceOf(tx, council, meeting)))
    return kept
  },
}
export const meetingOffers: Offer[] = [
  { method: 'GET', path: '/meetings', does: listMeetings },
  { method: 'GET', path: '/meetings/:ref', does: viewMeeting },
  { method: 'GET', path: '/desk/meetings', does: viewMeetingsDesk },
  { method: 'GET', path: '/desk/meetings/:ref', does: viewMeetingOnDesk },
  { method: 'POST', path: '/meetings', does: callMeeting },
  { method: 'POST', path: '/meetings/:ref/items', does: putAgendaItem },
  { method: 'POST', path: '/meetings/:ref/remove-item', does: removeAgendaItem },
  { method: 'POST', path: '/meetings/:ref/agenda', does: publishAgenda },
  { method: 'POST', path: '/meetings/:ref/cancel', does: cancelMeeting },
  { method: 'POST', path: '/meetings/:ref/minutes', does: keepMinutes },
  { method: 'POST', path: '/meetings/:ref/private-notice', does: givePrivateNotice },
  { method: 'POST', path: '/meetings/:ref/private-notice-again', does: givePrivateNoticeAgain },
]
