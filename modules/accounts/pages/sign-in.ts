import { button } from '#govuk'
import { html } from '#platform/html.ts'
import { homePath, type Page, type Reply } from '#platform/page.ts'
import { anyone, type Refusal } from '#platform/use-case.ts'
import { isOwnAddress } from '#platform/web/pages.ts'
import { comeBack, setOut, wayOutOf } from '../identity/sign-in.ts'
import { backPath, signedOutPath, signInPath, startPath } from '../paths.ts'

/** Sends somebody to the council's identity service to say who they are. A link leads here, no form: see ADR 9. */
export const startPage: Page = {
  path: startPath.pattern,
  may: [anyone],
  counts: { get: 'signIn' },
  get: async (visit) => {
    const { next } = visit.query
    const outcome = await setOut(visit, isOwnAddress(next) ? next : null)
    return outcome.ok ? { leave: outcome.value.address, trip: outcome.value.trip } : said(outcome.refusal)
  },
}

/** Takes in whoever comes back from there. */
export const backPage: Page = {
  path: backPath.pattern,
  may: [anyone],
  counts: { get: 'signIn' },
  get: async (visit) => {
    const outcome = await comeBack(visit)
    if (!outcome.ok) return { ...said(outcome.refusal), trip: null }
    const { account, next } = outcome.value
    return {
      redirect: next !== null && isOwnAddress(next) ? next : homePath(),
      session: { start: account, way: 'identity-service' },
      trip: null,
    }
  },
}

/** You have signed out. On the way there, the browser is sent on to sign out at the identity service as well. */
export const signedOutPage: Page = {
  path: signedOutPath.pattern,
  may: [anyone],
  counts: { get: 'signIn' },
  get: async (visit) => {
    const onward = visit.query['there'] === 'yes' ? await wayOutOf(visit) : null
    return {
      ...(onward === null ? {} : { onward }),
      view: {
        title: 'You have signed out',
        body: html`<h1 class="govuk-heading-l">You have signed out</h1>
          ${
            onward !== null
            && html`<p class="govuk-body">
              You are being taken to your council’s identity service, to sign out there as well. If nothing happens,
              <a class="govuk-link" href="${onward}">go there yourself</a>.
            </p>`
          }
          <p class="govuk-body">Everything that is published can be read without signing in.</p>
          <p class="govuk-body"><a class="govuk-link" href="${signInPath()}">Sign in again</a></p>`,
      },
    }
  },
}

/** Why somebody was not signed in: a plain page, with nothing on it that came from the identity service. */
function said({ what, because, next }: Refusal): Extract<Reply, { view: unknown }> {
  return {
    status: 403,
    view: {
      title: what,
      body: html`<div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">${what}</h1>
          ${because.map((reason) => html`<p class="govuk-body">${reason}</p>`)}
          ${
            next !== null
            && html`<h2 class="govuk-heading-m">What to do next</h2>
              <p class="govuk-body">${next}</p>`
          }
          ${button({ text: 'Back to the sign-in page', href: signInPath(), classes: 'govuk-button--secondary' })}
        </div>
      </div>`,
    },
  }
}
