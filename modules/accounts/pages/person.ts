import { administrator, appointPath } from '#authority'
import { button, facts, warningText } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import type { z } from 'zod'
import {
  detailsPath,
  endSessionsPath,
  forgetIdentityPath,
  leavePath,
  peoplePath,
  personPath,
  postPath,
  returnPath,
  rolesPath,
} from '../paths.ts'
import { readPerson } from '../read-person.ts'
import { endSessions } from '../end-sessions.ts'
import { forgetIdentity } from '../forget-identity.ts'
import { reopenAccount } from '../reopen-account.ts'
import { doneBanner } from './done-banner.ts'
import { momentWords } from './moments.ts'
import { standing } from './people.ts'
import { sessionTable } from './session-table.ts'

type Answer = z.output<NonNullable<typeof readPerson.output>>

/** Who is this, and what are they here? */
export const personPage: Page = {
  path: personPath.pattern,
  may: [administrator],
  get: async (visit) => {
    const outcome = await visit.ask(readPerson, { account: visit.params['account'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    return { view: { title: outcome.value.person.name, back: peoplePath(), body: shown(visit, outcome.value) } }
  },
}

function shown(visit: Visit, { person, holds, sessions, identities }: Answer): Html {
  const at = { account: person.account }
  const gone =
    !person.active || (person.closesOn !== null && Temporal.PlainDate.compare(person.closesOn, visit.today) <= 0)
  const leaves = person.closesOn !== null
  return html`${doneBanner(visit)}<span class="govuk-caption-l">Person</span>
    <h1 class="govuk-heading-l">${person.name}</h1>
    ${
      holds.length > 0
      && (gone || leaves)
      && warningText({
        text: html`${person.name} ${gone ? 'has left' : 'is leaving'} and still holds
        ${holds.length === 1 ? 'a post' : `${holds.length} posts`}: somebody has to take over.`,
      })
    }
    ${facts({
      rows: [
        { key: 'E-mail address', value: person.email, change: { href: detailsPath(at) } },
        { key: 'Signs in as', value: person.roles.join(', ') || 'Nothing yet', change: { href: rolesPath(at) } },
        {
          key: 'Account',
          value: html`${standing(person, visit.today)}${person.closesOn && html` ${gone ? 'from' : 'closes on'} ${longDay(person.closesOn)}`}`,
        },
        {
          key: 'Holds today',
          value:
            holds.length === 0
              ? 'No post'
              : html`<ul class="govuk-list">
                  ${holds.map(
                    ({ post, title }) =>
                      html`<li>
                        <a class="govuk-link" href="${postPath({ post })}">${title}</a>${
                          (gone || leaves)
                          && html`,
                            <a class="govuk-link" href="${appointPath({ post })}"
                              >appoint somebody else<span class="govuk-visually-hidden"> as ${title}</span></a
                            >`
                        }
                      </li>`,
                  )}
                </ul>`,
        },
        {
          key: 'Identity service',
          value:
            identities.length === 0
              ? 'Not linked yet: the next sign-in with this address makes the link'
              : identities.map(({ issuer, linkedAt }) => `${issuer}, since ${momentWords(linkedAt)}`),
        },
      ],
    })}
    ${
      sessions.length > 0
      && html`<h2 class="govuk-heading-m">Signed in</h2>
        ${sessionTable(sessions, null)}`
    }
    <div class="govuk-button-group">
      ${
        gone || leaves
          ? press(visit, returnPath(at), gone ? 'Open the account again' : 'They stay after all')
          : button({ text: 'They are leaving', href: leavePath(at), classes: 'govuk-button--warning' })
      }
      ${sessions.length > 0 && press(visit, endSessionsPath(at), 'Sign them out everywhere')}
      ${identities.length > 0 && press(visit, forgetIdentityPath(at), 'Forget the link to the identity service')}
    </div>`
}

const press = (visit: Visit, action: string, text: string): Html =>
  html`<form method="post" action="${action}" novalidate>
    ${visit.formFields()}${button({ text, classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`

/** A button of this page as an address of its own: it does one thing and comes back. */
const buttonPage = (
  path: string,
  does: typeof endSessions | typeof forgetIdentity | typeof reopenAccount,
  done: string,
): Page => ({
  path,
  may: [administrator],
  get: async (visit) => ({ redirect: personPath({ account: visit.params['account'] ?? '' }) }),
  post: async (visit, form) => {
    const account = visit.params['account'] ?? ''
    const outcome = await visit.perform(does, { account }, form)
    return outcome.ok ? { redirect: `${personPath({ account })}?done=${done}` } : { refusal: outcome.refusal }
  },
})

export const personButtons: Page[] = [
  buttonPage(endSessionsPath.pattern, endSessions, 'ended'),
  buttonPage(forgetIdentityPath.pattern, forgetIdentity, 'forgotten'),
  buttonPage(returnPath.pattern, reopenAccount, 'returned'),
]
