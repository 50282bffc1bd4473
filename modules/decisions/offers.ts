import type { Offer } from '#platform/module.ts'
import { callIn, releaseCallIn } from './call-in.ts'
import { putClause, putGrant, removeClause, removeGrant } from './edit-clauses.ts'
import { editDraft } from './edit-draft.ts'
import { orderClauses } from './order-clauses.ts'
import { propose, takeBack, withdraw } from './propose.ts'
import { publish } from './publish.ts'
import { searchRegister, viewCallInWindow, viewDecision, viewDesk, viewMyTurn, viewRecord } from './queries.ts'
import { refuse, sign } from './sign.ts'
import { startDraft } from './start-draft.ts'

/** What programs may ask and do, with the inputs, answers and refusals of the pages. */
export const offers: Offer[] = [
  { method: 'GET', path: '/decisions', does: searchRegister },
  { method: 'GET', path: '/decisions/:ref', does: viewDecision },
  { method: 'GET', path: '/desk', does: viewDesk },
  { method: 'GET', path: '/desk/my-turn', does: viewMyTurn },
  { method: 'GET', path: '/desk/call-in', does: viewCallInWindow },
  { method: 'GET', path: '/desk/:ref', does: viewRecord },
  { method: 'POST', path: '/decisions', does: startDraft },
  { method: 'POST', path: '/decisions/:ref/edit', does: editDraft },
  { method: 'POST', path: '/decisions/:ref/clauses', does: putClause },
  { method: 'POST', path: '/decisions/:ref/clauses/order', does: orderClauses },
  { method: 'POST', path: '/decisions/:ref/clauses/remove', does: removeClause },
  { method: 'POST', path: '/decisions/:ref/grants', does: putGrant },
  { method: 'POST', path: '/decisions/:ref/grants/remove', does: removeGrant },
  { method: 'POST', path: '/decisions/:ref/propose', does: propose },
  { method: 'POST', path: '/decisions/:ref/take-back', does: takeBack },
  { method: 'POST', path: '/decisions/:ref/withdraw', does: withdraw },
  { method: 'POST', path: '/decisions/:ref/sign', does: sign },
  { method: 'POST', path: '/decisions/:ref/refuse', does: refuse },
  { method: 'POST', path: '/decisions/:ref/publish', does: publish },
  { method: 'POST', path: '/decisions/:ref/call-in', does: callIn },
  { method: 'POST', path: '/decisions/:ref/release-call-in', does: releaseCallIn },
]
