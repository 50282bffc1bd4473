import type { Offer } from '#platform/module.ts'
import type { Page } from '#platform/page.ts'
import type { Query, UseCase } from '#platform/use-case.ts'
import { readWordsPage, wordsDeskPage } from './pages/desk.ts'
import { withdrawWordsPage, wordsCsvPage, wordsJsonPage, wordsPage } from './pages/public.ts'
import { askPermission } from './permission.ts'
import { listWords, viewWords, viewWordsDesk } from './queries.ts'
import { agreeWords, publishWords, readWords, withdrawWords } from './redact.ts'

export { agreeWords, askPermission, listWords, publishWords, readWords, viewWords, viewWordsDesk, withdrawWords }

/** What people wrote: asked for, read by two people, published with what is withheld taken out, and taken out again. */
export const wordsUseCases: UseCase[] = [askPermission, readWords, agreeWords, publishWords, withdrawWords]
export const wordsQueries: Query[] = [viewWordsDesk, viewWords, listWords]
export const wordsPages: Page[] = [
  wordsPage,
  wordsCsvPage,
  wordsJsonPage,
  withdrawWordsPage,
  wordsDeskPage,
  readWordsPage,
]

export const wordsOffers: Offer[] = [
  { method: 'GET', path: '/consultations/:ref/words', does: listWords },
  { method: 'POST', path: '/consultations/:ref/words/withdraw', does: withdrawWords, counts: 'signIn' },
  { method: 'GET', path: '/desk/consultations/:ref/words', does: viewWordsDesk },
  { method: 'POST', path: '/consultations/:ref/ask-permission', does: askPermission },
  { method: 'POST', path: '/consultations/:ref/words', does: publishWords },
  { method: 'GET', path: '/desk/responses/:receipt/words', does: viewWords },
  { method: 'POST', path: '/desk/responses/:receipt/words', does: readWords },
  { method: 'POST', path: '/desk/responses/:receipt/words/agree', does: agreeWords },
]
