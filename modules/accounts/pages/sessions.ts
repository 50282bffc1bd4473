import { roles } from '#authority'
import { button, tag } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { endOwnSession, signOutEverywhere } from '../end-sessions.ts'
import { listSessions } from '../list-sessions.ts'
import { sessionsPath, signedOutPath } from '../paths.ts'
import type { Session } from '../store.ts'
import { doneBanner } from './done-banner.ts'
import { momentWords } from './moments.ts'
import { sessionTable } from './session-table.ts'

/** Where am I signed in? */
export const sessionsPage: Page = {
  path: sessionsPath.pattern,
  may: roles,
  get: async (visit) => {
    const outcome = await visit.ask(listSessions, {})
    if (!outcome.ok) return { refusal: outcome.refusal }
    return { view: { title: 'Where you are signed in', body: shown(visit, outcome.value.sessions) } }
  },
  post: async (visit, form) => {
    const { session } = form.values
    if (session === undefined) {
      const everywhere = await visit.perform(signOutEverywhere, {}, form)
      if (!everywhere.ok) return { refusal: everywhere.refusal }
      return {
        redirect: `${signedOutPath()}${visit.session?.way === 'identity-service' ? '?there=yes' : ''}`,
        session: 'end',
      }
    }
    const outcome = await visit.perform(endOwnSession, { session }, form)
    if (!outcome.ok) return { refusal: outcome.refusal }
    return session === visit.session?.session
      ? { redirect: signedOutPath(), session: 'end' }
      : { redirect: `${sessionsPath()}?done=session-ended` }
  },
}

function shown(visit: Visit, sessions: readonly Session[]): Html {
  return html`${doneBanner(visit)}
    <h1 class="govuk-heading-l">Where you are signed in</h1>
    <p class="govuk-body">If you do not know one of these, end it, and tell your council’s administrator.</p>
    <form method="post" action="${sessionsPath()}" novalidate>
      ${visit.formFields()}
      ${sessionTable(sessions, (session) =>
        session.session === visit.session?.session
          ? tag({ text: 'This one', classes: 'govuk-tag--green' })
          : button({
              text: html`End it<span class="govuk-visually-hidden"
                  >: ${session.browser}, signed in ${momentWords(session.startedAt)}</span
                >`,
              name: 'session',
              value: session.session,
              classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
              preventDoubleClick: true,
            }),
      )}
    </form>
    <form method="post" action="${sessionsPath()}" novalidate>
      ${visit.formFields()}
      ${button({ text: 'Sign out everywhere', classes: 'govuk-button--warning', preventDoubleClick: true })}
    </form>`
}
