import { administrator, roles } from '#authority'
import { button, pager, searchAndFilter, select, sortableTable, tag } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { plainDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { londonDay } from '#platform/perform.ts'
import type { z } from 'zod'
import { listPeople } from '../list-people.ts'
import {
  mailServicePath,
  newPersonPath,
  peoplePath,
  personPath,
  programsPath,
  servicePath,
  sessionRulePath,
} from '../paths.ts'
import type { Person } from '../store.ts'
import { doneBanner } from './done-banner.ts'

type Answer = z.output<NonNullable<typeof listPeople.output>>

/** Who may sign in? */
export const peoplePage: Page = {
  path: peoplePath.pattern,
  may: [administrator],
  get: async (visit) => {
    const { q, role, state, after, before } = visit.query
    const outcome = await visit.ask(listPeople, { q, role, state, after, before })
    if (!outcome.ok) return { refusal: outcome.refusal }
    return { view: { title: 'People', back: '/desk', wide: true, body: shown(visit, outcome.value) } }
  },
}

function shown(visit: Visit, { lines, next, previous, count }: Answer): Html {
  const { q, role, state } = visit.query
  const chosen = { q, role, state }
  const narrowed = Boolean(q || role || state)
  return html`${doneBanner(visit)}
    <h1 class="govuk-heading-l">People</h1>
    <p class="govuk-body-l">
      Whoever may sign in, and as what. Which posts they hold, and so what they may decide, is in the constitution.
    </p>
    <div class="govuk-button-group">${button({ text: 'Add somebody', href: newPersonPath() })}</div>
    <p class="govuk-body">
      See also: <a class="govuk-link" href="${programsPath()}">programs that sign in</a>,
      <a class="govuk-link" href="${servicePath()}">the identity service</a>,
      <a class="govuk-link" href="${sessionRulePath()}">how long people stay signed in</a>,
      <a class="govuk-link" href="${mailServicePath()}">how mail is carried</a>.
    </p>
    ${searchAndFilter({
      action: peoplePath(),
      search: { name: 'q', label: 'Name or e-mail address', value: q },
      filters: html`${select({
        name: 'role',
        label: 'Signs in as',
        value: role,
        items: [{ text: 'Anything', value: '' }, ...roles.map((value) => ({ value, text: value }))],
      })}${select({
        name: 'state',
        label: 'Account',
        value: state,
        items: [
          { text: 'Open or closed', value: '' },
          { text: 'Open', value: 'open' },
          { text: 'Closed', value: 'closed' },
        ],
      })}`,
      clear: narrowed ? peoplePath() : undefined,
      count: `${count >= 10_000 ? 'More than 10,000' : count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`,
      results: html`${sortableTable({
        caption: 'People',
        hideCaption: true,
        columns: [
          { key: 'name', text: 'Name' },
          { key: 'roles', text: 'Signs in as' },
          { key: 'last', text: 'Last signed in' },
          { key: 'account', text: 'Account' },
        ],
        rows: lines.map((line) => [
          html`<a class="govuk-link" href="${personPath({ account: line.account })}">${line.name}</a
            ><span class="remit-ref">${line.email}</span>`,
          line.roles.join(', ') || 'Nothing yet',
          line.signedInAt ? shortDay(londonDay(line.signedInAt)) : 'Never',
          standing(line, visit.today),
        ]),
      })}${pager({
        label: `${lines.length} shown`,
        of: 'people',
        next: next ? withQuery(peoplePath(), { ...chosen, after: next }) : undefined,
        previous: previous ? withQuery(peoplePath(), { ...chosen, before: previous }) : undefined,
      })}`,
      none:
        count === 0
          ? html`<p class="govuk-body">
              ${
                narrowed
                  ? html`Nobody is like that. <a class="govuk-link" href="${peoplePath()}">Look at everybody</a>.`
                  : 'Nobody has been added yet.'
              }
            </p>`
          : undefined,
    })}`
}

/** Whether somebody's account is open, and until when. */
export function standing({ active, closesOn }: Pick<Person, 'active' | 'closesOn'>, today: Temporal.PlainDate): Html {
  const closed = !active || (closesOn !== null && Temporal.PlainDate.compare(closesOn, today) <= 0)
  if (closed) return tag({ text: 'Closed', classes: 'govuk-tag--grey' })
  return closesOn === null
    ? tag({ text: 'Open', classes: 'govuk-tag--green' })
    : html`${tag({ text: 'Leaves', classes: 'govuk-tag--yellow' })}<span class="remit-ref"
          >open until ${plainDay(closesOn.subtract({ days: 1 }))}</span
        >`
}
