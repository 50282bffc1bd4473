import { path } from '#platform/page.ts'

export const latePath = path('/desk/late')
