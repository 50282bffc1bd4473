import type { Offer } from '#platform/module.ts'
import { closeCommission, editCommission, reopenCommission, showCommission } from './edit-commission.ts'
import { assessImpact, considerDuty } from './duties/consider.ts'
import { linkRecord, unlinkRecord } from './link-record.ts'
import { dropNeed, putNeed } from './need/put-need.ts'
import { viewMyTurn } from './my-turn.ts'
import { openCommission } from './open-commission.ts'
import { dropOption, putOption, recommendOption, weighCriteria } from './options/compare-options.ts'
import { owe, remindOfDue, settle } from './owed/owe.ts'
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
import { finishStep, previewPlan, revisePlan } from './timeline/revise-plan.ts'

/** What programs may ask and do, with the inputs, answers and refusals of the pages. */
export const offers: Offer[] = [
  { method: 'GET', path: '/commissions', does: searchCommissions },
  { method: 'GET', path: '/commissions/:ref', does: viewCommission },
  { method: 'GET', path: '/commissions/:ref/thread', does: viewCommissionThread },
  { method: 'GET', path: '/desk/commissions', does: listCommissions },
  { method: 'GET', path: '/desk/commissions/due', does: viewDue },
  { method: 'GET', path: '/desk/commissions/my-turn', does: viewMyTurn },
  { method: 'GET', path: '/desk/commissions/:ref', does: viewWhole },
  { method: 'GET', path: '/desk/commissions/:ref/thread', does: viewWholeThread },
  { method: 'GET', path: '/desk/commissions/:ref/timeline', does: viewPlan },
  { method: 'GET', path: '/desk/commissions/:ref/timeline/changes', does: comparePlans },
  { method: 'GET', path: '/desk/commissions/:ref/options', does: viewAppraisal },
  { method: 'GET', path: '/desk/commissions/:ref/risks', does: viewRisks },
  { method: 'GET', path: '/desk/commissions/:ref/risks/:risk', does: viewRiskHistory },
  { method: 'GET', path: '/desk/commissions/:ref/duties', does: viewDuties },
  { method: 'GET', path: '/desk/commissions/:ref/need', does: viewNeed },
  { method: 'POST', path: '/commissions', does: openCommission },
  { method: 'POST', path: '/commissions/:ref/edit', does: editCommission },
  { method: 'POST', path: '/commissions/:ref/show', does: showCommission },
  { method: 'POST', path: '/commissions/:ref/close', does: closeCommission },
  { method: 'POST', path: '/commissions/:ref/reopen', does: reopenCommission },
  { method: 'POST', path: '/commissions/:ref/links', does: linkRecord },
  { method: 'POST', path: '/commissions/:ref/links/end', does: unlinkRecord },
  { method: 'POST', path: '/commissions/:ref/timeline', does: revisePlan },
  { method: 'POST', path: '/commissions/:ref/timeline/preview', does: previewPlan },
  { method: 'POST', path: '/commissions/:ref/timeline/over', does: finishStep },
  { method: 'POST', path: '/commissions/:ref/options/criteria', does: weighCriteria },
  { method: 'POST', path: '/commissions/:ref/options', does: putOption },
  { method: 'POST', path: '/commissions/:ref/options/remove', does: dropOption },
  { method: 'POST', path: '/commissions/:ref/options/recommend', does: recommendOption },
  { method: 'POST', path: '/commissions/:ref/risks', does: putRisk },
  { method: 'POST', path: '/commissions/:ref/duties', does: considerDuty },
  { method: 'POST', path: '/commissions/:ref/impacts', does: assessImpact },
  { method: 'POST', path: '/commissions/:ref/need', does: putNeed },
  { method: 'POST', path: '/commissions/:ref/need/remove', does: dropNeed },
  { method: 'POST', path: '/commissions/:ref/owed', does: owe },
  { method: 'POST', path: '/commissions/:ref/owed/settle', does: settle },
  { method: 'POST', path: '/commissions/reminders', does: remindOfDue },
]
