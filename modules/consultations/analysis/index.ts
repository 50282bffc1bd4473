import type { Sealed } from '#platform/journal.ts'
import type { Offer } from '#platform/module.ts'
import type { Query, UseCase } from '#platform/use-case.ts'
import { analyseWordless } from './analyse-wordless.ts'
import { codeResponse, settleCoding } from './coding.ts'
import { putCode, setSecondCoding } from './frame.ts'
import { findToCode, listToSettle, viewAnalysis, viewAnalysisHistory, viewToCode } from './queries.ts'
import { releaseTables, sealedTables } from './release.ts'
import { answerTheme, putTheme } from './themes.ts'

export { analyseWordless, answerTheme, codeResponse, putCode, putTheme, releaseTables, setSecondCoding, settleCoding }
export { findToCode, listToSettle, viewAnalysis, viewAnalysisHistory, viewToCode }

/** Coding what people wrote, the themes it makes, and tables of what they chose. */
export const analysisUseCases: UseCase[] = [
  putCode,
  setSecondCoding,
  codeResponse,
  settleCoding,
  analyseWordless,
  putTheme,
  answerTheme,
  releaseTables,
]
export const analysisQueries: Query[] = [viewAnalysis, viewAnalysisHistory, findToCode, viewToCode, listToSettle]
export const sealedAsTables: Sealed = { kind: 'consultation-tables', content: sealedTables }

export const analysisOffers: Offer[] = [
  { method: 'GET', path: '/desk/consultations/:ref/analysis', does: viewAnalysis },
  { method: 'GET', path: '/desk/consultations/:ref/analysis/history', does: viewAnalysisHistory },
  { method: 'GET', path: '/desk/consultations/:ref/to-code', does: findToCode },
  { method: 'GET', path: '/desk/consultations/:ref/to-settle', does: listToSettle },
  { method: 'GET', path: '/desk/responses/:receipt/to-code', does: viewToCode },
  { method: 'POST', path: '/consultations/:ref/codes-of-frame', does: putCode },
  { method: 'POST', path: '/consultations/:ref/second-coding', does: setSecondCoding },
  { method: 'POST', path: '/consultations/:ref/analyse-wordless', does: analyseWordless },
  { method: 'POST', path: '/consultations/:ref/themes', does: putTheme },
  { method: 'POST', path: '/consultations/:ref/themes/:theme/answer', does: answerTheme },
  { method: 'POST', path: '/consultations/:ref/tables', does: releaseTables },
  { method: 'POST', path: '/desk/responses/:receipt/code', does: codeResponse },
  { method: 'POST', path: '/desk/responses/:receipt/settle', does: settleCoding },
]
