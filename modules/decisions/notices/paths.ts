import { path } from '#platform/page.ts'

/** What is planned. Its addresses are promised. */
export const planPath = path('/forward-plan')
export const planJsonPath = path('/forward-plan.json')
export const planCsvPath = path('/forward-plan.csv')
export const plannedPath = path('/forward-plan/:ref')

/** What was given notice of. */
export const noticesPath = path('/notices')
export const noticePath = path('/notices/:ref')

export const enterPlannedPath = path('/desk/forward-plan/new')
export const movePlannedPath = path('/desk/forward-plan/:ref/move')
export const dropPlannedPath = path('/desk/forward-plan/:ref/drop')
export const tiePlannedPath = path('/desk/forward-plan/:ref/tie')
export const giveKeyNoticePath = path('/desk/forward-plan/:ref/notice')

/** The notices of one record. */
export const noticesOfPath = path('/desk/decisions/:ref/notices')
export const exceptionPath = path('/desk/decisions/:ref/notices/exception')
export const askUrgencyPath = path('/desk/decisions/:ref/notices/urgency')
export const elsewherePath = path('/desk/decisions/:ref/notices/elsewhere')

export const urgencyPath = path('/desk/urgency/:request')
export const withdrawNoticePath = path('/desk/notices/:ref/withdraw')
export const representationsPath = path('/desk/notices/:ref/representations')
