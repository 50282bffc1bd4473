import { alsoPrinted } from '#govuk'
import type { Page } from '#platform/page.ts'
import {
  agendaItemPage,
  callMeetingPage,
  cancelMeetingPage,
  meetingDeskPage,
  meetingsDeskPage,
  minutesPage,
  privateNoticeAgainPage,
  privateNoticePage,
} from './desk.ts'
import { meetingPage, meetingsPage } from './public.ts'

/** The pages of meetings, the public ones first. */
export const meetingPages: Page[] = [
  meetingsPage,
  ...alsoPrinted(meetingPage, { sort: 'Meeting', name: ({ params }) => params['ref'] ?? '' }),
  meetingsDeskPage,
  callMeetingPage,
  meetingDeskPage,
  agendaItemPage,
  minutesPage,
  cancelMeetingPage,
  privateNoticePage,
  privateNoticeAgainPage,
]
