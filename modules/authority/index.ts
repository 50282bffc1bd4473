/** Authority: who may do what, and what was done with it. The lowest room of the house; every other may knock here. */
import type { Module } from '#platform/module.ts'
import { adoptConstitution } from './adopt-constitution.ts'
import { delegateOnward } from './delegate-onward.ts'
import { recordAct } from './record-act.ts'
import { reportBack } from './report-back.ts'
import { sealedRecords } from './sealed.ts'
import { undoAct } from './undo-act.ts'
import { why } from './why.ts'

export { adoptConstitution, delegateOnward, recordAct, reportBack, undoAct, why }
export { exercise, type Exercise, type Exercised } from './exercise.ts'
export { grantFromClause, suspendClause, releaseClause, endDecision, type ClauseGrant } from './grant.ts'
export { ceilingInput, conditionInput, settings, type Constitution, type ConstitutionInput, type SettingKey, type Settings } from './constitution.ts'
export { settingOn } from './setting.ts'
export * from './mandate.ts'
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
