import { actPath, postPath } from '#authority'
import { runners } from '../the-network.ts'
import { button, comparedBars, facts, pager, sortableTable, statusTag, type Tone } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { pounds } from '#platform/money.ts'
import type { Page } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { clockWords, outcomes, type IssueStanding, type Workshop } from '../network.ts'
import { listNetworks, viewNetwork } from '../queries.ts'
import type { Represented } from '../representation.ts'
import { doorPath } from '../own/paths.ts'
import { contributePath, networkPath, networksPath, runPath, yearReportPath } from './paths.ts'

/** Who helps to shape what is commissioned? */
export const networksPage: Page = {
  path: networksPath.pattern,
  may: [anyone],
  remembered: true,
  async get(visit) {
    const outcome = await visit.ask(listNetworks, { after: visit.query['after'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { networks, next } = outcome.value
    return {
      view: {
        title: 'Co-production networks',
        body: html`<h1 class="govuk-heading-l">Co-production networks</h1>
          <p class="govuk-body">
            People who use care, their families, carers and advocates, who shape what the council commissions and are
            told what came of it.
          </p>
          ${
            networks.length === 0
              ? html`<p class="govuk-body">There is no network yet.</p>`
              : sortableTable({
                  caption: 'Networks',
                  hideCaption: true,
                  columns: [
                    { key: 'title', text: 'Network' },
                    { key: 'host', text: 'Host' },
                    { key: 'since', text: 'Since' },
                  ],
                  rows: networks.map(({ ref, title, hostName, openedOn }) => [
                    html`<a class="govuk-link" href="${networkPath({ ref })}">${title}</a>`,
                    hostName ?? 'The council',
                    plainDay(openedOn),
                  ]),
                })
          }${pager({ label: 'Networks', next: next === null ? undefined : withQuery(networksPath(), { after: next }) })}`,
      },
    }
  },
}

export const workshopWords = ({ day, fromMinute, untilMinute }: Workshop): string =>
  `${longDay(day)}, ${clockWords(fromMinute)} to ${clockWords(untilMinute)}`

const tones: Record<IssueStanding, Tone> = {
  raised: 'waiting',
  'with its owner': 'information',
  late: 'bad',
  answered: 'good',
  'told back': 'good',
}
export const standingTag = (standing: IssueStanding): Html =>
  statusTag(standing.charAt(0).toUpperCase() + standing.slice(1), tones[standing])

/** What is this network for, and what came of it? */
export const networkPage: Page = {
  path: networkPath.pattern,
  may: [anyone],
  async get(visit) {
    const outcome = await visit.ask(viewNetwork, { ref: visit.params['ref'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { network: n, workshops, issues, published, reports } = outcome.value
    const coming = workshops
      .filter(({ state, day }) => state === 'planned' && Temporal.PlainDate.compare(day, visit.today) >= 0)
      .toReversed()
    return {
      view: {
        title: n.title,
        back: networksPath(),
        body: html`<span class="govuk-caption-l">${n.ref}</span>
          <h1 class="govuk-heading-l">${n.title}</h1>
          <p class="govuk-body-l">${n.purpose}</p>
          ${n.closedOn ? html`<div class="govuk-inset-text">This network closed on ${longDay(n.closedOn)}.</div>` : html`<div class="govuk-button-group">${button({ text: 'Say something without a name', href: contributePath({ ref: n.ref }) })}<a class="govuk-link" href="${doorPath()}">Members: your own page</a></div>`}
          ${facts({
            rows: [
              {
                key: 'Who can join',
                value: `Whoever lives in ${n.area} and is ${n.connectedBy}. Nobody has to prove more.`,
              },
              {
                key: 'Who runs it',
                value:
                  n.hostName ?? html`<a class="govuk-link" href="${postPath({ post: n.leadPost })}">The council</a>`,
              },
              {
                key: 'By which authority',
                value: html`${n.serves !== null && `${n.serves}, `}act
                  <a class="govuk-link" href="${actPath({ ref: n.openedAct })}">${n.openedAct}</a>`,
              },
              { key: 'Budget', value: `${pounds(n.yearlyBudget)} a year` },
            ],
          })}
          <h2 class="govuk-heading-m">What is coming</h2>
          ${
            coming.length === 0
              ? html`<p class="govuk-body">No workshop is planned.</p>`
              : coming.map(
                  (one) =>
                    html`<h3 class="govuk-heading-s">${one.title}</h3>
                      ${facts({
                        plain: true,
                        rows: [
                          { key: 'When', value: workshopWords(one) },
                          { key: 'Where', value: [one.place, ...(one.online === null ? [] : [one.online])] },
                          { key: 'About', value: one.agenda },
                          { key: 'So that all can take part', value: one.accessPlan },
                        ],
                      })}`,
                )
          }
          <h2 class="govuk-heading-m">You said, we did, or did not because</h2>
          ${
            issues.length === 0
              ? html`<p class="govuk-body">
                  Nothing is shown yet. What people raise is shown once it was read for names.
                </p>`
              : html`<ol class="remit-entries">
                  ${issues.map(
                    (one) =>
                      html`<li class="remit-entry">
                        <p class="govuk-body remit-entry__head">
                          ${standingTag(one.standing)}
                          <strong>${n.topics.find(({ topic }) => topic === one.topic)?.title ?? one.topic}</strong>
                          <span class="remit-quiet">${one.ref}, ${plainDay(one.raisedOn)}</span>
                        </p>
                        <p class="govuk-body">“${one.says}”</p>
                        ${
                          one.outcome !== null
                            ? html`<p class="govuk-body">
                                <strong>${outcomes[one.outcome]}:</strong> ${one.answer}
                                <span class="remit-quiet"
                                  >(${one.ownerBody}${one.answeredOn && `, ${plainDay(one.answeredOn)}`})</span
                                >
                              </p>`
                            : one.ownerBody !== null
                              && html`<p class="govuk-body remit-quiet">
                                With ${one.ownerBody}, to answer by ${one.answerBy && plainDay(one.answerBy)}.
                              </p>`
                        }
                      </li>`,
                  )}
                </ol>`
          }
          <h2 class="govuk-heading-m">Who is in it</h2>
          ${published ? representedShown(published.shown, published.year, n.area) : html`<p class="govuk-body">Nothing is published yet: with few members figures would say who somebody is.</p>`}
          ${
            reports.length > 0
            && html`<h2 class="govuk-heading-m">Its reports</h2>
              <ul class="govuk-list">
                ${reports.map((year) => html`<li><a class="govuk-link" href="${yearReportPath({ ref: n.ref, year: String(year) })}">The year ${year}/${String(year + 1).slice(2)}</a></li>`)}
              </ul>`
          }
          ${runners.some((role) => visit.actor.roles.includes(role)) && html`<p class="govuk-body"><a class="govuk-link" href="${runPath({ ref: n.ref })}">On the desk</a></p>`}`,
      },
    }
  },
}

/** The members beside the people of the area, one way at a time, with the gaps. */
export function representedShown(shown: Represented, year: number, area: string): Html {
  const said = ({ answers }: Represented['measures'][number]) => answers.filter(({ share }) => share > 0)
  // The last answer is “not said”. Whoever says nothing is in no group: counted in, every group would look too small.
  const silent = ({ answers }: Represented['measures'][number]) => answers.at(-1)?.people ?? 0
  const base = (one: Represented['measures'][number]) => {
    const groups = one.answers.slice(0, -1)
    const known = groups.flatMap(({ people }) => people ?? [])
    return known.length === groups.length
      ? known.reduce((sum, people) => sum + people, 0)
      : (shown.people ?? 0) - silent(one)
  }
  return html`<p class="govuk-body">
      Of about ${shown.people ?? 'few'} members who described themselves in ${year}. Small numbers are not shown, nor
      anything from which they could be worked out; the others are rounded.
    </p>
    ${shown.measures.map(
      (one) =>
        html`${comparedBars({
            id: `measure-${one.measure}`,
            title: one.title,
            of: one.title,
            wholeTitle: `people of ${area}`,
            partTitle: 'members',
            rows: said(one).map(({ title, share, people }) => {
              const part =
                people === null || !base(one) ? null : Math.min(10_000, Math.round((people * 10_000) / base(one)))
              return {
                label: title,
                whole: share,
                part,
                gap: part === null ? 'too few to show' : gapWords(Math.round(part / 100) - Math.round(share / 100)),
              }
            }),
          })}
          <p class="govuk-body-s remit-quiet">
            ${silent(one) > 0 && `About ${silent(one)} did not say; the shares are of those who did. `}${one.source}
          </p>`,
    )}`
}

/** Of shares as they are shown, in whole percentage points, or the words would not fit the figures. */
const gapWords = (by: number): string => {
  const points = Math.abs(by)
  return points === 0
    ? 'as in the area'
    : `${points} percentage ${points === 1 ? 'point' : 'points'} ${by < 0 ? 'fewer' : 'more'} than in the area`
}
