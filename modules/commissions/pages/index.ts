import { alsoPrinted } from '#govuk'
import type { Page } from '#platform/page.ts'
import { deskCommissionsPage, wholePage } from './desk.ts'
import { dutiesPage, dutyPage, impactPage } from './duties.ts'
import { dropNeedPage, exitPage, figurePage, lotPage, needPage } from './need.ts'
import { criteriaPage, dropOptionPage, optionPage, optionsPage, recommendPage } from './options.ts'
import { commissionPage, commissionsPage } from './public.ts'
import { riskPage, risksPage } from './risks.ts'
import {
  closePage,
  editPage,
  linkPage,
  newCommissionPage,
  owePage,
  reopenPage,
  settlePage,
  showPage,
  unlinkPage,
} from './settle.ts'
import { threadPage, wholeThreadPage } from './thread.ts'
import { comparePage, dropStepPage, finishStepPage, framePage, stepPage, timelinePage } from './timeline.ts'

/** The pages of this module, the public ones first. */
export const pages: Page[] = [
  commissionsPage,
  ...alsoPrinted(commissionPage, { sort: 'Commission', name: ({ params }) => params['ref'] ?? '' }),
  threadPage,
  deskCommissionsPage,
  newCommissionPage,
  wholePage,
  editPage,
  showPage,
  closePage,
  reopenPage,
  linkPage,
  unlinkPage,
  wholeThreadPage,
  owePage,
  settlePage,
  timelinePage,
  framePage,
  stepPage,
  dropStepPage,
  finishStepPage,
  comparePage,
  optionsPage,
  criteriaPage,
  optionPage,
  dropOptionPage,
  recommendPage,
  risksPage,
  riskPage,
  dutiesPage,
  dutyPage,
  impactPage,
  needPage,
  figurePage,
  lotPage,
  exitPage,
  dropNeedPage,
]
