import { isStaff, officer } from '#authority'
import { button, ceilingBar, facts, notificationBanner, pager, sortableTable } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Page, Visit } from '#platform/page.ts'
import { listRun, viewRun } from '../queries.ts'
import { runners } from '../the-network.ts'
import {
  hostPath,
  issuePath,
  issuesPath,
  membersPath,
  networkPath,
  newIssuePath,
  newMeasurePath,
  newMemberPath,
  newNetworkPath,
  newWorkshopPath,
  reportPath,
  representationPath,
  runPath,
  runsPath,
  seatPath,
  workshopPath,
} from './paths.ts'
import { toTellPath } from '../own/paths.ts'
import { representedShown, standingTag, workshopWords } from './public.ts'

/** What was just done, on the page that follows. */
export const doneBanner = ({ query }: Visit): Html | false => {
  const said: Record<string, string> = {
    opened: 'The network is open.',
    saved: 'Saved.',
    joined: 'They are a member.',
    left: 'They have left. How to reach them was taken out.',
    counted: 'Counted. Who gave which answer is not known.',
    published: 'Published.',
    planned: 'The workshop is planned.',
    changed: 'Changed. Those invited are told.',
    held: 'Written down. It no longer changes.',
    cancelled: 'Cancelled.',
    invited: 'Invited.',
    raised: 'Taken down.',
    offered: 'Offered.',
  }
  const words = said[query['done'] ?? '']
  return (
    words !== undefined
    && notificationBanner({ type: 'success', text: html`<p class="govuk-notification-banner__heading">${words}</p>` })
  )
}

/** Which networks do I run? */
export const runsPage: Page = {
  path: runsPath.pattern,
  may: runners,
  async get(visit) {
    const outcome = await visit.ask(listRun, { after: visit.query['after'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { networks, next } = outcome.value
    return {
      view: {
        title: 'Networks',
        // Whoever works for a host has no other desk than this one.
        ...(isStaff(visit.actor) && { back: '/desk' }),
        body: html`${doneBanner(visit)}
          <h1 class="govuk-heading-l">Networks</h1>
          ${visit.actor.roles.includes(officer) && html`<div class="govuk-button-group">${button({ text: 'Open a network', href: newNetworkPath() })}</div>`}
          ${
            networks.length === 0
              ? html`<p class="govuk-body">There is no network that you run.</p>`
              : html`<ul class="govuk-list">
                  ${networks.map(({ ref, title }) => html`<li><a class="govuk-link" href="${runPath({ ref })}">${title}</a> <span class="remit-quiet">${ref}</span></li>`)}
                </ul>`
          }
          ${pager({ label: 'Networks', next: next === null ? undefined : withQuery(runsPath(), { after: next }) })}`,
      },
    }
  },
}

/** How is this network doing, and what is to be done? */
export const runPage: Page = {
  path: runPath.pattern,
  may: runners,
  async get(visit) {
    const outcome = await visit.ask(viewRun, { ref: visit.params['ref'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const {
      network: n,
      members,
      withNeeds,
      workshops,
      open,
      measures,
      published,
      budget,
      seats,
      toTell,
      askAgain,
    } = outcome.value
    const { ref } = n
    const isOfficer = visit.actor.roles.includes(officer)
    const left = budget.of - budget.spent
    return {
      view: {
        title: n.title,
        back: runsPath(),
        wide: true,
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${ref}</span>
          <h1 class="govuk-heading-l">${n.title}</h1>
          <div class="govuk-button-group">
            ${button({ text: 'Add a member', href: newMemberPath({ ref }) })}${button({ text: 'Plan a workshop', href: newWorkshopPath({ ref }), classes: 'govuk-button--secondary' })}${button({ text: 'Take down an issue', href: newIssuePath({ ref }), classes: 'govuk-button--secondary' })}
          </div>
          ${facts({
            rows: [
              {
                key: 'Members',
                value: html`<a class="govuk-link" href="${membersPath({ ref })}"
                    >${members} ${members === 1 ? 'member' : 'members'}</a
                  >, ${withNeeds} with access needs`,
              },
              askAgain > 0 && {
                key: 'Needs',
                value: html`<a class="govuk-link" href="${withQuery(membersPath({ ref }), { again: 'yes' })}"
                  >${askAgain} to be asked again what they need</a
                >`,
              },
              {
                key: 'To be told',
                value: html`<a class="govuk-link" href="${toTellPath({ ref })}"
                  >${toTell === 0 ? 'Nothing' : `${toTell} ${toTell === 1 ? 'thing' : 'things'}`}</a
                >`,
              },
              {
                key: 'Host',
                value: n.hostName ?? 'Nobody yet',
                ...(isOfficer && { change: { href: hostPath({ ref }), text: 'Change' } }),
              },
              {
                key: 'Report',
                value: html`${[budget.year, budget.year - 1].map((year, at) => html`${at > 0 && ', '}<a class="govuk-link" href="${reportPath({ ref, year: String(year) })}">${year}/${String(year + 1).slice(2)}</a>`)}`,
              },
              {
                key: 'In public',
                value: html`<a class="govuk-link" href="${networkPath({ ref })}">As everybody sees it</a>`,
              },
            ],
          })}
          <h2 class="govuk-heading-m">Money this year</h2>
          ${ceilingBar({ id: 'budget', title: `${pounds(budget.of)} for ${budget.year}/${String(budget.year + 1).slice(2)}`, granted: budget.of, used: budget.spent, passedOn: 0n, left })}
          <h2 class="govuk-heading-m">Workshops</h2>
          ${
            workshops.length === 0
              ? html`<p class="govuk-body">None yet.</p>`
              : sortableTable({
                  caption: 'Workshops',
                  hideCaption: true,
                  columns: [
                    { key: 'title', text: 'Workshop' },
                    { key: 'when', text: 'When' },
                    { key: 'state', text: 'Stands' },
                  ],
                  rows: workshops.map((one) => [
                    html`<a class="govuk-link" href="${workshopPath({ workshop: one.ref })}">${one.title}</a>`,
                    workshopWords(one),
                    one.state,
                  ]),
                })
          }
          <h2 class="govuk-heading-m">Not yet told back</h2>
          ${
            open.length === 0
              ? html`<p class="govuk-body">Everybody was told what came of what they raised.</p>`
              : html`<ul class="govuk-list">
                  ${open.slice(0, 20).map((one) => html`<li>${standingTag(one.standing)} <a class="govuk-link" href="${issuePath({ issue: one.ref })}">${one.says.length > 90 ? `${one.says.slice(0, 90)}…` : one.says}</a></li>`)}
                </ul>`
          }
          <p class="govuk-body"><a class="govuk-link" href="${issuesPath({ ref })}">All that was raised</a></p>
          <h2 class="govuk-heading-m">Who is in it</h2>
          ${published ? representedShown(published.shown, published.year, n.area) : html`<p class="govuk-body">${measures.length === 0 ? 'Nothing to compare by yet.' : 'Nothing is published yet.'}</p>`}
          ${isOfficer && html`<div class="govuk-button-group">${measures.length > 0 && button({ text: 'Publish the figures', href: representationPath({ ref }), classes: 'govuk-button--secondary' })}<a class="govuk-link" href="${newMeasurePath({ ref })}">Compare by something new</a></div>`}
          <h2 class="govuk-heading-m">Asked onto panels</h2>
          ${
            seats.length === 0
              ? html`<p class="govuk-body">
                  Nobody has been asked. A member who agreed to be asked can be from their record.
                </p>`
              : html`<ul class="govuk-list">
                  ${seats.map(
                    (one) =>
                      html`<li>
                        ${one.name}: ${one.what}, asked on ${plainDay(one.askedOn)}:
                        ${
                          one.answer === null
                            ? html`<form
                                class="remit-inline"
                                method="post"
                                action="${seatPath({ ref, seat: one.seat })}"
                              >
                                ${visit.formFields()}${button({ text: 'Said yes', name: 'answer', value: 'yes', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
                                ${button({ text: 'Said no', name: 'answer', value: 'no', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
                              </form>`
                            : `said ${one.answer}`
                        }
                      </li>`,
                  )}
                </ul>`
          }`,
      },
    }
  },
}
