import type { Page } from '#platform/page.ts'
import { deskPaperFilePage, publicPaperPage } from './file.ts'
import { paperPage, papersPage, removePaperPage } from './papers.ts'

export const paperPages: Page[] = [publicPaperPage, papersPage, paperPage, removePaperPage, deskPaperFilePage]
