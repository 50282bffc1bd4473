import { alsoPrinted } from '#govuk'
import type { Page } from '#platform/page.ts'
import { ownPages } from '../own/index.ts'
import { contributePage } from './contribute.ts'
import {
  answerIssuePage,
  giveIssuePage,
  issuePage,
  issuesPage,
  newIssuePage,
  showIssuePage,
  tellBackPage,
} from './issues.ts'
import { newMeasurePage, representationPage } from './measures.ts'
import {
  changeMemberPage,
  describePage,
  leavePage,
  memberPage,
  membersPage,
  newMemberPage,
  panelPage,
} from './members.ts'
import { hostPage, newNetworkPage, seatPage } from './open.ts'
import { networkPage, networksPage } from './public.ts'
import { forecastPage, publishYearReportPage, reportPage, yearReportPage } from './report.ts'
import { runPage, runsPage } from './run.ts'
import {
  answerForPage,
  cancelWorkshopPage,
  changeWorkshopPage,
  holdWorkshopPage,
  newWorkshopPage,
  payPage,
  workshopPage,
} from './workshops.ts'

/** The pages of this room, the public ones first. */
export const pages: Page[] = [
  networksPage,
  networkPage,
  contributePage,
  ...alsoPrinted(yearReportPage, {
    sort: 'Report of a network',
    name: ({ params }) => `${params['ref'] ?? ''} ${params['year'] ?? ''}`,
  }),
  forecastPage,
  runsPage,
  newNetworkPage,
  runPage,
  hostPage,
  seatPage,
  reportPage,
  publishYearReportPage,
  membersPage,
  newMemberPage,
  memberPage,
  changeMemberPage,
  describePage,
  leavePage,
  panelPage,
  newMeasurePage,
  representationPage,
  newWorkshopPage,
  workshopPage,
  changeWorkshopPage,
  answerForPage,
  holdWorkshopPage,
  cancelWorkshopPage,
  payPage,
  issuesPage,
  newIssuePage,
  issuePage,
  giveIssuePage,
  answerIssuePage,
  tellBackPage,
  showIssuePage,
  ...ownPages,
]
