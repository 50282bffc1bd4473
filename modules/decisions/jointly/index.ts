import type { Offer } from '#platform/module.ts'
import type { Query, UseCase } from '#platform/use-case.ts'
import { viewMakers } from './queries.ts'
import { shareDecision } from './share.ts'

/** Decisions made by several posts together. */
export const jointlyUseCases: UseCase[] = [shareDecision]
export const jointlyQueries: Query[] = [viewMakers]
export const jointlyOffers: Offer[] = [
  { method: 'GET', path: '/desk/:ref/makers', does: viewMakers },
  { method: 'POST', path: '/decisions/:ref/makers', does: shareDecision },
]
