import { democraticServices, officer } from '#authority'
import { button, type Task } from '#govuk'
import { html } from '#platform/html.ts'
import type { DeskPart, PublicPart } from '../../pages/parts.ts'
import { noticePath, noticesOfPath } from '../paths.ts'
import { viewNoticesOf } from '../queries.ts'
import { dayWords } from '../../pages/grants.ts'
import { saidOf } from './notices-of.ts'

/** Notices on the desk: how far they are, in any state of the record. */
export const noticesOnDesk: DeskPart = {
  async tasks(visit, { decision: { ref, isKey } }) {
    const seen = await visit.ask(viewNoticesOf, { ref })
    const said = seen.ok ? seen.value.said : null
    const state: Pick<Task, 'state' | 'stateText'> =
      isKey !== true
        ? { state: 'not-started', stateText: 'Not needed' }
        : said?.outcome === 'met'
          ? { state: 'done' }
          : { state: 'in-progress', stateText: 'Days still to run' }
    return {
      title: 'Before it is decided',
      tasks: [{ title: 'Notice and forward plan', href: noticesOfPath({ ref }), ...state }],
    }
  },
  async actions(visit, { decision: { ref, state } }) {
    const may = [democraticServices, officer].some((role) => visit.actor.roles.includes(role))
    return may && (state === 'proposed' || (state === 'draft' && !visit.actor.roles.includes(officer)))
      ? [button({ text: 'Notices', href: noticesOfPath({ ref }), classes: 'govuk-button--secondary' })]
      : []
  },
  async section(visit, { decision: { ref, state, isKey } }) {
    if (isKey !== true || state === 'draft') return null
    const seen = await visit.ask(viewNoticesOf, { ref })
    return seen.ok
      ? html`<h2 class="govuk-heading-m">Notice before it was decided</h2>
          ${saidOf(seen.value)}
          <p class="govuk-body"><a class="govuk-link" href="${noticesOfPath({ ref })}">Its notices</a></p>`
      : null
  },
}

/** The notices of a decision as the public sees them. */
export const noticesInPublic: PublicPart = {
  section: (_, { decision: { notices = [] } }) =>
    notices.length === 0
      ? null
      : {
          id: 'notices',
          heading: 'Who knew of it beforehand?',
          body: html`<ul class="govuk-list govuk-list--bullet">
            ${notices.map(({ ref, title, givenOn, elsewhere, endedOn }) => html`<li><a class="govuk-link" href="${noticePath({ ref })}">${title} ${ref}</a>, given on ${dayWords(givenOn)}${elsewhere && ' elsewhere'}${endedOn !== null && `; it stood until ${dayWords(endedOn)}`}</li>`)}
          </ul>`,
        },
  history: ({ notices = [] }) =>
    notices.map(({ ref, title, givenOn }) => ({
      day: givenOn,
      says: html`<a class="govuk-link" href="${noticePath({ ref })}">${title}</a> given`,
    })),
}
