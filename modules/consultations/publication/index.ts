import type { Sealed } from '#platform/journal.ts'
import type { Offer } from '#platform/module.ts'
import { alsoPrinted } from '#govuk'
import type { Page } from '#platform/page.ts'
import type { Query, UseCase } from '#platform/use-case.ts'
import {
  answersCsvPage,
  answersJsonPage,
  reportDocxPage,
  reportPage,
  reportPdfPage,
  youSaidPage,
} from './pages/public.ts'
import { publishReportPage } from './pages/publish.ts'
import { publishReport, viewReport } from './publish-report.ts'
import { sealedReports } from './report.ts'

export { publishReport, viewReport }

/** The report, what the council did because of it, and open data: all from the public report and nothing else. */
export const publicationUseCases: UseCase[] = [publishReport]
export const publicationQueries: Query[] = [viewReport]
export const publicationPages: Page[] = [
  reportPage,
  ...alsoPrinted(youSaidPage, { sort: 'You said, we did', name: ({ params }) => `${params['ref'] ?? ''} answers` }),
  reportDocxPage,
  reportPdfPage,
  answersCsvPage,
  answersJsonPage,
  publishReportPage,
]
export const sealedAsReported: Sealed = { kind: 'consultation-report', content: sealedReports }

export const publicationOffers: Offer[] = [
  { method: 'GET', path: '/consultations/:ref/report', does: viewReport },
  { method: 'POST', path: '/consultations/:ref/report', does: publishReport },
]
