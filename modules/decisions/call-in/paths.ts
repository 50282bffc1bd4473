import { path } from '#platform/page.ts'

export const callInWindowPath = path('/desk/call-in')

/** Clauses of a decision are called in here; each further step of a call-in is a question of its own. */
export const callInPath = path('/desk/decisions/:ref/call-in')
export const judgePath = path('/desk/decisions/:ref/call-in/:callIn/judge')
export const hearingPath = path('/desk/decisions/:ref/call-in/:callIn/hearing')
export const heardPath = path('/desk/decisions/:ref/call-in/:callIn/heard')
export const councilPath = path('/desk/decisions/:ref/call-in/:callIn/council')
export const reconsiderPath = path('/desk/decisions/:ref/call-in/:callIn/reconsider')
export const withdrawCallInPath = path('/desk/decisions/:ref/call-in/:callIn/withdraw')
export const reopenPath = path('/desk/decisions/:ref/call-in/:callIn/reopen')
export const lapsePath = path('/desk/decisions/:ref/call-in/:callIn/lapse')

export const exemptPath = path('/desk/decisions/:ref/exempt-from-call-in')

export const scrutinyPath = path('/desk/scrutiny')
