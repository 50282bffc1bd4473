import { democraticServices, monitoringOfficer } from '#authority'
import { longDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import { dayWords } from '../../pages/grants.ts'
import type { DeskPart, PublicPart } from '../../pages/parts.ts'
import { recordRetentionPath } from '../paths.ts'
import { viewRetention } from '../queries.ts'

/** How long it stays available, from the public document. */
export const publicRetention: PublicPart = {
  section: (_, { decision: { availableUntil } }) =>
    !availableUntil
      ? null
      : {
          id: 'kept',
          heading: 'How long does it stay available?',
          body: html`<p class="govuk-body">
            The record and its report must stay open to inspection until
            <strong>${dayWords(availableUntil.record)}</strong> at
            least${
              availableUntil.background !== null
              && html`, and its background papers until <strong>${dayWords(availableUntil.background)}</strong>`
            }.
            Remit removes nothing on that day.
          </p>`,
        },
}

/** The same on the desk, with the holds that keep it for longer. */
export const deskRetention: DeskPart = {
  section: async (visit, { decision: { ref, decidedOn } }) => {
    if (decidedOn === null) return null
    const outcome = await visit.ask(viewRetention, { ref })
    if (!outcome.ok || outcome.value.until === null) return null
    const {
      until: { record, background },
      holds,
    } = outcome.value
    const open = holds.filter(({ releasedOn }) => releasedOn === null)
    const may = [democraticServices, monitoringOfficer].some((role) => visit.actor.roles.includes(role))
    return html`<h2 class="govuk-heading-m">How long it is kept</h2>
      <p class="govuk-body">
        The record and its report stay available until ${longDay(record)}, background papers until
        ${longDay(background)}. Nothing is removed by
        Remit.${
          open.length > 0 && html` <strong>A legal hold keeps it beyond that.</strong>`
        }${may && html` <a class="govuk-link" href="${recordRetentionPath({ ref })}">${open.length > 0 ? 'See the hold' : 'Place a legal hold'}</a>`}
      </p>`
  },
}
