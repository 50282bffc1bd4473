import { path } from '#platform/page.ts'

export const consultedPath = path('/desk/decisions/:ref/consulted')
export const removeConsultedPath = path('/desk/decisions/:ref/consulted/:consulted/remove')
