import { path } from '#platform/page.ts'

export const retentionPath = path('/desk/retention')
export const recordRetentionPath = path('/desk/decisions/:ref/retention')
