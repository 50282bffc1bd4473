import { path } from '#platform/page.ts'

export const peoplePath = path('/desk/people')
export const newPersonPath = path('/desk/people/new')
export const personPath = path('/desk/people/:account')
export const detailsPath = path('/desk/people/:account/details')
export const rolesPath = path('/desk/people/:account/roles')
export const leavePath = path('/desk/people/:account/leave')
export const returnPath = path('/desk/people/:account/return')
export const endSessionsPath = path('/desk/people/:account/end-sessions')
export const forgetIdentityPath = path('/desk/people/:account/forget-identity')

export const programsPath = path('/desk/programs')
export const newProgramPath = path('/desk/programs/new')

export const servicePath = path('/desk/identity-service')
export const checkServicePath = path('/desk/identity-service/check')
export const sessionRulePath = path('/desk/session-rule')
export const mailServicePath = path('/desk/mail-service')

export const sessionsPath = path('/sessions')

export const startPath = path('/sign-in/start')
export const backPath = path('/sign-in/return')
export const signedOutPath = path('/signed-out')

/** Pages of other rooms that people are sent to from here. */
export const signInPath = path('/sign-in')
export const postPath = path('/posts/:post')
