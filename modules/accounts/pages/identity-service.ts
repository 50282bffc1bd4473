import { administrator } from '#authority'
import { asking, button, details, facts, insetText, questionPage } from '#govuk'
import { longDay, plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { secretPlaceWords } from '#platform/outside.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Chosen } from '#platform/setting.ts'
import { dayBoxes } from '#platform/typed.ts'
import { invalid, type Outcome } from '#platform/use-case.ts'
import { describe, ServiceTrouble } from '../identity/provider.ts'
import type { IdentityService } from '../identity/service.ts'
import { outsideOf } from '../identity/sign-in.ts'
import { troubles } from '../identity/trouble.ts'
import { backPath, checkServicePath, peoplePath, servicePath, signedOutPath } from '../paths.ts'
import { readIdentityService } from '../read-settings.ts'
import { setIdentityService } from '../set-identity-service.ts'
import { doneBanner } from './done-banner.ts'
import { momentWords } from './moments.ts'
import { fieldOf, serviceFields, serviceTyped, serviceValues } from './service-form.ts'

/** By which identity service do people sign in? */
export const servicePage: Page = {
  path: servicePath.pattern,
  may: [administrator],
  get: (visit) => show(visit, null, null),
  post: async (visit, form) => {
    if (form.values['none'] !== undefined) {
      const none = await visit.perform(setIdentityService, { service: { kind: 'none' } }, form)
      return none.ok ? { redirect: `${servicePath()}?done=set` } : { refusal: none.refusal }
    }
    const { input, wrong } = serviceTyped(form)
    const outcome =
      Object.keys(wrong).length > 0 ? invalid(wrong) : await visit.perform(setIdentityService, input, form)
    return outcome.ok ? { redirect: `${servicePath()}?done=set` } : show(visit, form, outcome)
  },
}

/** Is the service there, and is it what it says? Asked by a button, because it takes a while. */
export const checkServicePage: Page = {
  path: checkServicePath.pattern,
  may: [administrator],
  get: async () => ({ redirect: servicePath() }),
  post: async (visit) => show(visit, null, null, await checked(visit)),
}

async function show(
  visit: Visit,
  form: Form | null,
  outcome: Outcome<unknown> | null,
  found: Html | null = null,
): Promise<Reply> {
  const read = await visit.ask(readIdentityService, {})
  if (!read.ok) return { refusal: read.refusal }
  const { now, all } = read.value
  const refusal = outcome && !outcome.ok ? outcome.refusal : null
  const errors = Object.fromEntries(Object.entries(refusal?.fields ?? {}).map(([path, says]) => [fieldOf(path), says]))
  const ask = asking({
    values: form?.values ?? { ...serviceValues(now?.value ?? null), ...dayBoxes('from', visit.today) },
    errors,
  })
  const body = questionPage({
    ask,
    heading: 'The identity service',
    lead: html`<p class="govuk-body-l">
        People sign in with the account that their council has given them. OpenID Connect carries them there and back.
      </p>
      ${found}${standing(visit, now)}${whatToTellThem(visit)}
      <h2 class="govuk-heading-m">${now?.value.kind === 'oidc' ? 'Change it' : 'Set one up'}</h2>`,
    refusal: refusal && refusal.kind !== 'invalid' ? refusal : undefined,
    fields: serviceFields(ask, visit.council.council),
    hidden: visit.formFields(),
    buttonText: 'Set the identity service',
    cancel: { text: 'Back to the people', href: peoplePath() },
  })
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'The identity service',
      back: peoplePath(),
      hasErrors: refusal !== null,
      body: html`${doneBanner(visit)}${body}${before(all)}`,
    },
  }
}

function standing(visit: Visit, now: Chosen<IdentityService> | null): Html {
  if (now?.value.kind !== 'oidc') return insetText({ text: 'None is set up: nobody signs in by one.' })
  const { name, issuer, clientId, secret, emailClaim, addresses, roles, strangers } = now.value
  return html`${facts({
      rows: [
        { key: 'Service', value: `${name}, since ${longDay(now.from)}` },
        { key: 'Issuer', value: issuer },
        { key: 'Client', value: `${clientId}; its secret is ${secretPlaceWords(visit.council.council, secret)}` },
        {
          key: 'Known by',
          value: `${emailClaim}, ${addresses === 'verified' ? 'where it says that it was verified' : 'as the service gives it out'}`,
        },
        {
          key: 'Roles',
          value: roles ? roles.map.map(({ from, role }) => `${from}: ${role}`) : 'Given here, by an administrator',
        },
        { key: 'Strangers', value: strangers === 'refused' ? 'Refused' : 'Added as joiners' },
      ],
    })}
    <div class="govuk-button-group">
      <form method="post" action="${checkServicePath()}" novalidate>
        ${visit.formFields()}${button({
          text: 'Check that it answers',
          classes: 'govuk-button--secondary',
          preventDoubleClick: true,
        })}
      </form>
      <form method="post" action="${servicePath()}" novalidate>
        ${visit.formFields()}${button({
          text: 'Stop using it from today',
          name: 'none',
          value: 'yes',
          classes: 'govuk-button--warning',
          preventDoubleClick: true,
        })}
      </form>
    </div>`
}

const whatToTellThem = ({ origin }: Visit): Html =>
  details({
    summary: 'What whoever runs the identity service needs to know',
    text: html`<p class="govuk-body">
      People come back to <strong>${origin}${backPath()}</strong>, and after signing out to
      <strong>${origin}${signedOutPath()}</strong>. This site asks for the authorization code flow with PKCE (S256), and
      for the scopes openid, email and profile.
    </p>`,
  })

async function checked(visit: Visit): Promise<Html> {
  const read = await visit.ask(readIdentityService, {})
  if (!read.ok || read.value.now?.value.kind !== 'oidc') return insetText({ text: 'There is nothing to check.' })
  try {
    const { endsSessions, saysPkce } = await describe(
      visit.council.council,
      read.value.now.value,
      outsideOf(visit.house),
    )
    return insetText({
      text: html`<p class="govuk-body"><strong>It answers, and is who it should be.</strong></p>
        <p class="govuk-body">
          ${endsSessions ? 'It can be told that people sign out.' : 'It cannot be told that people sign out: they do so there themselves.'}
          ${saysPkce ? '' : 'It does not say that it knows PKCE; it is asked for it all the same.'}
        </p>`,
    })
  } catch (cause) {
    if (!(cause instanceof ServiceTrouble)) throw cause
    const { what, because } = troubles[cause.trouble]
    return insetText({
      text: html`<p class="govuk-body"><strong>${what}</strong></p>
        <p class="govuk-body">${because}</p>`,
    })
  }
}

const before = (all: Chosen<IdentityService>[]): Html | false =>
  all.length > 0
  && details({
    summary: 'Everything that was ever set',
    text: html`<ul class="govuk-list govuk-list--bullet">
      ${all.map(
        ({ version, from, value, setAt, setBy }) =>
          html`<li>
            ${version}: ${value.kind === 'none' ? 'none' : `${value.name} (${value.issuer}, ${value.clientId})`} from
            ${plainDay(from)}; set by ${setBy}, ${momentWords(setAt)}
          </li>`,
      )}
    </ul>`,
  })
