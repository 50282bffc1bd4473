import { path } from '#platform/page.ts'

/** Meetings as the public sees them. */
export const meetingsPath = path('/meetings')
export const meetingPath = path('/meetings/:ref')

export const meetingsDeskPath = path('/desk/meetings')
export const callMeetingPath = path('/desk/meetings/new')
export const meetingDeskPath = path('/desk/meetings/:ref')
export const agendaItemPath = path('/desk/meetings/:ref/item')
export const minutesPath = path('/desk/meetings/:ref/minutes')
export const cancelMeetingPath = path('/desk/meetings/:ref/cancel')
export const privateNoticePath = path('/desk/meetings/:ref/private-notice')
export const privateNoticeAgainPath = path('/desk/meetings/:ref/private-notice-again')
