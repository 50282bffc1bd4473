import { path } from '#platform/page.ts'

export const analysisPath = path('/desk/consultations/:ref/analysis')
export const analysisHistoryPath = path('/desk/consultations/:ref/analysis/history')
export const frameCodePath = path('/desk/consultations/:ref/analysis/codes/:code')
export const secondCodingPath = path('/desk/consultations/:ref/analysis/second-coding')
export const nextToCodePath = path('/desk/consultations/:ref/analysis/next/:as')
export const codeResponsePath = path('/desk/consultations/:ref/analysis/responses/:receipt')
export const toSettlePath = path('/desk/consultations/:ref/analysis/settle')
export const settlePath = path('/desk/consultations/:ref/analysis/settle/:receipt/:question')
export const themePath = path('/desk/consultations/:ref/analysis/themes/:theme')
export const answerThemePath = path('/desk/consultations/:ref/analysis/themes/:theme/answer')
export const wordlessPath = path('/desk/consultations/:ref/analysis/wordless')
export const releasePath = path('/desk/consultations/:ref/analysis/tables')
