import type { Offer } from '#platform/module.ts'
import { stated } from '#platform/rule-register.ts'
import { viewDocumentRequest, viewDocumentRequests } from './queries.ts'
import { answerDocumentRequest, readRequestedDocument, requestDocument } from './request.ts'
import { documentsInTime, refusalGivesReasons } from './rules/documents-in-time.ts'

export { answerDocumentRequest, requestDocument, viewDocumentRequests }

export const requestUseCases = [requestDocument, answerDocumentRequest]
export const requestQueries = [viewDocumentRequests, viewDocumentRequest, readRequestedDocument]
export const requestRules = [stated(documentsInTime), stated(refusalGivesReasons)]

export const requestOffers: Offer[] = [
  { method: 'GET', path: '/desk/document-requests', does: viewDocumentRequests },
  { method: 'GET', path: '/desk/document-requests/:request', does: viewDocumentRequest },
  { method: 'POST', path: '/decisions/:ref/document-requests', does: requestDocument },
  { method: 'POST', path: '/document-requests/:request/answer', does: answerDocumentRequest },
]
