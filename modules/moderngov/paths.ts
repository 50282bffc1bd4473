import { path } from '#platform/page.ts'

/** Addresses that ModernGov gives such pages, as its readers ask for them (seen at many councils; they vary the letters' case). */
export const decisionDetailsPath = path('/ieDecisionDetails.aspx')
export const decisionsListPath = path('/mgDelegatedDecisions.aspx')
export const officerListPath = path('/mgListOfficerDecisions.aspx')
export const issueHistoryPath = path('/mgIssueHistoryHome.aspx')
export const issueDecisionPath = path('/mgDecisionDetails.aspx')
export const plansPath = path('/mgListPlans.aspx')
export const plansHomePath = path('/mgPlansHome.aspx')
export const planItemsPath = path('/mgListPlanItems.aspx')
export const issueDetailsPath = path('/ieIssueDetails.aspx')
export const whatsNewPath = path('/mgRss.aspx')

/** The address of one decision's page. */
export const detailsOf = (number: number): string => `${decisionDetailsPath()}?ID=${number}`

/** The address of the life of one matter. */
export const historyOf = (number: number): string => `${issueHistoryPath()}?IId=${number}&Opt=0`
