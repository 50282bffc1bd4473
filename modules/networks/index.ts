/** Networks: people who shape what is commissioned, what they raised and what they were told. The only door others may use. */
import type { Module } from '#platform/module.ts'
import { stated } from '#platform/rule-register.ts'
import { answerIssue, contribute, giveIssue, raiseIssue, showIssue, tellBack } from './issues.ts'
import { addMember, changeMember, leave } from './membership.ts'
import { viewMyTurn } from './my-turn.ts'
import { offers } from './offers.ts'
import { nameHost, openNetwork } from './open-network.ts'
import { pages } from './pages/index.ts'
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
import { mayJoin } from './rules/eligibility.ts'
import { withinBenefitLimit } from './rules/benefit-limits.ts'
import { yearFitsBudget } from './rules/forecast.ts'
import { noteLettersDaily } from './own/notices.ts'
import { ownQueries, ownUseCases } from './own/index.ts'
import { needsAskedAgain } from './rules/needs-asked-again.ts'
import { traceNetwork } from './trace.ts'
import { publishYearReport, viewYearReport } from './year-report.ts'
import { sealedYearReports } from './year-report-store.ts'
import { answerInvitation, cancelWorkshop, changeWorkshop, holdWorkshop, invite, planWorkshop } from './workshops.ts'

export {
  openNetwork,
  nameHost,
  addMember,
  changeMember,
  leave,
  planWorkshop,
  changeWorkshop,
  invite,
  answerInvitation,
  holdWorkshop,
  cancelWorkshop,
}
export {
  raiseIssue,
  contribute,
  giveIssue,
  answerIssue,
  tellBack,
  showIssue,
  offerPayment,
  movePayment,
  askOntoPanel,
  answerPanel,
}
export { compareBy, describe, publishRepresentation }
export { publishYearReport, viewYearReport }
export {
  answerOwnInvitation,
  answerOwnPanel,
  answerOwnPayment,
  askForLink,
  changeOwnConsents,
  changeOwnContact,
  changeOwnMoney,
  changeOwnNeeds,
  endOwnWays,
  endWays,
  enterWithCode,
  leaveOwn,
  listToTell,
  noteLetters,
  noteTold,
  raiseOwnIssue,
  readOwn,
  readOwnAnswer,
  sendLink,
  viewToTell,
  writePaperLetter,
} from './own/index.ts'
export {
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
}

export { networksWait } from './pages/waits.ts'
export { costOfTakingPart } from './pages/while-drafting.ts'

export const networks: Module = {
  name: 'networks',
  migrations: new URL('./migrations/', import.meta.url),
  useCases: [
    openNetwork,
    nameHost,
    addMember,
    changeMember,
    leave,
    planWorkshop,
    changeWorkshop,
    invite,
    answerInvitation,
    holdWorkshop,
    cancelWorkshop,
    raiseIssue,
    contribute,
    giveIssue,
    answerIssue,
    tellBack,
    showIssue,
    offerPayment,
    movePayment,
    askOntoPanel,
    answerPanel,
    compareBy,
    describe,
    publishRepresentation,
    publishYearReport,
    ...ownUseCases,
  ],
  queries: [
    listNetworks,
    viewNetwork,
    listRun,
    viewRun,
    listMembers,
    viewMember,
    viewOffer,
    viewWorkshop,
    listIssues,
    viewIssue,
    forecastYear,
    yearReport,
    viewYearReport,
    viewMyTurn,
    ...ownQueries,
  ],
  pages,
  offers,
  rules: [stated(mayJoin), stated(withinBenefitLimit), stated(yearFitsBudget), stated(needsAskedAgain)],
  daily: [noteLettersDaily],
  trace: [traceNetwork],
  sealed: [{ kind: 'network-year-report', content: sealedYearReports }],
}
