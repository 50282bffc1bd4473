/** Notices and the forward plan: what this part gives the module. */
import type { Sealed } from '#platform/journal.ts'
import type { Offer } from '#platform/module.ts'
import { stated } from '#platform/rule-register.ts'
import { giveGeneralException } from './give-general-exception.ts'
import { giveKeyNotice } from './give-key-notice.ts'
import { sealedWords } from './give.ts'
import { dropPlanned, movePlanned, tiePlanned } from './plan/change-planned.ts'
import { enterPlanned } from './plan/enter-planned.ts'
import { viewPlan, viewPlanned } from './plan/queries.ts'
import {
  listNotices,
  viewNotice,
  viewNoticesOf,
  viewNoticeToGive,
  viewRepresentations,
  viewUrgencyRequest,
  viewUrgentForMe,
} from './queries.ts'
import { recordNoticeElsewhere } from './record-elsewhere.ts'
import { viewPublicationLag, viewUrgentDecisions } from './reports/queries.ts'
import { represent, respond } from './represent.ts'
import { agendaWasPublished } from './rules/agenda-is-published.ts'
import { keyNoticeIsComplete } from './rules/contents.ts'
import { noticeDaysHaveRun } from './rules/days-have-run.ts'
import { keyDecisionIsNoticed } from './rules/key-decision-is-noticed.ts'
import { privateMeetingIsNoticed } from './rules/private-meeting-is-noticed.ts'
import { sealedNotices as read } from './store.ts'
import { answerUrgency, askUrgency } from './urgency.ts'
import { withdrawNotice } from './withdraw-notice.ts'

export { noticeReactions } from './on.ts'
export {
  answerUrgency,
  askUrgency,
  dropPlanned,
  enterPlanned,
  giveGeneralException,
  giveKeyNotice,
  listNotices,
  movePlanned,
  recordNoticeElsewhere,
  represent,
  respond,
  tiePlanned,
  viewNotice,
  viewNoticesOf,
  viewPlan,
  viewPlanned,
  withdrawNotice,
}

export const noticeUseCases = [
  enterPlanned,
  movePlanned,
  dropPlanned,
  tiePlanned,
  giveKeyNotice,
  giveGeneralException,
  askUrgency,
  answerUrgency,
  recordNoticeElsewhere,
  withdrawNotice,
  represent,
  respond,
]
export const noticeQueries = [
  viewPlan,
  viewPlanned,
  viewNotice,
  listNotices,
  viewNoticesOf,
  viewNoticeToGive,
  viewUrgencyRequest,
  viewUrgentForMe,
  viewRepresentations,
  viewUrgentDecisions,
  viewPublicationLag,
]
export const noticeRules = [
  stated(noticeDaysHaveRun),
  stated(keyNoticeIsComplete),
  stated(keyDecisionIsNoticed),
  stated(privateMeetingIsNoticed),
  stated(agendaWasPublished),
]
export const sealedNotices: Sealed = {
  kind: 'notice',
  content: async (tx, council, refs) =>
    new Map((await read(tx, council, refs)).map((one) => [one.ref, sealedWords(one)])),
}
export const noticeOffers: Offer[] = [
  { method: 'GET', path: '/forward-plan', does: viewPlan },
  { method: 'GET', path: '/forward-plan/:ref', does: viewPlanned },
  { method: 'GET', path: '/reports/urgent-decisions', does: viewUrgentDecisions },
  { method: 'GET', path: '/reports/publication-lag', does: viewPublicationLag },
  { method: 'GET', path: '/notices', does: listNotices },
  { method: 'GET', path: '/notices/:ref', does: viewNotice },
  { method: 'GET', path: '/desk/:ref/notices', does: viewNoticesOf },
  { method: 'GET', path: '/desk/urgency', does: viewUrgentForMe },
  { method: 'GET', path: '/notices/:ref/representations', does: viewRepresentations },
  { method: 'POST', path: '/forward-plan', does: enterPlanned },
  { method: 'POST', path: '/forward-plan/:ref/move', does: movePlanned },
  { method: 'POST', path: '/forward-plan/:ref/drop', does: dropPlanned },
  { method: 'POST', path: '/forward-plan/:ref/tie', does: tiePlanned },
  { method: 'POST', path: '/notices/key-decision', does: giveKeyNotice },
  { method: 'POST', path: '/notices/general-exception', does: giveGeneralException },
  { method: 'POST', path: '/notices/urgency', does: askUrgency },
  { method: 'POST', path: '/notices/urgency/:request', does: answerUrgency },
  { method: 'POST', path: '/notices/elsewhere', does: recordNoticeElsewhere },
  { method: 'POST', path: '/notices/:ref/withdraw', does: withdrawNotice },
  { method: 'POST', path: '/notices/:ref/representations', does: represent },
  { method: 'POST', path: '/notices/:ref/respond', does: respond },
]
