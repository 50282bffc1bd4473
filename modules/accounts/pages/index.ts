import type { Page } from '#platform/page.ts'
import { checkServicePage, servicePage } from './identity-service.ts'
import { peoplePage } from './people.ts'
import { addPersonPage, detailsPage, leavePage, rolesPage } from './person-forms.ts'
import { personButtons, personPage } from './person.ts'
import { mailServicePage, sessionRulePage } from './rules-of-service.ts'
import { newProgramPage, programsPage } from '../programs/pages.ts'
import { sessionsPage } from './sessions.ts'
import { backPage, signedOutPage, startPage } from './sign-in.ts'

/** The pages of this room, one question each. */
export const pages: Page[] = [
  startPage,
  backPage,
  signedOutPage,
  sessionsPage,
  peoplePage,
  addPersonPage,
  personPage,
  detailsPage,
  rolesPage,
  leavePage,
  ...personButtons,
  programsPage,
  newProgramPage,
  servicePage,
  checkServicePage,
  sessionRulePage,
  mailServicePage,
]
