import { path } from '#platform/page.ts'

export const jointlyPath = path('/desk/decisions/:ref/jointly')
