import { path } from '#platform/page.ts'

export const requestDocumentPath = path('/desk/decisions/:ref/ask-for-a-document')
export const documentRequestsPath = path('/desk/document-requests')
export const documentRequestPath = path('/desk/document-requests/:request')
export const requestedFilePath = path('/desk/document-requests/:request/file')
