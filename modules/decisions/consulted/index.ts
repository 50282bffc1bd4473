import type { Sealed } from '#platform/journal.ts'
import type { Offer } from '#platform/module.ts'
import { stated, type StatedRule } from '#platform/rule-register.ts'
import type { Query, UseCase } from '#platform/use-case.ts'
import { viewConsulted } from './queries.ts'
import { recordConsulted, removeConsulted } from './record.ts'
import { consultedRules } from './rules/consulted-before.ts'
import { sealedConsulted } from './store.ts'

/** Who was consulted before a decision. */
export const consultedUseCases: UseCase[] = [recordConsulted, removeConsulted]
export const consultedQueries: Query[] = [viewConsulted]
export const consultedRulesStated: StatedRule[] = consultedRules.map(stated)
export const sealedAsConsulted: Sealed = { kind: 'consulted', content: sealedConsulted }

export const consultedOffers: Offer[] = [
  { method: 'GET', path: '/desk/:ref/consulted', does: viewConsulted },
  { method: 'POST', path: '/decisions/:ref/consulted', does: recordConsulted },
  { method: 'POST', path: '/decisions/:ref/consulted/remove', does: removeConsulted },
]
