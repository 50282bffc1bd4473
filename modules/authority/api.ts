import type { Offer } from '#platform/module.ts'
import { adoptConstitution } from './adopt-constitution.ts'
import { delegateOnward } from './delegate-onward.ts'
import { listActs } from './list-acts.ts'
import { listMandates } from './list-mandates.ts'
import { listPosts } from './list-posts.ts'
import { readAct, readEvidence } from './read-act.ts'
import { readConstitution } from './read-constitution.ts'
import { readMandate } from './read-mandate.ts'
import { readPost } from './read-post.ts'
import { recordAct } from './record-act.ts'
import { reportBack } from './report-back.ts'
import { undoAct } from './undo-act.ts'
import { why } from './why.ts'

/** What programs may ask and do, under /api. Parts of an address are fields of the input. */
export const offers: Offer[] = [
  { method: 'GET', path: '/posts', does: listPosts },
  { method: 'GET', path: '/posts/:post', does: readPost },
  { method: 'GET', path: '/mandates', does: listMandates },
  { method: 'GET', path: '/mandates/:ref', does: readMandate },
  { method: 'POST', path: '/mandates/:mandate/pass-on', does: delegateOnward },
  { method: 'GET', path: '/acts', does: listActs },
  { method: 'POST', path: '/acts', does: recordAct },
  { method: 'GET', path: '/acts/:ref', does: readAct },
  { method: 'GET', path: '/acts/:ref/evidence', does: readEvidence },
  { method: 'POST', path: '/acts/:act/undo', does: undoAct },
  { method: 'POST', path: '/acts/:act/report', does: reportBack },
  { method: 'GET', path: '/why', does: why },
  { method: 'GET', path: '/constitution', does: readConstitution },
  { method: 'POST', path: '/constitution', does: adoptConstitution },
]
