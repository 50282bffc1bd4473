import type { Offer } from '#platform/module.ts'
import type { Sealed } from '#platform/journal.ts'
import { callIn } from './call-in.ts'
import { fixHearing, hearCallIn, recordCouncil } from './hear.ts'
import { judgeCallIn } from './judge.ts'
import { viewCallers, viewCallInWindow } from './queries.ts'
import { lapseDaily, letCallInLapse, reopenLapsed, viewLapsing } from './lapse.ts'
import { reconsider } from './reconsider.ts'
import { viewScrutinyDesk } from './scrutiny.ts'
import { sealedAmendmentsOf } from './store.ts'
import { listCallInWaivers, viewCallInWaiver, waiveCallIn } from './waive.ts'
import { withdrawCallIn } from './withdraw.ts'

export {
  callIn,
  fixHearing,
  hearCallIn,
  judgeCallIn,
  lapseDaily,
  letCallInLapse,
  listCallInWaivers,
  reconsider,
  recordCouncil,
  reopenLapsed,
  viewCallInWindow,
  viewLapsing,
  waiveCallIn,
  withdrawCallIn,
}
export { callInRules } from './rules/index.ts'

export const callInUseCases = [
  callIn,
  judgeCallIn,
  fixHearing,
  hearCallIn,
  recordCouncil,
  reconsider,
  withdrawCallIn,
  letCallInLapse,
  reopenLapsed,
  waiveCallIn,
]
export const callInQueries = [
  viewCallInWindow,
  viewCallers,
  viewScrutinyDesk,
  listCallInWaivers,
  viewCallInWaiver,
  viewLapsing,
]

/** Amendments made on reconsideration, sealed beside the record that was signed. */
export const sealedAmendments: Sealed = {
  kind: 'amendment',
  content: async (tx, council, ids) =>
    new Map((await sealedAmendmentsOf(tx, council, ids)).map(({ amendment, sealed }) => [amendment, sealed])),
}

export const callInOffers: Offer[] = [
  { method: 'GET', path: '/desk/call-in', does: viewCallInWindow },
  { method: 'GET', path: '/desk/scrutiny', does: viewScrutinyDesk },
  { method: 'GET', path: '/desk/call-in-exemptions', does: listCallInWaivers },
  { method: 'GET', path: '/desk/:ref/callers', does: viewCallers },
  { method: 'POST', path: '/decisions/:ref/call-in', does: callIn },
  { method: 'POST', path: '/decisions/:ref/call-in/judge', does: judgeCallIn },
  { method: 'POST', path: '/decisions/:ref/call-in/hearing', does: fixHearing },
  { method: 'POST', path: '/decisions/:ref/call-in/hear', does: hearCallIn },
  { method: 'POST', path: '/decisions/:ref/call-in/council', does: recordCouncil },
  { method: 'POST', path: '/decisions/:ref/call-in/reconsider', does: reconsider },
  { method: 'POST', path: '/decisions/:ref/call-in/withdraw', does: withdrawCallIn },
  { method: 'POST', path: '/decisions/:ref/call-in/lapse', does: letCallInLapse },
  { method: 'POST', path: '/decisions/:ref/call-in/reopen', does: reopenLapsed },
  { method: 'GET', path: '/desk/call-in/lapsing', does: viewLapsing },
  { method: 'POST', path: '/decisions/:ref/call-in/exempt', does: waiveCallIn },
]
