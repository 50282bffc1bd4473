import { alsoPrinted } from '#govuk'
import type { Page } from '#platform/page.ts'
import { actPage } from './act.ts'
import { actsFile, actsPage } from './acts.ts'
import { constitutionPage, schemeFile } from './constitution.ts'
import { constitutionChangesPage } from './constitution-changes.ts'
import { importPage, previewImportPage } from './import-constitution.ts'
import { sheetFile, sheetsPage, templateFile } from './sheets.ts'
import { holdPage } from './hold.ts'
import { holdsPage } from './holds.ts'
import { limitsPage } from './limits.ts'
import { mandatePage } from './mandate.ts'
import { mandatesFile, mandatesPage } from './mandates.ts'
import { considerHoldPage, releaseHoldPage } from './move-hold.ts'
import { newActPage, retrospectivePage } from './new-act.ts'
import { newHoldPage } from './new-hold.ts'
import { allOfficersPowers, officersPowersFile, officersPowersPage } from './officers-powers.ts'
import { passOnPage } from './pass-on.ts'
import { postPage } from './post.ts'
import { postsFile, postsPage } from './posts.ts'
import { recallPage, revokePage } from './take-away.ts'
import { appointPage, leavePostPage } from './hold-post.ts'
import { reportPage } from './report.ts'
import { undoPage } from './undo.ts'
import { whyPage } from './why.ts'

/** Every page of this module: first what anyone may read, then what officers do. */
export const pages: Page[] = [
  postsPage,
  postsFile,
  postPage,
  mandatesPage,
  mandatesFile,
  ...alsoPrinted(mandatePage, { sort: 'Mandate', name: ({ params }) => params['ref'] ?? '' }),
  actsPage,
  actsFile,
  ...alsoPrinted(actPage, { sort: 'Act', name: ({ params }) => params['ref'] ?? '' }),
  whyPage,
  constitutionPage,
  schemeFile,
  constitutionChangesPage,
  holdsPage,
  ...alsoPrinted(holdPage, { sort: 'Statutory hold', name: ({ params }) => params['ref'] ?? '' }),
  ...alsoPrinted(officersPowersPage, {
    sort: 'List of officers’ powers',
    name: () => 'Powers of officers',
    whole: allOfficersPowers,
  }),
  officersPowersFile,
  newActPage,
  undoPage,
  reportPage,
  passOnPage,
  newHoldPage,
  considerHoldPage,
  releaseHoldPage,
  limitsPage,
  importPage,
  previewImportPage,
  sheetsPage,
  sheetFile,
  templateFile,
  retrospectivePage,
  revokePage,
  recallPage,
  appointPage,
  leavePostPage,
]
