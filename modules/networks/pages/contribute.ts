import { html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { contribute } from '../issues.ts'
import { viewNetwork } from '../queries.ts'
import { formPage } from './form-page.ts'
import { contributePath, networkPath } from './paths.ts'

const form = formPage({
  path: contributePath,
  may: [anyone],
  does: contribute,
  button: 'Send it',
  seen: (visit) => visit.ask(viewNetwork, { ref: visit.params['ref'] }),
  heading: () => 'What do you want to say?',
  caption: ({ network }) => network.title,
  lead: () =>
    html`<p class="govuk-body">
        Nobody asks who you are. Only your words, the topic and the day are kept. Leave out names, yours and other
        people’s.
      </p>
      <p class="govuk-body">
        The people who run the network read it and give it to whoever can do something about it. What comes of it is
        shown on the network’s page.
      </p>`,
  fields: (ask, { network }) => [
    ask.radios({
      name: 'topic',
      legend: 'What is it about?',
      items: network.topics.map(({ topic, title }) => ({ value: topic, text: title })),
    }),
    ask.textarea({
      name: 'says',
      label: 'Your words',
      hint: 'What happened, or what should be different. A few words are enough',
      rows: 6,
    }),
  ],
  read: ({ values }, visit) => ({
    input: { ref: visit.params['ref'], topic: values['topic'] ?? '', says: values['says'] },
    wrong: values['topic'] ? {} : { topic: 'Choose what it is about.' },
  }),
  back: (_, { network }) => networkPath({ ref: network.ref }),
  leadsTo: (_, { network }) => `${contributePath({ ref: network.ref })}?sent=yes`,
})

/** Says something to a network without a name; once it is sent it says so and no more. */
export const contributePage: Page = {
  ...form,
  get: (visit) =>
    visit.query['sent'] !== 'yes'
      ? form.get(visit)
      : Promise.resolve({
          view: {
            title: 'Thank you',
            body: html`<h1 class="govuk-heading-l">Thank you</h1>
              <p class="govuk-body">
                What you said is with the people who run the network. It goes to whoever can do something about it, and
                the answer is shown on the network’s page.
              </p>
              <p class="govuk-body">
                <a class="govuk-link" href="${networkPath({ ref: visit.params['ref'] ?? '' })}">Back to the network</a>
              </p>`,
          },
        }),
  // As an answer to a consultation: a library full of people shares one address.
  counts: { post: 'answer' },
}
