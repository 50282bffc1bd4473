import { officer } from '#authority'
import { button } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'
import type { OnDesk } from '../../pages/draft-question.ts'
import type { DeskPart, PublicPart } from '../../pages/parts.ts'
import { clearancePath, clearancesPath } from '../paths.ts'
import { viewClearances } from '../queries.ts'
import { clearanceTag, clearanceTask } from './standing-tag.ts'

const seenOf = async (visit: Visit, { decision: { ref } }: OnDesk) => {
  const found = await visit.ask(viewClearances, { ref })
  return found.ok ? found.value : null
}

/** What a record’s page says of its clearances. */
export const clearanceOnDesk: DeskPart = {
  async tasks(visit, seen) {
    const found = await seenOf(visit, seen)
    const { ref } = seen.decision
    const lines = found?.lines ?? []
    if (lines.length === 0)
      return {
        title: 'Clearance',
        tasks: [
          {
            title: 'Send it for clearance',
            href: clearancesPath({ ref }),
            state: 'not-started',
            stateText: 'Optional',
          },
        ],
      }
    return {
      title: 'Clearance',
      tasks: lines.map(({ title, standing, overdue, says }) => ({
        title,
        href: clearancesPath({ ref }),
        ...clearanceTask(standing),
        ...(standing === 'good' || standing === 'not asked'
          ? {}
          : { hint: `${says}${overdue === null ? '' : ` ${overdue}.`}` }),
      })),
    }
  },
  async actions(visit, seen) {
    if (seen.decision.state !== 'draft') return []
    const found = await seenOf(visit, seen)
    const { ref } = seen.decision
    return (found?.lines ?? []).flatMap(({ yours, clearance, title }) =>
      yours && clearance !== null
        ? [button({ text: `Read and clear: ${title}`, href: clearancePath({ ref, clearance }) })]
        : [],
    )
  },
  async section(visit, seen) {
    if (seen.decision.state === 'draft' && visit.actor.roles.includes(officer)) return null
    const found = await seenOf(visit, seen)
    if (!found || found.lines.length === 0) return null
    const { ref } = seen.decision
    return html`<h2 class="govuk-heading-m" id="clearances">Who has cleared it?</h2>
      <ul class="remit-entries">
        ${found.lines.map(
          ({ title, standing, says, comments }) =>
            html`<li class="remit-entry">
              <p class="govuk-body remit-entry__head"><strong>${title}</strong> ${clearanceTag(standing)}</p>
              <p class="govuk-body">${says}</p>
              ${comments !== null && standing === 'good' && html`<p class="govuk-body">Comments: ${comments}</p>`}
            </li>`,
        )}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href="${clearancesPath({ ref })}">All that was asked, and the texts</a>
      </p>`
  },
}

/** Who cleared it beforehand: the public sees that it was done and when, and not what was said between officers. */
export const clearanceInPublic: PublicPart = {
  section(_, { decision: { clearances = [] } }) {
    if (clearances.length === 0) return null
    return {
      id: 'cleared',
      heading: 'Who cleared it beforehand?',
      body: html`<p class="govuk-body">Each read the text that was decided, word for word, before it was decided.</p>
        <ul class="govuk-list govuk-list--bullet">
          ${clearances.map(
            ({ title, by, post, on, withComments }) =>
              html`<li>
                <strong>${title}</strong>: ${by}, ${post}, on
                ${longDay(Temporal.PlainDate.from(on))}${withComments && ', with comments'}
              </li>`,
          )}
        </ul>`,
    }
  },
  history: ({ clearances = [] }) => clearances.map(({ title, on }) => ({ day: on, says: html`Cleared: ${title}` })),
}
