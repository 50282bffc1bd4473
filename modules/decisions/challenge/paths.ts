import { path } from '#platform/page.ts'

export const challengePath = path('/desk/decisions/:ref/should-be-key')
export const answerChallengePath = path('/desk/decisions/:ref/should-be-key/:challenge/report')
export const closeChallengePath = path('/desk/decisions/:ref/should-be-key/:challenge/close')
