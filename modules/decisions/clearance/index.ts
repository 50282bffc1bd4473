import type { Sealed } from '#platform/journal.ts'
import type { Offer } from '#platform/module.ts'
import { stated, type StatedRule } from '#platform/rule-register.ts'
import type { Query, UseCase } from '#platform/use-case.ts'
import { answerClearance, withdrawClearance } from './answer.ts'
import { askClearance } from './ask.ts'
import { viewClearance, viewClearances, viewMyClearances } from './queries.ts'
import { clearancesAreGiven } from './rules/clearances-are-given.ts'
import { sealedClearances } from './store.ts'

/** Sending a draft to be cleared, and clearing it. */
export const clearanceUseCases: UseCase[] = [askClearance, answerClearance, withdrawClearance]
export const clearanceQueries: Query[] = [viewClearances, viewClearance, viewMyClearances]
export const clearanceRules: StatedRule[] = [stated(clearancesAreGiven)]
export const sealedAsCleared: Sealed = { kind: 'clearance', content: sealedClearances }

export const clearanceOffers: Offer[] = [
  { method: 'GET', path: '/desk/my-clearances', does: viewMyClearances },
  { method: 'GET', path: '/desk/:ref/clearances', does: viewClearances },
  { method: 'GET', path: '/desk/:ref/clearances/:clearance', does: viewClearance },
  { method: 'POST', path: '/decisions/:ref/clearances', does: askClearance },
  { method: 'POST', path: '/decisions/:ref/clearances/:clearance/answer', does: answerClearance },
  { method: 'POST', path: '/decisions/:ref/clearances/:clearance/withdraw', does: withdrawClearance },
]
