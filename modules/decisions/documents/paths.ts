import { path } from '#platform/page.ts'

/** A decision as a document to keep or to print. */
export const decisionPdfPath = path('/decisions/:ref.pdf')
export const decisionDocxPath = path('/decisions/:ref.docx')
