/** Consultations: questions, answers by every channel, and what became of them. The only door others may use. */
import type { Module } from '#platform/module.ts'
import { stated } from '#platform/rule-register.ts'
import { analysisQueries, sealedAsTables } from './analysis/index.ts'
import { publicationPages, publicationQueries, sealedAsReported } from './publication/index.ts'
import { gunningQueries, gunningRulesStated, sealedAsRead } from './gunning/index.ts'
import { alikeQueries } from './campaigns/index.ts'
import { viewMyTurn } from './my-turn.ts'
import { offers } from './offers.ts'
import { listLatest } from './pages/feed.ts'
import { pages } from './pages/index.ts'
import { askingNow } from './pages/told.ts'
import { viewPlainWords } from './plain/queries.ts'
import {
  listConsultations,
  listResponses,
  viewBatch,
  viewConsultation,
  viewConsultations,
  viewDraft,
  viewEquality,
  viewForm,
  viewPaper,
  viewReconciliation,
  viewResponse,
  viewWorkshop,
} from './queries.ts'
import { rulesOfConsultations } from './rules/index.ts'
import { wordsPointToNoGroup } from './rules/words-point-to-no-group.ts'
import { sealedRecords } from './sealed.ts'
import { heardBefore, traceConsultation } from './trace.ts'
import { useCases } from './use-cases.ts'
import { wordsPages, wordsQueries } from './words/index.ts'

export {
  publishSafely,
  type Counted,
  type Earlier,
  type Shown,
  type SmallNumbers,
} from './disclosure/publish-safely.ts'
export * from './use-cases.ts'
export {
  agreeWords,
  askPermission,
  listWords,
  publishWords,
  readWords,
  viewWords,
  viewWordsDesk,
  withdrawWords,
} from './words/index.ts'
export { permissionQuestion } from './words/permission.ts'
export { asTyped, spelled } from './responses/codes.ts'
export {
  codeAlike,
  findAlike,
  judgeAlike,
  listAlike,
  undoAlike,
  viewAlike,
  viewAlikeMember,
} from './campaigns/index.ts'
export {
  analyseWordless,
  answerTheme,
  codeResponse,
  findToCode,
  listToSettle,
  putCode,
  putTheme,
  releaseTables,
  setSecondCoding,
  settleCoding,
  viewAnalysis,
  viewAnalysisHistory,
  viewToCode,
} from './analysis/index.ts'
export {
  listConsultations,
  listResponses,
  viewBatch,
  viewConsultation,
  viewDraft,
  viewForm,
  viewPaper,
  viewReconciliation,
  viewResponse,
  viewWorkshop,
}
export { consultationsWait } from './pages/waits.ts'
export { consultationPath, consultationsPath } from './pages/paths.ts'
export type { Consultation, Group, Standing, State } from './consultation.ts'
export type { Questionnaire, Question, Section } from './questions/questionnaire.ts'

export { publishReport, viewReport } from './publication/index.ts'
export { acknowledgeReport, answeredFirst, stateOptions, tieGroup, viewEvidence } from './gunning/index.ts'

export const consultations: Module = {
  name: 'consultations',
  migrations: new URL('./migrations/', import.meta.url),
  useCases,
  queries: [
    listConsultations,
    viewConsultation,
    viewConsultations,
    viewDraft,
    listResponses,
    viewResponse,
    viewReconciliation,
    viewPaper,
    viewBatch,
    viewForm,
    viewWorkshop,
    viewEquality,
    ...analysisQueries,
    ...alikeQueries,
    viewPlainWords,
    ...gunningQueries,
    ...publicationQueries,
    ...wordsQueries,
    listLatest,
    viewMyTurn,
  ],
  pages: [...pages, ...publicationPages, ...wordsPages],
  offers,
  sealed: [...sealedRecords, sealedAsTables, sealedAsRead, sealedAsReported],
  trace: [traceConsultation],
  shapes: [heardBefore],
  tells: [askingNow],
  rules: [...rulesOfConsultations.map(stated), stated(wordsPointToNoGroup), ...gunningRulesStated],
}
