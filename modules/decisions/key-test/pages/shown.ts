import { democraticServices, monitoringOfficer, officer, scrutiny } from '#authority'
import { button } from '#govuk'
import { html } from '#platform/html.ts'
import type { DeskPart, PublicPart } from '../../pages/parts.ts'
import { againstTheTestPath, keyTestPath } from '../paths.ts'
import { viewKeyTest } from '../queries.ts'
import { recordAsked, testWorked } from './worked.ts'

/** The test on the desk: a task of the draft, and afterwards a section with its working. */
export const keyTestOnDesk: DeskPart = {
  async tasks(visit, { decision: { ref } }) {
    const seen = await visit.ask(viewKeyTest, { ref })
    return {
      title: 'Key or not',
      tasks: [
        {
          title: 'The test for a key decision',
          href: keyTestPath({ ref }),
          ...(seen.ok && seen.value.test ? { state: 'done' } : { state: 'not-started', stateText: 'Optional' }),
          hint:
            !seen.ok || seen.value.suggestion.key === null
              ? 'It suggests nothing yet'
              : seen.value.suggestion.key
                ? 'It suggests that this is key'
                : 'It suggests that this is not key',
        },
      ],
    }
  },
  async section(visit, { decision: { ref, state } }) {
    if (state === 'draft' && visit.actor.roles.includes(officer)) return null
    const seen = await visit.ask(viewKeyTest, { ref })
    if (!seen.ok) return null
    return html`<h2 class="govuk-heading-m">Key or not: the test</h2>
      ${testWorked(seen.value)}
      <h3 class="govuk-heading-s">The record that the law asks for</h3>
      ${recordAsked(seen.value)}`
  },
}

/** A link for those who watch what is called key. */
export const againstLink = (roles: readonly string[]) =>
  [scrutiny, democraticServices, monitoringOfficer].some((role) => roles.includes(role))
  && button({ text: 'Not key against the test', href: againstTheTestPath(), classes: 'govuk-button--secondary' })

/** The test as the public sees it. */
export const keyTestInPublic: PublicPart = {
  section(_, { decision: { keyTest, isKey, keyReasoning } }) {
    if (!keyTest) return null
    return {
      id: 'key-test',
      heading: 'Is it a key decision, and which record does the law ask for?',
      body: html`<p class="govuk-body">
          ${isKey ? 'It was treated as a key decision.' : 'It was not treated as a key decision.'}
          ${keyTest.suggests === null ? 'Too little is recorded for the test to suggest anything.' : `The test suggests that it is ${keyTest.suggests}.`}
        </p>
        ${
          keyTest.limbs.length > 0
          && html`<ul class="govuk-list govuk-list--bullet">
            ${keyTest.limbs.map((one) => html`<li>${one}</li>`)}
          </ul>`
        }${keyTest.against && html`<div class="govuk-inset-text">It was treated as <strong>not key against the test</strong>. The reasons given: ${keyReasoning ?? 'none'}</div>`}
        <p class="govuk-body">${keyTest.regime} (${keyTest.source}).</p>`,
    }
  },
}
