/** Authority: who may do what, and what was done with it. The lowest room of the house; every other may knock here. */
import type { Module } from '#platform/module.ts'
import { stated } from '#platform/rule-register.ts'
import { adoptConstitution } from './adopt-constitution.ts'
import { offers } from './api.ts'
import { commands } from './cli.ts'
import { delegateOnward } from './delegate-onward.ts'
import { listActs } from './list-acts.ts'
import { listChoices, listOwnPosts } from './list-choices.ts'
import { listMandates } from './list-mandates.ts'
import { listPosts } from './list-posts.ts'
import { pages } from './pages/index.ts'
import { readAct, readEvidence } from './read-act.ts'
import { readConstitution } from './read-constitution.ts'
import { readMandate } from './read-mandate.ts'
import { readPost } from './read-post.ts'
import { recordAct } from './record-act.ts'
import { reportBack } from './report-back.ts'
import { rulesOfAuthority } from './rules/index.ts'
import { sealedRecords } from './sealed.ts'
import { tracers } from './trace.ts'
import { undoAct } from './undo-act.ts'
import { why } from './why.ts'

export type { ActLine, MandateLine, MandateState, PostLine } from './shapes.ts'
export { adoptConstitution, delegateOnward, recordAct, reportBack, undoAct, why }
export { listActs, listChoices, listMandates, listPosts, readAct, readConstitution, readEvidence, readMandate, readPost }
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
  queries: [why, listPosts, readPost, listMandates, readMandate, listActs, readAct, readEvidence, readConstitution, listChoices, listOwnPosts],
  pages,
  offers,
  commands,
  sealed: sealedRecords,
  trace: tracers,
  rules: rulesOfAuthority.map(stated),
}
