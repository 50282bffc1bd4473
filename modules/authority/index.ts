/** Authority: who may do what, and what was done with it. The lowest room of the house; every other may knock here. */
import type { Module } from '#platform/module.ts'
import { stated } from '#platform/rule-register.ts'
import { adoptConstitution } from './adopt-constitution.ts'
import { offers } from './api.ts'
import { commands } from './cli.ts'
import { delegateOnward } from './delegate-onward.ts'
import { appoint, leavePost, listPeople } from './ends/appoint.ts'
import { recall } from './ends/recall.ts'
import { revokeMandate } from './ends/revoke-mandate.ts'
import { considerHold } from './hold/consider-hold.ts'
import { issueHold } from './hold/issue-hold.ts'
import { listHolds, readHold } from './hold/list-holds.ts'
import { releaseHold } from './hold/release-hold.ts'
import { adoptProposed, discardProposed, proposeConstitution } from './import/import-constitution.ts'
import { compareVersions, listProposed, previewProposed } from './import/view-changes.ts'
import { proposeSheets, putSheets, removeSheet } from './import/sheets/give-sheets.ts'
import { exportSheet, listSheets } from './import/sheets/view-sheets.ts'
import { listActs } from './list-acts.ts'
import { listChoices, listOwnPosts } from './list-choices.ts'
import { listLimits } from './list-limits.ts'
import { listMandates } from './list-mandates.ts'
import { listOfficersPowers } from './list-officers-powers.ts'
import { listPosts } from './list-posts.ts'
import { pages } from './pages/index.ts'
import { readAct, readEvidence } from './read-act.ts'
import { readConstitution } from './read-constitution.ts'
import { readMandate } from './read-mandate.ts'
import { readPost } from './read-post.ts'
import { recordAct } from './record-act.ts'
import { recordRetrospective } from './record-retrospective.ts'
import { reportBack } from './report-back.ts'
import { reactions } from './on.ts'
import { holdConsideredInTime, holdReleasedInOrder } from './rules/holds-in-order.ts'
import { rulesOfAuthority } from './rules/index.ts'
import { sealedRecords } from './sealed.ts'
import { tracers } from './trace.ts'
import { undoAct } from './undo-act.ts'
import { why } from './why.ts'

export type { ActLine, MandateLine, MandateState, PostLine } from './shapes.ts'
export { adoptProposed, compareVersions, discardProposed, previewProposed, proposeConstitution }
export { exportSheet, listSheets, proposeSheets, putSheets, removeSheet }
export { recordRetrospective }
export { appoint, leavePost, listPeople, recall, revokeMandate }
export { issueHold, considerHold, releaseHold, listHolds, readHold }
export { holdsOn, type HoldOn } from './hold/holds-on.ts'
export { adoptConstitution, delegateOnward, recordAct, reportBack, undoAct, why }
export {
  listActs,
  listChoices,
  listLimits,
  listOfficersPowers,
  listMandates,
  listPosts,
  readAct,
  readConstitution,
  readEvidence,
  readMandate,
  readPost,
}
export { exercise, type Exercise, type Exercised } from './exercise.ts'
export { stopWith, type Stop } from './stops.ts'
export { grantFromClause, suspendClause, releaseClause, endDecision, type ClauseGrant } from './grant.ts'
export {
  ceilingInput,
  conditionInput,
  settings,
  type Constitution,
  type ConstitutionInput,
  type SettingKey,
  type Settings,
} from './constitution.ts'
export { clearDayRuleWords } from './notice-setting-words.ts'
export { countedNotices } from './notice-settings.ts'
export { callInRuleInput, type CallInRuleValue } from './call-in-rule.ts'
export { waysWords } from './call-in-words.ts'
export { endClause, releaseClauseFrom } from './clause-ends.ts'
export { holdersOfKinds, holdersOfPosts, type Holder } from './holders-on.ts'
export { grantedBy, type ActUnder, type Granted } from './granted-by.ts'
export { ownLimitIn, schemeOn, type SchemeEntry } from './scheme-on.ts'
export { calendarShape } from './calendar-setting.ts'
export { calendarOn, settingOn } from './setting.ts'
export { formFields, type Duty, type FormItem, type NeededClearance, type RecordForm } from './record-settings.ts'
export { dutySource, whenWords } from './record-setting-words.ts'
export { keptCeilings, publicEyes } from './amounts-store.ts'
export { amountsSeenBy, amountWithheld, keepAmounts, keepUnpublished, showPublished, type Sees } from './amounts.ts'
export * from './mandate.ts'
export * from './paths.ts'
export * from './powers.ts'
export * from './roles.ts'
export { leftUnder, effectiveCeiling } from './weighing.ts'
export {
  accountsHolding,
  actsAbout,
  findPost,
  holdersOf,
  mandatesOfDecision,
  mandatesOfPost,
  posts,
  postsHeldBy,
  showMandateWords,
  subjects,
  insertSubject,
  nextRef,
  type Act,
  type Post,
} from './store.ts'

export const authority: Module = {
  name: 'authority',
  migrations: new URL('./migrations/', import.meta.url),
  useCases: [
    adoptConstitution,
    delegateOnward,
    recordAct,
    undoAct,
    reportBack,
    issueHold,
    considerHold,
    releaseHold,
    revokeMandate,
    recall,
    appoint,
    leavePost,
    recordRetrospective,
    proposeConstitution,
    adoptProposed,
    discardProposed,
    proposeSheets,
    putSheets,
    removeSheet,
  ],
  queries: [
    why,
    listPosts,
    readPost,
    listMandates,
    readMandate,
    listActs,
    readAct,
    readEvidence,
    readConstitution,
    listChoices,
    listOwnPosts,
    listHolds,
    readHold,
    listLimits,
    listPeople,
    listOfficersPowers,
    compareVersions,
    listProposed,
    previewProposed,
    listSheets,
    exportSheet,
  ],
  pages,
  offers,
  commands,
  sealed: sealedRecords,
  trace: tracers,
  reactions,
  rules: [...rulesOfAuthority.map(stated), stated(holdConsideredInTime), stated(holdReleasedInOrder)],
}
