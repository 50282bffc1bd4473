import type { Page } from '#platform/page.ts'
import { plainWordsPage } from '../plain/page.ts'
import { alikePages } from '../campaigns/pages/index.ts'
import { analysisPages } from '../analysis/pages/index.ts'
import { gunningPages } from '../gunning/pages/evidence.ts'
import {
  aboutYouPage,
  answerPage,
  answerSectionPage,
  checkAnswersPage,
  receivedPage,
  resumePage,
  savedPage,
} from './answer.ts'
import { giveBackPage, workshopPage } from './book.ts'
import {
  aboutPage,
  closeEarlyPage,
  daysPage,
  extendPage,
  finishPage,
  groupsPage,
  openPage,
  withdrawPage,
} from './desk-about.ts'
import { codesPage, packPage, wordingPage, wordingsPage } from './desk-pack.ts'
import { batchPage, formImagePage, formPage, paperPage } from './desk-paper.ts'
import { equalityPage, previewPage, questionPage, questionsPage, sectionPage } from './desk-questions.ts'
import {
  campaignPage,
  enterPage,
  reconciliationPage,
  responseFilePage,
  responsePage,
  responsesPage,
} from './desk-responses.ts'
import { deskWorkshopPage, workshopsPage } from './desk-workshops.ts'
import { deskConsultationPage, deskConsultationsPage, newConsultationPage } from './desk.ts'
import { consultationsAtom } from './feed.ts'
import { consultationPage, consultationsPage, packDocumentPage, paperFormPage } from './public.ts'

/** The pages of this module, the public ones first. */
export const pages: Page[] = [
  consultationsPage,
  consultationsAtom,
  consultationPage,
  packDocumentPage,
  paperFormPage,
  answerPage,
  resumePage,
  answerSectionPage,
  checkAnswersPage,
  savedPage,
  receivedPage,
  aboutYouPage,
  workshopPage,
  giveBackPage,
  deskConsultationsPage,
  newConsultationPage,
  deskConsultationPage,
  aboutPage,
  daysPage,
  groupsPage,
  questionsPage,
  sectionPage,
  questionPage,
  equalityPage,
  wordingsPage,
  wordingPage,
  previewPage,
  packPage,
  codesPage,
  openPage,
  extendPage,
  closeEarlyPage,
  withdrawPage,
  finishPage,
  responsesPage,
  responsePage,
  responseFilePage,
  enterPage,
  campaignPage,
  reconciliationPage,
  paperPage,
  batchPage,
  formPage,
  formImagePage,
  workshopsPage,
  deskWorkshopPage,
  ...analysisPages,
  ...alikePages,
  plainWordsPage,
  ...gunningPages,
]
