import { html, type Html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { accessibilityPath, cookiesPath, privacyPath } from '../paths.ts'

const wordsPage = (path: string, title: string, body: Html): Page => ({
  path,
  may: [anyone],
  get: async () => ({
    view: {
      title,
      body: html`<div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">${title}</h1>
          ${body}
        </div>
      </div>`,
    },
  }),
})

/** Can I use this? */
export const accessibilityPage = wordsPage(
  accessibilityPath.pattern,
  'Accessibility',
  html` <p class="govuk-body">
      This site should work for everybody: with a keyboard, with a screen reader, enlarged to 400%, on a narrow phone,
      printed, and without JavaScript.
    </p>
    <p class="govuk-body">
      It is built to meet level AA of the Web Content Accessibility Guidelines 2.2. Its parts are those of the GOV.UK
      Design System; its own drawings each come with a table that says the same.
    </p>
    <h2 class="govuk-heading-m">What has been checked</h2>
    <p class="govuk-body">
      Pages are checked by machine, with axe, in the tests that come with the program. That finds about half of what can
      go wrong. People who use assistive technology have not tested it yet, so there will be problems that nobody here
      has seen.
    </p>
    <h2 class="govuk-heading-m">What may not work</h2>
    <p class="govuk-body">
      Documents that councils published elsewhere, and that are kept here as they were given, are as accessible as
      whoever made them left them. What was read from them is shown as text beside them.
    </p>
    <h2 class="govuk-heading-m">If something stands in your way</h2>
    <p class="govuk-body">
      Tell the council whose name is at the top of the page. It answers for what is published here.
    </p>`,
)

/** What is kept on my computer? */
export const cookiesPage = wordsPage(
  cookiesPath.pattern,
  'Cookies',
  html` <p class="govuk-body">
      A cookie is a small note that a site leaves in your browser. This site leaves three at most, and needs them. It
      leaves none to measure or follow you.
    </p>
    <table class="govuk-table">
      <thead class="govuk-table__head">
        <tr>
          <th scope="col" class="govuk-table__header">Name</th>
          <th scope="col" class="govuk-table__header">What it is for</th>
          <th scope="col" class="govuk-table__header">How long it stays</th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">remit</th>
          <td class="govuk-table__cell">Knows you again after you have signed in</td>
          <td class="govuk-table__cell">12 hours unless your council says otherwise, or until you sign out</td>
        </tr>
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">remit-form</th>
          <td class="govuk-table__cell">
            Makes sure that a form you send was opened by you; set when you open a page with a form before signing in
          </td>
          <td class="govuk-table__cell">Until you close the browser</td>
        </tr>
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">remit-trip</th>
          <td class="govuk-table__cell">Knows you again when you come back from your council’s identity service</td>
          <td class="govuk-table__cell">10 minutes, or until you are back</td>
        </tr>
      </tbody>
    </table>
    <p class="govuk-body">
      Over a secure connection their names begin with <code>__Host-</code>, which stops other sites from setting them.
    </p>`,
)

/** What is known about me? */
export const privacyPage = wordsPage(
  privacyPath.pattern,
  'Privacy',
  html` <p class="govuk-body">
      You can read everything that is published here without saying who you are. Nothing on these pages is loaded from
      anywhere else, and nobody else is told that you were here.
    </p>
    <h2 class="govuk-heading-m">If you only read</h2>
    <p class="govuk-body">
      Each request is noted as its kind, the pattern of its address, how it was answered and how long that took. Neither
      your address nor what you searched for is noted. Your network address is held in memory for a minute, to stop
      anybody from asking too much.
    </p>
    <h2 class="govuk-heading-m">If you sign in</h2>
    <p class="govuk-body">
      Your name, work e-mail address and roles are kept, and what you did and were refused is written, with your name,
      into a journal in which nothing can be changed unseen. When you signed in, when that was last used and with which
      kind of browser is kept until the session ends. Your password stays with your council’s identity service; this
      site never sees it. Decisions of councils are public acts: the names of those who took them are published with
      them.
    </p>
    <h2 class="govuk-heading-m">If you give a document</h2>
    <p class="govuk-body">
      A document that you only have read is not kept unless you choose to keep it; one that is kept is kept exactly as
      you gave it.
    </p>
    <h2 class="govuk-heading-m">Who answers for it</h2>
    <p class="govuk-body">
      The council whose name is at the top of the page. Ask it what it holds about you, and for mistakes to be put
      right.
    </p>`,
)
