import type { Page } from '#platform/page.ts'
import { representationsPage, urgencyPage, withdrawNoticePage } from './answer.ts'
import { dropPlannedPage, movePlannedPage, tiePlannedPage } from './change-planned.ts'
import { enterPlannedPage } from './enter-planned.ts'
import { askUrgencyPage, elsewherePage, exceptionPage, giveKeyNoticePage } from './give.ts'
import { noticePage, noticesPage } from './notice.ts'
import { noticesOfPage } from './notices-of.ts'
import { planCsv, planJson } from './plan-files.ts'
import { lagCsv, lagPage, urgentReportCsv, urgentReportPage } from '../reports/pages.ts'
import { planPage } from './plan.ts'
import { plannedPage } from './planned.ts'

/** The pages of notices and of the forward plan, the public ones first. */
export const noticePages: Page[] = [
  planPage,
  planJson,
  planCsv,
  plannedPage,
  noticesPage,
  noticePage,
  enterPlannedPage,
  movePlannedPage,
  dropPlannedPage,
  tiePlannedPage,
  giveKeyNoticePage,
  noticesOfPage,
  exceptionPage,
  askUrgencyPage,
  elsewherePage,
  urgentReportPage,
  urgentReportCsv,
  lagPage,
  lagCsv,
  urgencyPage,
  withdrawNoticePage,
  representationsPage,
]
