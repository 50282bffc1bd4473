import type { Page } from '#platform/page.ts'
import { callInPage, callInWindowPage, releaseCallInPage } from './call-in.ts'
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
import { publishPage } from './publish.ts'
import { recordPage } from './record.ts'
import { registerCsv, registerJson } from './register-files.ts'
import { registerPage } from './register.ts'
import { signPage } from './sign.ts'

/** The pages of this module, the public ones first. */
export const pages: Page[] = [
  registerPage, registerJson, registerCsv, decisionPage, decisionJson,
  deskPage, newDraftPage, callInWindowPage, recordPage,
  titlePage, makerPage, subjectPage, valuePage, keyPage, purposePage, reasonsPage, alternativesPage, authorPage, supersedesPage,
  clausesPage, clausePage, removeClausePage, grantPage, removeGrantPage,
  checkPage, takeBackPage, withdrawPage, signPage, refusePage, publishPage, callInPage, releaseCallInPage,
]
