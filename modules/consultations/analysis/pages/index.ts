import type { Page } from '#platform/page.ts'
import { analysisHistoryPage, analysisPage } from './analysis.ts'
import {
  answerThemePage,
  codeResponsePage,
  frameCodePage,
  nextToCodePage,
  releasePage,
  secondCodingPage,
  settlePage,
  themePage,
  toSettlePage,
  wordlessPage,
} from './forms.ts'

export const analysisPages: Page[] = [
  analysisPage,
  analysisHistoryPage,
  frameCodePage,
  secondCodingPage,
  nextToCodePage,
  codeResponsePage,
  toSettlePage,
  settlePage,
  themePage,
  answerThemePage,
  wordlessPage,
  releasePage,
]
