import { path } from '#platform/page.ts'

export const alikePath = path('/desk/consultations/:ref/analysis/alike')
export const alikeGroupPath = path('/desk/consultations/:ref/analysis/alike/:n')
export const codeAlikePath = path('/desk/consultations/:ref/analysis/alike/:n/code')
export const undoAlikePath = path('/desk/consultations/:ref/analysis/alike/:n/undo/:act')
export const alikeMemberPath = path('/desk/consultations/:ref/analysis/alike/:n/responses/:receipt')
