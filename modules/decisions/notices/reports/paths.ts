import { path } from '#platform/page.ts'

/** Reports made from the records. */
export const urgentReportPath = path('/reports/urgent-decisions')
export const urgentReportCsvPath = path('/reports/urgent-decisions.csv')
export const lagPath = path('/reports/publication-lag')
export const lagCsvPath = path('/reports/publication-lag.csv')
