import type { Sealed } from '#platform/journal.ts'
import type { Offer } from '#platform/module.ts'
import { stated, type StatedRule } from '#platform/rule-register.ts'
import type { Query, UseCase } from '#platform/use-case.ts'
import { viewEvidence } from './queries.ts'
import { gunningRules, restsOnAnswers } from './rules/four-principles.ts'
import { acknowledgeReport, stateOptions, tieGroup } from './say.ts'
import { sealedReadings } from './store.ts'

export { answeredFirst } from './part.ts'
export { acknowledgeReport, stateOptions, tieGroup, viewEvidence }

/** What shows that people were asked in time, told enough, given time and heard: evidence and flags, never a judgement. */
export const gunningUseCases: UseCase[] = [stateOptions, tieGroup, acknowledgeReport]
export const gunningQueries: Query[] = [viewEvidence]
export const gunningRulesStated: StatedRule[] = [...gunningRules.map(stated), stated(restsOnAnswers)]
export const sealedAsRead: Sealed = { kind: 'consultation-reading', content: sealedReadings }

export const gunningOffers: Offer[] = [
  { method: 'GET', path: '/desk/consultations/:ref/evidence', does: viewEvidence },
  { method: 'POST', path: '/consultations/:ref/options', does: stateOptions },
  { method: 'POST', path: '/consultations/:ref/groups-heard', does: tieGroup },
  { method: 'POST', path: '/consultations/:ref/read', does: acknowledgeReport },
]
