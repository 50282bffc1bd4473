/** Commissions: the undertakings that tie decisions, consultations and markets together. The only door others may use. */
import type { Module } from '#platform/module.ts'
import { closeCommission, editCommission, reopenCommission, showCommission } from './edit-commission.ts'
import { assessImpact, considerDuty } from './duties/consider.ts'
import { linkRecord, unlinkRecord } from './link-record.ts'
import { dropNeed, putNeed } from './need/put-need.ts'
import { offers } from './offers.ts'
import { reactions } from './on.ts'
import { viewMyTurn } from './my-turn.ts'
import { openCommission } from './open-commission.ts'
import { dropOption, putOption, recommendOption, weighCriteria } from './options/compare-options.ts'
import { owe, remindOfDue, settle } from './owed/owe.ts'
import { remindDaily } from './owed/remind-daily.ts'
import { pages } from './pages/index.ts'
import { comparePlans, viewPlan } from './timeline/view-plan.ts'
import { listCommissions, searchCommissions } from './search-commissions.ts'
import { viewAppraisal } from './options/view-appraisal.ts'
import { viewCommission } from './view-commission.ts'
import { viewCommissionThread, viewWholeThread } from './view-thread.ts'
import { viewDue } from './owed/view-due.ts'
import { viewDuties } from './duties/view-duties.ts'
import { viewNeed } from './need/view-need.ts'
import { viewRiskHistory, viewRisks } from './risks/view-risks.ts'
import { viewWhole } from './view-whole.ts'
import { putRisk } from './risks/put-risk.ts'
import { statedRules } from './stated-rules.ts'
import { sealedEditions } from './store.ts'
import { finishStep, previewPlan, revisePlan } from './timeline/revise-plan.ts'
import { traceCommission } from './trace.ts'

export type { Commission } from './commission.ts'
export type { PlanInput } from './timeline/document.ts'
export { commissionsOfRecord, findCommission, linksOf, shownAround } from './store.ts'
export { linkWith } from './records.ts'
export { reliedOn } from './relied-on.ts'
export { standsInTheWay } from './timeline/in-the-way.ts'
export { shutGates } from './timeline/shut-gates.ts'
export { commissionsWait } from './pages/waits.ts'
export { commissionPath, commissionsPath, deskCommissionsPath, wholePath } from './pages/paths.ts'
export { openCommission, editCommission, showCommission, closeCommission, reopenCommission, linkRecord, unlinkRecord }
export {
  revisePlan,
  previewPlan,
  finishStep,
  weighCriteria,
  putOption,
  dropOption,
  recommendOption,
  putRisk,
  considerDuty,
  assessImpact,
  putNeed,
  dropNeed,
  owe,
  settle,
  remindOfDue,
}
export {
  comparePlans,
  listCommissions,
  searchCommissions,
  viewAppraisal,
  viewCommission,
  viewCommissionThread,
  viewDue,
  viewDuties,
  viewNeed,
  viewPlan,
  viewRiskHistory,
  viewRisks,
  viewWhole,
  viewWholeThread,
}

export const commissions: Module = {
  name: 'commissions',
  migrations: new URL('./migrations/', import.meta.url),
  useCases: [
    openCommission,
    editCommission,
    showCommission,
    closeCommission,
    reopenCommission,
    linkRecord,
    unlinkRecord,
    revisePlan,
    finishStep,
    weighCriteria,
    putOption,
    dropOption,
    recommendOption,
    putRisk,
    considerDuty,
    assessImpact,
    putNeed,
    dropNeed,
    owe,
    settle,
    remindOfDue,
  ],
  queries: [
    searchCommissions,
    listCommissions,
    viewCommission,
    viewCommissionThread,
    viewWhole,
    viewWholeThread,
    viewPlan,
    previewPlan,
    comparePlans,
    viewAppraisal,
    viewRisks,
    viewRiskHistory,
    viewDuties,
    viewNeed,
    viewDue,
    viewMyTurn,
  ],
  pages,
  offers,
  reactions,
  daily: [remindDaily],
  trace: [traceCommission],
  rules: statedRules,
  sealed: [
    {
      kind: 'commission-edition',
      content: async (tx, council, ids) =>
        new Map((await sealedEditions(tx, council, ids)).map(({ id, document }) => [id, document])),
    },
  ],
}
