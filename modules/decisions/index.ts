/** Decisions: records, their clauses, their publication and the clocks that run after it. The only door others may use. */
import type { Module } from '#platform/module.ts'
import { stated } from '#platform/rule-register.ts'
import { callInQueries, callInRules, lapseDaily, callInUseCases, sealedAmendments } from './call-in/index.ts'
import { clearanceQueries, clearanceRules, clearanceUseCases, sealedAsCleared } from './clearance/index.ts'
import { consultedQueries, consultedRulesStated, consultedUseCases, sealedAsConsulted } from './consulted/index.ts'
import { dutyQueries, dutyRulesStated, dutyUseCases, sealedAsDuties } from './duties/index.ts'
import { formQueries, formRules, formUseCases, sealedAsForms } from './forms/index.ts'
import { jointlyQueries, jointlyUseCases } from './jointly/index.ts'
import { challengeQueries, challengeRules, challengeUseCases } from './challenge/index.ts'
import { feedQueries, feedUseCases } from './feeds/index.ts'
import { requestQueries, requestRules, requestUseCases } from './requests/index.ts'
import { editDraft } from './edit-draft.ts'
import { putClause, putGrant, removeClause, removeGrant } from './edit-clauses.ts'
import { reactions } from './on.ts'
import { keyTestQueries, keyTestRules, keyTestUseCases, sealedKeyTests } from './key-test/index.ts'
import { meetingQueries, meetingUseCases, sealedMeetings } from './meetings/index.ts'
import { noticeQueries, noticeReactions, noticeRules, noticeUseCases, sealedNotices } from './notices/index.ts'
import { lateCommands, lateDaily, lateQueries, lateUseCases } from './late/index.ts'
import { propose, takeBack, withdraw } from './propose.ts'
import { publish } from './publish.ts'
import { previewClock, viewChoices, viewDeciders } from './choices.ts'
import { offers } from './offers.ts'
import { orderClauses } from './order-clauses.ts'
import { pages } from './pages/index.ts'
import { tells } from './pages/told.ts'
import { copyRegister, searchRegister, viewDecision, viewDesk, viewMyTurn, viewRecord } from './queries.ts'
import { neededToDecide } from './rules/record-can-be-decided.ts'
import {
  alternativesAreGiven,
  conflictsAreStated,
  dispensationsAreStated,
  reasonsAreGiven,
} from './rules/statutory-elements.ts'
import { worthASecondLook } from './rules/worth-a-second-look.ts'
import { refuse, sign } from './sign.ts'
import { startDraft } from './start-draft.ts'
import { signedRecords } from './store.ts'
import { traceDecision } from './trace.ts'

export * from './rules.ts'
export {
  startDraft,
  editDraft,
  putClause,
  removeClause,
  orderClauses,
  putGrant,
  removeGrant,
  propose,
  takeBack,
  withdraw,
  sign,
  refuse,
  publish,
}
export {
  callIn,
  fixHearing,
  hearCallIn,
  judgeCallIn,
  letCallInLapse,
  reopenLapsed,
  viewLapsing,
  listCallInWaivers,
  reconsider,
  recordCouncil,
  viewCallInWindow,
  waiveCallIn,
  withdrawCallIn,
} from './call-in/index.ts'
export { answerKeyChallenge, challengeKey, closeKeyChallenge } from './challenge/index.ts'
export { confirmSubscription, subscribe, unsubscribe } from './feeds/index.ts'
export { answerDocumentRequest, requestDocument, viewDocumentRequests } from './requests/index.ts'
export {
  callMeeting,
  cancelMeeting,
  givePrivateNotice,
  givePrivateNoticeAgain,
  keepMinutes,
  publishAgenda,
  putAgendaItem,
} from './meetings/index.ts'
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
} from './notices/index.ts'
import { paperQueries, paperUseCases, sealedPapers } from './papers/index.ts'
import { correctionRules, correctionUseCases, sealedCorrections } from './corrections/index.ts'
import { retentionQueries, retentionRules, retentionUseCases } from './retention/index.ts'
import { secrecyQueries, secrecyRules, secrecyUseCases } from './secrecy/index.ts'
export { workKeyTest } from './key-test/index.ts'
export { searchRegister, viewDeciders, viewDecision, viewDesk, viewMyTurn, viewRecord }
export { meetingPath } from './meetings/paths.ts'
export { paperPath } from './papers/paths.ts'
export type { Planned } from './notices/plan/queries.ts'
export { decisionPath, deskPath, recordPath, registerPath } from './pages/paths.ts'
export { draftFrom, draftsFrom, type DraftContent } from './draft-from.ts'
export { answerClearance } from './clearance/answer.ts'
export { askClearance } from './clearance/ask.ts'
export { viewClearance, viewClearances } from './clearance/queries.ts'
export { recordConsulted } from './consulted/record.ts'
export { acknowledgeDuties, considerDuty } from './duties/consider.ts'
export { viewDuties } from './duties/queries.ts'
export { answerForm, chooseForm, startFromForm } from './forms/use-form.ts'
export { shareDecision } from './jointly/share.ts'
export { remind } from './late/remind.ts'
export { viewWhoseTurn } from './late/queries.ts'
export { partWith } from './parts.ts'
export { waitsWith, type Waiter, type Waits } from './elsewhere.ts'
export { deskPartWith, type DeskPart } from './pages/parts.ts'
export type { Part, Stage } from './part.ts'
export { findWith, type OtherFinding } from './findings.ts'
export {
  operative,
  standingOn,
  type Clause,
  type Decision,
  type Grant,
  type Standing,
  type Value,
  type Verb,
} from './decision.ts'
export { publicDecision, type PublicDecision } from './register.ts'
export { findDecision } from './store.ts'
export { atomFeed, atomType, tagOf, type AtomEntry } from './feeds/atom.ts'
export { comparedWords, type Piece } from './clearance/compared-words.ts'
export { withhold, withheldIn } from './secrecy/rendition.ts'
export { correctRecord } from './corrections/index.ts'
export { holdRecord, listPastKeeping, releaseRecord } from './retention/index.ts'
export { addPaper, changePaper, orderPapers, removePaper, viewPapers } from './papers/index.ts'
export {
  considerIdentification,
  liftRestriction,
  listRestrictions,
  lookAtPaper,
  viewUnreadPapers,
  readPapersWith,
  readWithheld,
  restrict,
  viewRestrictions,
} from './secrecy/index.ts'

export const decisions: Module = {
  name: 'decisions',
  migrations: new URL('./migrations/', import.meta.url),
  useCases: [
    startDraft,
    editDraft,
    putClause,
    removeClause,
    orderClauses,
    putGrant,
    removeGrant,
    propose,
    takeBack,
    withdraw,
    sign,
    refuse,
    publish,
    ...callInUseCases,
    ...challengeUseCases,
    ...requestUseCases,
    ...feedUseCases,
    ...keyTestUseCases,
    ...noticeUseCases,
    ...meetingUseCases,
    ...clearanceUseCases,
    ...consultedUseCases,
    ...dutyUseCases,
    ...jointlyUseCases,
    ...formUseCases,
    ...lateUseCases,
    ...paperUseCases,
    ...secrecyUseCases,
    ...correctionUseCases,
    ...retentionUseCases,
  ],
  queries: [
    searchRegister,
    copyRegister,
    viewDeciders,
    viewDecision,
    viewDesk,
    viewMyTurn,
    viewRecord,
    viewChoices,
    previewClock,
    ...callInQueries,
    ...challengeQueries,
    ...requestQueries,
    ...feedQueries,
    ...keyTestQueries,
    ...noticeQueries,
    ...meetingQueries,
    ...clearanceQueries,
    ...consultedQueries,
    ...dutyQueries,
    ...jointlyQueries,
    ...formQueries,
    ...lateQueries,
    ...paperQueries,
    ...secrecyQueries,
    ...retentionQueries,
  ],
  pages,
  offers,
  trace: [traceDecision],
  tells,
  rules: [
    ...callInRules,
    ...challengeRules,
    ...requestRules,
    ...[
      ...neededToDecide,
      reasonsAreGiven,
      alternativesAreGiven,
      conflictsAreStated,
      dispensationsAreStated,
      ...worthASecondLook,
    ].map(stated),
    ...keyTestRules,
    ...noticeRules,
    ...clearanceRules,
    ...consultedRulesStated,
    ...dutyRulesStated,
    ...formRules,
    ...secrecyRules,
    ...correctionRules,
    ...retentionRules,
  ],
  commands: [...lateCommands],
  daily: [...lateDaily, lapseDaily],
  reactions: [...reactions, ...noticeReactions],
  sealed: [
    sealedCorrections,
    sealedPapers,
    sealedAmendments,
    sealedAsCleared,
    sealedAsForms,
    sealedAsConsulted,
    ...sealedAsDuties,
    sealedKeyTests,
    sealedNotices,
    sealedMeetings,
    {
      kind: 'decision',
      content: async (tx, council, refs) =>
        new Map((await signedRecords(tx, council, refs)).map(({ ref, signed }) => [ref, signed])),
    },
  ],
}
