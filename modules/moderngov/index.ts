/**
 * The council's decisions at the addresses and under the labels that readers of ModernGov pages know. It keeps nothing: all is
 * made from what the register shows to everybody. The only door others may use.
 */
import type { Module } from '#platform/module.ts'
import type { Page } from '#platform/page.ts'
import { decisionDetailsPage, issueDecisionPage } from './pages/decision-details.ts'
import { decisionsListPage, officerListPage } from './pages/decisions-list.ts'
import { issueHistoryPage } from './pages/issue-history.ts'
import { issueDetailsPage, planItemsPage, plansHomePage, plansPage } from './pages/plan.ts'
import { whatsNewPage } from './pages/whats-new.ts'

const pages: Page[] = [
  decisionDetailsPage,
  issueDecisionPage,
  decisionsListPage,
  officerListPage,
  issueHistoryPage,
  plansPage,
  plansHomePage,
  planItemsPage,
  issueDetailsPage,
  whatsNewPage,
]

// Such servers do not look at the case of an address, and their readers write it as they like.
const inSmallLetters = pages.map((page) => ({ ...page, path: page.path.toLowerCase() }))

export const moderngov: Module = { name: 'moderngov', pages: [...pages, ...inSmallLetters] }
