import { path } from '#platform/page.ts'

export const evidencePath = path('/desk/consultations/:ref/evidence')
export const openMindPath = path('/desk/consultations/:ref/evidence/options')
export const groupHeardPath = path('/desk/consultations/:ref/evidence/groups')
export const readPath = path('/desk/consultations/:ref/evidence/read')
