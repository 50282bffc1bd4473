import { asking, button, questionPage } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { newestTo } from '#platform/mail.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { anyone, type Refusal } from '#platform/use-case.ts'
import { viewDeciders } from '../../choices.ts'
import { registerPath } from '../../pages/paths.ts'
import { fieldErrors, shownRefusal } from '../../pages/draft-question.ts'
import {
  callInAtomPath,
  callInCalendarPath,
  confirmSubscriptionPath,
  meetingsCalendarPath,
  planAtomPath,
  registerAtomPath,
  subscribePath,
  unsubscribePath,
} from '../paths.ts'
import { confirmSubscription, subscribe, unsubscribe } from '../subscribe.ts'

const legend = (text: string) => ({ text, classes: 'govuk-fieldset__legend--s' })

/** What would you like to hear of? */
export const subscribePage: Page = {
  path: subscribePath.pattern,
  may: [anyone],
  counts: { post: 'upload' },
  get: (visit) => asked(visit, null, null),
  post: async (visit, form) => {
    const { lists, values } = form
    const topics = [
      ...(lists['topics'] ?? []).map((topic) => ({ topic, value: '' })),
      ...(lists['subjects'] ?? []).map((value) => ({ topic: 'subject', value })),
      ...(lists['makers'] ?? []).map((value) => ({ topic: 'maker', value })),
    ]
    const outcome = await visit.perform(subscribe, { address: values['address'], topics }, form)
    return outcome.ok ? written(visit, values['address'] ?? '') : asked(visit, form, outcome.refusal)
  },
}

async function asked(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const choices = await visit.ask(viewDeciders, {})
  if (!choices.ok) return { refusal: choices.refusal }
  const { deciders, subjects } = choices.value
  const ask = asking({ values: form?.values, lists: form?.lists, errors: refusal ? fieldErrors(refusal) : {} })
  return {
    status: form ? 422 : 200,
    view: {
      title: 'Have news of decisions',
      back: registerPath(),
      hasErrors: form !== null,
      body: html`${questionPage({
          ask,
          heading: 'Have news of decisions',
          refusal: shownRefusal(refusal),
          hidden: visit.formFields(),
          buttonText: 'Ask for news',
          lead: 'You are sent one letter first, with a link to say that the address is yours. Every letter has a link to stop; your address is then deleted.',
          fields: [
            ask.checkboxes({
              name: 'topics',
              legend: legend('What would you like to hear of?'),
              items: [
                { value: 'all', text: 'Everything: plans, decisions and call-ins' },
                { value: 'call-ins', text: 'Call-ins and what comes of them' },
                { value: 'forward-plan', text: 'What is planned to be decided' },
              ],
            }),
            ask.checkboxes({
              name: 'subjects',
              legend: legend('Decisions about (optional)'),
              classes: 'govuk-checkboxes--small',
              items: subjects.map(({ subject, title }) => ({ value: subject, text: title })),
            }),
            ask.checkboxes({
              name: 'makers',
              legend: legend('Decisions by (optional)'),
              classes: 'govuk-checkboxes--small',
              items: deciders.map(({ post, title }) => ({ value: post, text: title })),
            }),
            ask.input({
              name: 'address',
              label: { text: 'Your e-mail address', classes: 'govuk-label--s' },
              type: 'email',
              autocomplete: 'email',
              spellcheck: false,
            }),
          ],
        })}
        <h2 class="govuk-heading-m">Without an address</h2>
        <p class="govuk-body">Feeds and calendars tell nobody who reads them:</p>
        <ul class="govuk-list govuk-list--bullet">
          ${feeds.map(([text, href]) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
        </ul>`,
    },
  }
}

const feeds: readonly [text: string, href: string][] = [
  ['Decisions (Atom); any search of the register works here too', registerAtomPath()],
  ['The forward plan (Atom)', planAtomPath()],
  ['Call-ins (Atom)', callInAtomPath()],
  ['Until when decisions may be called in (calendar)', callInCalendarPath()],
  ['Meetings (calendar)', meetingsCalendarPath()],
]

// In a demo no letter leaves the house and the visitor has no desk to read it at, so the page shows what it says.
async function written({ house, council: { council, demo } }: Visit, address: string): Promise<Reply> {
  const letter = demo
    ? await house.database.within({ council, role: 'remit_app' }, (tx) => newestTo(tx, council, address.trim()))
    : null
  const link = /\/subscribe\/confirm\/[\w-]+/u.exec(letter ?? '')?.[0]
  return {
    view: {
      title: 'Look for our letter',
      back: subscribePath(),
      body: html`<h1 class="govuk-heading-l">Look for our letter</h1>
        <p class="govuk-body">
          We have written to the address that you gave. Follow the link in the letter, and the news begins. The link is
          good for a week.
        </p>
        ${
          link !== undefined
          && html`<div class="govuk-inset-text">
            This is a demonstration and no letter leaves the house. It would say:
            <a class="govuk-link" href="${link}">confirm the subscription</a>.
          </div>`
        }`,
    },
  }
}

const once = (visit: Visit, heading: string, words: string, text: string): Reply => ({
  view: {
    title: heading,
    body: html`<h1 class="govuk-heading-l">${heading}</h1>
      <p class="govuk-body">${words}</p>
      <form method="post" novalidate>${visit.formFields()}${button({ text, preventDoubleClick: true })}</form>`,
  },
})

const told = (title: string, words: Html): Reply => ({
  view: {
    title,
    body: html`<h1 class="govuk-heading-l">${title}</h1>
      ${words}`,
  },
})

/** Is the address yours? Asked once more, because programs that read mail follow links by themselves. */
export const confirmSubscriptionPage: Page = {
  path: confirmSubscriptionPath.pattern,
  may: [anyone],
  get: async (visit) =>
    once(visit, 'Is the address yours?', 'Confirm, and you have the news that was asked for.', 'Confirm'),
  post: async (visit, form) => {
    const outcome = await visit.perform(confirmSubscription, { token: visit.params['token'] }, form)
    return outcome.ok
      ? told(
          'You will have news',
          html`<p class="govuk-body">Every letter has a link to stop it.</p>
            <p class="govuk-body"><a class="govuk-link" href="${registerPath()}">The register of decisions</a></p>`,
        )
      : { refusal: outcome.refusal }
  },
}

/** Stop the news? */
export const unsubscribePage: Page = {
  path: unsubscribePath.pattern,
  may: [anyone],
  get: async (visit) =>
    once(visit, 'Stop the news?', 'Your address is deleted, with every letter that went to it.', 'Stop it'),
  post: async (visit, form) => {
    const outcome = await visit.perform(unsubscribe, { token: visit.params['token'] }, form)
    return outcome.ok
      ? told('You will have no more news', html`<p class="govuk-body">Your address has been deleted.</p>`)
      : { refusal: outcome.refusal }
  },
}

export const subscriptionPages: Page[] = [subscribePage, confirmSubscriptionPage, unsubscribePage]
