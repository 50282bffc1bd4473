import type { Offer } from '#platform/module.ts'
import { addPerson } from './add-person.ts'
import { changeDetails } from './change-details.ts'
import { changeRoles } from './change-roles.ts'
import { closeAccount } from './close-account.ts'
import { endOwnSession, endSessions, signOutEverywhere } from './end-sessions.ts'
import { forgetIdentity } from './forget-identity.ts'
import { listPeople } from './list-people.ts'
import { listSessions } from './list-sessions.ts'
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

/**
 * What programs may ask and do, under /api. Letting people in is not among it: only the door may say who somebody is.
 */
export const offers: Offer[] = [
  { method: 'GET', path: '/people', does: listPeople },
  { method: 'POST', path: '/people', does: addPerson },
  { method: 'GET', path: '/people/:account', does: readPerson },
  { method: 'POST', path: '/people/:account/details', does: changeDetails },
  { method: 'POST', path: '/people/:account/roles', does: changeRoles },
  { method: 'POST', path: '/people/:account/leave', does: closeAccount },
  { method: 'POST', path: '/people/:account/return', does: reopenAccount },
  { method: 'POST', path: '/people/:account/end-sessions', does: endSessions },
  { method: 'POST', path: '/people/:account/forget-identity', does: forgetIdentity },
  { method: 'GET', path: '/programs', does: listPrograms },
  { method: 'POST', path: '/programs', does: addProgram },
  { method: 'POST', path: '/programs/:program/revoke', does: revokeProgram },
  { method: 'GET', path: '/sessions', does: listSessions },
  { method: 'POST', path: '/sessions/:session/end', does: endOwnSession },
  { method: 'POST', path: '/sessions/end-all', does: signOutEverywhere },
  { method: 'GET', path: '/identity-service', does: readIdentityService },
  { method: 'POST', path: '/identity-service', does: setIdentityService },
  { method: 'GET', path: '/session-rule', does: readSessionRule },
  { method: 'POST', path: '/session-rule', does: setSessionRule },
  { method: 'GET', path: '/mail-service', does: readMailService },
  { method: 'POST', path: '/mail-service', does: setMailRule },
  { method: 'POST', path: '/letters/:letter/send-again', does: sendAgain },
]
