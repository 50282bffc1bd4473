import { docxOf, docxType, pdfOf, type Document } from '#platform/document/index.ts'
import type { Page } from '#platform/page.ts'
import { anyone, missing } from '#platform/use-case.ts'
import { decisionPath } from '../pages/paths.ts'
import { viewDecision } from '../queries.ts'
import { decisionDocument } from './decision-document.ts'
import { decisionDocxPath, decisionPdfPath } from './paths.ts'

const fileAt = (
  path: { pattern: string },
  type: string,
  extension: string,
  print: (document: Document) => Promise<Uint8Array>,
): Page => ({
  path: path.pattern,
  may: [anyone],
  get: async (visit) => {
    const { ref = '' } = visit.params
    const outcome = await visit.ask(viewDecision, { ref })
    if (!outcome.ok)
      return {
        refusal:
          outcome.refusal.kind === 'invalid'
            ? missing(`There is no published decision ${ref}.`).refusal
            : outcome.refusal,
      }
    const address = `${visit.origin}${decisionPath({ ref })}`
    return {
      file: await print(decisionDocument(outcome.value, { council: visit.council.name, address })),
      type,
      download: `${ref}.${extension}`,
    }
  },
})

/** The record as a PDF, and as a Word document. */
export const decisionPdfPage = fileAt(decisionPdfPath, 'application/pdf', 'pdf', pdfOf)
export const decisionDocxPage = fileAt(decisionDocxPath, docxType, 'docx', docxOf)
