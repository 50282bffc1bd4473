import type { Page } from '#platform/page.ts'
import { callInPage } from './call-in.ts'
import { exemptPage } from './exempt.ts'
import { reconsiderPage } from './reconsider.ts'
import { councilPage, heardPage, hearingPage, judgePage, lapsePage, reopenPage, withdrawCallInPage } from './steps.ts'
import { scrutinyPage } from './scrutiny.ts'
import { callInWindowPage } from './window.ts'

/** The pages of call-in. */
export const callInPages: Page[] = [
  scrutinyPage,
  callInWindowPage,
  callInPage,
  judgePage,
  hearingPage,
  heardPage,
  councilPage,
  reconsiderPage,
  withdrawCallInPage,
  lapsePage,
  reopenPage,
  exemptPage,
]
