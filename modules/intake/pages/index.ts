import type { Page } from '#platform/page.ts'
import { correctPage } from './correct.ts'
import { draftFromPage } from './draft.ts'
import { givenFilePage, readingJsonPage } from './files.ts'
import { givePage } from './give.ts'
import { readingPage } from './reading.ts'
import { readingsPage } from './readings.ts'
import { undoPage } from './undo.ts'

/** The pages of this module, the public ones first. */
export const pages: Page[] = [
  givePage,
  readingPage,
  correctPage,
  undoPage,
  readingJsonPage,
  givenFilePage,
  draftFromPage,
  readingsPage,
]
