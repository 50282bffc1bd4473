import type { Form } from '#platform/document/index.ts'
import type { Page } from '#platform/page.ts'
import { asPublic } from '#platform/web/as-public.ts'
import { anyone, missing } from '#platform/use-case.ts'
import { decisionPath } from '../pages/paths.ts'
import { viewDecision } from '../queries.ts'
import { decisionDocument } from './decision-document.ts'
import { sectionsOf } from './sections.ts'
import { decisionDocxPath, decisionPdfPath } from './paths.ts'

const printedAt = (path: { pattern: string }, as: Form): Page => ({
  path: path.pattern,
  may: [anyone],
  remembered: true,
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
      document: decisionDocument(
        outcome.value,
        { council: visit.council.name, address },
        sectionsOf(asPublic(visit), outcome.value),
      ),
      as,
      download: ref,
    }
  },
})

/** The record as a PDF, and as a Word document. */
export const decisionPdfPage = printedAt(decisionPdfPath, 'pdf')
export const decisionDocxPage = printedAt(decisionDocxPath, 'docx')
