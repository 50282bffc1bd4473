import { alsoPrinted } from '#govuk'
import type { Page } from '#platform/page.ts'
import { representationsPage, urgencyPage, withdrawNoticePage } from './answer.ts'
import { dropPlannedPage, movePlannedPage, tiePlannedPage } from './change-planned.ts'
import { enterPlannedPage } from './enter-planned.ts'
import { askUrgencyPage, elsewherePage, exceptionPage, giveKeyNoticePage } from './give.ts'
import { noticePage, noticesPage } from './notice.ts'
import { noticesOfPage } from './notices-of.ts'
import { planCsv, planJson } from './plan-files.ts'
import { lagCsv, lagPage, urgentReportCsv, urgentReportPage } from '../reports/pages.ts'
import { planPage, wholePlan } from './plan.ts'
import { plannedPage } from './planned.ts'

/** The pages of notices and of the forward plan, the public ones first. */
export const noticePages: Page[] = [
  ...alsoPrinted(planPage, { sort: 'Forward plan', name: () => 'Forward plan', whole: wholePlan }),
  planJson,
  planCsv,
  ...alsoPrinted(plannedPage, { sort: 'Entry in the forward plan', name: ({ params }) => params['ref'] ?? '' }),
  noticesPage,
  ...alsoPrinted(noticePage, { sort: 'Notice', name: ({ params }) => params['ref'] ?? '' }),
  enterPlannedPage,
  movePlannedPage,
  dropPlannedPage,
  tiePlannedPage,
  giveKeyNoticePage,
  noticesOfPage,
  exceptionPage,
  askUrgencyPage,
  elsewherePage,
  ...alsoPrinted(urgentReportPage, { sort: 'Report', name: () => 'Report on urgent decisions' }),
  urgentReportCsv,
  ...alsoPrinted(lagPage, { sort: 'Report', name: () => 'How soon decisions are published' }),
  lagCsv,
  urgencyPage,
  withdrawNoticePage,
  representationsPage,
]
