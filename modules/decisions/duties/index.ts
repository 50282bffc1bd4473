import type { Sealed } from '#platform/journal.ts'
import type { Offer } from '#platform/module.ts'
import { stated, type StatedRule } from '#platform/rule-register.ts'
import type { Query, UseCase } from '#platform/use-case.ts'
import { acknowledgeDuties, considerDuty } from './consider.ts'
import { viewDuties } from './queries.ts'
import { dutiesAreSeen, dutyRules } from './rules/duties-considered.ts'
import { sealedDuties, sealedReceipts } from './store.ts'

/** The duties that a decision has regard to, and the receipts of those who read it. */
export const dutyUseCases: UseCase[] = [considerDuty, acknowledgeDuties]
export const dutyQueries: Query[] = [viewDuties]
export const dutyRulesStated: StatedRule[] = [...dutyRules.map(stated), stated(dutiesAreSeen)]
export const sealedAsDuties: Sealed[] = [
  { kind: 'duty', content: sealedDuties },
  { kind: 'duties-seen', content: sealedReceipts },
]

export const dutyOffers: Offer[] = [
  { method: 'GET', path: '/desk/:ref/duties', does: viewDuties },
  { method: 'POST', path: '/decisions/:ref/duties', does: considerDuty },
  { method: 'POST', path: '/decisions/:ref/duties/seen', does: acknowledgeDuties },
]
