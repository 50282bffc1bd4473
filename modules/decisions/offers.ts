import type { Offer } from '#platform/module.ts'
import { clearanceOffers } from './clearance/index.ts'
import { consultedOffers } from './consulted/index.ts'
import { dutyOffers } from './duties/index.ts'
import { formOffers } from './forms/index.ts'
import { lateOffers } from './late/index.ts'
import { jointlyOffers } from './jointly/index.ts'
import { callInOffers } from './call-in/index.ts'
import { challengeOffers } from './challenge/index.ts'
import { requestOffers } from './requests/index.ts'
import { putClause, putGrant, removeClause, removeGrant } from './edit-clauses.ts'
import { editDraft } from './edit-draft.ts'
import { keyTestOffers } from './key-test/index.ts'
import { meetingOffers } from './meetings/index.ts'
import { noticeOffers } from './notices/index.ts'
import { orderClauses } from './order-clauses.ts'
import { propose, takeBack, withdraw } from './propose.ts'
import { publish } from './publish.ts'
import { searchRegister, viewDecision, viewDesk, viewMyTurn, viewRecord } from './queries.ts'
import { refuse, sign } from './sign.ts'
import { startDraft } from './start-draft.ts'
import { paperOffers } from './papers/index.ts'
import { secrecyOffers } from './secrecy/index.ts'
import { correctionOffers } from './corrections/index.ts'
import { retentionOffers } from './retention/index.ts'

/** What programs may ask and do, with the inputs, answers and refusals of the pages. */
export const offers: Offer[] = [
  { method: 'GET', path: '/decisions', does: searchRegister },
  { method: 'GET', path: '/decisions/:ref', does: viewDecision },
  { method: 'GET', path: '/desk', does: viewDesk },
  { method: 'GET', path: '/desk/my-turn', does: viewMyTurn },
  ...callInOffers,
  ...challengeOffers,
  ...requestOffers,
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
  ...keyTestOffers,
  ...noticeOffers,
  ...meetingOffers,
  ...clearanceOffers,
  ...consultedOffers,
  ...dutyOffers,
  ...jointlyOffers,
  ...formOffers,
  ...lateOffers,
  ...paperOffers,
  ...secrecyOffers,
  ...correctionOffers,
  ...retentionOffers,
]
