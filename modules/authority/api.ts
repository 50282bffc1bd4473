import type { Offer } from '#platform/module.ts'
import { adoptConstitution } from './adopt-constitution.ts'
import { delegateOnward } from './delegate-onward.ts'
import { appoint, leavePost } from './ends/appoint.ts'
import { recall } from './ends/recall.ts'
import { revokeMandate } from './ends/revoke-mandate.ts'
import { considerHold } from './hold/consider-hold.ts'
import { issueHold } from './hold/issue-hold.ts'
import { listHolds, readHold } from './hold/list-holds.ts'
import { releaseHold } from './hold/release-hold.ts'
import { adoptProposed, discardProposed, proposeConstitution } from './import/import-constitution.ts'
import { compareVersions, listProposed, previewProposed } from './import/view-changes.ts'
import { proposeSheets, putSheets, removeSheet } from './import/sheets/give-sheets.ts'
import { exportSheet, listSheets } from './import/sheets/view-sheets.ts'
import { listActs } from './list-acts.ts'
import { listLimits } from './list-limits.ts'
import { listMandates } from './list-mandates.ts'
import { listOfficersPowers } from './list-officers-powers.ts'
import { listPosts } from './list-posts.ts'
import { readAct, readEvidence } from './read-act.ts'
import { readConstitution } from './read-constitution.ts'
import { readMandate } from './read-mandate.ts'
import { readPost } from './read-post.ts'
import { recordRetrospective } from './record-retrospective.ts'
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
  { method: 'POST', path: '/acts/retrospective', does: recordRetrospective },
  { method: 'GET', path: '/acts/:ref', does: readAct },
  { method: 'GET', path: '/acts/:ref/evidence', does: readEvidence },
  { method: 'POST', path: '/acts/:act/undo', does: undoAct },
  { method: 'POST', path: '/acts/:act/report', does: reportBack },
  { method: 'POST', path: '/mandates/:mandate/revoke', does: revokeMandate },
  { method: 'POST', path: '/mandates/:mandate/recall', does: recall },
  { method: 'POST', path: '/posts/:post/appoint', does: appoint },
  { method: 'POST', path: '/posts/:post/leave', does: leavePost },
  { method: 'GET', path: '/limits', does: listLimits },
  { method: 'GET', path: '/officers-powers', does: listOfficersPowers },
  { method: 'GET', path: '/holds', does: listHolds },
  { method: 'GET', path: '/holds/:ref', does: readHold },
  { method: 'POST', path: '/holds', does: issueHold },
  { method: 'POST', path: '/holds/:hold/consider', does: considerHold },
  { method: 'POST', path: '/holds/:hold/release', does: releaseHold },
  { method: 'GET', path: '/why', does: why },
  { method: 'GET', path: '/constitution', does: readConstitution },
  { method: 'POST', path: '/constitution', does: adoptConstitution },
  { method: 'GET', path: '/constitution/changes', does: compareVersions },
  { method: 'GET', path: '/constitution/proposals', does: listProposed },
  { method: 'POST', path: '/constitution/proposals', does: proposeConstitution },
  { method: 'GET', path: '/constitution/proposals/:proposal', does: previewProposed },
  { method: 'POST', path: '/constitution/proposals/:proposal/adopt', does: adoptProposed },
  { method: 'POST', path: '/constitution/proposals/:proposal/discard', does: discardProposed },
  { method: 'GET', path: '/constitution/sheets', does: listSheets },
  { method: 'GET', path: '/constitution/sheets/:sheet', does: exportSheet },
  { method: 'POST', path: '/constitution/sheets', does: proposeSheets },
  { method: 'POST', path: '/constitution/proposals/:proposal/sheets', does: putSheets },
  { method: 'POST', path: '/constitution/proposals/:proposal/sheets/remove', does: removeSheet },
]
