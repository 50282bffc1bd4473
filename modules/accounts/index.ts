/** Accounts: who may sign in and as what, by which identity service, in which sessions, and how mail reaches them. */
import type { Module } from '#platform/module.ts'
import { addPerson } from './add-person.ts'
import { changeDetails } from './change-details.ts'
import { changeRoles } from './change-roles.ts'
import { commands } from './cli.ts'
import { closeAccount } from './close-account.ts'
import { endOwnSession, endSessions, signOutEverywhere } from './end-sessions.ts'
import { forgetIdentity } from './forget-identity.ts'
import { acceptIdentity } from './identity/accept-identity.ts'
import { applyRoles } from './identity/apply-roles.ts'
import { listPeople } from './list-people.ts'
import { listSessions } from './list-sessions.ts'
import { offers } from './offers.ts'
import { pages } from './pages/index.ts'
import { addProgram } from './programs/add-program.ts'
import { listPrograms } from './programs/list-programs.ts'
import { revokeProgram } from './programs/revoke-program.ts'
import { readPerson } from './read-person.ts'
import { readIdentityService, readMailService, readSessionRule } from './read-settings.ts'
import { reopenAccount } from './reopen-account.ts'
import { sendAgain } from './send-again.ts'
import { setIdentityService } from './set-identity-service.ts'
import { setMailRule } from './set-mail-rule.ts'
import { setSessionRule } from './set-session-rule.ts'

export { addPerson, changeDetails, changeRoles, closeAccount, reopenAccount }
export { endOwnSession, endSessions, forgetIdentity, listPeople, listSessions, readPerson, signOutEverywhere }
export {
  readIdentityService,
  readMailService,
  readSessionRule,
  sendAgain,
  setIdentityService,
  setMailRule,
  setSessionRule,
}
export { addProgram, listPrograms, revokeProgram }
export { serviceOf } from './identity/sign-in.ts'
export { peoplePath, sessionsPath, signedOutPath, startPath } from './paths.ts'

export const accounts: Module = {
  name: 'accounts',
  migrations: new URL('./migrations/', import.meta.url),
  useCases: [
    addPerson,
    changeDetails,
    changeRoles,
    closeAccount,
    reopenAccount,
    endSessions,
    endOwnSession,
    signOutEverywhere,
    forgetIdentity,
    setIdentityService,
    setSessionRule,
    setMailRule,
    sendAgain,
    acceptIdentity,
    applyRoles,
    addProgram,
    revokeProgram,
  ],
  queries: [listPeople, readPerson, listSessions, readIdentityService, readSessionRule, readMailService, listPrograms],
  pages,
  offers,
  commands,
}
