import { path } from '#platform/page.ts'

export const correctPath = path('/desk/decisions/:ref/correct')
