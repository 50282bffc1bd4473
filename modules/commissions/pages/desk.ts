import { actPath, officer, staff } from '#authority'
import {
  button,
  facts,
  findingsList,
  pager,
  searchAndFilter,
  select,
  sortableTable,
  statusTag,
  tasks,
  type Task,
} from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay, plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { partNames, partTitles, showableTitles, type PartName } from '../commission.ts'
import { listCommissions } from '../search-commissions.ts'
import { viewDue } from '../owed/view-due.ts'
import { doneBanner } from './done-banner.ts'
import {
  closePath,
  commissionPath,
  deskCommissionsPath,
  dutiesPath,
  editPath,
  linkPath,
  needPath,
  newCommissionPath,
  optionsPath,
  owePath,
  reopenPath,
  risksPath,
  settlePath,
  showPath,
  timelinePath,
  unlinkPath,
  wholePath,
  wholeThreadPath,
} from './paths.ts'
import { countWords, stateTag } from './public.ts'
import { wholeSeen, type Whole } from './seen.ts'

/** Which commissions are there? */
export const deskCommissionsPage: Page = {
  path: deskCommissionsPath.pattern,
  may: staff,
  get: async (visit) => {
    const { q = '', state = '', after, before } = visit.query
    const outcome = await visit.ask(listCommissions, { q, state, after, before })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { lines, count, next, previous } = outcome.value
    const owed = await visit.ask(viewDue, {})
    const due = owed.ok ? owed.value.due : []
    const at = (place: Record<string, string>) => withQuery(deskCommissionsPath(), { q, state, ...place })
    return {
      view: {
        title: 'Commissions on the desk',
        wide: true,
        back: '/desk',
        body: html`<h1 class="govuk-heading-l">Commissions on the desk</h1>
          ${visit.actor.roles.includes(officer) && button({ text: 'Open a commission', href: newCommissionPath() })}
          ${
            due.length > 0
            && html`<h2 class="govuk-heading-m">Due and not done</h2>
              ${findingsList(
                due.map((one) => ({
                  weight: one.due.equals(visit.today) ? ('warning' as const) : ('not-met' as const),
                  says: html`${one.words}: ${one.ownerTitle}, by ${plainDay(one.due)}.`,
                  link: { text: one.title, href: wholePath(one) },
                })),
              )}`
          }
          ${searchAndFilter({
            action: deskCommissionsPath(),
            search: { name: 'q', label: 'Search', value: q, hint: 'Words of the title or the reasons, or a reference' },
            filters: select({
              name: 'state',
              label: 'State',
              value: state,
              items: [
                { value: '', text: 'Open or closed' },
                { value: 'open', text: 'Open' },
                { value: 'closed', text: 'Closed' },
              ],
            }),
            clear: q || state ? deskCommissionsPath() : undefined,
            count: countWords(count),
            none:
              lines.length === 0
                ? html`<p class="govuk-body">
                    ${q || state ? 'No commission matches. Try fewer words.' : 'None is open yet.'}
                  </p>`
                : undefined,
            results: html`${sortableTable({
              caption: 'Commissions',
              hideCaption: true,
              columns: [
                { key: 'title', text: 'Commission' },
                { key: 'lead', text: 'Led by' },
                { key: 'opened', text: 'Opened' },
                { key: 'state', text: 'State' },
              ],
              rows: lines.map((one) => [
                html`<a class="govuk-link" href="${wholePath(one)}">${one.title}</a><br /><span class="govuk-hint"
                    >${one.ref}</span
                  >`,
                one.leadTitle,
                plainDay(one.openedOn),
                html`${stateTag(one.state)} ${one.isPublic ? statusTag('Public') : statusTag('Not public', 'ended')}`,
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

const partPaths: Record<PartName, (given: { ref: string }) => string> = {
  timeline: timelinePath,
  options: optionsPath,
  risks: risksPath,
  duties: dutiesPath,
  need: needPath,
}

/** How far has this commission come, and what is left? */
export const wholePage: Page = {
  path: wholePath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await wholeSeen(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { commission: c } = outcome.value
    return { view: { title: c.title, back: deskCommissionsPath(), body: whole(visit, outcome.value) } }
  },
}

function whole(visit: Visit, seen: Whole): Html {
  const { commission: c, links, owed, history, choices } = seen
  const { ref } = c
  const may = visit.actor.roles.includes(officer)
  const open = may && c.state === 'open'
  const standing = links.filter(({ endedOn }) => endedOn === null)
  const ended = links.filter(({ endedOn }) => endedOn !== null)
  return html`${doneBanner(visit)}<span class="govuk-caption-l">${ref}</span>
    <h1 class="govuk-heading-l">${c.title}</h1>
    <p class="govuk-body">
      ${stateTag(c.state)} ${c.isPublic ? statusTag('Public') : statusTag('Not public', 'ended')}
      <span class="remit-quiet">Last changed by ${c.changedBy}</span>
    </p>
    ${tasks([
      {
        title: 'Its parts',
        tasks: partNames.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).map((part) => taskOf(part, seen)),
      },
    ])}
    <p class="govuk-body">
      <a class="govuk-link" href="${wholeThreadPath({ ref })}">Follow it from need to pounds</a>${
        c.isPublic && html` · <a class="govuk-link" href="${commissionPath({ ref })}">As the public sees it</a>`
      }
    </p>
    ${facts({
      rows: [
        { key: 'Why', value: c.why, ...(open && { change: { href: editPath({ ref }) } }) },
        { key: 'About', value: choices.subjects.find(({ subject }) => subject === c.subject)?.title ?? c.subject },
        { key: 'Led by', value: c.leadTitle, ...(open && { change: { href: editPath({ ref }) } }) },
        {
          key: 'Opened',
          value: html`On ${longDay(c.openedOn)} by ${c.openedBy}, act
            <a class="govuk-link" href="${actPath({ ref: c.openedAct })}">${c.openedAct}</a>`,
        },
        {
          key: 'Public',
          value: c.isPublic
            ? `Yes: ${
                c.shows.length
                  ? c.shows.map((one) => showableTitles[one].toLowerCase()).join(', ')
                  : 'its title and why, and no part'
              }`
            : 'No',
          ...(may && { change: { href: showPath({ ref }) } }),
        },
        c.closedOn && { key: 'Closed', value: `On ${longDay(c.closedOn)}: ${c.closedBecause ?? ''}` },
      ],
    })}
    <h2 class="govuk-heading-m" id="records">Records that belong to it</h2>
    ${
      standing.length === 0
        ? html`<p class="govuk-body">None is linked yet.</p>`
        : sortableTable({
            caption: 'Records that belong to it',
            hideCaption: true,
            columns: [
              { key: 'record', text: 'Record' },
              { key: 'why', text: 'Why it belongs here' },
              { key: 'by', text: 'Linked' },
            ],
            rows: standing.map((one) => [
              html`${
                  one.known?.href ? html`<a class="govuk-link" href="${one.known.href}">${one.record}</a>` : one.record
                }
                ${statusTag(one.kind)}<br />${one.known?.title ?? ''}`,
              html`${one.says}${one.relies && html`<br />${statusTag('Relies on equality and duties here')}`}`,
              html`${plainDay(one.linkedOn)}<br /><span class="govuk-hint">${one.linkedBy}</span>${
                  open
                  && html`<br /><a class="govuk-link" href="${unlinkPath({ ref, link: one.link })}"
                      >End<span class="govuk-visually-hidden"> the link of ${one.record}</span></a
                    >`
                }`,
            ]),
          })
    }${
      ended.length > 0
      && html`<p class="govuk-body-s">
        Ended:
        ${ended
          .map(
            (one) =>
              `${one.record} on ${
                one.endedOn ? plainDay(one.endedOn) : ''
              } by ${one.endedBy ?? ''} (${one.endedBecause ?? ''})`,
          )
          .join('; ')}.
      </p>`
    }
    ${open && button({ text: 'Link a record', href: linkPath({ ref }), classes: 'govuk-button--secondary' })}
    <h2 class="govuk-heading-m" id="owed">What is owed by when</h2>
    ${
      owed.length === 0
        ? html`<p class="govuk-body">Nothing is owed.</p>`
        : findingsList(
            owed.map((one) => ({
              weight: one.doneOn
                ? ('met' as const)
                : one.findings[0]?.outcome === 'met'
                  ? ('note' as const)
                  : ('not-met' as const),
              says: html`<strong>${one.words}</strong> ${one.findings[0]?.says ?? ''} ${one.ownerTitle} owes it;
                ${one.source}.${one.doneOn !== null && ` ${one.evidence ?? ''} (${one.doneBy ?? ''})`}`,
              ...(may
                && one.doneOn === null && { link: { text: 'It is done', href: settlePath({ ref, owed: one.owed }) } }),
            })),
          )
    }
    ${open && button({ text: 'Note what is owed', href: owePath({ ref }), classes: 'govuk-button--secondary' })}
    <h2 class="govuk-heading-m" id="history">History</h2>
    <ul class="govuk-list">
      ${[
        ...history.map(({ part, n, why, madeOn, madeBy }) => ({
          day: madeOn,
          says: html`${partTitles[part]}, edition ${n}: ${why} <span class="govuk-hint">${madeBy}</span>`,
        })),
        ...links.map((one) => ({
          day: one.linkedOn,
          says: html`${one.record} linked <span class="govuk-hint">${one.linkedBy}</span>`,
        })),
        ...ended.flatMap((one) =>
          one.endedOn
            ? [
                {
                  day: one.endedOn,
                  says: html`Link of ${one.record} ended <span class="govuk-hint">${one.endedBy}</span>`,
                },
              ]
            : [],
        ),
        ...owed.map((one) => ({
          day: one.owedOn,
          says: html`Owed: ${one.words} <span class="govuk-hint">${one.owedBy}</span>`,
        })),
        { day: c.openedOn, says: html`Opened <span class="govuk-hint">${c.openedBy}</span>` },
        ...(c.closedOn ? [{ day: c.closedOn, says: html`Closed` }] : []),
      ]
        .toSorted((a, b) => Temporal.PlainDate.compare(b.day, a.day))
        .map(({ day, says }) => html`<li><strong>${plainDay(day)}</strong>: ${says}</li>`)}
    </ul>
    ${
      may
      && html`<p class="govuk-body">
        ${
          c.state === 'open'
            ? html`<a class="govuk-link" href="${closePath({ ref })}">Close this commission</a>`
            : html`<a class="govuk-link" href="${reopenPath({ ref })}">Reopen this commission</a>`
        }
      </p>`
    }`
}

const order: readonly PartName[] = ['need', 'options', 'timeline', 'risks', 'duties']

function taskOf(part: PartName, { commission: { ref }, parts, summaries }: Whole): Task {
  const edition = parts.find((one) => one.part === part)
  const summary = summaries[part]
  const task = { title: partTitles[part], href: partPaths[part]({ ref }) }
  if (!edition || !summary) return { ...task, state: 'not-started' }
  const hint = `${summary.says}; edition ${edition.n}, ${plainDay(edition.madeOn)}`
  return summary.open
    ? {
        ...task,
        hint,
        state: 'problem',
        stateText: part === 'risks' ? `${summary.open} to review` : `${summary.open} to look at`,
      }
    : { ...task, hint, state: 'done', stateText: 'Nothing found' }
}
