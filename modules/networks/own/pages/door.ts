import { asking, button, errorSummary } from '#govuk'
import { html } from '#platform/html.ts'
import { newestTo } from '#platform/mail.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { anyone, type Refusal } from '#platform/use-case.ts'
import { networksPath } from '../../pages/paths.ts'
import { doorPath, ownPath } from '../paths.ts'
import { askForLink, enterWithCode } from '../ways.ts'

/** How do you come to your own page: with the code of a letter, or by a link to your address? */
export const doorPage: Page = {
  path: doorPath.pattern,
  may: [anyone],
  // As signing in: it is worth guessing at.
  counts: { post: 'signIn' },
  get: (visit) => Promise.resolve(shown(visit, null, null)),
  async post(visit, form) {
    const { code, email } = form.values
    if (code !== undefined) {
      // Without the form's own key: what is remembered under one is kept, and this answer is a secret.
      const outcome = await visit.perform(enterWithCode, { code })
      return outcome.ok ? { redirect: ownPath({ token: outcome.value.token }) } : shown(visit, form, outcome.refusal)
    }
    const outcome = await visit.perform(askForLink, { email }, form)
    return outcome.ok ? sent(visit, email ?? '') : shown(visit, form, outcome.refusal)
  },
}

function shown(visit: Visit, form: Form | null, refusal: Refusal | null): Reply {
  const ask = asking({ values: form?.values, errors: refusal?.fields ?? {} })
  const [code, email] = [
    ask.input({
      name: 'code',
      label: 'The code of your letter',
      hint: 'Twelve letters and figures. Small or capital, with or without dashes',
      classes: 'govuk-input--width-20',
      autocomplete: 'off',
      spellcheck: false,
    }),
    ask.input({ name: 'email', label: 'Your e-mail address', type: 'email', autocomplete: 'email', spellcheck: false }),
  ]
  const errors = ask.errorList()
  return {
    status: form ? 422 : 200,
    view: {
      title: 'Your own page of a network',
      back: networksPath(),
      hasErrors: form !== null,
      body: html`${errors.length > 0 && errorSummary({ errorList: errors })}
        <h1 class="govuk-heading-l">Your own page of a network</h1>
        <p class="govuk-body">For members of a co-production network. You need no account and no password.</p>
        <h2 class="govuk-heading-m">You have a letter on paper</h2>
        <form method="post" novalidate>
          ${visit.formFields()}${code}${button({ text: 'Come in', preventDoubleClick: true })}
        </form>
        <h2 class="govuk-heading-m">You have e-mail</h2>
        <form method="post" novalidate>
          ${visit.formFields()}${email}${button({ text: 'Send me a link', preventDoubleClick: true })}
        </form>
        <h2 class="govuk-heading-m">You have neither</h2>
        <p class="govuk-body">
          Speak to whoever runs your network. Everything that you can do here, they can write down for you.
        </p>`,
    },
  }
}

// In a demo no letter leaves the house and a member has no desk to read it at, so the page shows where the link leads.
async function sent(visit: Visit, email: string): Promise<Reply> {
  const { council, demo } = visit.council
  const letter = demo
    ? await visit.house.database.within({ council, role: 'remit_app' }, (tx) => newestTo(tx, council, email.trim()))
    : null
  const link = /\/my-network\/[\w-]+/u.exec(letter ?? '')?.[0]
  return {
    view: {
      title: 'Look for our letter',
      back: doorPath(),
      body: html`<h1 class="govuk-heading-l">Look for our letter</h1>
        <p class="govuk-body">
          If you are a member under this address, a letter with a link is on its way to you. The link is good for 60
          days.
        </p>
        <p class="govuk-body">If nothing comes, speak to whoever runs your network.</p>
        ${
          link !== undefined
          && html`<div class="govuk-inset-text">
            This is a demonstration and no letter leaves the house. It would lead to
            <a class="govuk-link" href="${link}">your own page</a>.
          </div>`
        }`,
    },
  }
}
