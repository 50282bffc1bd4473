import type { Page } from '#platform/page.ts'
import { restrictionsDuePage } from './due.ts'
import { identificationPage } from './identification.ts'
import { lookAtPapersPage } from './look-at-papers.ts'
import { restrictPage } from './restrict.ts'
import { liftPage, restrictionsPage } from './restrictions.ts'
import { withheldPage } from './withheld.ts'

export const secrecyPages: Page[] = [
  restrictionsDuePage,
  restrictionsPage,
  restrictPage,
  liftPage,
  withheldPage,
  identificationPage,
  lookAtPapersPage,
]
