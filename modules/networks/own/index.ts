import type { Offer } from '#platform/module.ts'
import type { Page } from '#platform/page.ts'
import type { Query, UseCase } from '#platform/use-case.ts'
import { answerOwnInvitation, answerOwnPanel, answerOwnPayment, raiseOwnIssue, readOwnAnswer } from './act.ts'
import { changeOwnConsents, changeOwnContact, changeOwnMoney, changeOwnNeeds, leaveOwn } from './change-own.ts'
import { countGone, listToTell, noteLetters, noteTold, viewToTell } from './notices.ts'
import { ownConsentsPage, ownContactPage, ownLeavePage, ownMoneyPage, ownNeedsPage } from './pages/about-me.ts'
import { ownIssuePage, ownNewIssuePage, ownPaymentPage, ownSeatPage, ownWorkshopPage } from './pages/answers.ts'
import { endWaysPage, letterPage, tellPage, toTellPage } from './pages/desk.ts'
import { doorPage } from './pages/door.ts'
import { ownPage } from './pages/own-page.ts'
import { readOwn } from './read-own.ts'
import { askForLink, endOwnWays, endWays, enterWithCode, sendLink, writePaperLetter } from './ways.ts'

/** What members do by their own link, and what those who run the network do so that everybody has a way in and is told. */
export const ownUseCases: UseCase[] = [
  askForLink,
  enterWithCode,
  readOwn,
  answerOwnInvitation,
  answerOwnPayment,
  raiseOwnIssue,
  readOwnAnswer,
  answerOwnPanel,
  changeOwnNeeds,
  changeOwnContact,
  changeOwnConsents,
  changeOwnMoney,
  leaveOwn,
  endOwnWays,
  writePaperLetter,
  sendLink,
  endWays,
  noteTold,
  noteLetters,
]
export const ownQueries: Query[] = [listToTell, viewToTell, countGone]

export const ownPages: Page[] = [
  doorPage,
  ownPage,
  ownWorkshopPage,
  ownPaymentPage,
  ownNewIssuePage,
  ownIssuePage,
  ownSeatPage,
  ownNeedsPage,
  ownContactPage,
  ownConsentsPage,
  ownMoneyPage,
  ownLeavePage,
  toTellPage,
  tellPage,
  letterPage,
  endWaysPage,
]

/** A token is sent in what is asked and never stands in an address here: programs log addresses. */
export const ownOffers: Offer[] = [
  { method: 'POST', path: '/my-network/ask-for-link', does: askForLink, counts: 'signIn' },
  { method: 'POST', path: '/my-network/enter', does: enterWithCode, counts: 'signIn' },
  { method: 'POST', path: '/my-network', does: readOwn, counts: 'answer' },
  { method: 'POST', path: '/my-network/invitation', does: answerOwnInvitation, counts: 'answer' },
  { method: 'POST', path: '/my-network/payment', does: answerOwnPayment, counts: 'answer' },
  { method: 'POST', path: '/my-network/raise', does: raiseOwnIssue, counts: 'answer' },
  { method: 'POST', path: '/my-network/read', does: readOwnAnswer, counts: 'answer' },
  { method: 'POST', path: '/my-network/panel', does: answerOwnPanel, counts: 'answer' },
  { method: 'POST', path: '/my-network/needs', does: changeOwnNeeds, counts: 'answer' },
  { method: 'POST', path: '/my-network/contact', does: changeOwnContact, counts: 'answer' },
  { method: 'POST', path: '/my-network/consents', does: changeOwnConsents, counts: 'answer' },
  { method: 'POST', path: '/my-network/money', does: changeOwnMoney, counts: 'answer' },
  { method: 'POST', path: '/my-network/leave', does: leaveOwn, counts: 'answer' },
  { method: 'POST', path: '/my-network/end-links', does: endOwnWays, counts: 'answer' },
  { method: 'POST', path: '/desk/networks/:ref/members/:member/letter', does: writePaperLetter },
  { method: 'POST', path: '/desk/networks/:ref/members/:member/link', does: sendLink },
  { method: 'POST', path: '/desk/networks/:ref/members/:member/end-links', does: endWays },
  { method: 'GET', path: '/desk/networks/:ref/to-tell', does: listToTell },
  { method: 'GET', path: '/desk/networks/:ref/to-tell/:notice', does: viewToTell },
  { method: 'POST', path: '/desk/networks/:ref/to-tell/:notice', does: noteTold },
  { method: 'POST', path: '/desk/networks/note-letters', does: noteLetters },
]

export { answerOwnInvitation, answerOwnPanel, answerOwnPayment, raiseOwnIssue, readOwnAnswer } from './act.ts'
export { changeOwnConsents, changeOwnContact, changeOwnMoney, changeOwnNeeds, leaveOwn } from './change-own.ts'
export { listToTell, noteLetters, noteTold, viewToTell } from './notices.ts'
export { readOwn } from './read-own.ts'
export { askForLink, endOwnWays, endWays, enterWithCode, sendLink, writePaperLetter } from './ways.ts'
