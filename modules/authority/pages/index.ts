import type { Page } from '#platform/page.ts'
import { actPage } from './act.ts'
import { actsFile, actsPage } from './acts.ts'
import { constitutionPage, schemeFile } from './constitution.ts'
import { mandatePage } from './mandate.ts'
import { mandatesFile, mandatesPage } from './mandates.ts'
import { newActPage } from './new-act.ts'
import { passOnPage } from './pass-on.ts'
import { postPage } from './post.ts'
import { postsFile, postsPage } from './posts.ts'
import { reportPage } from './report.ts'
import { undoPage } from './undo.ts'
import { whyPage } from './why.ts'

/** Every page of this module: first what anyone may read, then what officers do. */
export const pages: Page[] = [
  postsPage, postsFile, postPage, mandatesPage, mandatesFile, mandatePage, actsPage, actsFile, actPage, whyPage, constitutionPage, schemeFile,
  newActPage, undoPage, reportPage, passOnPage,
]
