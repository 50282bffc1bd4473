/** Retention: until when a record and its papers stay available, and who holds them beyond that. */
import type { Offer } from '#platform/module.ts'
import { stated } from '#platform/rule-register.ts'
import { holdRecord, releaseRecord } from './hold-record.ts'
import { listPastKeeping, viewRetention } from './queries.ts'
import { mayBeLookedAt } from './rules/record-stays-available.ts'

export { holdRecord, listPastKeeping, releaseRecord, viewRetention }

export const retentionUseCases = [holdRecord, releaseRecord]
export const retentionQueries = [viewRetention, listPastKeeping]
export const retentionRules = [stated(mayBeLookedAt)]
export const retentionOffers: Offer[] = [
  { method: 'GET', path: '/desk/:ref/retention', does: viewRetention },
  { method: 'GET', path: '/desk/retention', does: listPastKeeping },
  { method: 'POST', path: '/decisions/:ref/hold-record', does: holdRecord },
  { method: 'POST', path: '/decisions/:ref/release-record', does: releaseRecord },
]
