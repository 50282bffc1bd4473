import { signedOutPath } from '#accounts'
import { button } from '#govuk'
import { html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { signOutPath, startPath } from '../paths.ts'

/** Do you want to sign out? The header's button is answered at once; the page is for those who come by its address. */
export const signOutPage: Page = {
  path: signOutPath.pattern,
  may: [anyone],
  get: async (visit) =>
    visit.actor.account === null
      ? { redirect: startPath() }
      : {
          view: {
            title: 'Do you want to sign out?',
            body: html`<h1 class="govuk-heading-l">Do you want to sign out?</h1>
              <form method="post" action="${signOutPath()}" novalidate>
                ${visit.formFields()}${button({ text: 'Sign out' })}
              </form>`,
          },
        },
  // Who came from the identity service signs out there, too; on the way a page says so.
  post: async ({ session }) => ({
    redirect: session?.way === 'identity-service' ? `${signedOutPath()}?there=yes` : startPath(),
    session: 'end',
  }),
}
