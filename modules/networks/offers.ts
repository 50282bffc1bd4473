import type { Offer } from '#platform/module.ts'
import { answerIssue, contribute, giveIssue, raiseIssue, showIssue, tellBack } from './issues.ts'
import { addMember, changeMember, leave } from './membership.ts'
import { viewMyTurn } from './my-turn.ts'
import { ownOffers } from './own/index.ts'
import { nameHost, openNetwork } from './open-network.ts'
import { answerPanel, askOntoPanel, movePayment, offerPayment } from './participation.ts'
import {
  forecastYear,
  listIssues,
  listMembers,
  listNetworks,
  listRun,
  viewIssue,
  viewMember,
  viewNetwork,
  viewRun,
  viewOffer,
  viewWorkshop,
  yearReport,
} from './queries.ts'
import { compareBy, describe, publishRepresentation } from './representation.ts'
import { publishYearReport, viewYearReport } from './year-report.ts'
import { answerInvitation, cancelWorkshop, changeWorkshop, holdWorkshop, invite, planWorkshop } from './workshops.ts'

/** What programs may ask and do, with the inputs, answers and refusals of the pages. */
export const offers: Offer[] = [
  { method: 'GET', path: '/networks', does: listNetworks },
  { method: 'GET', path: '/networks/:ref', does: viewNetwork },
  { method: 'POST', path: '/networks/:ref/contribute', does: contribute },
  { method: 'POST', path: '/networks/forecast', does: forecastYear },
  { method: 'GET', path: '/desk/networks', does: listRun },
  { method: 'POST', path: '/desk/networks', does: openNetwork },
  { method: 'GET', path: '/desk/networks/my-turn', does: viewMyTurn },
  { method: 'GET', path: '/desk/networks/:ref', does: viewRun },
  { method: 'POST', path: '/desk/networks/:ref/host', does: nameHost },
  { method: 'GET', path: '/desk/networks/:ref/report/:year', does: yearReport },
  { method: 'POST', path: '/desk/networks/:ref/report/:year', does: publishYearReport },
  { method: 'GET', path: '/networks/:ref/years/:year', does: viewYearReport },
  { method: 'GET', path: '/desk/networks/:ref/members', does: listMembers },
  { method: 'POST', path: '/desk/networks/:ref/members', does: addMember },
  { method: 'GET', path: '/desk/networks/:ref/members/:member', does: viewMember },
  { method: 'POST', path: '/desk/networks/:ref/members/:member', does: changeMember },
  { method: 'POST', path: '/desk/networks/:ref/members/:member/leave', does: leave },
  { method: 'POST', path: '/desk/networks/:ref/members/:member/describe', does: describe },
  { method: 'POST', path: '/desk/networks/:ref/members/:member/panel', does: askOntoPanel },
  { method: 'POST', path: '/desk/networks/:ref/seats/:seat', does: answerPanel },
  { method: 'POST', path: '/desk/networks/:ref/measures', does: compareBy },
  { method: 'POST', path: '/desk/networks/:ref/representation', does: publishRepresentation },
  { method: 'POST', path: '/desk/networks/:ref/workshops', does: planWorkshop },
  { method: 'GET', path: '/desk/network-workshops/:workshop', does: viewWorkshop },
  { method: 'GET', path: '/desk/network-workshops/:workshop/offers/:member', does: viewOffer },
  { method: 'POST', path: '/desk/network-workshops/:workshop/invite', does: invite },
  { method: 'POST', path: '/desk/network-workshops/:workshop/answer', does: answerInvitation },
  { method: 'POST', path: '/desk/network-workshops/:workshop', does: changeWorkshop },
  { method: 'POST', path: '/desk/network-workshops/:workshop/held', does: holdWorkshop },
  { method: 'POST', path: '/desk/network-workshops/:workshop/cancel', does: cancelWorkshop },
  { method: 'POST', path: '/desk/network-workshops/:workshop/payments', does: offerPayment },
  { method: 'POST', path: '/desk/network-payments/:payment', does: movePayment },
  { method: 'GET', path: '/desk/networks/:ref/issues', does: listIssues },
  { method: 'POST', path: '/desk/networks/:ref/issues', does: raiseIssue },
  { method: 'GET', path: '/desk/network-issues/:issue', does: viewIssue },
  { method: 'POST', path: '/desk/network-issues/:issue/give', does: giveIssue },
  { method: 'POST', path: '/desk/network-issues/:issue/answer', does: answerIssue },
  { method: 'POST', path: '/desk/network-issues/:issue/told', does: tellBack },
  { method: 'POST', path: '/desk/network-issues/:issue/show', does: showIssue },
  ...ownOffers,
]
