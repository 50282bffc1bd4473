/** Authority: who may do what, and what was done with it. The lowest room of the house; every other may knock here. */
import type { Module } from '#platform/module.ts'
import { adoptConstitution } from './adopt-constitution.ts'
import { delegateOnward } from './delegate-onward.ts'
import { recordAct } from './record-act.ts'
import { reportBack } from './report-back.ts'
import { sealedRecords } from './sealed.ts'
import { undoAct } from './undo-act.ts'
import { why } from './why.ts'

export { listActs } from './list-acts.ts'
export { listMandates } from './list-mandates.ts'
export { listPosts } from './list-posts.ts'
export { readAct, readEvidence } from './read-act.ts'
export { readConstitution } from './read-constitution.ts'
export { readMandate } from './read-mandate.ts'
export { readPost } from './read-post.ts'
export type { ActLine, MandateLine, MandateState, PostLine } from './shapes.ts'
export { adoptConstitution, delegateOnward, recordAct, reportBack, undoAct, why }
export { exercise, type Exercise, type Exercised } from './exercise.ts'
export { grantFromClause, suspendClause, releaseClause, endDecision, type ClauseGrant } from './grant.ts'
export { ceilingInput, conditionInput, settings, type Constitution, type ConstitutionInput, type SettingKey, type Settings } from './constitution.ts'
export { grantedBy, type ActUnder, type Granted } from './granted-by.ts'
export { ownLimitIn, schemeOn, type SchemeEntry } from './scheme-on.ts'
export { settingOn } from './setting.ts'
export * from './mandate.ts'
export * from './paths.ts'
export * from './powers.ts'
export * from './roles.ts'
export { leftUnder, effectiveCeiling } from './weighing.ts'
export { accountsHolding, actsAbout, findPost, holdersOf, mandatesOfDecision, posts, postsHeldBy, subjects, insertSubject, nextRef, type Act, type Post } from './store.ts'

export const authority: Module = {
  name: 'authority',
  migrations: new URL('./migrations/', import.meta.url),
  useCases: [adoptConstitution, delegateOnward, recordAct, undoAct, reportBack],
  queries: [why],
  sealed: sealedRecords,
}
