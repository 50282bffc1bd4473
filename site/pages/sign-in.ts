import { serviceOf, startPath as startSignInPath } from '#accounts'
import { roles as everyRole } from '#authority'
import { button, errorSummary } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { html, type Html } from '#platform/html.ts'
import { homePath, type Page, type Reply, type Visit } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { isOwnAddress } from '#platform/web/pages.ts'
import { signIn } from '#platform/web/session.ts'
import { signInPath } from '../paths.ts'
import { personas, type Persona } from '../personas.ts'

/** Who are you? */
export const signInPage: Page = {
  path: signInPath.pattern,
  may: [anyone],
  get: (visit) => show(visit, visit.query['next'], null),
  post: async (visit, { values }) => {
    const outcome = await visit.perform(signIn, { account: values['account'] })
    if (!outcome.ok) return show(visit, values['next'], outcome.refusal.what)
    await visit.countFor('signIn', outcome.value.account)
    const next = values['next']
    return { redirect: isOwnAddress(next) ? next : homePath(), session: { start: outcome.value.account } }
  },
}

async function show(visit: Visit, next: string | undefined, trouble: string | null): Promise<Reply> {
  const people = await personas(visit)
  const service = await serviceOf(visit.house, visit.council.council)
  const wanted = isOwnAddress(next) ? next : undefined
  const title = visit.council.demo ? 'Who would you like to be?' : 'Sign in'
  return {
    status: trouble === null ? 200 : 422,
    view: {
      title,
      hasErrors: trouble !== null,
      body: html`${trouble !== null && errorSummary({ errorList: [{ text: trouble }] })}
        <h1 class="govuk-heading-l">${title}</h1>
        ${service ? byService(service.value.name, wanted) : !visit.council.demo && elsewhere}
        ${visit.council.demo && pick(visit, people, wanted)}`,
    },
  }
}

// A link and no form: browsers would not follow a form of ours to another site.
const byService = (name: string, next: string | undefined): Html =>
  html`<p class="govuk-body">
      You are taken to the identity service of your council and come back signed in. This site never sees your password.
    </p>
    ${button({ text: `Sign in with ${name}`, href: withQuery(startSignInPath(), { next }), isStartButton: true })}
    <p class="govuk-body">Everything that is published can be read without signing in.</p>`

const elsewhere = html`<p class="govuk-body">
    Sign-in is by the council’s own identity service, and none has been set up on this server.
  </p>
  <p class="govuk-body">Everything that is published can be read without signing in.</p>`

function pick(visit: Visit, people: Persona[], next: string | undefined): Html {
  if (people.length === 0) return html`<p class="govuk-body">There is nobody to be yet: this council has no people.</p>`
  const place = (role: string) => (everyRole as readonly string[]).indexOf(role)
  const groups = [...Map.groupBy(people, ({ roles }) => roles[0] ?? 'others')].sort(([a], [b]) => place(a) - place(b))
  return html`<p class="govuk-body-l">
      ${visit.council.name} is a demonstration, and its people are invented. Pick one; there are no passwords.
    </p>
    <form method="post" action="${signInPath()}" novalidate>
      ${visit.formFields()} ${next !== undefined && html`<input type="hidden" name="next" value="${next}" />`}
      ${groups.map(
        ([role, members]) =>
          html`<h2 class="govuk-heading-m">${role.slice(0, 1).toUpperCase()}${role.slice(1)}</h2>
            <div class="govuk-grid-row">${members.map(card)}</div>`,
      )}
    </form>`
}

const card = ({ account, name, persona, roles, posts }: Persona): Html =>
  html`<div class="govuk-grid-column-one-half">
    <div class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper"><h3 class="govuk-summary-card__title">${name}</h3></div>
      <div class="govuk-summary-card__content">
        <p class="govuk-body">${persona}</p>
        <p class="govuk-body-s">
          ${posts.length > 0 ? html`Holds: ${posts.join('; ')}` : 'Holds no post today'}${
            roles.length > 1 && html`<br />Also signs in as ${roles.slice(1).join(', ')}`
          }
        </p>
        ${button({
          text: html`Sign in<span class="govuk-visually-hidden"> as ${name}</span>`,
          name: 'account',
          value: account,
          classes: 'govuk-button--secondary govuk-!-margin-bottom-2',
        })}
      </div>
    </div>
  </div>`
