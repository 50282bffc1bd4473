import type { Page } from '#platform/page.ts'
import { callInPages } from '../call-in/pages/index.ts'
import { challengePages } from '../challenge/pages/pages.ts'
import { feedPages } from '../feeds/pages/feeds.ts'
import { subscriptionPages } from '../feeds/pages/subscribe.ts'
import { requestPages } from '../requests/pages/pages.ts'
import { clearancePage } from '../clearance/pages/clearance.ts'
import { clearancesPage } from '../clearance/pages/clearances.ts'
import { withdrawClearancePage } from '../clearance/pages/withdraw.ts'
import { consultedPage, removeConsultedPage } from '../consulted/pages/consulted.ts'
import { dutiesPage, dutiesSeenPage } from '../duties/pages/duties.ts'
import { dutyPage } from '../duties/pages/duty.ts'
import { formAnswerPage, formPage } from '../forms/pages/form.ts'
import { latePage } from '../late/pages/late.ts'
import { jointlyPage } from '../jointly/pages/jointly.ts'
import { checkPage } from './check.ts'
import { decisionJson, decisionPage } from './decision.ts'
import { deskPage } from './desk.ts'
import { clausePage, removeClausePage } from './draft/clause.ts'
import { clausesPage } from './draft/clauses.ts'
import { grantPage, removeGrantPage } from './draft/grant.ts'
import { keyPage } from './draft/key.ts'
import { makerPage } from './draft/maker.ts'
import { subjectPage } from './draft/subject.ts'
import { titlePage } from './draft/title.ts'
import { valuePage } from './draft/value.ts'
import { alternativesPage, authorPage, purposePage, reasonsPage, supersedesPage } from './draft/words.ts'
import { refusePage, takeBackPage, withdrawPage } from './moves.ts'
import { newDraftPage } from './new-draft.ts'
import { againstTheTestPage } from '../key-test/pages/against-the-test.ts'
import { meetingPages } from '../meetings/pages/index.ts'
import { noticePages } from '../notices/pages/index.ts'
import { keyTestPage } from '../key-test/pages/key-test.ts'
import { publishPage } from './publish.ts'
import { recordPage } from './record.ts'
import { registerCsv, registerJson } from './register-files.ts'
import { registerPage } from './register.ts'
import { signPage } from './sign.ts'
import { paperPages } from '../papers/pages/index.ts'
import { secrecyPages } from '../secrecy/pages/index.ts'
import { correctPage } from '../corrections/pages/correct.ts'
import { recordRetentionPage, retentionPage } from '../retention/pages/retention.ts'
import { decisionDocxPage, decisionPdfPage } from '../documents/pages.ts'

/** The pages of this module, the public ones first. */
export const pages: Page[] = [
  registerPage,
  registerJson,
  registerCsv,
  decisionPage,
  decisionJson,
  deskPage,
  newDraftPage,
  recordPage,
  titlePage,
  makerPage,
  subjectPage,
  valuePage,
  keyPage,
  purposePage,
  reasonsPage,
  alternativesPage,
  authorPage,
  supersedesPage,
  clausesPage,
  clausePage,
  removeClausePage,
  grantPage,
  removeGrantPage,
  checkPage,
  takeBackPage,
  withdrawPage,
  signPage,
  refusePage,
  publishPage,
  ...callInPages,
  ...challengePages,
  ...requestPages,
  ...feedPages,
  ...subscriptionPages,
  keyTestPage,
  againstTheTestPage,
  ...noticePages,
  ...meetingPages,
  clearancesPage,
  clearancePage,
  withdrawClearancePage,
  consultedPage,
  removeConsultedPage,
  dutiesPage,
  dutyPage,
  dutiesSeenPage,
  jointlyPage,
  formPage,
  formAnswerPage,
  latePage,
  decisionPdfPage,
  decisionDocxPage,
  ...paperPages,
  ...secrecyPages,
  correctPage,
  retentionPage,
  recordRetentionPage,
]
