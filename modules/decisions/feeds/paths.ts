import { path } from '#platform/page.ts'

/** What programs follow. These addresses are promised, and never change. */
export const registerAtomPath = path('/register.atom')
export const planAtomPath = path('/forward-plan.atom')
export const callInAtomPath = path('/call-in.atom')
export const callInCalendarPath = path('/call-in.ics')
export const meetingsCalendarPath = path('/meetings.ics')

export const subscribePath = path('/subscribe')
export const confirmSubscriptionPath = path('/subscribe/confirm/:token')
export const unsubscribePath = path('/unsubscribe/:token')
