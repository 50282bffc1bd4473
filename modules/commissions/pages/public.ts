import { actPath, isStaff, listChoices, postPath } from '#authority'
import { details, onThisPage, pager, searchAndFilter, select, sortableTable, statusTag } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { anyone, type Answer } from '#platform/use-case.ts'
import { showableTitles, type Showable } from '../commission.ts'
import { searchCommissions } from '../search-commissions.ts'
import { viewCommission } from '../view-commission.ts'
import { commissionPath, commissionsPath, commissionThreadPath, deskCommissionsPath, wholePath } from './paths.ts'
import { subjectItems } from './seen.ts'
import {
  dutiesShown,
  findingsShown,
  needShown,
  optionsShown,
  risksShown,
  startShown,
  stepsShown,
  timelineDrawn,
} from './shown-parts.ts'

/** What is being commissioned? */
export const commissionsPage: Page = {
  path: commissionsPath.pattern,
  may: [anyone],
  remembered: true,
  get: async (visit) => {
    const { q = '', subject = '', state = '', after, before } = visit.query
    const outcome = await visit.ask(searchCommissions, { q, subject, state, after, before })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const choices = await visit.ask(listChoices, {})
    if (!choices.ok) return { refusal: choices.refusal }
    const { lines, count, next, previous } = outcome.value
    const titles = new Map(choices.value.subjects.map((one) => [one.subject, one.title]))
    const at = (place: Record<string, string>) => withQuery(commissionsPath(), { q, subject, state, ...place })
    return {
      view: {
        title: 'Commissions',
        wide: true,
        body: html`<h1 class="govuk-heading-l">Commissions</h1>
          <p class="govuk-body">
            What the council sets out to have provided, from need to contract, and how far each has come.
          </p>
          ${
            isStaff(visit.actor)
            && html`<p class="govuk-body">
              <a class="govuk-link" href="${deskCommissionsPath()}">All of them, on the desk</a>
            </p>`
          }
          ${searchAndFilter({
            action: commissionsPath(),
            search: { name: 'q', label: 'Search', value: q, hint: 'Words of the title or the reasons, or a reference' },
            filters: html`${select({
              name: 'subject',
              label: 'About',
              value: subject,
              items: subjectItems(choices.value, 'Anything'),
            })}${select({
              name: 'state',
              label: 'State',
              value: state,
              items: [
                { value: '', text: 'Open or closed' },
                { value: 'open', text: 'Open' },
                { value: 'closed', text: 'Closed' },
              ],
            })}`,
            clear: q || subject || state ? commissionsPath() : undefined,
            count: countWords(count),
            none:
              lines.length === 0
                ? html`<p class="govuk-body">
                    ${
                      q || subject || state
                        ? 'No commission matches. Try fewer words.'
                        : 'No commission is shown to the public yet.'
                    }
                  </p>`
                : undefined,
            results: html`${sortableTable({
              caption: 'Commissions',
              hideCaption: true,
              columns: [
                { key: 'title', text: 'Commission' },
                { key: 'subject', text: 'About' },
                { key: 'opened', text: 'Opened' },
                { key: 'state', text: 'State' },
              ],
              rows: lines.map((one) => [
                html`<a class="govuk-link" href="${commissionPath(one)}">${one.title}</a><br /><span class="govuk-hint"
                    >${one.ref}</span
                  >`,
                titles.get(one.subject) ?? one.subject,
                plainDay(one.openedOn),
                stateTag(one.state),
              ]),
            })}${
              (next !== null || previous !== null)
              && pager({
                label: countWords(count),
                ...(next !== null && { next: at({ after: next }) }),
                ...(previous !== null && { previous: at({ before: previous }) }),
              })
            }`,
          })}`,
      },
    }
  },
}

export const countWords = (count: number): string =>
  count > 1000 ? 'More than 1,000 commissions' : `${count} ${count === 1 ? 'commission' : 'commissions'}`
export const stateTag = (state: 'open' | 'closed'): Html =>
  state === 'open' ? statusTag('Open', 'good') : statusTag('Closed', 'ended')

/** What is this commission for, and how far has it come? */
export const commissionPage: Page = {
  path: commissionPath.pattern,
  may: [anyone],
  remembered: true,
  get: async (visit) => {
    const outcome = await visit.ask(viewCommission, { ref: visit.params['ref'] })
    return outcome.ok
      ? { view: { title: outcome.value.commission.title, back: commissionsPath(), body: shown(visit, outcome.value) } }
      : { refusal: outcome.refusal }
  },
}

function shown({ today, actor }: Visit, found: Answer<typeof viewCommission>): Html {
  const { commission: c, timeline, options, risks, duties, need, owed } = found
  const edition = (part: Showable) => (part === 'owed' ? undefined : c.parts[part])
  const section = (part: Showable, body: Html | false): Html | false =>
    body !== false
    && html`<h2 class="govuk-heading-m" id="${part}">${showableTitles[part]}</h2>
      ${
        edition(part)
        && html`<p class="govuk-body-s">
          Edition ${edition(part)?.n}, of ${plainDay(Temporal.PlainDate.from(edition(part)?.madeOn ?? ''))}.
        </p>`
      }${body}`
  const parts = (
    [
      ['timeline', timeline],
      ['need', need],
      ['options', options],
      ['duties', duties],
      ['risks', risks],
      ['owed', c.shows.includes('owed') || null],
    ] as const
  ).flatMap(([part, there]): [string, string][] => (there === null ? [] : [[part, showableTitles[part]]]))
  return html`<span class="govuk-caption-l">${c.ref}</span>
    <h1 class="govuk-heading-l">${c.title}</h1>
    <p class="govuk-body">${stateTag(c.state)}</p>
    <p class="govuk-body-l">${c.why}</p>
    <p class="govuk-body">
      Led by the <a class="govuk-link" href="${postPath({ post: c.lead.post })}">${c.lead.title}</a>. Opened on
      ${plainDay(Temporal.PlainDate.from(c.openedOn))} by act
      <a class="govuk-link" href="${actPath({ ref: c.openedAct })}">${c.openedAct}</a>.${
        c.closedOn !== null && ` Closed on ${plainDay(Temporal.PlainDate.from(c.closedOn))}: ${c.closedBecause ?? ''}`
      }
    </p>
    ${onThisPage([...parts, ['records', 'Records that belong to it']])}
    <p class="govuk-body">
      <a class="govuk-link" href="${commissionThreadPath({ ref: c.ref })}">Follow it from need to pounds</a>${
        isStaff(actor) && html` · <a class="govuk-link" href="${wholePath({ ref: c.ref })}">On the desk</a>`
      }
    </p>
    ${section(
      'timeline',
      timeline !== null
        && html`${startShown(timeline)}${timelineDrawn(
            timeline,
          )}${details({ summary: 'Each step in words', text: stepsShown(timeline) })}
          <h3 class="govuk-heading-s">What the rules say of it</h3>
          ${findingsShown(timeline.findings)}`,
    )}
    ${section('need', need !== null && needShown(need))}
    ${section('options', options !== null && optionsShown(options))}
    ${section('duties', duties !== null && dutiesShown(duties))}
    ${section('risks', risks !== null && risksShown(risks.open))}
    ${section(
      'owed',
      c.shows.includes('owed')
        && (owed.length === 0
          ? html`<p class="govuk-body">Nothing is owed.</p>`
          : html`<ul class="govuk-list govuk-list--bullet">
              ${owed.map(
                (one) =>
                  html`<li>
                    ${one.words}: ${one.owner}, by ${plainDay(Temporal.PlainDate.from(one.due))}
                    ${
                      one.doneOn !== null
                        ? statusTag(`Done on ${plainDay(Temporal.PlainDate.from(one.doneOn))}`, 'good')
                        : one.due < today.toString()
                          ? statusTag('Overdue', 'bad')
                          : statusTag('To come')
                    } <span class="govuk-hint">${one.source}</span>
                  </li>`,
              )}
            </ul>`),
    )}
    <h2 class="govuk-heading-m" id="records">Records that belong to it</h2>
    ${
      c.links.length === 0
        ? html`<p class="govuk-body">None is published yet.</p>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${c.links.map(
              (one) =>
                html`<li>
                  <a class="govuk-link" href="${one.href}">${one.record}: ${one.title}</a>. ${one.says}.
                  <span class="govuk-hint">${one.standing}</span>
                </li>`,
            )}
          </ul>`
    }`
}
